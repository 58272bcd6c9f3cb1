"""``GET`` and ``POST {minutes}/@verification``: who has verified, who must, until when."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.minutes import verifying
from kpss.addon.minutes.minutes import wording_of
from kpss.addon.minutes.reading import Reading
from kpss.addon.minutes.services.payload import sent
from kpss.addon.minutes.services.payload import told
from kpss.addon.restapi_errors import refuse_field
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


KINDS = {
    "action": str,
    "wording": str,
    "text": str,
    "number": int,
    "need": str,
    "person": str,
}


class VerificationGet(Service):
    """For who reads the whole minutes."""

    def reply(self) -> dict[str, Any]:
        return answer(self.context)


class VerificationPost(Service):
    """``{"action": verify, object, settle or substitute, …}``; answers as GET."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        data = sent(self.request, KINDS)
        told(self.context, lambda: self.act(data))
        return answer(self.context)

    def act(self, data: dict[str, Any]) -> None:
        minutes, action, seen = self.context, data.get("action"), data.get("wording")
        if action == "verify":
            verifying.verify(minutes, seen=seen)
        elif action == "object":
            verifying.raise_objection(minutes, data.get("text"), seen=seen)
        elif action == "settle":
            verifying.settle_objection(
                minutes, data.get("number") or 0, data.get("text")
            )
        elif action == "substitute":
            verifying.name_substitute(
                minutes, data.get("need") or "", data.get("person")
            )
        else:
            raise refuse_field(
                "action",
                _("Send one of these actions: verify, object, settle, substitute."),
                code="unknown_action",
            )


def answer(minutes) -> dict[str, Any]:
    reading = Reading(minutes)
    deadline = reading.deadline
    return {
        "@id": f"{minutes.absolute_url()}/@verification",
        "state": reading.state,
        "verification": reading.standing.state,
        "wording": minutes.checksum or wording_of(minutes),
        "until": deadline.isoformat() if deadline else None,
        "needs": [
            {
                "need": one.key,
                "function": one.function,
                "title": translate(one.title),
                "verified_by": one.verified_by,
                "people": list(one.names),
                "problem": one.problem,
            }
            for one in reading.needs
        ],
        "objections": [
            {
                "number": one.number,
                "by": one.by,
                "on": one.on.isoformat(),
                "text": one.text,
                "settled": one.settled,
            }
            for one in reading.objections
        ],
        "may_verify": reading.may_verify,
        "approved_by_next": reading.approved_on and reading.approved_on.isoformat(),
    }
