"""Annulling a membership that was entered by mistake, and taking that back."""

from kpss.addon.bodies.membership.admitting import refusals
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.recording.membership_form import MembershipForm
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.template_content import refuse_locked
from plone import api
from zope.i18nmessageid import Message


class AnnulMembership(MembershipForm):
    """``{membership}/@@kpss-annul-membership``."""

    button = _("Annul the membership")
    lead = _(
        "Only for what was entered by mistake: the membership then gives no seat, not "
        "even in the past. Whoever left or was replaced is ended with a last day."
    )

    @property
    def heading(self) -> Message:
        return _(
            "Annul the membership: ${membership}",
            mapping={"membership": self.context.title},
        )

    @property
    def refused(self) -> Message | None:
        if super().refused is None and not self.may("annul"):
            return _("The membership cannot be annulled now.")
        return super().refused

    @property
    def fieldsets(self) -> list[Fieldset]:
        field = Field("comment", _("What was wrong"), required=True)
        return [Fieldset("kpss-annul", _("Reason"), (field,))]

    def handle(self) -> str | None:
        comment = self.sent.text("comment")
        if not comment:
            self.errors["comment"] = _("Say why, for those who come after you.")
        if not self.is_current() or self.errors:
            return None
        api.content.transition(self.context, "annul", comment=comment)
        mapping = {"membership": self.context.title, "body": self.body.title}
        self.say(_("Annulled: ${membership}, ${body}.", mapping=mapping))
        return self.back_url


class RestoreMembership(MembershipForm):
    """``{membership}/@@kpss-restore-membership``: judged like a new one."""

    button = _("Restore the membership")

    @property
    def heading(self) -> Message:
        return _(
            "Restore the membership: ${membership}",
            mapping={"membership": self.context.title},
        )

    @property
    def refused(self) -> Message | None:
        if not self.may("restore"):
            return _("The membership is not annulled.")
        return refuse_locked(self.context)

    def handle(self) -> str | None:
        values = {name: getattr(self.context, name) for name in IMembership.names()}
        ids = {"uid": self.context.UID(), "id": self.context.getId()}
        found = refusals(values, self.body, **ids)
        self.errors.update(found)
        if not self.is_current() or self.errors:
            return None
        api.content.transition(self.context, "restore")
        mapping = {"membership": self.context.title, "body": self.body.title}
        self.say(_("Restored: ${membership}, ${body}.", mapping=mapping))
        return self.back_url
