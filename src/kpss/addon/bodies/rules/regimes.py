"""When which rules of procedure say what of membership."""

from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from kpss.addon.bodies.rules.facts import Regime
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.procedure import in_force
from kpss.addon.bodies.rules.procedure import Procedure
from typing import NamedTuple


class DatedRules(NamedTuple):
    """One set of rules of procedure with its days."""

    valid_from: date | None
    valid_to: date | None
    settings: Procedure


def regimes_of(sets: Sequence[DatedRules]) -> tuple[Regime, ...]:
    """The stretches of time in which one set is in force, in order.

    ``sets`` stand in the order in which they were made, see ``procedure.in_force``.
    Stretches that say the same of membership are one; those that say nothing are left
    out.
    """
    found: list[Regime] = []
    for span in _stretches(sets):
        rules = in_force(sets, span.first)
        if rules is None:
            continue
        regime = Regime(
            span,
            rules.settings.ex_officio or (),
            rules.settings.permanent_guests or (),
            rules.settings.leader_confirmed_by is not None,
        )
        if found and _says_the_same(found[-1], regime):
            regime = Regime(
                Period(found.pop().span.first, span.last),
                regime.ex_officio,
                regime.permanent_guests,
                regime.confirmed,
            )
        found.append(regime)
    return tuple(
        one for one in found if one.ex_officio or one.permanent_guests or one.confirmed
    )


def _stretches(sets: Sequence[DatedRules]) -> list[Period]:
    """All time cut where a set begins or has ended."""
    day = timedelta(days=1)
    cuts = {date.min}
    cuts |= {one.valid_from for one in sets if one.valid_from}
    cuts |= {
        one.valid_to + day for one in sets if one.valid_to and one.valid_to != date.max
    }
    firsts = sorted(cuts)
    lasts = [following - day for following in firsts[1:]] + [date.max]
    return [Period(first, last) for first, last in zip(firsts, lasts, strict=True)]


def _says_the_same(earlier: Regime, later: Regime) -> bool:
    return (
        earlier.span.last + timedelta(days=1) == later.span.first
        and earlier.ex_officio == later.ex_officio
        and earlier.permanent_guests == later.permanent_guests
        and earlier.confirmed == later.confirmed
    )
