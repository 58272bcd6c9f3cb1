"""Whether the present user plans meetings of a body, and who does where not.

Nobody plans a meeting whose agenda and invitations are a matter of others.
"""

from datetime import date
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.permissions import ADD
from kpss.addon.meetings.who import prepares
from kpss.addon.meetings.who import preparing_functions
from plone import api
from zExceptions import BadRequest
from zope.i18nmessageid import Message


ENDED = _("The body has ended.")
OTHERS = _("Somebody else convenes and records meetings of this body.")


def has_ended(body) -> bool:
    """Whether nothing can be planned for it any more."""
    return not exists_on(date.today(), None, body.valid_to)


def may_plan(body) -> bool:
    """Whether the present user plans meetings here."""
    return not has_ended(body) and _may_add(body) and prepares(body)


def refused_to_plan(body) -> Message | None:
    """Why nothing is planned here by the present user, who plans elsewhere."""
    if has_ended(body):
        return ENDED
    return None if prepares(body) else said_of_others(body)


def refuse_planning(meeting, event) -> None:
    """Subscriber: over REST and by stock forms nobody plans for others either."""
    body = event.newParent
    if IBody.providedBy(body) and not prepares(body):
        raise BadRequest(translate(said_of_others(body)))


def others_plan(body) -> Message | None:
    """Who prepares meetings, for who plans those of other bodies; None for all others."""
    if has_ended(body) or not _may_add(body) or prepares(body):
        return None
    return said_of_others(body)


def said_of_others(body) -> Message:
    titles = preparing_functions(body)
    if not titles:
        return OTHERS
    return _(
        "Who prepares the agenda and convenes meetings of this body: ${who}.",
        mapping={"who": ", ".join(titles)},
    )


def _may_add(body) -> bool:
    return bool(api.user.has_permission(ADD, obj=body))
