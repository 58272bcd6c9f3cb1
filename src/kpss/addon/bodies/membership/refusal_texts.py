"""Sentences for the reasons why a membership is refused."""

from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rules.admission import Refusal
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from zope.i18nmessageid import Message


def sentence(refusal: Refusal, new: MembershipFact, structure: Structure) -> Message:
    """The refusal as a sentence; a known name or day stands in it."""
    if refusal.code == "organisation_full":
        return _organisation_full(refusal)
    if refusal.code == "presiding_taken":
        return _presiding_taken(refusal, new)
    if refusal.code == "overlaps":
        return _overlaps(refusal)
    message = _PLAIN[refusal.code]
    if "day" in refusal.params:
        return Message(message, mapping={"day": day(refusal.params["day"])})
    return message


_PLAIN = {
    "end_before_start": _("The last day is before the first."),
    "before_body": _("The body was founded only on ${day}."),
    "after_body": _("The body ended on ${day}."),
    "signature_missing": _(
        "By the rules of this body, an applicant becomes a member only after signing "
        "its rules of procedure. Give the day of signing."
    ),
    "substitutes_not_allowed": _("The rules of this body do not allow substitutes."),
    "substitute_unknown": _("This body has no such membership to stand in for."),
    "substitutes_oneself": _("Nobody can be their own substitute."),
    "mandate_missing": _(
        "On the first day the person is not a member of the body for which the seat is "
        "reserved."
    ),
    "function_elsewhere": _("This function belongs to another body."),
    "appointed_before_start": _("The appointment is before the first day."),
}


def _organisation_full(refusal: Refusal) -> Message:
    most = refusal.params["most"]
    mapping = {"day": day(refusal.params["day"])}
    return plural(
        most,
        _(
            "organisation_full_one",
            default="By the rules of this body only one person may represent the "
            "organisation at a time; on ${day} there already is one.",
            mapping=mapping,
        ),
        _(
            "organisation_full_few",
            default="By the rules of this body at most ${number} people may represent "
            "the organisation at a time; on ${day} they already do.",
            mapping=mapping,
        ),
        _(
            "organisation_full_many",
            default="By the rules of this body at most ${number} people may represent "
            "the organisation at a time; on ${day} as many already do.",
            mapping=mapping,
        ),
    )


def _presiding_taken(refusal: Refusal, new: MembershipFact) -> Message:
    person = ledger().person(new.process, refusal.params["person"])
    mapping = {
        "person": person.name if person is not None else "",
        "first": day(refusal.params["first"]),
    }
    if refusal.params["last"] is None:
        return _(
            "At that time the function is held by ${person} (since ${first}, no end is "
            "known). End that membership first.",
            mapping=mapping,
        )
    return _(
        "At that time the function is held by ${person} (${first} to ${last}).",
        mapping={**mapping, "last": day(refusal.params["last"])},
    )


def _overlaps(refusal: Refusal) -> Message:
    first: date = refusal.params["first"]
    if refusal.params["last"] is None:
        return _(
            "The person already is in the body in the same function since ${first}.",
            mapping={"first": day(first)},
        )
    return _(
        "The person already is in the body in the same function from ${first} to "
        "${last}.",
        mapping={"first": day(first), "last": day(refusal.params["last"])},
    )
