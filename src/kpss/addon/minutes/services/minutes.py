"""``POST {meeting}/@minutes``: builds the minutes, or builds them anew."""

from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.making import build
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.services.payload import sent
from kpss.addon.minutes.services.payload import told
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from typing import Any
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


class MinutesPost(Service):
    """``{"overwrite"?}``; answers the minutes, 201 when they are new."""

    def reply(self) -> dict[str, Any]:
        if not may_record(self.context):
            raise Unauthorized()
        alsoProvides(self.request, IDisableCSRFProtection)
        data = sent(self.request, {"overwrite": bool})
        is_new = minutes_of(self.context) is None
        minutes = told(
            self.context,
            lambda: build(self.context, overwrite=data.get("overwrite", False)),
        )
        if is_new:
            self.request.response.setStatus(201)
            self.request.response.setHeader("Location", minutes.absolute_url())
        return getMultiAdapter((minutes, self.request), ISerializeToJson)()
