"""Where memberships and their people may not go: out of the body, out of the records."""

from Acquisition import aq_base
from Acquisition import aq_parent
from datetime import date
from kpss.addon.bodies.membership.checks import check_membership
from kpss.addon.bodies.membership.finding import memberships_of
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.naming import RANDOM_ID
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.process.moving import is_itself
from kpss.addon.process.moving import stays_in_process
from plone import api
from zExceptions import BadRequest
from zope.i18nmessageid import Message
from zope.schema import getFields


RESTORE = "restore"


def refuse_membership_leaving(membership, event) -> None:
    """A membership stays in its body under its id; nothing is asked when the body goes."""
    if not is_itself(membership, event) or event.oldParent is None:
        return
    if event.newParent is None:
        _refuse(why_membership_stays(membership, today=date.today()))
    elif aq_base(event.newParent) is not aq_base(event.oldParent):
        _refuse(stays_in_body(membership))
    elif RANDOM_ID.match(event.oldName):
        _refuse(_("The address of a membership does not change."))


def refuse_membership_copied(membership, event) -> None:
    """A copy of a body or a process keeps its memberships; one alone is not copied."""
    if is_itself(membership, event):
        _refuse(stays_in_body(membership))


def refuse_restoring_badly(membership, event) -> None:
    """What was annulled comes back only where it could be recorded now."""
    if event.transition is None or event.transition.getId() != RESTORE:
        return
    body = aq_parent(membership)
    values = {name: getattr(membership, name, None) for name in getFields(IMembership)}
    values["id"] = membership.getId()
    for _field, message in check_membership(values, body):
        _refuse(message)


def refuse_person_leaving(person, event) -> None:
    """A person whom a membership names stays; nothing is asked when the process goes."""
    if not is_itself(person, event) or event.oldParent is None:
        return
    renamed = stays_in_process(event)
    if renamed and not RANDOM_ID.match(event.oldName):
        return
    if renamed:
        _refuse(_("The address of a person does not change."))
    _refuse(why_person_stays(person))


def why_membership_stays(membership, *, today: date) -> Message | None:
    """Why a membership is not deleted; None when it never held."""
    if api.content.get_state(membership, None) == "annulled":
        return None
    if membership.valid_from is None or membership.valid_from > today:
        return None
    return _(
        "The membership of ${title} has begun and belongs to the records: give it a "
        "last day, or annul it when it was entered by mistake.",
        mapping={"title": membership.title},
    )


def stays_in_body(membership) -> Message:
    return _(
        "The membership of ${title} belongs to its body: end it here and record "
        "a new one in the other body.",
        mapping={"title": membership.title},
    )


def why_person_stays(person) -> Message | None:
    """Why a person is not deleted; None when no membership names it."""
    number = len(memberships_of(person))
    if not number:
        return None
    mapping = {"person": person.title}
    return plural(
        number,
        _(
            "person_kept_one",
            default="${person} cannot be removed: one membership names this person. "
            "End the membership, and move the person to the archive.",
            mapping=mapping,
        ),
        _(
            "person_kept_few",
            default="${person} cannot be removed: ${number} memberships name this "
            "person. End the memberships, and move the person to the archive.",
            mapping=mapping,
        ),
        _(
            "person_kept_many",
            default="${person} cannot be removed: ${number} memberships name this "
            "person. End the memberships, and move the person to the archive.",
            mapping=mapping,
        ),
    )


def _refuse(message: Message | None) -> None:
    if message is not None:
        raise BadRequest(translate(message))
