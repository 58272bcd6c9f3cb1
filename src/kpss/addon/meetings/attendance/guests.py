"""Guests who are not on the roster: they are in no count and have no vote (ZAT-71)."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.marking import refuse_state
from kpss.addon.meetings.attendance.texts import GUEST_KINDS
from kpss.addon.meetings.convening.invited import guests_allowed
from kpss.addon.meetings.convening.invited import no_guests
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.stays import EXCUSED
from kpss.addon.meetings.rules.stays import STATUSES
from kpss.addon.restapi_errors import sentence
from secrets import token_hex
from typing import Any
from zope.schema.interfaces import ValidationError


NAME = Name(title=_("Name"), maximum=200)
ORGANISATION = Name(title=_("Organisation"), maximum=250, required=False)
#: What is kept of a guest beside the revision at which it was recorded.
OF_GUEST = ("name", "organisation", "kind", "status")
KINDS = tuple(kind for kind, _title in GUEST_KINDS)
#: More do not fit into a room.
MOST = 500
Values = Mapping[str, Any]


@dataclass(frozen=True)
class GuestChange:
    """``key`` None: a new one; ``values`` None: it was a mistake, nobody came."""

    key: str | None
    values: Values | None
    at: str = ""


def record_guests(
    meeting, changes: Sequence[GuestChange], revision: int | None = None
) -> None:
    """Record all changes or none.

    ``revision``: of the records that somebody saw. Raises Refusals, and Outdated when
    one of the guests was recorded otherwise since.
    """
    refuse_state(meeting)
    records = records_of(meeting)
    refused: list[Refusal] = _forbidden(meeting, changes)
    judged: list[tuple[str, dict[str, Any] | None]] = []
    for change in changes:
        try:
            judged.append(_judged(records, change))
        except Refusal as refusal:
            refused.append(refusal)
    if len(records.guests) + len(judged) > MOST:
        refused.append(
            Refusal("guests", _("These are too many guests."), "too_many_guests")
        )
    if refused:
        raise Refusals(refused)
    for key, value in judged:
        _refuse_outdated(meeting, records.guests.get(key), value, revision)
    for key, value in judged:
        if value is None:
            records.drop("guests", key)
        else:
            records.put("guests", key, {**value, "rev": records.revision + 1})


def _refuse_outdated(
    meeting, before: Values | None, after: Values | None, revision: int | None
) -> None:
    """Raise Outdated where somebody else recorded the guest meanwhile, otherwise."""
    if before is None or revision is None or before.get("rev", 0) <= revision:
        return
    if after is None or any(before.get(name) != after[name] for name in OF_GUEST):
        raise Outdated(meeting)


def _forbidden(meeting, changes: Sequence[GuestChange]) -> list[Refusal]:
    """Whoever stands there already may be corrected or taken off."""
    new = any(one.key is None for one in changes)
    return [no_guests()] if new and not guests_allowed(meeting) else []


def awaited(meeting) -> list[GuestChange]:
    """Invited guests who are not on the sheet yet and have not said that they stay away."""
    records = records_of(meeting)
    there = {one["name"] for one in records.guests.values()}
    return [
        GuestChange(
            None, {"name": one["name"], "organisation": one.get("organisation")}
        )
        for key, one in records.invited.items()
        if one["name"] not in there
        and (records.replies.get(key) or {}).get("state") != EXCUSED
    ]


def _judged(records, change: GuestChange) -> tuple[str, dict[str, Any] | None]:
    before = records.guests.get(change.key) if change.key else {}
    if before is None:
        raise Refusal(
            f"{change.at}guest", _("There is no such guest here."), "unknown_guest"
        )
    if change.values is None:
        return change.key or "", None
    value = {"kind": KINDS[0], "status": "present", **before, **change.values}
    _judge(change, "name", NAME, value.get("name") or "")
    _judge(change, "organisation", ORGANISATION, value.get("organisation"))
    for name, allowed in (("kind", KINDS), ("status", STATUSES)):
        if value[name] not in allowed:
            raise Refusal(
                f"{change.at}{name}",
                _(
                    "Write one of these: ${allowed}.",
                    mapping={"allowed": ", ".join(allowed)},
                ),
                f"unknown_{name}",
            )
    return change.key or token_hex(8), {name: value.get(name) for name in OF_GUEST}


def _judge(change: GuestChange, name: str, field: Name, value: Any) -> None:
    try:
        field.validate(value)
    except ValidationError as error:
        raise Refusal(f"{change.at}{name}", sentence(error), "bad_guest") from error
