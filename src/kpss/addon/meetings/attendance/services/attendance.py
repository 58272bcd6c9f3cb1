"""``GET`` and ``PATCH {meeting}/@attendance``, and the expander."""

from AccessControl import Unauthorized
from kpss.addon.approval.services.refusing import refusals_told
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.meetings.attendance.guests import record_guests
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.attendance.services.data import address
from kpss.addon.meetings.attendance.services.data import attendance_data
from kpss.addon.meetings.attendance.services.data import unfitting_data
from kpss.addon.meetings.attendance.services.payload import payload
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.rules.stays import Point
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from kpss.addon.process.querying import parameters
from kpss.addon.restapi_errors import FlatConflict
from kpss.addon.restapi_errors import refuse_field
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from typing import Any
from zope.component import adapter
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IMeeting, IKpssLayer)
class AttendanceExpander:
    """``attendance`` in the components of a meeting; who was there only for insiders."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, expand=False) -> dict[str, Any]:
        if expand and sees_inside(self.context):
            return {"attendance": attendance_data(Sheet(self.context))}
        return {"attendance": {"@id": address(self.context)}}


class AttendanceGet(Service):
    """The sheet and the quorum: now, or as of an item (``?item=UID``)."""

    def reply(self) -> dict[str, Any]:
        sheet = Sheet(self.context)
        asked = parameters(self.request, ("item",)).get("item", "")
        return attendance_data(sheet, point_of(sheet, asked))


def point_of(sheet: Sheet, item: str) -> Point | None:
    """Raises FlatBadRequest for what is no item of the meeting."""
    if not item:
        return None
    if item not in sheet.points.index:
        raise refuse_field(
            "item", _("There is no such item in this meeting."), code="unknown_item"
        )
    return sheet.points.of_item(item)


class AttendancePatch(Service):
    """Only the listed members change; all of it or nothing."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not may_record(self.context):
            raise Unauthorized()
        sent = payload(self.request)
        with refusals_told(lambda _outdated: conflict(self.context)):
            mark(self.context, sent.members, sent.revision)
            if sent.guests:
                record_guests(self.context, sent.guests, sent.revision)
        return recorded_data(self.context)


def recorded_data(meeting) -> dict[str, Any]:
    """``unfitting``: items whose votes do not fit any more."""
    sheet = Sheet(meeting)
    return {**attendance_data(sheet), "unfitting": unfitting_data(sheet)}


def conflict(meeting) -> FlatConflict:
    """Somebody else recorded one of the members; the answer carries what is so now."""
    return FlatConflict(
        _("Meanwhile somebody else recorded one of these people otherwise."),
        code="outdated",
        params={"attendance": recorded_data(meeting)},
    )
