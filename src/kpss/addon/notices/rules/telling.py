"""Whom a piece of news concerns and why; everybody is told once, for the best reason.

The guarantor learns of every resolution and every result (BER-16), the managing body
and the coordinator of what elected bodies decided (ZAT-17), the department of results
of the managing body, which it passes on (BER-60).
"""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kpss.addon.approval.rules.acknowledging import ACKNOWLEDGED
from kpss.addon.approval.rules.acknowledging import MUST_ACKNOWLEDGE
from kpss.addon.approval.rules.acknowledging import NOT_TOLD
from kpss.addon.approval.rules.acting import Acting
from kpss.addon.approval.rules.acting import CLERK
from kpss.addon.approval.rules.acting import GUARANTOR
from kpss.addon.approval.rules.acting import may_record
from kpss.addon.approval.rules.acting import PRESIDING
from kpss.addon.approval.rules.acting import SECRETARY
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import SKIPPED
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.case import WITHDRAWN
from kpss.addon.approval.rules.chain import Step


#: What happened: entries of a history, a published resolution, news passed on.
COMMENT, CHANGED = "comment", "changed"
ADVICE_ASKED, ADVICE_GIVEN = "advice_asked", "advice_given"
PUBLISHED, PASSED_ON = "published", "passed_on"
PROPOSED = "proposed"
MINUTES_PUBLISHED = "minutes_published"
#: Of tasks (BER-20, BER-21, BER-74).
TASK_IMPOSED, TASK_DONE = "task_imposed", "task_done"
TASK_DUE_SOON, TASK_OVERDUE = "task_due_soon", "task_overdue"

#: Bodies that citizens elect, whose results flow back (ZAT-17).
ELECTED = frozenset(("assembly", "council"))
#: Older entries complete the records; nobody waits for them.
NEWS_DAYS = 30


@dataclass(frozen=True)
class News:
    """What happened, with all that the rules ask of it.

    ``body``, ``author``, ``managing``: ids of bodies. ``step``: the step that is current
    after it, ``step_body_kind`` the kind of its body; ``moved``: it was not current
    before. ``asked_by``: account of who asked for advice. ``bodies``: to which the news
    is passed on. ``named``: functions and bodies whom rules name to get the minutes.
    ``account``: of the person responsible for a task; ``body`` is then the body
    responsible for it.
    """

    kind: str
    actor: str | None = None
    body: str | None = None
    body_kind: str | None = None
    author: str | None = None
    managing: str | None = None
    step: Step | None = None
    step_body_kind: str | None = None
    moved: bool = False
    by_coordinator: bool = False
    involvement: str | None = None
    asked_by: str | None = None
    bodies: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    account: str | None = None


def is_news(on: date, today: date) -> bool:
    """Whether somebody is to be told of what happened on that day."""
    return on >= today - timedelta(days=NEWS_DAYS)


def reason(news: News, who: Acting) -> str | None:
    """Why ``who`` is told: a key of ``texts.REASONS``; None: it is not told.

    Nobody is told of what was done by the same person.
    """
    if who.user is None or who.user == news.actor:
        return None
    found = RULES.get(news.kind)
    return next(found(news, who), None) if found is not None else None


def _turn(news: News, who: Acting) -> Iterator[str]:
    """It has come to a step: who records there, then who may speak about it."""
    step = news.step
    if step is None or not news.moved:
        return
    if may_record(step, step.body, news.step_body_kind, who):
        yield "your_turn"


def _before_body(news: News, who: Acting) -> Iterator[str]:
    if news.step is not None and news.moved and news.step.body in who.member_of:
        yield "before_body"


def _own(news: News, who: Acting) -> Iterator[str]:
    if news.author is not None and who.holds((*PRESIDING, SECRETARY), news.author):
        yield "own"


def _coordinates(_news: News, who: Acting) -> Iterator[str]:
    if who.coordinates:
        yield "coordinator"


def _guarantees(_news: News, who: Acting) -> Iterator[str]:
    if who.holds((GUARANTOR,)):
        yield "guarantor"


def _started(news: News, who: Acting) -> Iterator[str]:
    if news.by_coordinator and who.holds((GUARANTOR,)):
        if news.involvement == MUST_ACKNOWLEDGE:
            yield "acknowledge"
        elif news.involvement != NOT_TOLD:
            yield "submitted"
    yield from _turn(news, who)
    yield from _before_body(news, who)


def _follow(news: News, who: Acting) -> Iterator[str]:
    """Whoever follows a document all its way."""
    yield from _guarantees(news, who)
    yield from _own(news, who)
    yield from _coordinates(news, who)


def _result(news: News, who: Acting) -> Iterator[str]:
    yield from _turn(news, who)
    yield from _follow(news, who)
    if news.body is not None and news.body == news.managing and who.holds((CLERK,)):
        yield "department"
    if news.body_kind in ELECTED and news.managing in who.member_of:
        yield "managing"
    yield from _before_body(news, who)


def _withdrawn(news: News, who: Acting) -> Iterator[str]:
    yield from _follow(news, who)
    if news.body is not None and who.holds((*PRESIDING, SECRETARY), news.body):
        yield "was_yours"


def _said(news: News, who: Acting) -> Iterator[str]:
    """A comment, or a changed text: those who decide about it now, and who wrote it."""
    step = news.step
    if step is not None and may_record(step, step.body, news.step_body_kind, who):
        yield "at_you"
    yield from _own(news, who)
    yield from _coordinates(news, who)


def _asked(news: News, who: Acting) -> Iterator[str]:
    if who.advises:
        yield "advise"


def _advised(news: News, who: Acting) -> Iterator[str]:
    if who.user == news.asked_by:
        yield "advised"
    yield from _coordinates(news, who)


def _published(news: News, who: Acting) -> Iterator[str]:
    yield from _guarantees(news, who)
    if who.holds((CLERK,)):
        yield "department"
    yield from _coordinates(news, who)
    if news.body in who.member_of:
        yield "member"


def _minutes(news: News, who: Acting) -> Iterator[str]:
    """The department passes them on (BER-60); then whom the rules name, and members."""
    yield from _guarantees(news, who)
    if who.holds((CLERK,)):
        yield "department"
    yield from _coordinates(news, who)
    if news.body in who.member_of:
        yield "minutes_member"
    by_function = any(one.function in news.named for one in who.held)
    if by_function or news.named & who.member_of:
        yield "minutes_recipient"


def _proposed(news: News, who: Acting) -> Iterator[str]:
    yield from _own(news, who)
    yield from _coordinates(news, who)


def _task(news: News, who: Acting) -> Iterator[str]:
    if who.user == news.account:
        yield "responsible"
    if news.body is not None and who.holds((*PRESIDING, SECRETARY), news.body):
        yield "task_of_body"


def _task_overdue(news: News, who: Acting) -> Iterator[str]:
    yield from _task(news, who)
    yield from _coordinates(news, who)


def _passed_on(news: News, who: Acting) -> Iterator[str]:
    if news.bodies & who.member_of:
        yield "passed_on"


RULES: dict[str, Callable[[News, Acting], Iterator[str]]] = {
    STARTED: _started,
    DECIDED: _result,
    SKIPPED: _result,
    WITHDRAWN: _withdrawn,
    COMMENT: _said,
    CHANGED: _said,
    ADVICE_ASKED: _asked,
    ADVICE_GIVEN: _advised,
    ACKNOWLEDGED: _coordinates,
    PUBLISHED: _published,
    PASSED_ON: _passed_on,
    PROPOSED: _proposed,
    MINUTES_PUBLISHED: _minutes,
    TASK_IMPOSED: _task,
    TASK_DUE_SOON: _task,
    TASK_OVERDUE: _task_overdue,
    TASK_DONE: _coordinates,
}
