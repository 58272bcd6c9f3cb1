"""Sentences about what a roster lacks by the rules of its body."""

from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.bodies.rules.composition import Warning
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
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


def _reserved(warning: Warning, titles: Titles) -> Message:
    found = titles.process["bodies"].get(warning.params["body"])
    return _(
        "Seats reserved for members of another body (${body}): ${members} of ${seats} "
        "are taken.",
        mapping={
            "body": found.title if found is not None else warning.params["body"],
            "members": warning.params["members"],
            "seats": warning.params["seats"],
        },
    )


_SENTENCES = {
    "party_missing": _party_missing,
    "seats_vacant": _seats_vacant,
    "seats_exceeded": _seats_exceeded,
    "organisation_exceeded": _organisation_exceeded,
    "reserved_vacant": _reserved,
    "reserved_exceeded": _reserved,
}
