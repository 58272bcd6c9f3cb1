"""Whether the text of a document may be changed, by where the document is.

The setting of the process says what it takes after a body has decided about the text;
what was approved is changed by another document only (ZAT-93).
"""

from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import Standing


#: Settings of a process.
NOTE, RETURN = "note", "return"

#: Answers: as anybody likes; with a note of what was changed; after it is returned to
#: the draft; never.
FREE, NEEDS_NOTE, LOCKED, CLOSED = "free", "needs_note", "locked", "closed"


def change_of_text(standing: Standing, setting: str | None) -> str:
    """One of ``FREE``, ``NEEDS_NOTE``, ``LOCKED`` and ``CLOSED``."""
    if standing.status == APPROVED:
        return CLOSED
    if standing.status != RUNNING:
        return FREE
    if not any(step.state == "done" for step in standing.steps):
        return FREE
    return LOCKED if setting == RETURN else NEEDS_NOTE
