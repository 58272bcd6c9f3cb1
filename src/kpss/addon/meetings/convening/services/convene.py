"""``POST {meeting}/@convene``: convenes, or tells of a change of a convened meeting."""

from AccessControl import Unauthorized
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.services.approval import refused
from kpss.addon.i18n import _
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
from kpss.addon.meetings.services.errors import outdated
from kpss.addon.meetings.who import may_convene
from kpss.addon.restapi_errors import malformed
from kpss.addon.restapi_errors import refuse_field
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
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
        sent = self.sent()
        if sent.get("dry_run"):
            return self.planned(bool(sent.get("change")))
        try:
            self.act(sent)
        except Outdated as error:
            raise outdated(self.context) from error
        except Refusals as error:
            raise refused(error.refusals) from error
        return {**self.data(), "recipients": self.letters()}

    def act(self, sent: Data) -> None:
        if sent.get("change"):
            tell_change(self.context)
        else:
            reason, revision = sent.get("reason", ""), sent.get("revision")
            convene(self.context, reason, revision)

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

    def sent(self) -> Data:
        """Known keys of the right types; null counts as left out."""
        try:
            data = json_body(self.request)
        except DeserializationError as error:
            raise malformed() from error
        if not isinstance(data, dict):
            raise malformed()
        for name, value in data.items():
            if name not in KEYS:
                known = {"known": ", ".join(KEYS)}
                message = _("Possible keys: ${known}.", mapping=known)
                raise refuse_field(str(name)[:50], message, code="unknown_key")
            if value is not None and type(value) is not KEYS[name]:
                message = _("This value is of another type.")
                raise refuse_field(name, message, code="bad_shape")
        return {name: value for name, value in data.items() if value is not None}
