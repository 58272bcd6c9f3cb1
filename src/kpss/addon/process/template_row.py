"""One row of the dry run of a town template."""

from collections.abc import Callable
from collections.abc import Container
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as field_of
from typing import Any
from zope.i18nmessageid import Message


CREATE = "create"
CHANGE = "change"
SAME = "same"
REFUSE = "refuse"

#: A value for people: text, a message, or several of them.
Shown = str | tuple["str | Message", ...] | None
#: Longer texts are cut to what differs.
EXCERPT = 120


@dataclass(frozen=True)
class Row:
    """What a place in the template would do to an object or to one field of it.

    ``key`` is the key path in the template. A row without ``field`` is about the whole
    object. ``write`` does it; ``target`` is the object that it modifies, None when it
    creates one. ``sets`` holds stored values by the name of the field, for checks of
    several rows together; ``subject`` is the id of what they belong to.
    """

    key: str
    what: Message
    title: str
    verdict: str
    field: Message | str | None = None
    current: Shown = None
    new: Shown = None
    reason: Message | str | None = None
    write: Callable[[], None] | None = None
    target: Any = None
    subject: str = ""
    sets: Mapping[str, object] = field_of(default_factory=dict)

    def applies(self, ticked: Container[str]) -> bool:
        """Whether the row will be written; a change only when somebody ticked it."""
        return self.verdict == CREATE or (self.verdict == CHANGE and self.key in ticked)


def differing(current: Shown, new: Shown) -> tuple[Shown, Shown]:
    """Both values, long texts cut to the place where they begin to differ."""
    if not (isinstance(current, str) and isinstance(new, str)):
        return cut(current, 0), cut(new, 0)
    longest = max(len(current), len(new))
    pairs = enumerate(zip(current, new, strict=False))
    first = next((i for i, (a, b) in pairs if a != b), min(len(current), len(new)))
    start = max(0, first - EXCERPT // 3) if longest > EXCERPT else 0
    return cut(current, start), cut(new, start)


def cut(value: Shown, start: int) -> Shown:
    """At most 120 characters from the given one on; messages stay whole."""
    if type(value) is not str:
        return value
    end = start + EXCERPT
    return f"{'…' * (start > 0)}{value[start:end]}{'…' * (len(value) > end)}"
