"""Which letter each gets when those who are invited are told (PRA-18, BER-55)."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from typing import Any


INVITATION, CHANGE = "invitation", "change"
PAPERS, CANCELLATION = "papers", "cancellation"
#: To who is invited no more, while the meeting takes place.
WITHDRAWAL = "withdrawal"
#: Who got one of these last has no invitation any more.
CALLED_OFF = (CANCELLATION, WITHDRAWAL)

Sent = Mapping[str, Any]


def holders(sendings: Iterable[Sent]) -> dict[str, Sent]:
    """Who has an invitation, with the letter that was sent last.

    ``sendings``: rows with ``to`` and ``what``, the oldest first.
    """
    last = {one["to"]: one for one in sendings}
    return {key: one for key, one in last.items() if one["what"] not in CALLED_OFF}


def letters(
    what: str | None,
    invited: Collection[str],
    held: Collection[str],
    untouched: Collection[str] = (),
) -> dict[str, str]:
    """What each gets, by key; ``invited`` are so now, ``held``: see ``holders``.

    ``what``: said to all who have an invitation, but for those who would find nothing
    new in it (``untouched``); None: they know all. Who is new gets the whole invitation,
    who is invited no more hears that. Of the end hears only who was invited, and
    everybody where no letter ever went.
    """
    if what == CANCELLATION:
        return dict.fromkeys(held or invited, CANCELLATION)
    told = [key for key in invited if key in held and key not in untouched]
    known = {} if what is None else dict.fromkeys(told, what)
    new = {key: INVITATION for key in invited if key not in held}
    gone = {key: WITHDRAWAL for key in held if key not in invited}
    return {**known, **new, **gone}
