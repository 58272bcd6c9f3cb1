"""``{item}/@@kpss-papers``: several papers at once, and which of them are for everybody."""

from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.browser.agenda_form import AgendaForm
from kpss.addon.meetings.agenda.papers import add_papers
from kpss.addon.meetings.agenda.papers import flag_papers
from kpss.addon.meetings.agenda.papers import judge_uploads
from kpss.addon.meetings.agenda.papers import most_bytes
from kpss.addon.meetings.agenda.papers import remove_paper
from kpss.addon.meetings.agenda.papers import uploads
from kpss.addon.meetings.agenda.reading import PaperLine
from kpss.addon.meetings.agenda.reading import papers_of
from kpss.addon.meetings.rules.visibility import PUBLIC
from kpss.addon.meetings.visibility import is_public
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class Papers(AgendaForm):
    """For who records the meeting."""

    template = ViewPageTemplateFile("papers.pt")
    size = staticmethod(size)

    @property
    def heading(self) -> Message:
        return _("Papers: ${item}", mapping={"item": self.context.title})

    @property
    def lines(self) -> list[PaperLine]:
        return list(papers_of(self.context))

    def is_flagged(self, name: str) -> bool:
        return name in (self.context.public_papers or ())

    @property
    def can_be_public(self) -> bool:
        """Whether what is flagged will be seen by everybody."""
        public_meeting = is_public(self.meeting)
        return public_meeting and self.context.publicity == PUBLIC

    @property
    def most(self) -> Message:
        return size(most_bytes())

    def act(self) -> Message | None:
        sent = self.request.form.get("papers") or []
        new = uploads(sent if isinstance(sent, list | tuple) else [sent])
        judge_uploads(self.context, new)
        removed = set(self.sent.several("remove")) & set(self.context.objectIds())
        before, public = (
            set(self.context.public_papers or ()),
            set(self.sent.several("public")),
        )
        if not new and not removed and public == before:
            self.errors["papers"] = _("Nothing would change: choose a file.")
            return None
        flag_papers(self.context, self.sent.several("public"))
        for name in removed:
            remove_paper(self.context, name)
        add_papers(self.context, new, public=self.sent.flag("new_public"))
        return _("The papers were saved.")
