"""Guests invited for one meeting, who are on no roster: name, address, what they get.

Guests get only what they are sent: the public items and papers, or all of them.
"""

from dataclasses import dataclass
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.bodies.people.fields import Email
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.presence import NOT_ALLOWED
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.who import rules_of
from kpss.addon.restapi_errors import sentence
from secrets import token_hex
from zope.schema.interfaces import IField
from zope.schema.interfaces import ValidationError


NAME = Name(title=_("Name"), maximum=200)
ORGANISATION = Name(title=_("Organisation"), maximum=250, required=False)
EMAIL = Email(title=_("E-mail"))
MOST = 200


@dataclass(frozen=True)
class Invited:
    """``everything``: the internal items and papers too."""

    key: str
    name: str
    organisation: str
    email: str
    everything: bool


def invited_of(meeting) -> list[Invited]:
    return [
        Invited(
            key,
            one["name"],
            one.get("organisation") or "",
            one["email"],
            bool(one.get("everything")),
        )
        for key, one in records_of(meeting).invited.items()
    ]


def invite(
    meeting, *, name: str, organisation: str, email: str, everything: bool
) -> str:
    """Put somebody among the invited; the key. Raises Refusals."""
    refuse_to_invite(meeting)
    given = (("name", NAME, name), ("organisation", ORGANISATION, organisation or None))
    found = [_flaw(*one) for one in (*given, ("email", EMAIL, email))]
    refused = [one for one in found if one is not None]
    known = {one.email.lower() for one in invited_of(meeting)}
    if email.lower() in known:
        message = _("Somebody with this address is invited already.")
        refused.append(Refusal("email", message, "invited_already"))
    if len(known) >= MOST:
        refused.append(Refusal("", _("These are too many guests."), "too_many_guests"))
    if refused:
        raise Refusals(refused)
    key = token_hex(8)
    value = {
        "name": name,
        "organisation": organisation or None,
        "email": email,
        "everything": everything,
    }
    records_of(meeting).put("invited", key, value)
    return key


def refuse_to_invite(meeting) -> None:
    """Raise Refusals where nobody can be invited."""
    refuse_late(meeting)
    if not guests_allowed(meeting):
        raise Refusals([no_guests()])


def refuse_late(meeting) -> None:
    """Raise Refusals once nobody is invited any more: it meets, has met or is cancelled."""
    state = state_of(meeting)
    if state not in (PLANNED, CONVENED):
        message = _("Guests are invited before the meeting begins.")
        raise Refusals([Refusal("", message, "wrong_state", {"state": state})])


def guests_allowed(meeting) -> bool:
    """By the rules of the body; where they say nothing, guests come without a vote."""
    return rules_of(meeting).guests != NOT_ALLOWED


def no_guests() -> Refusal:
    return Refusal("guests", _("The rules of this body allow no guests."), "no_guests")


def disinvite(meeting, key: str) -> None:
    """Take somebody off; links that were sent stop. Raises Refusals."""
    refuse_late(meeting)
    records_of(meeting).drop("invited", key)


def _flaw(name: str, field: IField, value: str | None) -> Refusal | None:
    try:
        field.validate(value or None)
    except ValidationError as error:
        return Refusal(name, sentence(error), "bad_guest")
    return None
