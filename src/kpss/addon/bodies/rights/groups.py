"""The names of our groups: what they are called where people see them."""

from AccessControl import getSecurityManager
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.rules.stints import GUEST
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import SUBSTITUTE
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.process import IProcess
from kpss.addon.process.sections import process_of
from plone import api
from typing import Any


PREFIX = "kpss:"
TITLES = {
    MEMBER: _("group_members", default="Members – ${place} (${municipality})"),
    SUBSTITUTE: _(
        "group_substitutes", default="Substitutes – ${place} (${municipality})"
    ),
    GUEST: _("group_guests", default="Guests – ${place} (${municipality})"),
}


def is_ours(group_id: Any) -> bool:
    """Whether the id looks like one of our groups."""
    return isinstance(group_id, str) and group_id.startswith(PREFIX)


def title_of(group_id: str) -> str | None:
    """What the group is called for the present reader; None when there is none.

    Who may not see the body or the process learns nothing of it.
    """
    _prefix, _mark, rest = group_id.partition(":")
    scope, _mark, name = rest.partition(":")
    place = _place(scope) if scope and name else None
    if place is None:
        return None
    if not getSecurityManager().checkPermission("View", place):
        return translate(_("A group of a planning process that you do not see"))
    process = process_of(place)
    mapping = {"place": place.title, "municipality": process.municipality}
    if name in TITLES and IBody.providedBy(place):
        message = _(TITLES[name], default=TITLES[name].default, mapping=mapping)
        return translate(message)
    mapping["function"] = _function_title(process, name)
    return translate(_("${function} – ${place} (${municipality})", mapping=mapping))


def _place(uid: str) -> Any:
    """The body or process, whoever may see it."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(UID=uid):
        place = brain._unrestrictedGetObject()
        if IProcess.providedBy(place) or IBody.providedBy(place):
            return place
    return None


def _function_title(process, function: str) -> str:
    """A function that the process no longer has is called by its id."""
    titles = {row["id"]: row["title"] for row in process.functions or ()}
    return titles.get(function, function)
