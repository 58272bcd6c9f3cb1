"""``POST {task}/@report``: how far a task is, and a note."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.fields import check_shape
from kpss.addon.fields import Refused
from kpss.addon.restapi_body import json_object
from kpss.addon.restapi_errors import refuse_field
from kpss.addon.tasks.reporting import report
from kpss.addon.tasks.task import ITask
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from typing import Any
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
from zope.schema import Text


SHAPES = {"percent": ITask["percent"], "note": Text()}


class ReportPost(Service):
    """``{"percent"?, "note"?}``; answers the task. Refused as a whole or done as a whole."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = self.sent()
        try:
            report(self.context, percent=sent.get("percent"), note=sent.get("note"))
        except Refusal as refusal:
            raise refuse_field(
                refusal.field, refusal.message, code=refusal.code
            ) from refusal
        serializer = getMultiAdapter((self.context, self.request), ISerializeToJson)
        return serializer()

    def sent(self) -> dict[str, Any]:
        """The known keys, of the right types; null counts as left out."""
        data = json_object(self.request)
        found = {name: data[name] for name in SHAPES if data.get(name) is not None}
        for name, value in found.items():
            try:
                check_shape(SHAPES[name], value)
            except Refused as refused:
                raise refuse_field(name, refused.message, code="bad_shape") from refused
        return found
