"""What the recording forms share: fields as data, errors beside them, one template."""

from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.forms.sent import Sent
from kpss.addon.process.sections import process_of
from kpss.addon.restapi_errors import sentence
from plone import api
from plone.memoize.view import memoize
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema.interfaces import IField
from zope.schema.interfaces import ValidationError


#: Value and label.
Options = list[tuple[str, str]]


@dataclass(frozen=True)
class Field:
    """One field of a form.

    ``kind``: text, email, date, select, radio, checkbox, checks, textarea, file. Of
    checks several may be chosen: ``initial`` has them apart by spaces. A file is not
    shown again when the form comes back: browsers do not allow it.
    """

    name: str
    label: Message | str
    kind: str = "text"
    help: Message | str = ""
    required: bool = False
    options: tuple[tuple[str, Message | str], ...] = ()
    initial: str = ""


@dataclass(frozen=True)
class Fieldset:
    """Fields that belong together; ``folded``: behind a line to be opened."""

    id: str
    legend: Message | str
    fields: tuple[Field, ...]
    help: Message | str = ""
    folded: bool = False


@implementer(ITitledView)
class RecordingForm(BrowserView):
    """A form that judges everything first and then writes all of it or nothing.

    A form gives ``heading`` and ``handle() -> address to go to, or None`` when there
    are ``errors`` (by name of the field), and the fields of the shared template.
    """

    template = ViewPageTemplateFile("form.pt")
    #: Macros of fields and of the summary of errors.
    parts = ViewPageTemplateFile("macros.pt")
    lead: Message | str = ""
    button: Message | str = _("Save")
    button_class = "btn-primary"
    back_title: Message | str = _("Cancel")

    def __call__(self):
        self.errors: dict[str, Message | str] = {}
        self.sent = Sent(self.request.form)
        if self.request.method == "POST":
            self.check_authenticator()
            if self.refused is None:
                target = self.handle()
                if target is not None:
                    return self.request.response.redirect(target)
        return self.render()

    def check_authenticator(self) -> None:
        """Raises Forbidden when another site has sent the form."""
        CheckAuthenticator(self.request)

    def render(self):
        return self.template()

    @property
    def heading(self) -> Message | str:
        return ""

    @property
    def title(self) -> str:
        return translate(self.heading)

    @property
    @memoize
    def process(self):
        return process_of(self.context)

    @property
    def refused(self) -> Message | None:
        """Why the form cannot be used at all now; None when it can."""
        return None

    @property
    def notes(self) -> list[Message | str]:
        """What should be known before filling in."""
        return []

    @property
    def links(self) -> list[tuple[str, Message | str]]:
        """Addresses and titles of what should be looked at before."""
        return []

    @property
    def fieldsets(self) -> list[Fieldset]:
        return []

    @property
    def hidden(self) -> dict[str, str]:
        return {}

    @property
    def back_url(self) -> str:
        return self.context.absolute_url()

    # For the template

    @property
    def was_sent(self) -> bool:
        return self.request.method == "POST"

    def value(self, field: Field) -> str:
        """What was typed, or what is suggested at first."""
        if not self.was_sent and field.name not in self.request.form:
            return field.initial
        if field.kind == "checks":
            return " ".join(self.sent.several(field.name))
        return self.sent.shown(field.name, is_day=field.kind == "date")

    def is_open(self, fieldset: Fieldset) -> bool:
        """Whether a folded part has something to be seen."""
        names = [field.name for field in fieldset.fields]
        return any(name in self.errors or self.sent.text(name) for name in names)

    def rendered(self, fields: Iterable[Field]) -> list[dict[str, Any]]:
        """Fields with value, error and what describes them."""
        return [self._rendered(field) for field in fields]

    def _rendered(self, field: Field) -> dict[str, Any]:
        error = self.errors.get(field.name)
        described = [
            f"{field.name}-{part}"
            for part, said in (("help", field.help), ("error", error))
            if said
        ]
        return {
            "field": field,
            "value": self.value(field),
            "error": error,
            "described": " ".join(described) or None,
        }

    @property
    def summary(self) -> list[dict[str, Any]]:
        """Errors in the order of the fields: where they are, and what they say."""
        if not self.errors:
            return []
        known = [one for fieldset in self.fieldsets for one in fieldset.fields]
        named = [
            {"id": one.name, "label": one.label, "message": self.errors[one.name]}
            for one in known
            if one.name in self.errors
        ]
        names = {one.name for one in known}
        return named + [
            {"id": "", "label": "", "message": message}
            for name, message in self.errors.items()
            if name not in names
        ]

    def judge(self, name: str, field: IField, value: Any) -> bool:
        """Whether a schema field takes the value; the error stands at ``name``."""
        try:
            field.validate(value)
        except ValidationError as error:
            self.errors.setdefault(name, sentence(error))
            return False
        return True

    def say(self, message: Message, kind: str = "info") -> None:
        api.portal.show_message(message, self.request, kind)
