"""What stands against a day, in sentences for who plans."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.planning.slots import Slots
from kpss.addon.meetings.rules import planning as rules
from kpss.addon.tasks.naming import known_name
from plone import api
from zope.i18nmessageid import Message


WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
#: As many people are named.
NAMED = 5


def of_day(on: date) -> Iterator[Message]:
    """Whether people work on it."""
    off = rules.day_off(on, HOLIDAYS)
    if off == rules.HOLIDAY:
        yield _("It is a public holiday.")
    elif off == rules.WEEKEND:
        yield _("It is a weekend.")


def of_move(planned: rules.Planned) -> Iterator[Message]:
    """Why a day of a series is another one."""
    wanted = {"day": day(planned.wanted)}
    if planned.off == rules.HOLIDAY:
        yield _("Moved from ${day}, which is a public holiday.", mapping=wanted)
    elif planned.off == rules.WEEKEND:
        yield _("Moved from ${day}, which is a weekend.", mapping=wanted)


def of_collisions(found: Iterable[rules.Collision], slots: Slots) -> Iterator[Message]:
    for one in found:
        yield _sentence(one, slots)


def _sentence(one: rules.Collision, slots: Slots) -> Message:
    other = {"meeting": _title(one.other, slots)}
    if one.kind == rules.SAME_BODY:
        return _("The body meets on that day already: ${meeting}.", mapping=other)
    if one.kind == rules.SAME_ROOM:
        return _("The place is taken at that time: ${meeting}.", mapping=other)
    names = sorted(
        name for id in one.people if (name := known_name(slots.process, id))
    )[:NAMED]
    rest = len(one.people) - len(names)
    if not names:
        return plural(
            len(one.people),
            _(
                "both_one",
                default="${number} person is at both: ${meeting}.",
                mapping=other,
            ),
            _(
                "both_few",
                default="${number} people are at both: ${meeting}.",
                mapping=other,
            ),
            _(
                "both_many",
                default="${number} people are at both: ${meeting}.",
                mapping=other,
            ),
        )
    mapping = {**other, "names": ", ".join(names), "more": rest}
    if rest:
        return _(
            "To be at both: ${names} and ${more} more (${meeting}).", mapping=mapping
        )
    return _("To be at both: ${names} (${meeting}).", mapping=mapping)


def _title(uid: str, slots: Slots) -> str:
    """The other meeting for who may see it, else its body at least, where that is seen."""
    brain = slots.brains.get(uid)
    if brain is None:
        return "–"
    meeting = brain._unrestrictedGetObject()
    body = body_by_id(slots.process, brain.kpss_meeting["body"])
    if api.user.has_permission("View", obj=meeting):
        return f"{body.title}, {meeting.title}"
    return body.title if api.user.has_permission("View", obj=body) else "–"
