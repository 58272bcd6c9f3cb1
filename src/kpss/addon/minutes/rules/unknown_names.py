"""Words that look like the name of somebody whom nobody of the process knows.

A net with wide meshes: after a title, an office or "paní", before "Ph.D.", an initial or
a common given name before another capitalised word. It decides nothing, an editor looks
at them.
"""

from collections.abc import Iterator
from itertools import pairwise
from kpss.addon.minutes.rules import titles
from kpss.addon.minutes.rules.contacts import Found
from kpss.addon.minutes.rules.forms import plain
from kpss.addon.minutes.rules.given_names import GIVEN_FORMS
import re


MAYBE_NAME = "maybe_name"

_CAPITAL = r"[A-ZÁÄČĎÉĚËÍĹĽŇÓÔÖŘŔŠŤÚŮÜÝŽŁ][^\W\d_]+(?:-[^\W\d_]+)*"
_WORD = re.compile(_CAPITAL)
_NAME = re.compile(rf"{_CAPITAL}(?:[ \u00a0]+{_CAPITAL}){{0,2}}")
_RUN = re.compile(rf"{_CAPITAL}(?:\s+{_CAPITAL})+")
_TITLE = (
    r"(?:[Bb]c[Aa]?|[Mm]g[rA]|[Ii]ng|[Dd]oc|[Pp]rof|[A-Z][A-Za-z]{1,5}[Dd]r|[Dd]r|arch"
    r"|p|pí)\."
)
#: Offices that stand before the name itself, in all their cases.
_OFFICE = (
    r"(?:[Mm]ísto)?[Ss]tarost(?:[auyo]u?|ov[ié]|ka|ky|ce|ku|kou)|[Rr]adní(?:ho|mu|m)?"
    r"|[Pp]rimátor\w*|[Nn]áměst\w+|[Pp]oslan\w+|[Ss]enátor\w*|[Dd]oktor\w*|[Ii]nženýr\w*"
)
_INITIAL = re.compile(rf"(?<!\w)[A-ZÁČĎÉĚÍĹĽŇÓŘŠŤÚŮÝŽ]\.[ \u00a0]?{_CAPITAL}")
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_OFFICE}|[Pp]í)\s+(?:{_TITLE}\s*)*|(?:{_TITLE}(?:\s+et)?\s*)+|(?:[Pp]an[aeiu]?|[Pp]anem|[Pp]anov[ié]|[Pp]aní|"
    rf"[Ss]lečn[aěuoy]u?|[Ss]leč\.|MUDr|Ing|Mgr|Bc)\s+(?:{_TITLE}\s*)*)"
)
_AFTER = re.compile(rf",?\s+{titles.AFTER}")


def might_be_names(text: str) -> list[Found]:
    """In the order of the text; they do not overlap."""
    found: list[Found] = []
    for one in sorted(_every(text), key=lambda each: (each.start, -each.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _every(text: str) -> Iterator[Found]:
    for before in _BEFORE.finditer(text):
        name = _NAME.match(text, before.end())
        if name is not None:
            yield _of(name.start(), name.end())
    for initial in _INITIAL.finditer(text):
        yield _of(initial.start(), initial.end())
    for run in _RUN.finditer(text):
        for given, family in pairwise(_WORD.finditer(run[0])):
            if plain(given[0]) in GIVEN_FORMS:
                yield _of(run.start() + given.start(), run.start() + family.end())
    for name in _NAME.finditer(text):
        if _AFTER.match(text, name.end()):
            yield _of(name.start(), name.end())


def _of(start: int, end: int) -> Found:
    return Found(start, end, MAYBE_NAME, sure=False)
