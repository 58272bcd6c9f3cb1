"""``@workflow`` of an approvable.

plone.restapi's own saves ``effective`` and a bulk change although the transition is
refused, and hands out every variable of the history (design, section 5).
"""

from kpss.addon.approval.case import Case
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.approval.rules.transitions import TARGETS
from kpss.addon.approval.services.data import entry_data
from kpss.addon.approval.services.transition import TransitionService
from kpss.addon.approval.timeline import Timeline
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.restapi_body import json_object
from kpss.addon.restapi_errors import FlatBadRequest
from kpss.addon.restapi_errors import refuse_field
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from plone.restapi.services.workflow.info import WorkflowInfo
from typing import Any
from zope.component import adapter
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IApprovable, IKpssLayer)
class ApprovableWorkflowInfo(WorkflowInfo):
    """The stock answer with our history instead of the raw one."""

    def __call__(self, expand=False) -> dict[str, Any]:
        result = super().__call__(expand=expand)
        if expand:
            entries = Timeline(Case(self.context)).entries
            result["workflow"]["history"] = [entry_data(one) for one in entries]
        return result


class WorkflowGet(Service):
    def reply(self) -> dict[str, Any]:
        return ApprovableWorkflowInfo(self.context, self.request)(expand=True)[
            "workflow"
        ]


class WorkflowPost(TransitionService):
    """One transition of this object alone, by the same guard as everywhere."""

    def reply(self) -> dict[str, Any]:
        if self.transition is None:
            raise refuse_field("transition", _("Name the transition."), code="missing")
        comment = self.comment()
        tool = api.portal.get_tool("portal_workflow")
        offered = [one["id"] for one in tool.getTransitionsFor(self.context)]
        if self.transition not in TARGETS or self.transition not in offered:
            raise FlatBadRequest(
                _(
                    "The transition ${transition} is not possible now; @approval says "
                    "what is and why not more.",
                    mapping={"transition": self.transition[:50]},
                ),
                code="transition_refused",
                params={"transition": self.transition[:50], "offered": offered},
                fields={},
            )
        alsoProvides(self.request, IDisableCSRFProtection)
        tool.doActionFor(self.context, self.transition, comment=comment)
        timeline = Timeline(Case(self.context))
        return {
            "action": self.transition,
            "review_state": api.content.get_state(self.context),
            "history": [entry_data(one) for one in timeline.entries],
        }

    def comment(self) -> str:
        data = json_object(self.request)
        for name in data:
            if name != "comment":
                raise refuse_field(
                    str(name)[:50],
                    _("Only a comment goes with a transition of a document here."),
                    code="unknown_key",
                )
        if not isinstance(data.get("comment", ""), str):
            raise refuse_field("comment", _("Send a text."), code="not_text")
        return data.get("comment", "")
