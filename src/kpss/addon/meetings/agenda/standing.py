"""Items that appear by themselves when a meeting is planned (BER-74, ZAT-80)."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.agenda.adding import add_item
from kpss.addon.meetings.agenda.earlier import earlier_meetings
from kpss.addon.meetings.agenda.postponing import take_over_all
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules import agenda as rules
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.who import rules_of
from plone import api


TITLES = {
    rules.TASKS_CHECK: _("Check of tasks from earlier meetings"),
    rules.MINUTES_APPROVAL: _("Approval of the minutes of the last meeting"),
}


def begin_agenda(meeting, event=None) -> None:
    """Subscriber: a new meeting has its standing items and what was postponed to it.

    A copy has items already; what an import brings has no beginning yet.
    """
    if meeting.start is None or items_of(meeting):
        return
    language = api.portal.get_default_language()
    for kind in kinds_for(meeting):
        add_item(meeting, kind=kind, title=translate(TITLES[kind], language))
    take_over_all(meeting, by_itself=True)


def kinds_for(meeting) -> tuple[str, ...]:
    """Kinds of the standing items of a meeting."""
    settings = rules_of(meeting)
    return rules.standing(
        simple=bool(meeting.simple),
        per_rollam=meeting.kind == PER_ROLLAM,
        approves_minutes=settings.minutes_approved_next == "yes",
        has_earlier=bool(earlier_meetings(meeting, limit=1)),
    )
