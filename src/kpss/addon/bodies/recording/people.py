"""People in the recording forms: those recorded already, and new ones as typed."""

from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.naming import random_id
from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.bodies.rules.names import bare_name
from kpss.addon.bodies.rules.names import parse_name
from kpss.addon.bodies.rules.people import full_name
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.i18n import _
from typing import Any
from zope.i18nmessageid import Message


#: Between the name and what tells namesakes apart; no name contains it.
DASH = " — "


@dataclass(frozen=True)
class PersonDraft:
    """Somebody of a form. ``new``: values of a person to be made under the id."""

    id: str
    name: str
    hint: str = ""
    new: dict[str, Any] | None = field(default=None, compare=False)


class PersonRefused(ValueError):
    """A typed name says nobody; ``message`` is for the field."""

    def __init__(self, message: Message):
        super().__init__(message)
        self.message = message


def new_person(values: dict[str, Any]) -> PersonDraft:
    """A draft of somebody who is not recorded yet."""
    name = full_name(
        values["given_name"],
        values["family_name"],
        values.get("title_before"),
        values.get("title_after"),
    )
    return PersonDraft(random_id("p"), name, new=values)


class People:
    """Everybody of a process; within one form the same new name is one person."""

    def __init__(self, process):
        self.process = process
        self._new: dict[str, PersonDraft] = {}

    @cached_property
    def active(self) -> list[PersonFact]:
        """In Czech order, without those in the archive."""
        found = ledger().people(self.process.UID())
        return [fact for fact in found if not fact.archived]

    @cached_property
    def hints(self) -> dict[str, str]:
        """By person: the office or the organisation, which tell namesakes apart."""
        titles = Titles(self.process)
        return {
            fact.id: fact.office or self._represented(fact, titles)
            for fact in self.active
        }

    def _represented(self, fact: PersonFact, titles: Titles) -> str:
        recorded = ledger().recorded_of(self.process.UID(), fact.id)
        latest = sorted(recorded, key=lambda one: one.valid_from, reverse=True)
        names = [titles.organisation(one.organisation) for one in latest]
        units = [titles.units.get(one.unit or "") for one in latest]
        return next((one for one in [*names, *units] if one), "")

    @cached_property
    def labels(self) -> dict[str, str]:
        """By person: the name with what tells it apart, no two the same."""
        taken: dict[str, str] = {}
        for fact in self.active:
            hint = self.hints[fact.id]
            label = f"{fact.name}{DASH}{hint}" if hint else fact.name
            if label in taken.values():
                label = f"{label}{DASH}{fact.id}"
            taken[fact.id] = label
        return taken

    @property
    def options(self) -> list[tuple[str, str]]:
        """By family name; the family name stands first, so that one can type to it."""
        return [
            (fact.id, f"{_surname_first(fact.name)}{self._with_hint(fact)}")
            for fact in self.active
        ]

    def _with_hint(self, fact: PersonFact) -> str:
        hint = self.hints[fact.id]
        return f"{DASH}{hint}" if hint else ""

    def by_id(self, person_id: str) -> PersonDraft | None:
        fact = next((one for one in self.active if one.id == person_id), None)
        if fact is None:
            return None
        return PersonDraft(fact.id, fact.name, self.hints[fact.id])

    @cached_property
    def _by_bare_name(self) -> dict[str, list[PersonFact]]:
        found = defaultdict(list)
        for fact in self.active:
            found[bare_name(fact.name)].append(fact)
        return found

    def called(self, name: str) -> list[PersonDraft]:
        """Those recorded under the name, whatever their titles."""
        same = self._by_bare_name.get(bare_name(name), [])
        return [PersonDraft(one.id, one.name, self.hints[one.id]) for one in same]

    def typed(self, text: str, *, somebody_else: bool = False) -> PersonDraft:
        """Who is meant by one line; raises PersonRefused.

        A label from the list means that person; a plain name means whoever is recorded
        under it, unless it is ``somebody_else``; otherwise a new person.
        """
        listed = [key for key, label in self.labels.items() if label == text]
        if listed and (DASH in text or not somebody_else):
            found = self.by_id(listed[0])
            if found is not None and (DASH in text or len(self.called(text)) == 1):
                return found
        if DASH in text:
            raise PersonRefused(
                _("Nobody of this name is listed: choose from the list again.")
            )
        same = [] if somebody_else else self.called(text)
        if len(same) > 1:
            raise PersonRefused(
                _(
                    "Several people are called so: choose one of them from the list, or "
                    "tick that it is somebody else."
                )
            )
        return same[0] if same else self._made(text)

    def _made(self, text: str) -> PersonDraft:
        key = bare_name(text)
        if key not in self._new:
            parsed = parse_name(text)
            if parsed is None:
                raise PersonRefused(_("Write the given name and the family name."))
            self._new[key] = new_person(
                {
                    "given_name": parsed.given,
                    "family_name": parsed.family,
                    "title_before": parsed.before,
                    "title_after": parsed.after,
                }
            )
        return self._new[key]


def _surname_first(name: str) -> str:
    parsed = parse_name(name)
    if parsed is None:
        return name
    titles = ", ".join(one for one in (parsed.before, parsed.after) if one)
    bare = f"{parsed.family} {parsed.given}"
    return f"{bare}, {titles}" if titles else bare
