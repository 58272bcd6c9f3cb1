"""``{document}/@@kpss-amend``: a draft of a change of a document in force (ZAT-91)."""

from AccessControl import Unauthorized
from datetime import date
from kpss.addon.approval.case import case_of
from kpss.addon.approval.rules.states import IN_FORCE
from kpss.addon.approval.standing import state_today
from kpss.addon.documents.document import IDocument
from kpss.addon.documents.permissions import ADD
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.i18nmessageid import Message


#: Taken over into the draft.
COPIED = (
    "description",
    "text",
    "document_kind",
    "author_body",
    "important",
    "internal",
)


class Amend(RecordingForm):
    """The text of the document in a new draft that is to repeal it."""

    button = _("Make the draft")

    @property
    def heading(self) -> Message:
        return _("Propose a change: ${title}", mapping={"title": self.context.title})

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "A document in force is not changed. A draft with its text is made; when "
                "it is approved, it repeals this document on the day of its effect."
            )
        ]

    @property
    def refused(self) -> Message | None:
        if not api.user.has_permission(ADD, obj=self.context.aq_parent):
            raise Unauthorized(ADD)
        if state_today(case_of(self.context), date.today()) != IN_FORCE:
            return _("Only a document in force is amended.")
        return None

    @property
    def fieldsets(self) -> list[Fieldset]:
        title = Field(
            "title",
            _("Title of the new document"),
            required=True,
            initial=self.context.title,
        )
        return [Fieldset("kpss-amend", _("Change"), (title,))]

    def handle(self) -> str | None:
        title = self.sent.text("title")
        if not title:
            self.errors["title"] = _("Give the title.")
            return None
        if not self.judge("title", IDocument["title"], title):
            return None
        return f"{self.make(title).absolute_url()}/edit"

    def make(self, title: str):
        return createContentInContainer(
            self.context.aq_parent,
            "kpss.Document",
            title=title,
            purpose="amendment",
            repeals=[self.context.getId()],
            **{name: getattr(self.context, name) for name in COPIED},
        )
