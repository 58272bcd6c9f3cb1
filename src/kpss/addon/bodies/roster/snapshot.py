"""A roster frozen for a record: what it said, whatever is corrected later.

Plain JSON with names, parties and functions as text: a meeting keeps it, and no change
of a person, a membership, a function or a rule reaches it.
"""

from kpss.addon.bodies.roster.lines import full_line
from kpss.addon.bodies.roster.roster import Roster
from typing import Any


def snapshot(roster: Roster) -> dict[str, Any]:
    """Everybody on the roster, unrestricted: whoever shows it judges who may see what.

    ``member`` is the UID of the membership that the seat is known by, ``substitute_of``
    that of the member for whom a substitute stands in.
    """
    lines = [
        full_line(one.seat, one.person, roster.titles, roster.held(one.seat))
        for one in roster.sittings
    ]
    members = {line.membership: line.uid for line in lines}
    return {
        "on": roster.on.isoformat(),
        "body": roster.body.UID(),
        "body_title": roster.body.title,
        "members": roster.members,
        "voting_members": roster.voting_members,
        "composition": dict(roster.composition),
        "items": [
            {
                "member": line.uid,
                "person": line.person,
                "name": line.name,
                "party": line.party,
                "party_title": line.party_title,
                "organisation": line.organisation,
                "functions": list(line.functions),
                "function_titles": list(line.function_titles),
                "kind": line.kind,
                "basis": [one.code for one in line.bases],
                "voting": line.voting,
                "unit": line.unit_title,
                "substitute_of": members.get(line.substitute_of or ""),
            }
            for line in lines
        ],
    }
