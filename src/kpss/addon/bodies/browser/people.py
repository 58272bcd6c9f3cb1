"""People of a body for its page: functions with holders, members by party, the past."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kpss.addon.bodies.roster.bases import bases_text
from kpss.addon.bodies.roster.lines import Held
from kpss.addon.bodies.roster.lines import Line
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.warning_texts import warning_text
from kpss.addon.bodies.rules.stints import GUEST
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import SUBSTITUTE
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Group:
    """Members of one party under its heading; ``unlisted`` counts the rest.

    ``title`` None: nobody here comes for a party, so the list needs no heading.
    """

    id: str
    title: str | Message | None
    lines: list[Line]
    unlisted: Message | None = None


@dataclass(frozen=True)
class Holder:
    """Somebody who holds a function; ``line`` is for the present reader."""

    line: Line
    held: Held


class BodyPeople:
    """What the page says of the people of a body on a day, to the present reader."""

    def __init__(self, body, on: date):
        self.body = body
        self.roster = Roster(body, on)

    @property
    def on(self) -> date:
        return self.roster.on

    @property
    def sees_all(self) -> bool:
        return self.roster.sees_all

    def holders(self, function: str) -> list[Holder]:
        """Those who hold a function, as far as the reader may know of them."""
        return [
            Holder(line, held)
            for line in self.roster.lines
            for held in line.held
            if held.function == function
        ]

    @cached_property
    def groups(self) -> list[Group]:
        """Members by party in the process's order, then those without one, guests."""
        others = _("Other members") if self.has_parties else None
        parties = [*self.roster.titles.plurals.items(), (None, others)]
        known = self.roster.titles.plurals.keys()
        members = [line for line in self.roster.lines if line.kind == MEMBER]
        groups = [
            Group(
                id=f"party-{party or 'none'}",
                title=title,
                lines=[
                    line
                    for line in members
                    if (line.party if line.party in known else None) == party
                ],
                unlisted=self._unlisted(party),
            )
            for party, title in parties
        ]
        for kind, title in ((SUBSTITUTE, _("Substitutes")), (GUEST, _("Guests"))):
            lines = [line for line in self.roster.lines if line.kind == kind]
            groups.append(Group(kind, title, lines))
        return [group for group in groups if group.lines or group.unlisted]

    @property
    def has_parties(self) -> bool:
        """Whether anybody here comes for a party; in an assembly people do not."""
        return any(seat.party for seat in self.roster.seats)

    def _unlisted(self, party: str | None) -> Message | None:
        number = self.roster.hidden.get(party, 0)
        return unlisted_text(number) if number else None

    @property
    def counts(self) -> list[Message]:
        """How many members and votes there are."""
        return [
            members_text(self.roster.members),
            votes_text(self.roster.voting_members),
        ]

    @property
    def composition(self) -> list[tuple[str, int]]:
        """Members by party: pairs of its plural and a number; none without parties."""
        if not self.has_parties:
            return []
        plurals = self.roster.titles.plurals
        return [
            (plurals.get(party, party), number)
            for party, number in self.roster.composition.items()
        ]

    @property
    def warnings(self) -> list[Message]:
        """What the roster lacks by the rules, for those who see all of it."""
        if not self.sees_all:
            return []
        process = self.roster.process
        return [warning_text(one, process) for one in self.roster.warnings]

    @property
    def former(self) -> list[Line]:
        return self.roster.former_lines

    def bases(self, line: Line) -> str:
        return bases_text(line, self.roster)

    def name(self, line: Line) -> str | Message:
        """The name, or what stands in its place."""
        if line.name:
            return line.name
        if line.organisation:
            return _(
                "representative of ${organisation} (name not published)",
                mapping={"organisation": line.organisation},
            )
        return _("name not published")

    def details(self, line: Line) -> str:
        """Functions, office, organisation and territory, as far as they are known."""
        organisation = line.organisation if line.name else None
        parts = [*line.function_titles, line.office, organisation, line.unit_title]
        return ", ".join(part for part in parts if part)

    def stands_in_for(self, line: Line) -> str | None:
        """The member whose substitute this is; None when the name is not known."""
        return self._names.get(line.substitute_of or "")

    @cached_property
    def _names(self) -> dict[str, str]:
        return {
            line.membership: line.name
            for line in self.roster.lines
            if line.membership and line.name
        }


def members_text(number: int) -> Message:
    return plural(
        number,
        _("members_one", default="${number} member"),
        _("members_few", default="${number} members"),
        _("members_many", default="${number} members"),
    )


def votes_text(number: int) -> Message:
    return plural(
        number,
        _("votes_one", default="${number} vote"),
        _("votes_few", default="${number} votes"),
        _("votes_many", default="${number} votes"),
    )


def unlisted_text(number: int) -> Message:
    return plural(
        number,
        _("unlisted_one", default="${number} member whose name is not published"),
        _("unlisted_few", default="${number} members whose names are not published"),
        _("unlisted_many", default="${number} members whose names are not published"),
    )
