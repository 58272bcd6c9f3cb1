"""What of a person in a body may everybody know (architecture, section 6).

Officials and elected members stand there by their office; others only by their own
consent; users of services never, otherwise than as a count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.seats import Seat
from kpss.addon.bodies.rules.stints import kind_of
from kpss.addon.bodies.rules.stints import MEMBER


#: Bodies in which people sit by election or as officials of the office.
OFFICIAL = frozenset(("assembly", "council", "department"))


@dataclass(frozen=True)
class Consent:
    """Consent to publish the ``name``, ``contact`` or ``photo``; withdrawn from a day."""

    what: str
    given_on: date
    withdrawn_on: date | None = None
    text_version: str | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on a day; on the day of withdrawing it no longer does."""
        return self.given_on <= day and (
            self.withdrawn_on is None or day < self.withdrawn_on
        )


@dataclass(frozen=True)
class Shown:
    """Whether the seat is in a public list at all, and what of the person is."""

    seat: bool
    name: bool = False
    contact: bool = False
    photo: bool = False


def shown(
    seat: Seat, consents: Iterable[Consent], structure: Structure, *, today: date
) -> Shown:
    """What the public sees of a seat.

    Consent is judged today, whatever day the roster is of: who withdraws it disappears
    from old rosters too. ``name`` is needed for the contact and the photo.
    """
    if any(party not in structure.public_parties for party in seat.parties):
        return Shown(seat=False)
    given = {one.what for one in consents if one.holds(today)}
    official = any(_official(one.source, structure) for one in seat.bases)
    name = official or "name" in given or _public_function(seat, structure)
    return Shown(
        seat=True,
        name=name,
        contact=name and (official or "contact" in given),
        photo=name and "photo" in given,
    )


def _official(source: MembershipFact, structure: Structure) -> bool:
    """Whether the seat rests on an office: held there, or on a seat reserved for it.

    Who only stands in for a member there, or is a guest, holds no office.
    """
    if kind_of(source, structure) != MEMBER:
        return False
    home = structure.bodies.get(source.body)
    reserved = structure.by_id.get(source.reserved_by or "")
    return any(body is not None and body.kind in OFFICIAL for body in (home, reserved))


def _public_function(seat: Seat, structure: Structure) -> bool:
    """Whether the town publishes who holds one of the functions (decision 28)."""
    held = [structure.functions.get(one.source.function or "") for one in seat.bases]
    return any(known is not None and known.public for known in held)
