"""``{meeting}/@@kpss-invitation/<token>``: the agenda, the papers and the answer.

The token is the right: with an account or without one. A GET shows and changes nothing,
so a mail filter that opens links does no harm; a POST answers. Without a valid token
nothing is told about the meeting, not even that there is one.
"""

from datetime import timedelta
from functools import cached_property
from kpss.addon.approval.refusals import Refusals
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.browser.titled import ITitledView
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IOpensByToken
from kpss.addon.meetings.browser.times import span
from kpss.addon.meetings.convening.agenda import Line
from kpss.addon.meetings.convening.agenda import lines_of
from kpss.addon.meetings.convening.agenda import paper_file
from kpss.addon.meetings.convening.browser.reply_fields import fields_of
from kpss.addon.meetings.convening.browser.reply_fields import read_reply
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
from kpss.addon.meetings.rules.links import EXPIRED
from kpss.addon.meetings.rules.links import VALID
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.who import body_of
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.process.sections import process_of
from plone import api
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


NOT_FOUND, GONE = 404, 410


@implementer(ITitledView, IWithoutByline)
class Closed(BrowserView):
    """Said instead of the page; in the site, so that nothing of the meeting shows."""

    template = ViewPageTemplateFile("closed.pt")

    def __init__(self, request, verdict: str):
        super().__init__(api.portal.get(), request)
        self.expired = verdict == EXPIRED

    def __call__(self):
        status = GONE if self.expired else NOT_FOUND
        self.request.response.setStatus(status, lock=True)
        return self.template()

    @property
    def title(self) -> str:
        return translate(_("This link does not work"))


@implementer(IPublishTraverse, IWithoutByline, IOpensByToken)
class Invitation(RecordingForm):
    """For the one person whom the link belongs to."""

    template = ViewPageTemplateFile("invitation.pt")
    token = paper = ""
    #: Outside a meeting nobody comes: the same link opens the page of the votes.
    takes_votes = False
    size = staticmethod(size)
    button = _("Send the answer")

    def publishTraverse(self, request, name):
        if not self.token:
            self.token = name
        elif not self.paper:
            self.paper = name
        else:
            raise NotFound("kpss-invitation")
        return self

    def __call__(self):
        self._close_the_door()
        self.meeting = self.context
        holder = holder_of_link(self.meeting, self.token)
        self.who: Recipient | None = (
            recipient(self.meeting, holder.key) if holder.verdict == VALID else None
        )
        if self.who is None:
            return Closed(self.request, holder.verdict)()
        if self.paper:
            return self.download()
        if self.meeting.kind == PER_ROLLAM and not self.takes_votes:
            target = f"{self.meeting.absolute_url()}/@@kpss-ballots/{self.token}"
            return self.request.response.redirect(target)
        # The parts of the page around it say nothing that the reader may not know
        self.context = process_of(self.meeting)
        # The token, which no other site knows, stands for the protection of forms
        alsoProvides(self.request, IDisableCSRFProtection)
        return super().__call__()

    def check_authenticator(self) -> None:
        """The token is the authenticator."""

    def _close_the_door(self) -> None:
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        response.setHeader("Referrer-Policy", "no-referrer")

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
        return span(self.meeting.start, self.meeting.end)

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

    def handle(self) -> str | None:
        try:
            record_reply(self.meeting, self.who.key, read_reply(self.sent), SELF)
        except Refusals as refusals:
            for one in refusals.refusals:
                self.errors.setdefault(one.field, one.message)
            return None
        self.say(_("Thank you, your answer was recorded."))
        return self.url
