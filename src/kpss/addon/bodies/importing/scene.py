"""What the process already has that the cells of a table can name."""

from collections.abc import Iterable
from collections.abc import Iterator
from functools import cached_property
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.importing.rules.cells import CellRefused
from kpss.addon.bodies.importing.rules.choices import BASES
from kpss.addon.bodies.importing.rules.choices import Option
from kpss.addon.bodies.importing.rules.choices import Options
from kpss.addon.bodies.importing.rules.choices import PLAIN_MEMBER
from kpss.addon.bodies.importing.rules.headings import fold
from kpss.addon.bodies.importing.rules.matching import People
from kpss.addon.bodies.importing.rules.matching import Somebody
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.process.template_content import refuse_address
from kpss.addon.providers.organisation import IOrganisation
from plone import api
from plone.i18n.normalizer.interfaces import IURLNormalizer
from zope.component import getUtility


class Scene:
    """Bodies, functions, parties, organisations, units and people of a process.

    ``new_organisations``: those that the table brings, id → title.
    """

    def __init__(self, process):
        self.process = process
        self.new_organisations: dict[str, str] = {}

    @cached_property
    def options(self) -> dict[str, Options]:
        """What can be named, by kind of column."""
        process = self.process
        return {
            "basis": BASES,
            "body": Options(
                Option(body.getId(), body.title, (body.abbreviation or "",))
                for body in _objects(process, "bodies", IBody)
            ),
            "function": Options(_rows(process.functions)),
            "party": Options(_rows(process.parties, "plural")),
            "unit": Options(_rows(process.units)),
            "organisation": Options(
                Option(one.getId(), one.title)
                for one in _objects(process, "providers", IOrganisation)
            ),
        }

    @cached_property
    def people(self) -> People:
        people = People()
        for person in _objects(self.process, "people", IPerson):
            people.add(somebody(person))
        return people

    def body(self, body_id: str):
        return self.process["bodies"][body_id]

    def person(self, person_id: str):
        """The recorded person, None for one that the table brings."""
        return self.process["people"].get(person_id)

    def choose(self, kind: str, text: str) -> str:
        """The id that a text names. Raises CellRefused ``unknown_<kind>``."""
        found = self.options[kind].find(text)
        if found is None:
            raise CellRefused(f"unknown_{kind}", text=text[:100])
        return found.id

    def function(self, text: str, body_id: str | None) -> str | None:
        """The function meant in a body; None: a plain member. Raises CellRefused.

        Towns call the function of several bodies the same; the body's own comes first.
        """
        if fold(text) in PLAIN_MEMBER and text not in self.options["function"].by_id:
            return None
        places = {row["id"]: row.get("body") for row in self.process.functions or ()}
        for wanted in (body_id, None):
            here = Options(
                option
                for option in self.options["function"].by_id.values()
                if (places[option.id] or None) == wanted
            )
            found = here.find(text)
            if found is not None:
                return found.id
        return self.choose("function", text)

    def organisation(self, text: str) -> str:
        """The id of an organisation; an unknown one is new, once for the whole table."""
        options = self.options["organisation"]
        found = options.find(text)
        if found is not None:
            return found.id
        new = Option(self._free_address(text), text)
        options.add(new)
        self.new_organisations[new.id] = text
        return new.id

    def _free_address(self, title: str) -> str:
        normalised = getUtility(IURLNormalizer).normalize(title, max_length=60)
        base = normalised or "organisation"
        for number in range(1, 1000):
            address = base if number == 1 else f"{base}-{number}"
            taken = address in self.options["organisation"].by_id
            if not taken and not refuse_address(self.process["providers"], address):
                return address
        raise CellRefused("no_address", text=title[:100])

    def has_account(self, user_id: str) -> bool:
        """Whether the site has such a user."""
        if user_id not in self._accounts:
            self._accounts[user_id] = api.user.get(userid=user_id) is not None
        return self._accounts[user_id]

    @cached_property
    def _accounts(self) -> dict[str, bool]:
        return {}


def somebody(person) -> Somebody:
    """A recorded person as matching knows people."""
    addresses = (person.office_email, person.private_email)
    return Somebody(
        person.getId(),
        person.given_name or "",
        person.family_name or "",
        person.user_id or None,
        frozenset(address for address in addresses if address),
        person.title,
    )


def _objects(process, section: str, kind) -> Iterator:
    folder = process.get(section)
    for obj in folder.objectValues() if folder is not None else ():
        if kind.providedBy(obj):
            yield obj


def _rows(rows: Iterable[dict] | None, *more: str) -> Iterator[Option]:
    for row in rows or ():
        names = tuple(row.get(name) or "" for name in more)
        yield Option(row["id"], row["title"], names)
