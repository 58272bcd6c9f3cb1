"""``{body}/@@kpss-propose``: an idea or a source material of a member (BER-62, BER-72)."""

from datetime import date
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.documents.document import IDocument
from kpss.addon.documents.proposing import IDEA
from kpss.addon.documents.proposing import propose
from kpss.addon.documents.proposing import SOURCE_MATERIAL
from kpss.addon.fields import LongText
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from plone.namedfile.file import NamedBlobFile
from zope.i18nmessageid import Message


KINDS = (
    (IDEA, _("an idea: what the group should propose or change")),
    (
        SOURCE_MATERIAL,
        _("a source material: data, a survey, an example from elsewhere"),
    ),
)
TEXT = LongText(title=_("Text"), maximum=20000, required=False)


class Propose(RecordingForm):
    """For who is in the body; the body decides what becomes of it."""

    button = _("Put forward")
    lead = _(
        "Members of the body, the coordinator and the office read it, nobody else."
    )

    @property
    def heading(self) -> Message:
        return _(
            "Idea or source material for ${body}", mapping={"body": self.context.title}
        )

    @property
    def refused(self) -> Message | None:
        if self.process is None or "documents" not in self.process:
            return _("This process has no section of documents.")
        if not exists_on(date.today(), None, self.context.valid_to):
            return _("The body has ended.")
        return None

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset(
                "proposal",
                _("What you put forward"),
                (
                    Field(
                        "kind",
                        _("Kind"),
                        kind="radio",
                        required=True,
                        options=KINDS,
                        initial=IDEA,
                    ),
                    Field("title", _("Title"), required=True),
                    Field("text", _("Text"), kind="textarea"),
                    Field("file", _("File"), kind="file"),
                ),
            )
        ]

    def handle(self) -> str | None:
        title, text = self.sent.text("title"), self.sent.text("text")
        file = self.sent.file("file")
        if self.sent.text("kind") not in dict(KINDS):
            self.errors["kind"] = _("Choose one of the possibilities.")
        if not title:
            self.errors["title"] = _("Fill in the title.")
        elif not text and file is None:
            self.errors["text"] = _("Write a text, or add a file.")
        self.judge("title", IDocument["title"], title)
        self.judge("text", TEXT, text)
        if self.errors:
            return None
        made = propose(
            self.context,
            kind=self.sent.text("kind"),
            title=title,
            text=text,
            file=file and NamedBlobFile(file.read(), filename=file.filename),
        )
        self.say(_("Thank you, it is put forward."))
        return made.absolute_url()
