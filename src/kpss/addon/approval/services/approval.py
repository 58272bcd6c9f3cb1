"""``GET`` and ``POST {x}/@approval``, and the expander."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval import talking
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.services.data import approval_data
from kpss.addon.approval.services.payload import Payload
from kpss.addon.approval.services.payload import payload
from kpss.addon.approval.services.payload import said_of
from kpss.addon.approval.services.refusing import refusals_told
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.restapi_errors import FlatConflict
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from typing import Any
from zope.component import adapter
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IApprovable, IKpssLayer)
class ApprovalExpander:
    """``approval`` in the components of an approvable."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, expand=False) -> dict[str, Any]:
        if not expand:
            return {"approval": {"@id": f"{self.context.absolute_url()}/@approval"}}
        return {"approval": approval_data(case_of(self.context), date.today())}


class ApprovalGet(Service):
    """Where the document is, why not further, and who decided what."""

    def reply(self) -> dict[str, Any]:
        return approval_data(case_of(self.context), date.today())


class ApprovalPost(Service):
    """Do one of the actions; refused as a whole or done as a whole."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        data = payload(self.request)
        with refusals_told(conflict):
            self.act(data)
        return approval_data(Case(self.context), date.today())

    def act(self, data: Payload) -> None:
        obj = self.context
        if data.action == "start":
            actions.start(
                obj,
                on=data.day,
                chain=data.chain,
                comment=data.comment,
                revision=data.revision,
            )
        elif data.action == "decide":
            decide(obj, said_of(data, obj), revision=data.revision)
        elif data.action == "skip":
            actions.skip(obj, data.needed_step, revision=data.revision)
        elif data.action == "withdraw":
            actions.withdraw(
                obj, comment=data.comment, on=data.day, revision=data.revision
            )
        elif data.action == "comment":
            talking.comment(obj, data.comment or "")
        elif data.action == "ask_advice":
            talking.ask_advice(obj, data.comment or "")
        elif data.action == "give_advice":
            talking.give_advice(obj, data.comment or "")
        elif data.action == "acknowledge":
            talking.acknowledge(obj)


def conflict(outdated: Outdated) -> FlatConflict:
    """The history has grown; the answer carries what is so now."""
    case: Case = outdated.args[0]
    return FlatConflict(
        _("Meanwhile somebody else recorded something; look at the document again."),
        code="outdated",
        params={
            "revision": case.standing.revision,
            "current": case.standing.current,
            "status": case.standing.status,
        },
        fields={},
    )
