"""When a body met, against what its rules ask; numbers and days only."""

from datetime import date
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.rules.periods import period
from kpss.addon.meetings.planning.searching import search
from kpss.addon.meetings.rules.frequency import Finding
from kpss.addon.meetings.rules.frequency import findings
from kpss.addon.meetings.rules.frequency import Frequency
from kpss.addon.meetings.rules.progress import CLOSED
from kpss.addon.meetings.rules.progress import HELD
from kpss.addon.meetings.rules.progress import PER_ROLLAM


def findings_of(body, year: int) -> list[Finding]:
    """By the rules in force at the end of the year, of the present year today."""
    today = date.today()
    settings = procedure_of(body, min(date(year, 12, 31), today)).settings
    asked = Frequency(
        least=settings.min_meetings_per_year,
        longest=settings.max_interval_months,
        usual=settings.usual_interval_months,
    )
    life = period(body.valid_from, body.valid_to)
    return findings(asked, year, _days(body), life, today)


def _days(body) -> list[date]:
    """Of meetings that were held; a decision outside a meeting is none."""
    facts = (
        brain.kpss_meeting
        for brain in search(body, states=(HELD, CLOSED), everybody=True)
    )
    return [
        date.fromisoformat(one["start"][:10])
        for one in facts
        if one["kind"] != PER_ROLLAM and one["start"]
    ]
