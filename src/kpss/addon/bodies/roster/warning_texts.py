"""Sentences about what a roster lacks by the rules of its body."""

from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.bodies.rules.composition import Warning
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from plone import api
from zope.i18nmessageid import Message


def warning_text(warning: Warning, process) -> Message:
    """The warning as a sentence, with titles instead of ids."""
    return _SENTENCES[warning.code](warning, Titles(process))


def _party(warning: Warning, titles: Titles) -> str:
    return titles.parties.get(warning.params["party"], warning.params["party"])


def _party_missing(warning: Warning, titles: Titles) -> Message:
    return _(
        "Nobody represents the party “${party}”.",
        mapping={"party": _party(warning, titles)},
    )


def _seats_vacant(warning: Warning, titles: Titles) -> Message:
    vacant = warning.params["seats"] - warning.params["members"]
    mapping = {"party": _party(warning, titles)}
    return plural(
        vacant,
        _(
            "seats_vacant_one",
            default="One seat of the party “${party}” is vacant.",
            mapping=mapping,
        ),
        _(
            "seats_vacant_few",
            default="${number} seats of the party “${party}” are vacant.",
            mapping=mapping,
        ),
        _(
            "seats_vacant_many",
            default="${number} seats of the party “${party}” are vacant.",
            mapping=mapping,
        ),
    )


def _seats_exceeded(warning: Warning, titles: Titles) -> Message:
    mapping = {
        "party": _party(warning, titles),
        "seats": warning.params["seats"],
        "members": warning.params["members"],
    }
    return _(
        "The party “${party}” has more members than seats: ${members} of ${seats}.",
        mapping=mapping,
    )


def _organisation_exceeded(warning: Warning, titles: Titles) -> Message:
    organisation = warning.params["organisation"]
    return _(
        "${organisation} has more members than the rules allow: ${members}, at most "
        "${most}.",
        mapping={
            "organisation": titles.organisation(organisation) or organisation,
            "members": warning.params["members"],
            "most": warning.params["most"],
        },
    )


def _party_unknown(warning: Warning, titles: Titles) -> Message:
    return plural(
        warning.params["members"],
        _(
            "party_unknown_one",
            default="One member comes for no party: enter the party, so that the "
            "composition can be judged.",
        ),
        _(
            "party_unknown_few",
            default="${number} members come for no party: enter their parties, so that "
            "the composition can be judged.",
        ),
        _(
            "party_unknown_many",
            default="${number} members come for no party: enter their parties, so that "
            "the composition can be judged.",
        ),
    )


def _reserved(warning: Warning, titles: Titles) -> Message:
    """A body that the reader may not see is not named."""
    counts = {
        "members": warning.params["members"],
        "seats": warning.params["seats"],
    }
    found = titles.process["bodies"].get(warning.params["body"])
    if found is None or not api.user.has_permission("View", obj=found):
        return _(
            "Seats reserved for members of another body: ${members} of ${seats} are "
            "taken.",
            mapping=counts,
        )
    return _(
        "Seats reserved for members of another body (${body}): ${members} of ${seats} "
        "are taken.",
        mapping={**counts, "body": found.title},
    )


_SENTENCES = {
    "party_missing": _party_missing,
    "party_unknown": _party_unknown,
    "seats_vacant": _seats_vacant,
    "seats_exceeded": _seats_exceeded,
    "organisation_exceeded": _organisation_exceeded,
    "reserved_vacant": _reserved,
    "reserved_exceeded": _reserved,
}
