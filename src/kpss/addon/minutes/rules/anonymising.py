"""The public version of a text: what is hidden in it, why, and what stands instead.

Reference C, "Publication of minutes": names of officials and of who agreed may stay,
those of others go, with contacts, birth numbers and addresses.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.minutes.rules.contacts import BIRTH
from kpss.addon.minutes.rules.contacts import BORN
from kpss.addon.minutes.rules.contacts import contacts_in
from kpss.addon.minutes.rules.contacts import EMAIL
from kpss.addon.minutes.rules.contacts import files_in
from kpss.addon.minutes.rules.contacts import Found
from kpss.addon.minutes.rules.contacts import PHONE
from kpss.addon.minutes.rules.forms import plain
from kpss.addon.minutes.rules.forms import UNSEEN
from kpss.addon.minutes.rules.looked_for import People
from kpss.addon.minutes.rules.mentions import DOUBTFUL
from kpss.addon.minutes.rules.mentions import FULL_NAME
from kpss.addon.minutes.rules.mentions import left_over
from kpss.addon.minutes.rules.mentions import Mention
from kpss.addon.minutes.rules.mentions import mentions_in
from kpss.addon.minutes.rules.mentions import names_a_file
from kpss.addon.minutes.rules.unknown_names import MAYBE_NAME
from kpss.addon.minutes.rules.unknown_names import might_be_names
import re


#: What an editor puts around a passage that the public is not to read.
OPENS, CLOSES = "⟦", "⟧"
MARKED = "marked"
#: What the editor of the public version hid beside that.
CONCEALED = "concealed"
_WORD = re.compile(rf"[\w{UNSEEN}\u0300-\u036f]+")
_MARKED = re.compile(rf"{OPENS}(.*?){CLOSES}", re.S)
#: Never shown, whatever an editor says.
NEVER = frozenset((EMAIL, PHONE, BIRTH, BORN, FULL_NAME))


@dataclass(frozen=True)
class Segment:
    """A piece of the text. ``why``: a code, None for what is plainly shown.

    ``may_show``: whether the editor may show it, or let it stay, with a reason.
    """

    text: str
    hidden: bool = False
    why: str | None = None
    may_show: bool = False


@dataclass(frozen=True)
class Setting:
    """What is known when a text is made public.

    ``contacts``: those of offices, which stay. ``shown``: hits that the editor declared
    false, folded text → reason. ``concealed``: folded words that the editor hides.
    """

    people: People
    contacts: tuple[str, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)
    concealed: frozenset[str] = frozenset()

    def is_shown(self, text: str) -> bool:
        return normal(text) in self.shown


def normal(text: str) -> str:
    """A passage as the list of false hits knows it."""
    return " ".join(plain(text).split())


def segments(text: str, setting: Setting) -> list[Segment]:
    """The text in pieces, in order; together they are the text without marks."""
    found = _found(text, setting)
    pieces: list[Segment] = []
    at = 0
    for one in found:
        if one.start > at:
            pieces.append(Segment(text[at : one.start]))
        pieces.append(_piece(text, one, setting))
        at = one.end
    if at < len(text):
        pieces.append(Segment(text[at:]))
    return pieces


def public_text(pieces: Iterable[Segment], marks: Mapping[str, str]) -> str:
    """What the public reads; ``marks``: code → what stands there, "" for any other."""
    return "".join(_instead(one, marks) if one.hidden else one.text for one in pieces)


def full_text(text: str) -> str:
    """The text for who reads all of it: without the signs of an editor."""
    return text.replace(OPENS, "").replace(CLOSES, "")


def forbidden(text: str, setting: Setting) -> list[Found]:
    """What rules keep out of a text that is to be published as it is, in its order.

    Asks more than ``segments``: a capitalised word that begins like a hidden name is
    refused too, until an editor says why it is none.
    """
    found: list[Found] = [
        one for one in _found(text, setting) if _is_hidden(text, one, setting)
    ]
    for one in left_over(text, setting.people):
        if not setting.is_shown(text[one.start : one.end]) and not _covered(one, found):
            found.append(one)
    signs = [Found(i, i + 1, MARKED) for i, c in enumerate(text) if c in OPENS + CLOSES]
    found += [one for one in signs if not _covered(one, found)]
    return sorted(found, key=lambda one: one.start)


def names_somebody(text: str, setting: Setting) -> bool:
    """Whether the text may name anybody, whoever it is and whether it is hidden."""
    return bool(mentions_in(text, setting.people) or might_be_names(text))


def undecided(text: str, setting: Setting) -> list[str]:
    """Words that might be a name, of which no editor decided whether they stay."""
    return [
        text[one.start : one.end]
        for one in _found(text, setting)
        if one.what == MAYBE_NAME and not setting.is_shown(text[one.start : one.end])
    ]


def unpaired(text: str) -> bool:
    """Whether an editor began to mark a passage and did not end it, or the reverse."""
    depth = 0
    for sign in text:
        depth += (sign == OPENS) - (sign == CLOSES)
        if depth not in (0, 1):
            return True
    return depth != 0


def _found(text: str, setting: Setting) -> list[Found]:
    """Everything found, without overlaps; what is surer comes first."""
    chosen: list[Found] = []
    ranks: Sequence[Iterable[Found]] = (
        [Found(one.start(), one.end(), MARKED) for one in _MARKED.finditer(text)],
        _concealed(text, setting),
        contacts_in(text, setting.contacts),
        [
            one
            for one in files_in(text)
            if names_a_file(text[one.start : one.end], setting.people)
        ],
        mentions_in(text, setting.people),
        might_be_names(text),
    )
    for rank in ranks:
        for one in rank:
            if not _covered(one, chosen):
                chosen.append(one)
    return sorted(chosen, key=lambda one: one.start)


def _concealed(text: str, setting: Setting) -> Iterator[Found]:
    words = list(_WORD.finditer(text))
    forms = [plain(one[0]) for one in words]
    for concealed in setting.concealed:
        wanted = _WORD.findall(concealed)
        for at in range(len(forms) - len(wanted) + 1):
            if wanted and forms[at : at + len(wanted)] == wanted:
                last = words[at + len(wanted) - 1]
                yield Found(words[at].start(), last.end(), CONCEALED)


def _covered(one: Found, chosen: Iterable[Found]) -> bool:
    return any(each.start < one.end and one.start < each.end for each in chosen)


def _piece(text: str, one: Found, setting: Setting) -> Segment:
    words = text[one.start : one.end]
    if one.what == MARKED:
        return Segment(words.strip(OPENS + CLOSES), True, MARKED)
    if one.what == MAYBE_NAME:
        shown = setting.is_shown(words)
        return Segment(words, False, None if shown else MAYBE_NAME, not shown)
    stays = isinstance(one, Mention) and one.stays
    if stays:
        return Segment(words, False, DOUBTFUL if one.what == DOUBTFUL else None)
    hidden = _is_hidden(text, one, setting)
    return Segment(words, hidden, one.what, hidden and _may_show(one))


def _is_hidden(text: str, one: Found, setting: Setting) -> bool:
    if one.what == MAYBE_NAME or (isinstance(one, Mention) and one.stays):
        return False
    words = text[one.start : one.end]
    return one.what in (MARKED, CONCEALED) or not (
        _may_show(one) and setting.is_shown(words)
    )


def _may_show(one: Found) -> bool:
    return one.what != CONCEALED and (one.what not in NEVER or not one.sure)


def _instead(one: Segment, marks: Mapping[str, str]) -> str:
    return marks.get(one.why or "", marks[""])
