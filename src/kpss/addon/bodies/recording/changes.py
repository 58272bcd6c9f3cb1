"""What one form is about to do, judged together before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from functools import cached_property
from kpss.addon.bodies.ledger.gathering import fact_from
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.membership.admitting import refusals
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.naming import random_id
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.bodies.recording.people import PersonDraft
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.process.template_content import refuse_locked
from typing import Any
from zope.i18nmessageid import Message
from zope.schema.interfaces import ValidationError


#: The place in the form, the field there, and the sentence.
Problem = tuple[str, str, Message | str]


@dataclass(frozen=True)
class Beginning:
    """A membership to be made; ``place``: where in the form it comes from."""

    place: str
    body: Any
    person: PersonDraft
    values: Mapping[str, Any]
    id: str = field(default_factory=lambda: random_id("m"), compare=False)

    @cached_property
    def complete(self) -> dict[str, Any]:
        return {**self.values, "person": self.person.id}

    @cached_property
    def fact(self) -> MembershipFact:
        return fact_from(self.complete, uid=self.id, id=self.id, body=self.body)


@dataclass(frozen=True)
class Ending:
    """A membership to be ended, by its UID."""

    place: str
    membership: Any
    fact: MembershipFact
    last_day: date
    reason: str | None = None

    @property
    def after(self) -> MembershipFact:
        return replace(self.fact, valid_to=self.last_day)


@dataclass(frozen=True)
class Changes:
    """Beginnings and endings of one form."""

    beginnings: tuple[Beginning, ...] = ()
    endings: tuple[Ending, ...] = ()

    @cached_property
    def problems(self) -> list[Problem]:
        """Why it cannot be done; empty when all of it can."""
        return [
            *(one for new in self.beginnings for one in self._of_beginning(new)),
            *(one for old in self.endings for one in self._of_ending(old)),
        ]

    @cached_property
    def people(self) -> list[PersonDraft]:
        """New people, each once."""
        drafts = {one.person.id: one.person for one in self.beginnings}
        return [one for one in drafts.values() if one.new is not None]

    def _of_beginning(self, new: Beginning) -> list[Problem]:
        wrong = [
            *bad_values(new.body, IMembership, new.values),
            *bad_values(self._people_folder(new), IPerson, new.person.new or {}),
        ]
        if wrong:
            return [(new.place, name, message) for name, message in wrong]
        found = refusals(
            new.complete,
            new.body,
            id=new.id,
            ignoring=self._touched,
            beside=tuple(one for one in self._facts if one.uid != new.id),
        )
        return [(new.place, name, message) for name, message in found]

    def _of_ending(self, old: Ending) -> list[Problem]:
        locked = refuse_locked(old.membership)
        if locked is not None:
            return [(old.place, "valid_to", locked)]
        if old.last_day < old.fact.valid_from:
            message = _("The last day is before the first.")
            return [(old.place, "valid_to", message)]
        if old.last_day <= old.fact.span.last:
            return []
        body = old.membership.aq_parent
        values = {name: getattr(old.membership, name) for name in IMembership.names()}
        options = {
            "uid": old.fact.uid,
            "id": old.fact.id,
            "ignoring": self._touched,
            "beside": tuple(one for one in self._facts if one.uid != old.fact.uid),
        }
        before = refusals(values, body, **options)
        later = refusals({**values, "valid_to": old.last_day}, body, **options)
        # What was wrong with it before does not hinder its end
        return [
            (old.place, name, said)
            for name, said in later
            if (name, said) not in before
        ]

    @cached_property
    def _touched(self) -> frozenset[str]:
        return frozenset(one.fact.uid for one in self.endings)

    @cached_property
    def _facts(self) -> tuple[MembershipFact, ...]:
        """Memberships of the form as they will be."""
        return (
            *(one.after for one in self.endings),
            *(one.fact for one in self.beginnings),
        )

    def _people_folder(self, new: Beginning):
        return new.body.aq_parent.aq_parent["people"]


def bad_values(context, schema, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Pairs of field and sentence for values that their fields refuse."""
    found = []
    for name, value in values.items():
        if value is None:
            continue
        try:
            schema[name].bind(context).validate(value)
        except Refused as refused:
            found.append((name, refused.message))
        except ValidationError:
            found.append((name, _("This value cannot be used here.")))
    return found


def ending(
    membership, last_day: date, *, place: str, reason: str | None = None
) -> Ending:
    """The end of a membership that is recorded and not annulled."""
    fact = ledger().membership(membership.UID())
    return Ending(place, membership, fact, last_day, reason)
