"""``@workflow`` of a meeting: by the same rules as the buttons, with reasons.

plone.restapi's own saves ``effective`` although the transition is refused, and hands out
every variable of the history (design, section 5).
"""

from kpss.addon.approval.services.transition import TransitionService
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import offered
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import ELSEWHERE
from kpss.addon.meetings.rules.progress import STEPS
from kpss.addon.meetings.services.payload import sent
from kpss.addon.meetings.services.payload import told
from kpss.addon.meetings.texts import ACTION_TITLES
from kpss.addon.meetings.texts import STATE_TITLES
from kpss.addon.meetings.visibility import visibility_of
from kpss.addon.restapi_errors import refuse_field
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from typing import Any
from zope.component import adapter
from zope.interface import alsoProvides
from zope.interface import implementer


#: What may be sent with a transition.
KINDS = {"reason": str, "revision": int, "comment": str}


class Info:
    """State and what may be done; no history, which would name who did it."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, expand=False) -> dict[str, Any]:
        url = f"{self.context.absolute_url()}/@workflow"
        found: dict[str, Any] = {"workflow": {"@id": url}}
        if expand:
            found["workflow"] |= self.data(url)
        return found

    def data(self, url: str) -> dict[str, Any]:
        raise LookupError(self)


@implementer(IExpandableElement)
@adapter(IMeeting, IKpssLayer)
class MeetingWorkflowInfo(Info):
    def data(self, url: str) -> dict[str, Any]:
        state = state_of(self.context)
        return {
            "state": {"id": state, "title": translate(STATE_TITLES[state])},
            "visibility": visibility_of(self.context),
            "transitions": [
                {
                    "@id": f"{url}/{transition}",
                    "id": transition,
                    "title": translate(ACTION_TITLES[transition]),
                    "allowed": not refused,
                    "reasons": [
                        {"code": one.code, "message": str(one)} for one in refused
                    ],
                }
                for transition, refused in offered(self.context)
                if transition not in ELSEWHERE
            ],
            "history": [],
        }


@implementer(IExpandableElement)
@adapter(IAgendaItem, IKpssLayer)
class ItemWorkflowInfo(Info):
    """An item has no workflow that anybody moves."""

    def data(self, url: str) -> dict[str, Any]:
        return {
            "visibility": visibility_of(self.context),
            "transitions": [],
            "history": [],
        }


class WorkflowGet(Service):
    def reply(self) -> dict[str, Any]:
        info = MeetingWorkflowInfo(self.context, self.request)
        return info(expand=True)["workflow"]


class WorkflowPost(TransitionService):
    """One transition, with a ``reason`` where one is needed."""

    def reply(self) -> dict[str, Any]:
        name = self.transition
        if name is None:
            raise refuse_field("transition", _("Name the transition."), code="missing")
        if name not in STEPS or name in ELSEWHERE:
            raise refuse_field(
                "transition",
                _("There is no transition ${name}.", mapping={"name": name[:50]}),
                code="unknown_transition",
            )
        data = sent(self.request, KINDS)
        alsoProvides(self.request, IDisableCSRFProtection)
        told(self.context, lambda: self.perform(name, data))
        return {"action": name, "review_state": state_of(self.context)}

    def perform(self, name: str, data: dict[str, Any]) -> None:
        # A comment as plone.restapi's clients call it
        reason = data.get("reason", data.get("comment"))
        advance(self.context, name, reason=reason, revision=data.get("revision"))
