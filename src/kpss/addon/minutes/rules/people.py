"""Whom a text may speak of, and who of them stays named in public."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from kpss.addon.bodies.rules.names import parse_name
from kpss.addon.minutes.rules.forms import plain
import re
import unicodedata


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HONORIFIC = {"pan", "pani", "panu", "pana", "panem", "slecna", "p"}
_TITLE = re.compile(
    r"\b[^\W\d_]{1,6}\.(?=[\s,]|$)|\b(?:DiS|CSc|MBA|LL\.?M|Ph\.?D)\b\.?"
)
_PIECES = re.compile(r"[,;/()\n]|\s+a\s+|\s+[–-]\s+")


@dataclass(frozen=True)
class Known:
    """One person by the words of the name.

    ``stays``: whether the name may stand in public (an office, consent); decided by
    ``bodies/rules/publicity.py``.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    stays: bool = False


def known(name: str, *, stays: bool = False) -> Known | None:
    """A person by a name as people type it; None when there is no word in it."""
    text = unicodedata.normalize("NFC", name)
    parsed = parse_name(text)
    if parsed is None:
        words = _words(_TITLE.sub(" ", text))
        return Known((), words, stays) if words else None
    return Known((parsed.given,), _words(parsed.family), stays)


def words_of(one: Known) -> frozenset[str]:
    """The words of a name, whatever their order and diacritics."""
    return frozenset(plain(word) for word in (*one.given, *one.family))


def named_in(text: str, besides: Iterable[str] = ()) -> list[Known]:
    """People in a free text such as "Mgr. Karel Tichý, Diakonie Lhota" (a presenter).

    Two or three capitalised words in a row are taken for a name, one only when it
    stands alone or after "pan", "paní". ``besides``: texts whose words are no names
    (organisations, towns).
    """
    others = {plain(word) for one in besides for word in _words(one)}
    found: list[Known] = []
    for piece in _PIECES.split(unicodedata.normalize("NFC", text or "")):
        found += _of_piece(_TITLE.sub(" ", piece), others)
    return found


def _of_piece(piece: str, others: set[str]) -> Iterator[Known]:
    words = _words(piece)
    run: list[str] = []
    honoured = False
    for word in [*words, ""]:
        if word[:1].isupper() and plain(word) not in others | _HONORIFIC:
            run.append(word)
            continue
        if len(run) in (2, 3):
            yield Known((run[0],), tuple(run[1:]))
        elif len(run) == 1 and (honoured or len(words) == 1):
            yield Known((), tuple(run))
        run = []
        honoured = plain(word) in _HONORIFIC


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text or ""))
