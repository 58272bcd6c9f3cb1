"""Numbers of resolutions by the rules of procedure in force on the day (ZAT-98)."""

from Acquisition import aq_parent
from datetime import date
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.i18n import _
from kpss.addon.numbering.book import claim
from kpss.addon.numbering.book import coming_number
from kpss.addon.numbering.book import give_back
from kpss.addon.numbering.book import give_next
from kpss.addon.numbering.rules.numbers import Place
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.numbering.rules.numbers import USUAL
from kpss.addon.numbering.rules.periods import period_of
from plone import api
from plone.uuid.interfaces import IUUID
from zope.i18nmessageid import Message


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


def number_to_come(body, on: date) -> str:
    """The number that the next resolution of the body would have on a day."""
    pattern, place = _rules(body, on)
    return coming_number(body.UID(), pattern, place)


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


def is_taken(context, number: str, on: date) -> bool:
    """Whether another resolution of the body has the number in the period of the day.

    ``context``: the resolution, which may be on its way into its body, or the body.
    """
    body = context if IBody.providedBy(context) else aq_parent(context)
    if not IBody.providedBy(body):
        return False
    kind = procedure_of(body, on).values.get("numbering_period")
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path={"query": "/".join(body.getPhysicalPath()), "depth": 1},
        kpss_number=same(number).casefold(),
    )
    own = IUUID(context, None)
    days = [
        date.fromisoformat(brain.kpss_resolution["date"])
        for brain in brains
        if own != brain.UID
    ]
    return period_of(kind, on) in {period_of(kind, day) for day in days}


def taken(number: str) -> Message:
    return _(
        "The number ${number} belongs to another resolution of this body.",
        mapping={"number": number},
    )
