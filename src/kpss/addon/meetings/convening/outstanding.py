"""What those who are invited do not know yet, and which letters would tell them.

Said before the click; sending works it out anew from the roster that is taken then.
"""

from functools import cached_property
from kpss.addon.approval.memo import once
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.agenda import as_told
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.recipients import recipients
from kpss.addon.meetings.convening.recipients import substitutes_called
from kpss.addon.meetings.convening.roster import difference
from kpss.addon.meetings.convening.roster import Item
from kpss.addon.meetings.convening.roster import next_items
from kpss.addon.meetings.convening.sending import changes_to_tell
from kpss.addon.meetings.convening.sending import holders
from kpss.addon.meetings.convening.sending import last_telling
from kpss.addon.meetings.convening.sending import untouched
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.invitation_changes import Difference
from kpss.addon.meetings.rules.invitation_changes import moves_time
from kpss.addon.meetings.rules.invitation_changes import only_papers
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.roster_changes import CAME
from kpss.addon.meetings.rules.roster_changes import Change
from kpss.addon.meetings.rules.roster_changes import moved_keys
from kpss.addon.meetings.rules.tellings import CHANGE
from kpss.addon.meetings.rules.tellings import INVITATION
from kpss.addon.meetings.rules.tellings import letters
from kpss.addon.meetings.rules.tellings import PAPERS
from kpss.addon.meetings.rules.tellings import WITHDRAWAL
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.process.uids import uid_of
from typing import Any


class Outstanding:
    """Of a convened meeting; of another there is nothing."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.is_convened = state_of(meeting) == CONVENED
        self.before = last_telling(meeting)

    @cached_property
    def changes(self) -> list[Difference]:
        return changes_to_tell(self.meeting)

    @cached_property
    def roster(self) -> list[Change]:
        """Who came, left or sits there otherwise since the roster was taken."""
        return difference(self.meeting)

    @property
    def what(self) -> str | None:
        """The letter to who knows of the meeting; None: there is nothing to say."""
        if self.before is None:
            # Opened without convening and adjourned (the simple way)
            return INVITATION
        if not self.changes:
            return None
        return PAPERS if only_papers(self.changes) else CHANGE

    @cached_property
    def _items(self) -> list[Item]:
        return next_items(self.meeting)

    @cached_property
    def recipients(self) -> list[Recipient]:
        """Who will be invited when the letters go."""
        return recipients(self.meeting, self._items, self._called)

    @property
    def _called(self) -> set[str]:
        """Substitutes; none once answers are forgotten."""
        told = as_told(self.meeting)
        if self.before is not None and moves_time(self.before["told"], told):
            return set()
        return substitutes_called(self.meeting)

    @cached_property
    def _held(self) -> dict[str, Any]:
        """Who has an invitation, by the keys of the next roster."""
        moved = moved_keys(records_of(self.meeting).snapshot["items"], self._items)
        return {moved.get(key, key): one for key, one in holders(self.meeting).items()}

    @cached_property
    def letters(self) -> dict[str, str]:
        """What each would get, by key; who has no address gets nothing."""
        if not self.is_convened:
            return {}
        invited = {one.key: one for one in self.recipients}
        public = changes_to_tell(self.meeting, public=True)
        rest = untouched(self.recipients, self.changes, public)
        found = letters(self.what, invited, self._held, rest)
        return {
            key: what
            for key, what in found.items()
            if key not in invited or invited[key].to
        }

    @property
    def gone(self) -> list[str]:
        """Names of those who have an invitation and are not to come any more."""
        gone = [key for key, what in self.letters.items() if what == WITHDRAWAL]
        return [self._held[key]["name"] for key in gone]

    @property
    def new(self) -> list[str]:
        """Names of those who get the whole invitation while others have theirs."""
        names = {one.key: one.name for one in self.recipients}
        if self.what == INVITATION:
            return []
        return [names[k] for k, what in self.letters.items() if what == INVITATION]

    def __bool__(self) -> bool:
        if not self.is_convened:
            return False
        came = any(one.what == CAME for one in self.roster)
        return bool(self.changes or came or self.letters)

    @property
    def refusals(self) -> list[Refusal]:
        """Why nothing can be told now."""
        if not self.is_convened:
            message = _("Changes are told of a meeting that is convened.")
            return [Refusal("", message, "not_convened")]
        if local(self.meeting.start) <= now():
            message = _("The beginning of the meeting is in the past; choose another.")
            return [Refusal("start", message, "in_the_past")]
        if not self:
            message = _("Nothing has changed since it was told last.")
            return [Refusal("", message, "nothing_changed")]
        return []


def outstanding(meeting) -> Outstanding:
    """Worked out once on a page."""
    return once(("outstanding", uid_of(meeting)), lambda: Outstanding(meeting))
