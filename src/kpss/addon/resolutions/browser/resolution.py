"""The page of a resolution, and its correction once it is published."""

from Acquisition import aq_parent
from datetime import date
from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.approval.possible import PASS_ON
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import VERBS
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.resolutions.permissions import ADD_FILE
from kpss.addon.resolutions.permissions import ADOPT
from kpss.addon.resolutions.permissions import INSIDE
from kpss.addon.resolutions.resolution import IResolution
from kpss.addon.resolutions.texts import STATE_TITLES
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IWithoutByline)
class ResolutionPage(BrowserView):
    """What was resolved, by whom and when, and what it decides."""

    day = staticmethod(day)

    @property
    def body(self):
        return aq_parent(self.context)

    @property
    def verb(self) -> Message | str:
        return title_of(VERBS, self.context.verb)

    @property
    def state(self) -> str:
        return api.content.get_state(self.context)

    @property
    def state_title(self) -> Message:
        return STATE_TITLES[self.state]

    @property
    def is_inside(self) -> bool:
        return bool(api.user.has_permission(INSIDE, obj=self.context))

    @property
    def text(self) -> str | None:
        """The whole text inside; outside what is meant for the public."""
        if self.is_inside:
            return self.context.text or self.context.public_text
        return self.context.public_text

    @property
    def file(self) -> dict | None:
        value = self.context.file
        if value is None:
            return None
        url = f"{self.context.absolute_url()}/@@download/file/{value.filename}"
        return {"name": value.filename, "url": url}

    @property
    def attachments(self) -> list[dict]:
        """Files in the resolution, in their order; they are as public as it is."""
        brains = api.content.find(
            context=self.context,
            depth=1,
            portal_type="File",
            sort_on="getObjPositionInParent",
        )
        return [
            {"title": brain.Title, "url": f"{brain.getURL()}/view"} for brain in brains
        ]

    @property
    def may_attach(self) -> bool:
        return bool(api.user.has_permission(ADD_FILE, obj=self.context))

    @property
    def subject(self) -> dict | None:
        """What it decides, for who may see it."""
        # Others would be asked to log in instead of reading the resolution
        found = object_by_uid(self.context.subject_uid)
        if not IApprovable.providedBy(found):
            return None
        if not api.user.has_permission("View", obj=found):
            return None
        return {"title": found.title, "url": found.absolute_url()}

    @property
    def may_pass_on(self) -> bool:
        return bool(api.user.has_permission(PASS_ON, obj=self.context))

    @property
    def may_correct(self) -> bool:
        if not api.user.has_permission(ADOPT, obj=self.context):
            return False
        return self.state in ("published", "fulfilled", "repealed")


class Correct(RecordingForm):
    """``{resolution}/@@kpss-correct``: a published one changes only with a reason."""

    button = _("Save the correction")
    corrected = ("title", "public_text", "addressee")

    @property
    def heading(self) -> Message:
        return _("Correct the resolution ${number}", mapping=self._mapping)

    @property
    def _mapping(self) -> dict[str, str]:
        return {"number": self.context.number or self.context.title}

    @property
    def refused(self) -> Message | None:
        if api.content.get_state(self.context) not in (
            "published",
            "fulfilled",
            "repealed",
        ):
            return _("Only a published resolution is corrected; edit this one.")
        return None

    @property
    def notes(self) -> list[Message]:
        return [_("The correction and its reason stay visible to everybody.")]

    @property
    def fieldsets(self) -> list[Fieldset]:
        kinds = {"public_text": "textarea"}
        fields = [
            Field(
                name,
                IResolution[name].title,
                kind=kinds.get(name, "text"),
                required=IResolution[name].required,
                initial=getattr(self.context, name) or "",
            )
            for name in self.corrected
        ]
        reason = Field("reason", _("Reason of the correction"), required=True)
        return [Fieldset("kpss-correct", _("Correction"), (*fields, reason))]

    def handle(self) -> str | None:
        reason = self.sent.text("reason")
        if not reason:
            self.errors["reason"] = _("Give the reason.")
        values = {name: self.sent.text(name) or None for name in self.corrected}
        for name, value in values.items():
            self.judge(name, IResolution[name].bind(self.context), value)
        if self.errors:
            return None
        self.write(values, reason)
        return self.back_url

    def write(self, values: dict[str, str | None], reason: str) -> None:
        changed = {
            name: getattr(self.context, name)
            for name, value in values.items()
            if (getattr(self.context, name) or None) != value
        }
        if not changed:
            self.say(_("Nothing was changed."))
            return
        for name in changed:
            setattr(self.context, name, values[name])
        kept = {
            "on": date.today().isoformat(),
            "reason": reason,
            "by": api.user.get_current().getId() or "",
            **{f"old_{name}": old for name, old in changed.items()},
        }
        self.context.corrections = [*(self.context.corrections or ()), kept]
        self.context.reindexObject()
        self.say(_("The correction was saved."))
