"""What ``POST @votes`` is sent, checked for its shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.services.payload import rows
from kpss.addon.meetings.attendance.services.payload import shaped
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.restapi_body import json_object
from kpss.addon.restapi_errors import refuse_field
from typing import Any
from zope.schema import Bool
from zope.schema import Int
from zope.schema import Text
from zope.schema import TextLine


#: More people do not sit in a body.
MOST_ROWS = 1000


@dataclass(frozen=True)
class Interest:
    member: str
    reason: str
    excluded: bool | None


@dataclass(frozen=True)
class Payload:
    """``correct``: key of the vote that is corrected, and ``why``."""

    said: VoteSaid
    interests: tuple[Interest, ...]
    correct: str | None
    why: str


def payload(request) -> Payload:
    """Raises FlatBadRequest that names the field."""
    data = json_object(request)
    texts = {
        name: shaped(data, name, TextLine())
        for name in ("method", "deciding", "declared", "repeats", "amends", "correct")
    }
    numbers = {
        name: shaped(data, name, Int()) for name in ("for", "against", "abstained")
    }
    said = VoteSaid(
        question=shaped(data, "question", Text()) or "",
        method=texts["method"] or "open",
        votes_for=numbers["for"],
        against=numbers["against"],
        abstained=numbers["abstained"],
        ballots=_ballots(data),
        deciding=texts["deciding"],
        declared=texts["declared"],
        repeats=texts["repeats"],
        amends=texts["amends"],
    )
    return Payload(
        said=said,
        interests=tuple(
            _interest(row, f"interests.{number}.")
            for number, row in enumerate(_rows(data, "interests"))
        ),
        correct=texts["correct"],
        why=shaped(data, "why", Text()) or "",
    )


def _rows(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = rows(data, name)
    if len(found) > MOST_ROWS:
        raise refuse_field(name, _("These are too many."), code="too_many")
    return found


def _ballots(data: Mapping[str, Any]) -> tuple[Ballot, ...] | None:
    if data.get("ballots") is None:
        return None
    return tuple(
        Ballot(
            member=_needed(row, "member", f"ballots.{number}."),
            choice=_needed(row, "choice", f"ballots.{number}."),
        )
        for number, row in enumerate(_rows(data, "ballots"))
    )


def _interest(row: Mapping[str, Any], at: str) -> Interest:
    return Interest(
        member=_needed(row, "member", at),
        reason=shaped(row, "reason", Text(), at) or "",
        excluded=shaped(row, "excluded", Bool(), at),
    )


def _needed(row: Mapping[str, Any], name: str, at: str) -> str:
    value = shaped(row, name, TextLine(), at)
    if not value:
        raise refuse_field(f"{at}{name}", _("A value is missing."), code="missing")
    return value
