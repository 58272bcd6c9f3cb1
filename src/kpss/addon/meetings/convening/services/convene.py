"""``POST {meeting}/@convene``: convenes, or tells of a change of a convened meeting."""

from AccessControl import Unauthorized
from kpss.addon.i18n import translate
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.convening.acting import tell_change
from kpss.addon.meetings.convening.judging import convening
from kpss.addon.meetings.convening.outstanding import outstanding
from kpss.addon.meetings.convening.sending import last_telling
from kpss.addon.meetings.convening.sending import log_of
from kpss.addon.meetings.convening.texts import difference_text
from kpss.addon.meetings.convening.texts import finding_text
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.progress import CONVENE
from kpss.addon.meetings.services.payload import sent
from kpss.addon.meetings.services.payload import told
from kpss.addon.meetings.who import may_convene
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


Data = dict[str, Any]
KEYS = {"dry_run": bool, "change": bool, "reason": str, "revision": int}


class ConvenePost(Service):
    """``{"dry_run"?, "change"?, "reason"?, "revision"?}``; answers per recipient.

    ``change``: of a convened meeting, sends what has changed to everybody.
    """

    def reply(self) -> Data:
        if not may_convene(self.context):
            raise Unauthorized("@convene")
        alsoProvides(self.request, IDisableCSRFProtection)
        data = sent(self.request, KEYS)
        if data.get("dry_run"):
            return self.planned(bool(data.get("change")))
        told(self.context, lambda: self.act(data))
        return {**self.data(), "recipients": self.letters()}

    def act(self, data: Data) -> None:
        if data.get("change"):
            tell_change(self.context, data.get("revision"))
        else:
            convene(self.context, data.get("reason", ""), data.get("revision"))

    def data(self) -> Data:
        records = records_of(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@convene",
            "review_state": state_of(self.context),
            "revision": records.revision,
            "sequence": (records.calendar or {}).get("sequence", 0),
        }

    def planned(self, change: bool) -> Data:
        """What would happen; nothing is written."""
        plan, untold = convening(self.context), outstanding(self.context)
        reasons = untold.refusals if change else refusals(self.context, CONVENE)
        people = untold.recipients if untold.is_convened else plan.recipients
        return {
            **self.data(),
            "allowed": not reasons,
            "reasons": [
                {"field": one.field, "code": one.code, "message": str(one)}
                for one in reasons
            ],
            "warnings": [
                {
                    "code": one.code,
                    "params": one.params,
                    "message": translate(finding_text(one)),
                }
                for one in plan.warnings
            ],
            "needs_reason": plan.needs_reason,
            "changes": [
                {"code": one.code, "message": difference_text(one)}
                for one in untold.changes
            ],
            "recipients": [
                {
                    "member": one.key,
                    "kind": one.kind,
                    "name": one.name,
                    "has_address": bool(one.to),
                }
                for one in people
            ],
        }

    def letters(self) -> list[Data]:
        """Of this sending, and those who are to be told otherwise."""
        telling = last_telling(self.context) or {}
        newest = max(records_of(self.context).tellings, default="")
        sent = [
            {
                "member": one["to"],
                "kind": one["kind"],
                "name": one["name"],
                "has_address": True,
                "what": one["what"],
                "state": one["state"],
                "at": one["at"],
            }
            for one in reversed(log_of(self.context))
            if one["telling"] == newest
        ]
        others = [
            {
                "member": one.key,
                "kind": one.kind,
                "name": one.name,
                "has_address": False,
                "what": telling.get("what"),
                "state": None,
                "at": None,
            }
            for one in convening(self.context).without_address
        ]
        return [*sent, *others]
