"""``{process}/documents/@@kpss-enter-approved``: documents approved before this site."""

from datetime import date
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.approval.entering import enter_approved
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.vocabularies import kinds_of
from kpss.addon.documents.document import IDocument
from kpss.addon.documents.proposing import rich
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from zExceptions import NotFound
from zope.i18nmessageid import Message


#: Annexes that can be entered at once.
ANNEXES = 3
CHOOSE, NONE = ("", _("choose")), ("", _("none"))
#: Fields of the rules by fields of the form.
FIELDS = {"date": "on", "resolution": "number", "effect_on": "effect_on"}


class EnterApproved(RefusableForm):
    """The document, who approved it and when; its way before is not told."""

    heading = _("Enter a document that has been approved already")
    button = _("Enter")
    lead = _(
        "For documents from before this site. They appear among documents in force or in "
        "the archive, and their resolution in the register."
    )

    #: What was entered.
    made = None

    def __call__(self):
        if self.context.getId() != "documents":
            raise NotFound("kpss-enter-approved")
        return super().__call__()

    @cached_property
    def bodies(self) -> dict[str, str]:
        """All that the reader may see, ended ones too."""
        acting = IActingBodies(self.process)
        known = acting.bodies().values()
        return {one.id: one.title for one in known if acting.may_see(one.id)}

    @cached_property
    def repealable(self) -> dict[str, str]:
        approved = IApprovals(self.process).approved()
        return {one.getId(): one.title for one in approved}

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset("document", _("Document"), self._document()),
            Fieldset("decision", _("Approval"), self._decision()),
            Fieldset("annexes", _("Annexes"), self._annexes(), folded=True),
        ]

    def _document(self) -> tuple[Field, ...]:
        return (
            Field("title", _("Title"), required=True),
            Field(
                "kind",
                _("Kind of document"),
                kind="select",
                required=True,
                options=(CHOOSE, *kinds_of(self.context)),
            ),
            Field("period", _("Period")),
            Field("file", _("File"), kind="file"),
            Field("text", _("Text"), kind="textarea"),
            Field("internal", _("The document is not public"), kind="checkbox"),
        )

    def _decision(self) -> tuple[Field, ...]:
        return (
            Field(
                "body",
                _("Approved by"),
                kind="select",
                required=True,
                options=(CHOOSE, *self.bodies.items()),
            ),
            Field("on", _("Day of the decision"), kind="date", required=True),
            Field(
                "number",
                _("Number of the resolution"),
                help=_("As the body numbers it, for example 217/15."),
            ),
            Field(
                "effect_on",
                _("In force from"),
                kind="date",
                help=_("Left empty: from the day of approval."),
            ),
            Field(
                "valid_to",
                _("Last day in force"),
                kind="date",
                help=_("Left empty: until another document repeals it."),
            ),
            Field(
                "repeals",
                _("Repeals"),
                kind="select",
                options=(NONE, *self.repealable.items()),
            ),
        )

    def _annexes(self) -> tuple[Field, ...]:
        found: list[Field] = []
        for number in range(1, ANNEXES + 1):
            which = {"number": number}
            found += [
                Field(f"annex_{number}", _("Title of annex ${number}", mapping=which)),
                Field(
                    f"annex_{number}_file",
                    _("File of annex ${number}", mapping=which),
                    kind="file",
                ),
            ]
        return tuple(found)

    def act(self) -> Message | None:
        days = {
            name: self.sent.day(name, self.errors)
            for name in ("on", "effect_on", "valid_to")
        }
        self._judge(days)
        if self.errors:
            return None
        self.made = self._make(days)
        return _("The document was entered.")

    @property
    def back_url(self) -> str:
        return (self.context if self.made is None else self.made).absolute_url()

    def field_of(self, name: str) -> str:
        return FIELDS.get(name, name)

    def _judge(self, days: dict[str, date | None]) -> None:
        required = {
            "title": _("Fill in the title."),
            "kind": _("Choose the kind of document."),
            "body": _("Choose the body that approved it."),
        }
        known = {"kind": dict(kinds_of(self.context)), "body": self.bodies}
        for name, message in required.items():
            value = self.sent.text(name)
            if not value or value not in known.get(name, {value}):
                self.errors[name] = message
        for number in range(1, ANNEXES + 1):
            file = self.uploaded(f"annex_{number}_file")
            if file is not None and not self.sent.text(f"annex_{number}"):
                self.errors[f"annex_{number}"] = _("Fill in the title.")
        for name in ("title", "period"):
            self.judge(name, IDocument[name], self.sent.text(name) or None)
        if days["on"] is None and "on" not in self.errors:
            self.errors["on"] = _("Fill in the day.")
        if not self.sent.text("text") and self.uploaded("file") is None:
            self.errors["file"] = _("Add a file, or write a text.")
        repeals = self.sent.text("repeals")
        if repeals and repeals not in self.repealable:
            self.errors["repeals"] = _("There is no such document in force.")

    def _make(self, days: dict[str, date | None]):
        repeals = self.sent.text("repeals")
        common = {
            "document_kind": self.sent.text("kind"),
            "purpose": "adoption",
            "internal": self.sent.flag("internal"),
        }
        made = createContentInContainer(
            self.context,
            "kpss.Document",
            title=self.sent.text("title"),
            period=self.sent.text("period") or None,
            text=rich(self.sent.text("text")),
            file=self.uploaded("file"),
            valid_to=days["valid_to"],
            repeals=[repeals] if repeals else [],
            **common,
        )
        for number in range(1, ANNEXES + 1):
            title = self.sent.text(f"annex_{number}")
            if title:
                createContentInContainer(
                    self.context,
                    "kpss.Document",
                    title=title,
                    file=self.uploaded(f"annex_{number}_file"),
                    annex_of=made.getId(),
                    annex_number=number,
                    **common,
                )
        enter_approved(
            made,
            body=self.sent.text("body"),
            on=days["on"],
            number=self.sent.text("number") or None,
            effect_on=days["effect_on"],
        )
        return made

    def uploaded(self, name: str) -> NamedBlobFile | None:
        sent = self.sent.file(name)
        return sent and NamedBlobFile(sent.read(), filename=sent.filename)
