"""Names as people type them: with titles, in one line."""

from dataclasses import dataclass
import unicodedata


#: What stands between titles, and titles that people write without a stop.
_BEFORE = {"et", "a", "plk", "ing", "mgr", "bc", "judr", "mudr", "phdr"}
_AFTER = {"dis", "csc", "drsc", "phd", "mba", "llm", "thd"}


@dataclass(frozen=True)
class TypedName:
    """The parts of a name; titles None when there are none."""

    given: str
    family: str
    before: str | None = None
    after: str | None = None


def parse_name(text: str) -> TypedName | None:
    """The parts of "Ing. Jana Nováková, Ph.D."; None when there are not both names.

    The first word after the titles is the given name, the rest the family name, for
    two family names are more frequent than two given ones.
    """
    head, _comma, tail = _clean(text).partition(",")
    words = head.split()
    before = _leading(words)
    rest = words[len(before) :]
    after = _trailing(rest)
    names = rest[: len(rest) - len(after)]
    if len(names) < 2:
        return None
    titles = " ".join([*after, *tail.replace(",", ", ").split()])
    return TypedName(
        names[0], " ".join(names[1:]), " ".join(before) or None, titles or None
    )


def bare_name(text: str) -> str:
    """A name without titles in small letters: the same for whoever is called the same."""
    parsed = parse_name(text)
    bare = f"{parsed.given} {parsed.family}" if parsed else text
    return _clean(bare).casefold()


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _leading(words: list[str]) -> list[str]:
    found = []
    for word in words:
        if not (word.endswith(".") or word.casefold() in _BEFORE):
            break
        found.append(word)
    return found


def _trailing(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in reversed(words):
        if word.replace(".", "").casefold() not in _AFTER:
            break
        found.insert(0, word)
    return found
