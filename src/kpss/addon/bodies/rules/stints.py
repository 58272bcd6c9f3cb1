"""From memberships to stints: everything that one person is, and when.

A stint is a stretch of time for which a person belongs to a body on one basis: the
membership itself, or a rule of the body that makes members of those who hold something
elsewhere (BER-63, ZAT-42..45, PRA-11, PRA-16). Only the person's own memberships and
the structure of the process decide, so a change of one person concerns nobody else.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Regime
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.periods import ALWAYS
from kpss.addon.bodies.rules.periods import common
from kpss.addon.bodies.rules.periods import joined
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.periods import within
from kpss.addon.bodies.rules.periods import without
from kpss.addon.bodies.rules.procedure import ExOfficio


MEMBER, SUBSTITUTE, GUEST = "member", "substitute", "guest"
#: Kinds of functions whose holder stands beside the members.
_BESIDE = {"permanent_guest": GUEST, "substitute": SUBSTITUTE}
PRESIDING = ("chair", "leader")


@dataclass(frozen=True)
class Stint:
    """A person in a body for a time, on one basis.

    ``rule`` None: by the membership itself; otherwise the kind of the rule that derives
    the stint from the membership ``source``, which may be in another body. ``powers``
    None: the function is held but its powers have not begun (PRA-14).
    """

    body: str
    person: str
    kind: str
    span: Period
    source: MembershipFact
    rule: str | None = None
    voting: bool = False
    powers: Period | None = None

    @property
    def function(self) -> str | None:
        """The function that the person holds in this very body."""
        return self.source.function if self.rule in (None, "chair") else None


def stints_of(
    memberships: Iterable[MembershipFact], structure: Structure
) -> tuple[Stint, ...]:
    """All stints of one person in a process, over all time, by body and first day."""
    person = _Person(tuple(memberships), structure)
    found = [
        stint for body in structure.bodies.values() for stint in person.stints(body)
    ]
    return tuple(sorted(found, key=lambda one: (one.body, one.span, one.rule or "")))


class _Person:
    """One person's memberships against the bodies of the process."""

    def __init__(self, memberships: tuple[MembershipFact, ...], structure: Structure):
        self.memberships = memberships
        self.structure = structure

    def stints(
        self, body: BodyFact, asking: frozenset[str] = frozenset()
    ) -> list[Stint]:
        """Stints in the body; ``asking`` are bodies whose members are being asked for.

        Two bodies whose rules make members of each other's members stop there.
        """
        asking |= {body.uid}
        return [*self._own(body, asking), *self._derived(body, asking)]

    def _own(self, body: BodyFact, asking: frozenset[str]) -> Iterator[Stint]:
        for fact in self.memberships:
            if fact.body != body.uid:
                continue
            for kind, span in self._kinds(fact, body, asking):
                yield Stint(
                    body=body.uid,
                    person=fact.person,
                    kind=kind,
                    span=span,
                    source=fact,
                    voting=fact.voting and kind == MEMBER,
                    powers=self._powers(fact, body, span),
                )

    def _kinds(
        self, fact: MembershipFact, body: BodyFact, asking: frozenset[str]
    ) -> list[tuple[str, Period]]:
        """The membership by what it is when: rules may make its function a guest's."""
        held = self._mandates(fact, body, asking)
        kind = kind_of(fact, self.structure)
        if kind != MEMBER:
            return [(kind, span) for span in held]
        guests = [
            one.span for one in body.regimes if fact.function in one.permanent_guests
        ]
        as_guest = [part for span in guests for part in within(held, span)]
        return [
            *((MEMBER, span) for span in without(held, guests)),
            *((GUEST, span) for span in as_guest),
        ]

    def _mandates(
        self, fact: MembershipFact, body: BodyFact, asking: frozenset[str]
    ) -> list[Period]:
        """The membership in the life of its body, on a reserved seat in the mandate."""
        spans = within([fact.span], body.span)
        if not fact.reserved_by:
            return spans
        other = self.structure.by_id.get(fact.reserved_by)
        if other is None or other.uid in asking:
            return []
        mandates = joined(
            one.span for one in self.stints(other, asking) if one.kind == MEMBER
        )
        return [part for span in spans for part in within(mandates, span)]

    def _powers(
        self, fact: MembershipFact, body: BodyFact, span: Period
    ) -> Period | None:
        """When the powers of the function hold: at once, or from the appointment.

        The rules of the first day of the membership decide, under which it arose.
        """
        if self.structure.function_kind(fact.function) not in PRESIDING:
            return span
        regime = regime_on(body.regimes, max(fact.valid_from, body.span.first))
        if regime is None or not regime.confirmed:
            return span
        if fact.appointed_on is None:
            return None
        return common(span, Period(fact.appointed_on, date.max))

    def _derived(self, body: BodyFact, asking: frozenset[str]) -> Iterator[Stint]:
        for fact in self.memberships:
            if self._represents(fact, body):
                yield from self._by_rule(body, fact, "representatives", ALWAYS, asking)
        for regime in body.regimes:
            for rule in regime.ex_officio:
                for fact in self._holders(rule, body):
                    yield from self._by_rule(body, fact, rule.kind, regime.span, asking)
            for fact in self.memberships:
                if fact.function in regime.permanent_guests:
                    yield from self._by_rule(
                        body, fact, "permanent_guest", regime.span, asking
                    )

    def _represents(self, fact: MembershipFact, body: BodyFact) -> bool:
        """Whether the function represents in the body, rule or no rule."""
        known = self.structure.functions.get(fact.function or "")
        return known is not None and known.represents_in == body.id

    def _holders(self, rule: ExOfficio, body: BodyFact) -> Iterator[MembershipFact]:
        """Memberships of the person to which the rule applies."""
        for fact in self.memberships:
            home = self.structure.bodies.get(fact.body)
            if home is None:
                continue
            kind = self.structure.function_kind(fact.function)
            if rule.kind == "leaders_of_working_groups":
                applies = kind == "leader" and home.kind == "working_group"
            elif rule.kind == "chair":
                applies = kind == "chair" and home.uid == body.uid
            elif rule.kind == "function":
                applies = fact.function is not None and fact.function == rule.function
            elif rule.kind == "representatives":
                # One basis, where the function itself says it too
                applies = (
                    fact.function is not None
                    and fact.function == rule.function
                    and not self._represents(fact, body)
                )
            else:
                # Members of another body sit on reserved seats recorded one by one
                applies = False
            if applies:
                yield fact

    def _by_rule(
        self,
        body: BodyFact,
        fact: MembershipFact,
        rule: str,
        limit: Period,
        asking: frozenset[str],
    ) -> Iterator[Stint]:
        home = self.structure.bodies.get(fact.body)
        if home is None or fact.substitute_of:
            return
        kind = GUEST if rule == "permanent_guest" else MEMBER
        # In the same body one membership cannot both have no vote and give one
        voting = kind == MEMBER and (fact.voting or home.uid != body.uid)
        held = self._mandates(fact, home, asking)
        for part in within(within(held, body.span), limit):
            yield Stint(
                body=body.uid,
                person=fact.person,
                kind=kind,
                span=part,
                source=fact,
                rule=rule,
                voting=voting,
                powers=self._powers(fact, home, part) if rule == "chair" else None,
            )


def kind_of(fact: MembershipFact, structure: Structure) -> str:
    """Member, substitute or guest by the membership itself, whatever the rules say."""
    if fact.substitute_of:
        return SUBSTITUTE
    return _BESIDE.get(structure.function_kind(fact.function), MEMBER)


def regime_on(regimes: Sequence[Regime], day: date) -> Regime | None:
    """The regime in force on a day."""
    return next((one for one in regimes if one.span.holds(day)), None)
