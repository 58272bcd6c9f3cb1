"""A roster by parties, to try the rules on composition on."""

from kpss.addon.bodies.rules.composition import Party
from kpss.addon.bodies.rules.composition import Warning
from kpss.addon.bodies.rules.procedure import Procedure
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import LEADERS
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import regime
from tests.rules.bodies.people.town import seats
from tests.rules.bodies.people.town import town


PARTIES = (
    Party("town"),
    Party("provider"),
    Party("user"),
    Party("public", counts_as="user"),
)
STRUCTURE = town(
    body("steering", "steering", regime(LEADERS)),
    body("group"),
    body("assembly", "assembly"),
)


def roster(*parties, place="group", extra=()):
    """Seats of one member for each party."""
    people = [
        membership(f"p{number}", place, party=party)
        for number, party in enumerate(parties)
    ]
    return seats(place, "2021-01-01", [*people, *extra], STRUCTURE)


def missing(*parties):
    return [Warning("party_missing", {"party": party}) for party in parties]


def check(**more):
    return Procedure(composition_check="on", **more)
