"""``{item}/@@kpss-papers``: several papers at once, and which of them are for everybody."""

from AccessControl import Unauthorized
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.papers import add_papers
from kpss.addon.meetings.agenda.papers import flag_papers
from kpss.addon.meetings.agenda.papers import judge_uploads
from kpss.addon.meetings.agenda.papers import most_bytes
from kpss.addon.meetings.agenda.papers import remove_paper
from kpss.addon.meetings.agenda.papers import uploads
from kpss.addon.meetings.agenda.reading import PaperLine
from kpss.addon.meetings.agenda.reading import papers_of
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.rules.visibility import PUBLIC
from kpss.addon.meetings.visibility import is_public
from kpss.addon.meetings.who import may_record
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class Papers(RefusableForm):
    """For who records the meeting."""

    template = ViewPageTemplateFile("papers.pt")
    size = staticmethod(size)

    def __call__(self):
        if not may_record(meeting_of(self.context)):
            raise Unauthorized()
        return super().__call__()

    @property
    def heading(self) -> Message:
        return _("Papers: ${item}", mapping={"item": self.context.title})

    @property
    def refused(self) -> Message | None:
        if not is_open(meeting_of(self.context)):
            return _("The meeting is closed; its agenda stays as it is.")
        return None

    @property
    def back_url(self) -> str:
        meeting = meeting_of(self.context).absolute_url()
        return f"{meeting}/@@kpss-agenda#{self.context.getId()}"

    @property
    def lines(self) -> list[PaperLine]:
        return list(papers_of(self.context))

    def is_flagged(self, name: str) -> bool:
        return name in (self.context.public_papers or ())

    @property
    def can_be_public(self) -> bool:
        """Whether what is flagged will be seen by everybody."""
        public_meeting = is_public(meeting_of(self.context))
        return public_meeting and self.context.publicity == PUBLIC

    @property
    def most(self) -> Message:
        return size(most_bytes())

    def act(self) -> Message:
        sent = self.request.form.get("papers") or []
        new = uploads(sent if isinstance(sent, list | tuple) else [sent])
        judge_uploads(self.context, new)
        removed = set(self.sent.several("remove")) & set(self.context.objectIds())
        flag_papers(self.context, self.sent.several("public"))
        for name in removed:
            remove_paper(self.context, name)
        add_papers(self.context, new, public=self.sent.flag("new_public"))
        return _("The papers were saved.")
