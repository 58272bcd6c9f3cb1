"""Whether a meeting may be convened now: notice, papers, agenda, addresses.

The notice period is a rule of the body (E.2 of the reference; 7 days of § 93 and § 92
odst. 1 of 128/2000 for an assembly). Whether less is enough in urgent matters is a rule
of its own: where it is forbidden, short notice refuses; where it is allowed, whoever
convenes says why; where the rules are silent, it only warns.
"""

from collections.abc import Container
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from kpss.addon.approval.rules.deadlines import days_before
from typing import Any


ALLOWED, NOT_ALLOWED = "allowed", "not_allowed"

REFUSE, WARN = "refuse", "warn"

NO_AGENDA, NO_RECIPIENT = "no_agenda", "no_recipient"
SHORT_NOTICE, LATE_PAPERS = "short_notice", "late_papers"
WITHOUT_ADDRESS = "without_address"


@dataclass(frozen=True)
class Limit:
    """So many days before the meeting; ``kind``: calendar or working, None is calendar.

    ``days`` None: the rules set none.
    """

    days: int | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Plan:
    """A meeting about to be convened.

    ``start``: aware, in the zone of the site; None: not said. ``items``: on the agenda,
    without headings. ``papers``: files in them. ``reaches``: whether anybody gets a
    mail. ``urgent``: the rule on shorter notice, allowed, not_allowed or None.
    """

    start: datetime | None
    items: int
    papers: int
    reaches: bool
    invitation: Limit = Limit()
    papers_limit: Limit = Limit()
    urgent: str | None = None


@dataclass(frozen=True)
class Finding:
    """Something to be said before convening; ``severity``: refuse or warn."""

    code: str
    severity: str
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def refuses(self) -> bool:
        return self.severity == REFUSE


def findings(plan: Plan, now: datetime, holidays: Container[date]) -> list[Finding]:
    """What forbids convening now and what is to be known before; refusals first.

    That a meeting begins, and in the future, is said by ``rules.progress``.
    ``now``: aware, in the same zone as the start. ``holidays``: days off that are no
    weekend.
    """
    found = [*_refusals(plan), *_times(plan, now, holidays)]
    return sorted(found, key=lambda one: not one.refuses)


def unreached(number: int) -> Iterator[Finding]:
    """So many of those invited have no address and are to be told otherwise."""
    if number:
        yield Finding(WITHOUT_ADDRESS, WARN, {"number": number})


def _refusals(plan: Plan) -> Iterator[Finding]:
    if not plan.items:
        yield Finding(NO_AGENDA, REFUSE)
    if not plan.reaches:
        yield Finding(NO_RECIPIENT, REFUSE)


def _times(plan: Plan, now: datetime, holidays: Container[date]) -> Iterator[Finding]:
    if plan.start is None or plan.start <= now:
        return
    day, today = plan.start.date(), now.date()
    latest = latest_day(plan.invitation, day, holidays)
    if latest is not None and today > latest:
        severity = REFUSE if plan.urgent == NOT_ALLOWED else WARN
        yield Finding(SHORT_NOTICE, severity, _said(plan.invitation, latest))
    latest = latest_day(plan.papers_limit, day, holidays)
    if plan.papers and latest is not None and today > latest:
        yield Finding(LATE_PAPERS, WARN, _said(plan.papers_limit, latest))


def latest_day(limit: Limit, meeting: date, holidays: Container[date]) -> date | None:
    """The last day that is still in time for a meeting; None: the rules set no limit.

    The day of the meeting is not counted: seven days before the 15th is the 8th.
    """
    if limit.days is None:
        return None
    return days_before(meeting, limit.days, limit.kind, holidays)


def _said(limit: Limit, latest: date) -> dict[str, Any]:
    return {
        "days": limit.days,
        "kind": limit.kind or "calendar",
        "latest": latest.isoformat(),
    }


def needs_reason(plan: Plan, found: list[Finding]) -> bool:
    """Whether whoever convenes must say why the notice is short.

    Only where the rules allow it as an exception: an exception has a reason.
    """
    short = any(one.code == SHORT_NOTICE for one in found)
    return short and plan.urgent == ALLOWED
