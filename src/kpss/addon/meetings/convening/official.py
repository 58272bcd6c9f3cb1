"""Letters of meetings when they go: the signed link is made, the log learns of it."""

from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.meetings.convening.letters import TOKEN
from kpss.addon.meetings.convening.links import make_link
from kpss.addon.meetings.records import records_of
from kpss.addon.notices.official import IOfficialLetters
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.rules.ways import SENT
from typing import Any
from zope.interface import implementer


class Gone(LookupError):
    """The meeting does not exist any more."""


@implementer(IOfficialLetters)
class MeetingLetters:
    """The utility; it works without a user, after the commit."""

    def whole_text(self, letter: Letter) -> str:
        """Raises Gone: what nobody can open is not sent."""
        if TOKEN not in letter.text:
            return letter.text
        reference = letter.reference or {}
        meeting = object_by_uid(reference["meeting"])
        if meeting is None:
            raise Gone(reference["meeting"])
        key = reference["sending"]
        to = records_of(meeting).sendings[key]["to"]
        return letter.text.replace(TOKEN, make_link(meeting, to, key))

    def told(self, letter: Letter) -> None:
        reference = letter.reference or {}
        meeting = object_by_uid(reference["meeting"])
        if meeting is None:
            return
        records, key = records_of(meeting), reference["sending"]
        before = records.sendings.get(key)
        if before is None:
            return
        # Not as something that was recorded: nobody who records is to be disturbed
        records.sendings[key] = logged(before, letter)


def logged(before: dict[str, Any], letter: Letter) -> dict[str, Any]:
    """The entry of a log with what has become of the letter."""
    done = letter.done.isoformat(timespec="seconds") if letter.done else None
    return {
        **before,
        "state": letter.state,
        "done": done if letter.state == SENT else None,
        "error": letter.error,
    }
