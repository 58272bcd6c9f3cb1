"""What is said after recording: the membership, and what follows from it elsewhere."""

from kpss.addon.bodies.ledger.ledger import Ledger
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import RecordingForm


def say_recorded(form: RecordingForm, membership, book: Ledger) -> None:
    """Who is recorded where from when; bodies where the rules give a seat too."""
    mapping = {
        "membership": membership.title,
        "body": membership.aq_parent.title,
        "day": day(membership.valid_from),
    }
    if membership.valid_to is None:
        form.say(_("Recorded: ${membership}, ${body}, from ${day}.", mapping=mapping))
    else:
        last = {"last": day(membership.valid_to)}
        form.say(
            _(
                "Recorded: ${membership}, ${body}, from ${day} to ${last}.",
                mapping=mapping | last,
            )
        )
    fact = book.membership(membership.UID())
    for stint in seats_elsewhere(fact, book):
        form.say(
            _(
                "From ${day}, by the rules, also a seat in: ${body}.",
                mapping={
                    "day": day(max(stint.span.first, fact.valid_from)),
                    "body": body_title(form.process, stint.body),
                },
            )
        )


def seats_elsewhere(fact: MembershipFact, book: Ledger) -> list[Stint]:
    """Seats in other bodies that follow from the membership by rule, one for a body."""
    found = {
        stint.body: stint
        for stint in reversed(book.stints_of(fact.process, fact.person))
        if stint.source.uid == fact.uid
        and stint.body != fact.body
        and stint.kind == MEMBER
    }
    return list(found.values())


def body_title(process, uid: str) -> str:
    """The title of a body of the process by its UID."""
    found = (one for one in process["bodies"].objectValues() if one.UID() == uid)
    return next((body.title for body in found), "")
