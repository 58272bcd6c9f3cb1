"""What ``PATCH @attendance`` is sent, checked for its shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.fields import check_shape
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.guests import GuestChange
from kpss.addon.meetings.attendance.guests import OF_GUEST
from kpss.addon.meetings.attendance.sheet import KEPT
from kpss.addon.meetings.services.errors import refuse_unknown
from kpss.addon.restapi_body import json_object
from kpss.addon.restapi_errors import refuse_field
from typing import Any
from zope.schema import Bool
from zope.schema import Int
from zope.schema import TextLine


#: A list; the other values are texts.
AGAIN = "again"


@dataclass(frozen=True)
class Payload:
    revision: int | None
    members: tuple[Change, ...]
    guests: tuple[GuestChange, ...]


def payload(request) -> Payload:
    """Raises FlatBadRequest that names the field."""
    data = json_object(request)
    refuse_unknown(data, ("revision", "roster", "guests"))
    found = Payload(
        revision=shaped(data, "revision", Int()),
        members=tuple(
            _member(row, f"roster.{number}.")
            for number, row in enumerate(rows(data, "roster"))
        ),
        guests=tuple(
            _guest(row, f"guests.{number}.")
            for number, row in enumerate(rows(data, "guests"))
        ),
    )
    if not (found.members or found.guests):
        raise refuse_field(
            "roster", _("Say who is recorded how."), code="nothing_recorded"
        )
    return found


def rows(data: Mapping[str, Any], name: str, at: str = "") -> list[Mapping[str, Any]]:
    """A list of objects; missing or null: none."""
    found = data.get(name)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise refuse_field(
            f"{at}{name}", _("Send a list of objects."), code="bad_shape"
        )
    return found


def shaped(data: Mapping[str, Any], name: str, field, at: str = "") -> Any:
    """A value of the right type, or None."""
    value = data.get(name)
    if value is None:
        return None
    try:
        check_shape(field, value)
    except Refused as refused:
        raise refuse_field(
            f"{at}{name}", refused.message, code="bad_shape"
        ) from refused
    return value


def _member(row: Mapping[str, Any], at: str) -> Change:
    refuse_unknown(row, ("member", *KEPT), at)
    member = shaped(row, "member", TextLine(), at)
    if member is None:
        raise refuse_field(
            f"{at}member", _("Say whom it is about."), code="member_missing"
        )
    texts = [name for name in KEPT if name in row and name != AGAIN]
    values = {name: shaped(row, name, TextLine(), at) for name in texts}
    if AGAIN in row:
        values[AGAIN] = [
            _stay(one, f"{at}{AGAIN}.{number}.")
            for number, one in enumerate(rows(row, AGAIN, at))
        ]
    return Change(member, values, at=at)


def _stay(row: Mapping[str, Any], at: str) -> dict[str, Any]:
    refuse_unknown(row, ("arrived", "left"), at)
    return {name: shaped(row, name, TextLine(), at) for name in ("arrived", "left")}


def _guest(row: Mapping[str, Any], at: str) -> GuestChange:
    refuse_unknown(row, ("guest", "remove", *OF_GUEST), at)
    key = shaped(row, "guest", TextLine(), at)
    if shaped(row, "remove", Bool(), at):
        if key is None:
            raise refuse_field(
                f"{at}guest", _("Say whom it is about."), code="guest_missing"
            )
        return GuestChange(key, None, at)
    values = {
        name: shaped(row, name, TextLine(), at) for name in OF_GUEST if name in row
    }
    return GuestChange(key, values, at)
