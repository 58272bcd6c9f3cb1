"""Who may see a meeting, its items and papers: prepared, internal or public."""

from kpss.addon.meetings.rules.progress import PLANNED


PREPARED, INTERNAL, PUBLIC = "prepared", "internal", "public"
VISIBILITIES = (PREPARED, INTERNAL, PUBLIC)
#: Of a meeting and of an item.
CLOSED, HIDDEN = "closed", "hidden"


def of_meeting(
    publicity: str | None, by_rules: str | None, *, minutes_published: bool = False
) -> str:
    """``publicity`` of the meeting itself, else by the rules of procedure.

    Where neither says that meetings are public, the meeting is for insiders: nothing is
    published because nobody decided. Whose minutes are published, that it met is known.
    """
    asked = publicity or by_rules
    return PUBLIC if asked == PUBLIC or minutes_published else INTERNAL


def of_item(
    publicity: str | None,
    meeting: str,
    state: str,
    *,
    was_convened: bool,
    proposed: bool,
) -> str:
    """An item is prepared until the meeting is convened: all members see it at once.

    ``meeting``: visibility of the meeting. ``proposed``: only put forward by a member
    (BER-55).
    """
    if publicity == HIDDEN or proposed:
        return PREPARED
    if state == PLANNED or not was_convened:
        return PREPARED
    return PUBLIC if (publicity, meeting) == (PUBLIC, PUBLIC) else INTERNAL
