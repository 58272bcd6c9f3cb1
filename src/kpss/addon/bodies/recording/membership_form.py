"""What the forms of one membership share."""

from functools import cached_property
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.recording.changes import Changes
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.process.template_content import refuse_locked
from plone import api
from zope.i18nmessageid import Message


class MembershipForm(RecordingForm):
    """A form about one membership; whoever sent it must have seen it as it is now."""

    @property
    def body(self):
        return self.context.aq_parent

    @cached_property
    def fact(self) -> MembershipFact | None:
        """The membership as recorded, None when it is annulled."""
        return ledger().membership(self.context.UID())

    @property
    def refused(self) -> Message | None:
        locked = refuse_locked(self.context)
        if locked is None and self.fact is None:
            return _("The membership is annulled: it gives no seat.")
        return locked

    @property
    def revision(self) -> str:
        """Another one after every change of the membership."""
        return self.context._p_serial.hex()

    @property
    def hidden(self) -> dict[str, str]:
        return {"revision": self.revision}

    @property
    def back_url(self) -> str:
        return self.body.absolute_url()

    def is_current(self) -> bool:
        """Whether nobody changed the membership since the form was shown."""
        if self.sent.text("revision") in ("", self.revision):
            return True
        self.errors["revision"] = _(
            "Somebody has changed this membership meanwhile. Look at it again and then "
            "save once more."
        )
        return False

    def judge(self, changes: Changes) -> bool:
        """Whether all of it can be done; errors stand at their fields."""
        for _place, name, message in changes.problems:
            self.errors.setdefault(name, message)
        return not self.errors

    def may(self, transition: str) -> bool:
        workflow = api.portal.get_tool("portal_workflow")
        return transition in {
            one["id"] for one in workflow.getTransitionsFor(self.context)
        }
