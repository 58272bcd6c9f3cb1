"""``{body}/@@kpss-propose``: an idea or a source material of a member (BER-62, BER-72)."""

from datetime import date
from kpss.addon.documents.proposing import IDEA
from kpss.addon.documents.proposing import propose
from kpss.addon.documents.proposing import SOURCE_MATERIAL
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from zope.i18nmessageid import Message


KINDS = (
    (IDEA, _("an idea: what the group should propose or change")),
    (
        SOURCE_MATERIAL,
        _("a source material: data, a survey, an example from elsewhere"),
    ),
)
LENGTHS = {"title": 255, "text": 20000}


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
        last = self.context.valid_to
        if last is not None and last < date.today():
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
        texts = {name: self.sent.text(name) for name in LENGTHS}
        file = self.uploaded()
        if self.sent.text("kind") not in dict(KINDS):
            self.errors["kind"] = _("Choose one of the possibilities.")
        if not texts["title"]:
            self.errors["title"] = _("Fill in the title.")
        elif not texts["text"] and file is None:
            self.errors["text"] = _("Write a text, or add a file.")
        for name, maximum in LENGTHS.items():
            if len(texts[name]) > maximum:
                self.errors[name] = _(
                    "The text has ${length} characters; at most ${maximum} are allowed.",
                    mapping={"length": len(texts[name]), "maximum": maximum},
                )
        if self.errors:
            return None
        made = propose(self.context, kind=self.sent.text("kind"), file=file, **texts)
        self.say(_("Thank you, it is put forward."))
        return made.absolute_url()

    def uploaded(self) -> tuple[bytes, str] | None:
        """Content and name of the file; None: there is none."""
        sent = self.request.form.get("file")
        name = getattr(sent, "filename", "")
        return (sent.read(), name) if name else None
