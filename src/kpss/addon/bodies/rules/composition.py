"""Who is represented in a body: seats by party, and what its rules would have.

Warnings only: no rule of the sources makes a roster invalid (ZAT-07).
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.seats import Seat
from kpss.addon.bodies.rules.stints import MEMBER
from typing import Any


@dataclass(frozen=True)
class Party:
    """A party of the process; ``counts_as``: another one with which it is one."""

    id: str
    counts_as: str | None = None


@dataclass(frozen=True)
class Warning:
    """What does not agree with the rules: a code and what it speaks of.

    ``party_missing`` (party); ``seats_vacant`` and ``seats_exceeded`` (party, seats,
    members); ``organisation_exceeded`` (organisation, most, members);
    ``reserved_vacant`` and ``reserved_exceeded`` (body, seats, members);
    ``party_unknown`` (members): members without a party.
    """

    code: str
    params: Mapping[str, Any]


def counts(
    seats: Iterable[Seat], parties: Sequence[Party], *, merged: bool
) -> dict[str, int]:
    """Members by party, every party of the process named, those without one left out.

    ``merged``: parties that count as one stand under the one that they count as.
    """
    head = _heads(parties) if merged else {one.id: one.id for one in parties}
    found = Counter(head.get(seat.party) for seat in _members(seats) if seat.party)
    return {one.id: found.get(one.id, 0) for one in parties if head[one.id] == one.id}


def warnings(
    seats: Iterable[Seat], parties: Sequence[Party], rules: Procedure
) -> list[Warning]:
    """What the roster lacks by the rules of the body; nothing where they are not set."""
    members = list(_members(seats))
    return [
        *_parties(members, parties, rules),
        *_seats(members, parties, rules),
        *_organisations(members, rules),
        *_reserved(members, rules),
    ]


def _members(seats: Iterable[Seat]) -> Iterable[Seat]:
    return (seat for seat in seats if seat.kind == MEMBER)


def _heads(parties: Sequence[Party]) -> dict[str, str]:
    """Each party and the one that it counts as; chains and loops end somewhere."""
    direct = {one.id: one.counts_as for one in parties}
    heads = {}
    for start in direct:
        at, passed = start, {start}
        while (following := direct.get(at)) in direct and following not in passed:
            at = following
            passed.add(at)
        heads[start] = at
    return heads


def _merged(rules: Procedure) -> bool:
    return rules.merge_parties == "yes"


def _parties(
    members: Sequence[Seat], parties: Sequence[Party], rules: Procedure
) -> list[Warning]:
    """Parties that should be represented and are not (BER-43, BER-66, ZAT-57)."""
    if rules.composition_check != "on":
        return []
    head = _heads(parties) if _merged(rules) else {one.id: one.id for one in parties}
    present = {head.get(seat.party) for seat in members if seat.party}
    wanted = rules.composition_parties or tuple(head)
    missing = [party for party in wanted if head.get(party, party) not in present]
    if _merged(rules):
        missing = list(dict.fromkeys(head.get(party, party) for party in missing))
    return [Warning("party_missing", {"party": party}) for party in missing]


def _seats(
    members: Sequence[Seat], parties: Sequence[Party], rules: Procedure
) -> list[Warning]:
    """Seats of the parties that are vacant or taken too often (NAM-23..25)."""
    found = counts(members, parties, merged=_merged(rules))
    head = _heads(parties) if _merged(rules) else {one.id: one.id for one in parties}
    result = []
    for row in rules.seats or ():
        number = found.get(head.get(row.party, row.party), 0)
        if (row.number is None and number == 0) or (row.number and number < row.number):
            code = "seats_vacant" if row.number else "party_missing"
        elif row.number and number > row.number:
            code = "seats_exceeded"
        else:
            continue
        params = {"party": row.party, "seats": row.number, "members": number}
        result.append(Warning(code, params if row.number else {"party": row.party}))
    return result


def _organisations(members: Sequence[Seat], rules: Procedure) -> list[Warning]:
    """Organisations with more members than the rules allow (ZAT-64)."""
    most = rules.max_per_organisation
    if most is None:
        return []
    concerned = [
        seat
        for seat in members
        if rules.max_per_organisation_party in (None, seat.party)
    ]
    found = Counter(seat.organisation for seat in concerned if seat.organisation)
    return [
        Warning(
            "organisation_exceeded",
            {"organisation": one, "most": most, "members": number},
        )
        for one, number in sorted(found.items())
        if number > most
    ]


def _reserved(members: Sequence[Seat], rules: Procedure) -> list[Warning]:
    """Reserved seats (ZAT-44) against their number, where the rules state one."""
    result = []
    for row in rules.ex_officio or ():
        if row.kind != "members_of" or row.seats is None:
            continue
        number = sum(
            any(one.source.reserved_by == row.body for one in seat.bases)
            for seat in members
        )
        if number != row.seats:
            code = "reserved_vacant" if number < row.seats else "reserved_exceeded"
            params = {"body": row.body, "seats": row.seats, "members": number}
            result.append(Warning(code, params))
    return result
