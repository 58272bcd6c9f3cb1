"""``POST {minutes}/@workflow/<transition>``: judged as the buttons, refused with reasons."""

from kpss.addon.approval.services.transition import TransitionService
from kpss.addon.i18n import _
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.publishing import advance
from kpss.addon.minutes.rules.states import FREEZE
from kpss.addon.minutes.rules.states import TRANSITIONS
from kpss.addon.minutes.services.payload import sent
from kpss.addon.minutes.services.payload import told
from kpss.addon.restapi_errors import refuse_field
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.interface import alsoProvides


class WorkflowPost(TransitionService):
    """One transition, with a ``reason`` where somebody wants to give one."""

    def reply(self) -> dict[str, Any]:
        name = self.transition or ""
        if name not in TRANSITIONS or name == FREEZE:
            raise refuse_field(
                "transition",
                _("There is no transition ${name}.", mapping={"name": name[:50]}),
                code="unknown_transition",
            )
        data = sent(self.request, {"reason": str, "comment": str})
        alsoProvides(self.request, IDisableCSRFProtection)
        reason = data.get("reason") or data.get("comment")
        told(self.context, lambda: advance(self.context, name, reason=reason))
        return {"action": name, "review_state": minutes_state(self.context)}
