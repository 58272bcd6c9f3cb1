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
    ``party_unknown`` (members): members without a party of the process.
    """

    code: str
    params: Mapping[str, Any]


def counts(
    seats: Iterable[Seat], parties: Sequence[Party], *, merged: bool
) -> dict[str, int]:
    """Members by party, every party of the process named, those without one left out.

    ``merged``: parties that count as one stand under the one that they count as.
    """
    head = _heads(parties, merged=merged)
    found = Counter(head.get(seat.party) for seat in _members(seats) if seat.party)
    return {one.id: found.get(one.id, 0) for one in parties if head[one.id] == one.id}


def warnings(
    seats: Iterable[Seat], parties: Sequence[Party], rules: Procedure
) -> list[Warning]:
    """What the roster lacks by the rules of the body; nothing where they are not set."""
    members = list(_members(seats))
    missing = _parties(members, parties, rules)
    return [
        *missing,
        *(one for one in _seats(members, parties, rules) if one not in missing),
        *_without_party(members, parties, rules),
        *_organisations(members, rules),
        *_reserved(members, rules),
    ]


def _members(seats: Iterable[Seat]) -> Iterable[Seat]:
    return (seat for seat in seats if seat.kind == MEMBER)


def _heads(parties: Sequence[Party], *, merged: bool) -> dict[str, str]:
    """Each party and the one that it counts as, itself where none are ``merged``.

    A chain ends with its last party, a loop with the one of it that stands first.
    """
    direct = {one.id: one.counts_as if merged else None for one in parties}
    order = list(direct)
    heads = {}
    for start in direct:
        passed = [start]
        while (following := direct[passed[-1]]) in direct and following not in passed:
            passed.append(following)
        loop = passed[passed.index(following) :] if following in passed else []
        heads[start] = min(loop, key=order.index) if loop else passed[-1]
    return heads


def _merged(rules: Procedure) -> bool:
    return rules.merge_parties == "yes"


def _parties(
    members: Sequence[Seat], parties: Sequence[Party], rules: Procedure
) -> list[Warning]:
    """Parties that should be represented and are not (BER-43, BER-66, ZAT-57)."""
    if rules.composition_check != "on":
        return []
    head = _heads(parties, merged=_merged(rules))
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
    result = []
    for party, seats in _stated(parties, rules).items():
        number = found.get(party, 0)
        if seats is None and number == 0:
            result.append(Warning("party_missing", {"party": party}))
        elif seats is not None and number != seats:
            code = "seats_vacant" if number < seats else "seats_exceeded"
            params = {"party": party, "seats": seats, "members": number}
            result.append(Warning(code, params))
    return result


def _stated(parties: Sequence[Party], rules: Procedure) -> dict[str, int | None]:
    """Seats by party; those of merged parties together, None where one is not said."""
    head = _heads(parties, merged=_merged(rules))
    stated: dict[str, int | None] = {}
    for row in rules.seats or ():
        party = head.get(row.party, row.party)
        known = stated.get(party, 0)
        if known is None or row.number is None:
            stated[party] = None
        else:
            stated[party] = known + row.number
    return stated


def _without_party(
    members: Sequence[Seat], parties: Sequence[Party], rules: Procedure
) -> list[Warning]:
    """Members whom the composition does not count, where it is checked."""
    known = {one.id for one in parties}
    number = sum(seat.party not in known for seat in members)
    if rules.composition_check != "on" or not number:
        return []
    return [Warning("party_unknown", {"members": number})]


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
            any(
                one.rule is None and one.source.reserved_by == row.body
                for one in seat.bases
            )
            for seat in members
        )
        if number != row.seats:
            code = "reserved_vacant" if number < row.seats else "reserved_exceeded"
            params = {"body": row.body, "seats": row.seats, "members": number}
            result.append(Warning(code, params))
    return result
