"""``GET {body}/@roster?on=DATE``: who sits in the body on a day; also an expander."""

from kpss.addon.bodies.procedure.service import requested_day
from kpss.addon.bodies.roster.lines import Line
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.warning_texts import warning_text
from kpss.addon.i18n import translate
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from typing import Any
from zope.interface import implementer


class RosterGet(Service):
    """The roster of a day, today by default; names only for those who may know them."""

    def reply(self) -> dict[str, Any]:
        on = requested_day(self.request.get("QUERY_STRING", ""))
        return roster_data(Roster(self.context, on))


@implementer(IExpandableElement)
class RosterExpander:
    """The roster of today among the components of a body; collapsed by default."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, expand: bool = False) -> dict[str, Any]:
        if expand:
            return {"roster": roster_data(Roster(self.context))}
        return {"roster": {"@id": address(self.context)}}


def address(body) -> str:
    return f"{body.absolute_url()}/@roster"


def roster_data(roster: Roster) -> dict[str, Any]:
    """The answer of the contract.

    Users of services are not in ``items``, only in ``composition``, unless the reader
    may know everybody; the same reader gets the warnings (decision 28).
    """
    return {
        "@id": address(roster.body),
        "on": roster.on.isoformat(),
        "items": [line_data(line) for line in roster.lines],
        "composition": roster.composition,
        "members": roster.members,
        "voting_members": roster.voting_members,
        "warnings": warnings_data(roster) if roster.sees_all else [],
    }


def line_data(line: Line) -> dict[str, Any]:
    """One seat; ``person`` and ``title`` are missing where the name is not public."""
    names = {"person": line.person, "title": line.name} if line.name else {}
    return {
        "UID": line.uid or None,
        **names,
        "party": line.party,
        "organisation": line.organisation,
        "function": line.functions[0] if line.functions else None,
        "functions": list(line.functions),
        "kind": line.kind,
        "basis": [one.code for one in line.bases],
        "voting": line.voting,
        "valid_from": line.valid_from.isoformat() if line.valid_from else None,
        "valid_to": line.valid_to.isoformat() if line.valid_to else None,
    }


def warnings_data(roster: Roster) -> list[dict[str, str]]:
    return [
        {"code": one.code, "message": translate(warning_text(one, roster.process))}
        for one in roster.warnings
    ]
