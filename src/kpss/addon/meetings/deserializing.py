"""A meeting over plone.restapi: who is named for it records it, so recorders name."""

from AccessControl import Unauthorized
from kpss.addon.deserializer import NamingDeserializer
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.who import may_record
from plone.restapi.interfaces import IDeserializeFromJson
from zope.component import adapter
from zope.interface import implementer


NAMED = ("presiding", "minute_taker", "verifiers")


@implementer(IDeserializeFromJson)
@adapter(IMeeting, IKpssLayer)
class MeetingDeserializer(NamingDeserializer):
    """Raises Unauthorized before anything is read."""

    def get_schema_data(self, data, validate_all, create=False):
        new = [
            name
            for name in NAMED
            if name in data and (data[name] or None) != getattr(self.context, name)
        ]
        if new and not may_record(self.context):
            raise Unauthorized()
        return super().get_schema_data(data, validate_all, create)
