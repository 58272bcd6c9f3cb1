"""A chain to judge by, and a document that goes through it day by day."""

from datetime import date
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.facts import Decision
from kpss.addon.approval.rules.facts import Document
from kpss.addon.approval.rules.judging import refuse_decision


#: Group, steering group, commission (may be skipped), council, assembly.
LONG = Chain(
    "vystupy",
    "Výstupy",
    (
        Step("prepares", body_kind="working_group"),
        Step("manages", body="rs", resolution_required=True, delegation=True),
        Step("advises", body="komise", deadline_days=14, skip_after_deadline=True),
        Step("decides", body="rada", resolution_required=True),
        Step("decides", body="zastupitelstvo", resolution_required=True),
    ),
    ("community_plan",),
)
PLAN = Document("community_plan")


def day(number):
    """A day of June 2020."""
    return date(2020, 6, number)


def started(on=1):
    return Entry("started", day(on))


def decided(step, outcome, on, **more):
    return Entry("decided", day(on), step, outcome, **more)


#: As far as the council: its step is current since the 4th.
TO_COUNCIL = (
    started(),
    decided(0, "submitted", 2),
    decided(1, "approved", 3),
    decided(2, "recommended", 4),
)


def states(chain, *history):
    """The states of the steps, in order."""
    return [step.state for step in follow(chain, history).steps]


def codes(reasons):
    return [reason.code for reason in reasons]


def judged(decision, *, history=TO_COUNCIL, document=PLAN, chain=LONG, today=30):
    """Codes of the reasons against a decision; none: it may be recorded."""
    standing = follow(chain, history)
    return codes(refuse_decision(chain, standing, decision, document, today=day(today)))


def decision(step, outcome, on, **more):
    return Decision(step, outcome, day(on), **more)
