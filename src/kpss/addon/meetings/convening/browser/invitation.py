"""``{meeting}/@@kpss-invitation/<token>``: the agenda, the papers and the answer.

A POST answers. Without a valid token nothing is told about the meeting, not even that
there is one.
"""

from datetime import timedelta
from functools import cached_property
from kpss.addon.browser.dates import day
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.meetings.browser.times import when
from kpss.addon.meetings.convening.agenda import Line
from kpss.addon.meetings.convening.agenda import lines_of
from kpss.addon.meetings.convening.agenda import paper_file
from kpss.addon.meetings.convening.browser.reply_fields import fields_of
from kpss.addon.meetings.convening.browser.reply_fields import read_reply
from kpss.addon.meetings.convening.browser.signed import Closed
from kpss.addon.meetings.convening.browser.signed import SignedForm
from kpss.addon.meetings.convening.letters import PAGE
from kpss.addon.meetings.convening.links import expires
from kpss.addon.meetings.convening.links import holder_of_link
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.recipients import recipient
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.replying import record_reply
from kpss.addon.meetings.convening.replying import SELF
from kpss.addon.meetings.convening.texts import REPLIES
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.links import VALID
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.who import body_of
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class Invitation(SignedForm):
    """For the one person whom the link belongs to."""

    template = ViewPageTemplateFile("invitation.pt")
    paper = ""
    #: Outside a meeting nobody comes: the same link opens the page of the votes.
    takes_votes = False
    expired = _(
        "The link worked until the end of the day of the meeting, and that is over."
    )
    size = staticmethod(size)
    button = _("Send the answer")

    def publishTraverse(self, request, name):
        if not self.token or self.paper:
            return super().publishTraverse(request, name)
        self.paper = name
        return self

    def find_holder(self) -> str:
        self.meeting = self.context
        holder = holder_of_link(self.meeting, self.token)
        self.who: Recipient | None = (
            recipient(self.meeting, holder.key) if holder.verdict == VALID else None
        )
        return holder.verdict

    def answer(self):
        if self.paper:
            return self.download()
        if self.meeting.kind == PER_ROLLAM and not self.takes_votes:
            target = f"{self.meeting.absolute_url()}/@@kpss-ballots/{self.token}"
            return self.request.response.redirect(target)
        return super().answer()

    def download(self):
        """A paper of the agenda of this person; others are not found."""
        if self.paper not in {one.uid for line in self.lines for one in line.papers}:
            return Closed(self.request, "")()
        file = paper_file(self.meeting, self.paper)
        set_headers(file, self.request.response, filename=file.filename)
        self.request.response.setHeader("X-Content-Type-Options", "nosniff")
        return stream_data(file)

    # The page

    @property
    def url(self) -> str:
        return f"{self.meeting.absolute_url()}/{PAGE}/{self.token}"

    @property
    def back_url(self) -> str:
        return self.url

    @property
    def heading(self) -> str:
        return self.meeting.title

    @property
    def body_title(self) -> str:
        return body_of(self.meeting).title

    @property
    def when(self):
        return when(self.meeting)

    @property
    def until(self):
        """The last day on which the link opens."""
        return day((expires(self.meeting) - timedelta(seconds=1)).date())

    @property
    def is_cancelled(self) -> bool:
        return state_of(self.meeting) == CANCELLED

    @cached_property
    def lines(self) -> list[Line]:
        if state_of(self.meeting) not in (CONVENED, "in_session", "held", "closed"):
            return []
        return lines_of(self.meeting, everything=self.who.everything)

    @cached_property
    def answers(self) -> Answers:
        return Answers(self.meeting)

    @property
    def may_answer(self) -> bool:
        return not self.answers.over

    @property
    def answered(self):
        """What was answered, in the words of the form."""
        found = self.answers.of(self.who.key)
        return dict(REPLIES)[found.reply.state] if found is not None else None

    @property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.answers, self.who.key)

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [Fieldset("kpss-answer", _("Will you come?"), self.fields)]

    def act(self) -> Message:
        record_reply(self.meeting, self.who.key, read_reply(self.sent), SELF)
        return _("Thank you, your answer was recorded.")
