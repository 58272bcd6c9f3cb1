"""How somebody joins a body, and whom to ask."""

from datetime import date
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.roster.lines import Line
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.i18n import _
from kpss.addon.process.sections import process_of
from plone import api
from zope.i18nmessageid import Message


#: What an applicant does, by the rule on admission; elsewhere nobody applies.
WAYS = {
    "open": _("Anyone interested becomes a member by saying so."),
    "application": _(
        "You become a member by handing in an application and signing the rules of "
        "procedure."
    ),
    "by_vote": _("The members vote on the admission of new members."),
}
COORDINATORS = ("coordinator", "city_coordinator")


def ways_in(body, admission: str | None) -> list[Message]:
    """Sentences for somebody who wants to take part; empty where nobody applies."""
    found = []
    if body.open_to_all:
        found.append(_("Meetings are open to everyone interested; come as a guest."))
    if admission in WAYS:
        found.append(WAYS[admission])
    return found


def coordinators(body, today: date) -> list[Line]:
    """Coordinators of the process whose names and contacts the reader may know."""
    found: dict[str, Line] = {}
    for row in process_of(body).functions or ():
        if row.get("kind") not in COORDINATORS:
            continue
        seat = body_by_id(body, row["body"]) if row.get("body") else body
        if seat is None or not api.user.has_permission("View", obj=seat):
            continue
        for line in Roster(seat, today).lines:
            if row["id"] in line.functions and line.name and (line.email or line.phone):
                found.setdefault(line.person or line.uid, line)
    return list(found.values())
