"""Who asks, who sees what was answered, and whom to ask; judged today."""

from dataclasses import replace
from datetime import date
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.acting import SECRETARY
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.snapshot import snapshot
from kpss.addon.meetings.convening.roster import seat_of
from kpss.addon.meetings.permissions import ADD
from kpss.addon.meetings.polling.kept import Asked
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import MEMBER
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.who import prepares
from kpss.addon.process.sections import process_of
from plone import api


def may_ask(body) -> bool:
    """Whether the present user plans meetings of the body, and so asks and decides."""
    return bool(api.user.has_permission(ADD, obj=body)) and prepares(body)


def may_see(body) -> bool:
    """Whether the present user reads all answers and enters those given by telephone.

    Who plans meetings of the body, and who keeps its minutes.
    """
    if may_ask(body):
        return True
    who = IActingBodies(process_of(body)).acting()
    return who.holds((SECRETARY,), body.getId())


def own_key(poll: Poll) -> str | None:
    """The key of the present user among those who were asked."""
    fact = own_fact(process_of(poll.body))
    if fact is None or poll.who(fact.uid) is None:
        return None
    return fact.uid


def people_to_ask(body, *, substitutes: bool, guests: bool) -> list[Asked]:
    """Members of today; substitutes and permanent guests by choice. Unrestricted."""
    kinds = {MEMBER}
    kinds |= {SUBSTITUTE} if substitutes else set()
    kinds |= {GUEST} if guests else set()
    return [
        Asked(one["person"], one["name"] or "", one["kind"])
        for one in _items(body, date.today())
        if one["kind"] in kinds
    ]


def sitting_now(body) -> set[str]:
    return {one["person"] for one in _items(body, date.today())}


def seats_on(body, on: date) -> list[Seat]:
    """The roster of a day, by person: a membership may become another one till then."""
    items = _items(body, on)
    people = {one["member"]: one["person"] for one in items}
    return [
        replace(
            seat_of(one),
            member=one["person"],
            substitute_of=people.get(one["substitute_of"] or ""),
        )
        for one in items
    ]


def _items(body, on: date) -> list[dict]:
    return snapshot(Roster(body, on))["items"]
