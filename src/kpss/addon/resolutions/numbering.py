"""Numbers of resolutions by the rules of procedure in force on the day (ZAT-98)."""

from Acquisition import aq_parent
from datetime import date
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.numbering.book import claim
from kpss.addon.numbering.book import give_back
from kpss.addon.numbering.book import give_next
from kpss.addon.numbering.rules.numbers import Place
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.numbering.rules.numbers import USUAL
from kpss.addon.numbering.rules.periods import period_of
from kpss.addon.resolutions.resolution import IResolution
from plone import api
from plone.uuid.interfaces import IUUID


def body_of(resolution):
    return aq_parent(resolution)


def number_it(resolution) -> None:
    """Give the next number, or keep the one it has; raises NumberTaken."""
    body, on = body_of(resolution), resolution.decided_on
    pattern, place = _rules(body, on)
    if resolution.number:
        claim(body.UID(), pattern, place, resolution.number, resolution.UID())
    else:
        resolution.number = give_next(body.UID(), pattern, place, resolution.UID())


def free_number(resolution) -> None:
    """What a deleted resolution had is given again only if it was the last."""
    body, on = body_of(resolution), resolution.decided_on
    if resolution.number and on is not None:
        pattern, place = _rules(body, on)
        give_back(body.UID(), pattern, place, resolution.number, resolution.UID())


def _rules(body, on: date) -> tuple[str, Place]:
    values = procedure_of(body, on).values
    pattern = values.get("numbering_pattern") or USUAL
    period = period_of(values.get("numbering_period"), on)
    shown = body.abbreviation or body.getId().upper()
    return pattern, Place(day=on, body=shown, period=period)


def others_with(context, number: str) -> list:
    """Other resolutions of the body with this number; ``context``: it or its body."""
    itself = context if IResolution.providedBy(context) else None
    body = aq_parent(itself) if itself is not None else context
    if not IBody.providedBy(body):
        return []
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path={"query": "/".join(body.getPhysicalPath()), "depth": 1},
        kpss_number=same(number).casefold(),
    )
    own = IUUID(itself, None) if itself is not None else None
    return [brain for brain in brains if own != brain.UID]
