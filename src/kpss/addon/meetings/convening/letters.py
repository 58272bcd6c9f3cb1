"""The text of an invitation, of its change and of a cancellation, and the calendar file.

Written in the request that convenes; the signed link is put in only when the letter goes.
No name of anybody but the recipient's address is in it.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from functools import partial
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.browser.times import span
from kpss.addon.meetings.calendar.entries import entry_of
from kpss.addon.meetings.calendar.ical import Address
from kpss.addon.meetings.calendar.ical import CANCEL
from kpss.addon.meetings.calendar.ical import invitation
from kpss.addon.meetings.calendar.ical import REQUEST
from kpss.addon.meetings.convening.agenda import Line
from kpss.addon.meetings.convening.agenda import lines_of
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.texts import difference_text
from kpss.addon.meetings.rules.invitation_changes import Difference
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.tellings import CALLED_OFF
from kpss.addon.meetings.rules.tellings import CANCELLATION
from kpss.addon.meetings.rules.tellings import CHANGE
from kpss.addon.meetings.rules.tellings import INVITATION
from kpss.addon.meetings.rules.tellings import PAPERS
from kpss.addon.meetings.rules.tellings import WITHDRAWAL
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import body_of
from kpss.addon.notices.delivery import sender
from kpss.addon.process.meeting_words import named
from kpss.addon.process.sections import process_of
from typing import Any
from zope.i18nmessageid import Message


#: Stands for the token in a letter that has not gone.
TOKEN = "{token}"
PAGE = "@@kpss-invitation"

SUBJECTS = {
    INVITATION: _("mail_invitation", default="Invitation: ${title} – ${body}"),
    CHANGE: _("mail_change", default="Change: ${title} – ${body}"),
    PAPERS: _("mail_papers", default="New papers: ${title} – ${body}"),
    CANCELLATION: _("mail_cancellation", default="Cancelled: ${title} – ${body}"),
    WITHDRAWAL: _("mail_withdrawal", default="Without you: ${title} – ${body}"),
}
#: The title, which has the town's word for a meeting, stands among the facts below.
OPENINGS = {
    INVITATION: _("you are invited to a ${meeting_acc}: ${body}."),
    CHANGE: _("we invited you to a ${meeting_acc} (${body}); this has changed:"),
    PAPERS: _("there are new papers to your invitation (${body}):"),
    CANCELLATION: _("the invitation is off, we will not meet (${body})."),
    WITHDRAWAL: _(
        "you are no longer among those who are invited (${body}); you need not come."
    ),
}


ASKED_TO_VOTE = _("you are asked to vote outside a meeting: ${body}.")
ADDRESS = _(
    "Open the papers and answer whether you will come at this address. It is yours alone, "
    "do not pass it on; it works until the end of the day of the ${meeting_gen}, and your "
    "answer can be changed until the ${meeting} begins:"
)
CALENDAR = _("The attached file puts the ${meeting_acc} into your calendar.")


@dataclass(frozen=True)
class Sending:
    """What is sent to everybody. ``changes``: since it was told last, ``public`` of them
    those of public items and papers. ``reason``: given by whoever cancels or convenes at
    short notice, empty where none was."""

    what: str
    sequence: int
    changes: Sequence[Difference] = ()
    public: Sequence[Difference] = ()
    reason: str = ""


class Writer:
    """Letters of one sending; gathers once what all of them say."""

    def __init__(self, meeting, sending: Sending):
        self.meeting, self.sending = meeting, sending
        self.body, self.process = body_of(meeting), process_of(meeting)
        self.entry = entry_of(meeting, sending.sequence)
        self.lines = {
            everything: lines_of(meeting, everything=everything)
            for everything in (True, False)
        }

    def letter(self, one: Recipient) -> dict[str, Any]:
        """Subject, text and attachment for one recipient."""
        said = partial(translate, language=one.language)
        return {
            "subject": said(self._named(SUBJECTS[self.sending.what])),
            "text": "\n\n".join(self._paragraphs(one, said)),
            "attachment": self._attachment(one, said),
        }

    def _named(self, message: Message) -> Message:
        names = {"title": self.meeting.title, "body": self.body.title}
        return Message(message, mapping=names)

    def _paragraphs(self, one: Recipient, said) -> Iterator[str]:
        what = self.sending.what
        yield said(_("Good day,"))
        yield said(named(self._named(self._opening), self.meeting, said))
        changes = self._told(one)
        if changes:
            yield "\n".join(f"- {difference_text(c, said)}" for c in changes)
        if self.sending.reason:
            yield said(_("Reason: ${why}", mapping={"why": self.sending.reason}))
        yield "\n".join(self._facts(said))
        if what not in CALLED_OFF:
            yield from self._business(one, said)
        yield self.process.municipality or self.process.title

    @property
    def _opening(self) -> Message:
        what = self.sending.what
        votes = self.meeting.kind == PER_ROLLAM and what == INVITATION
        return ASKED_TO_VOTE if votes else OPENINGS[what]

    def _told(self, one: Recipient) -> Sequence[Difference]:
        """Changes of internal items are no business of who gets the public ones."""
        return self.sending.changes if one.everything else self.sending.public

    def _facts(self, said) -> Iterator[str]:
        meeting = self.meeting
        yield meeting.title
        if self.sending.what == WITHDRAWAL:
            # Where and when is for those who come
            return
        yield said(self._when(said))
        if meeting.place:
            yield said(_("Where: ${place}", mapping={"place": meeting.place}))
        if meeting.online_link and self.sending.what != CANCELLATION:
            yield said(_("Online: ${url}", mapping={"url": meeting.online_link}))

    def _when(self, said) -> Message:
        meeting = self.meeting
        if meeting.kind == PER_ROLLAM and meeting.end is not None:
            mapping = {"when": said(moment(meeting.end))}
            return _("It is voted until: ${when}", mapping=mapping)
        mapping = {"when": said(span(meeting.start, meeting.end))}
        return _("When: ${when}", mapping=mapping)

    def _business(self, one: Recipient, said) -> Iterator[str]:
        lines = self.lines[one.everything]
        if lines:
            agenda = [
                said(_("Agenda:")),
                *(x for line in lines for x in _item(line, said)),
            ]
            yield "\n".join(agenda)
        if self.meeting.note:
            yield self.meeting.note
        yield said(self._asked(said))
        yield f"{self.meeting.absolute_url()}/{PAGE}/{TOKEN}"
        yield said(named(CALENDAR, self.meeting, said))

    def _asked(self, said) -> Message:
        if self.meeting.kind == PER_ROLLAM:
            return _(
                "Open the papers and vote at this address. It is yours alone, do not pass "
                "it on; until the deadline you can change your vote:"
            )
        return named(ADDRESS, self.meeting, said)

    def _attachment(self, one: Recipient, said) -> dict[str, Any]:
        leaves = self.sending.what == WITHDRAWAL
        method = CANCEL if leaves or self.entry.cancelled else REQUEST
        place = "" if leaves else self.entry.location
        name = self.process.municipality or self.process.title
        text = invitation(
            replace(self.entry, modified=now(), location=place),
            method,
            Address(sender() or "", name),
            Address(one.to, one.name),
        )
        return {
            "name": said(_("invitation.ics")),
            "subtype": "calendar",
            "params": {"method": method},
            "text": text,
        }


def _item(line: Line, said) -> Iterator[str]:
    """A line of the agenda, and its papers under it."""
    indent = "   " if line.sub else ""
    number = f"{line.number}. " if line.number else ""
    yield f"{indent}{number}{line.title}"
    for paper in line.papers:
        named = said(_("paper: ${title}", mapping={"title": paper.title}))
        yield f"{indent}   {named}"
