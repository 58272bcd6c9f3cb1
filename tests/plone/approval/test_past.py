"""A history is folded once, and anew as soon as an entry is added to it."""

from datetime import date
from kpss.addon.approval.frozen import freeze
from kpss.addon.approval.history import Record
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.history import written
from kpss.addon.approval.past import past_of
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
import pytest


CHAIN = Chain("rules", "Rules", (Step("prepares", "rs"), Step("decides", "rada")))


class Recorded:
    """Something with a history, as a workflow keeps it."""

    def __init__(self, *records):
        self.workflow_history = {WORKFLOW: tuple(map(written, records))}

    def add(self, record):
        self.workflow_history[WORKFLOW] += (written(record),)


@pytest.fixture
def document():
    return Recorded(Record(STARTED, date(2026, 11, 1), chain=freeze(CHAIN, {})))


def test_it_is_folded_once(document):
    assert past_of(document) is past_of(document)
    assert past_of(document).standing.current == 0


def test_it_is_folded_anew_after_an_entry(document):
    before = past_of(document).standing
    document.add(Record(DECIDED, date(2026, 11, 2), step=0, outcome="submitted"))
    after = past_of(document).standing
    assert (before.current, before.revision) == (0, 1)
    assert (after.current, after.revision, after.status) == (1, 2, RUNNING)


def test_it_is_forgotten_when_an_entry_is_taken_back(document):
    entries = document.workflow_history[WORKFLOW]
    document.add(Record(DECIDED, date(2026, 11, 2), step=0, outcome="submitted"))
    assert past_of(document).standing.current == 1
    document.workflow_history[WORKFLOW] = entries
    assert past_of(document).standing.current == 0


def test_it_begins_with_the_last_start(document):
    document.add(Record(DECIDED, date(2026, 11, 2), step=0, outcome="submitted"))
    document.add(Record("withdrawn", date(2026, 11, 3)))
    document.add(Record(STARTED, date(2026, 11, 4), chain=freeze(CHAIN, {})))
    past = past_of(document)
    assert (past.last_start, past.standing.current, past.standing.revision) == (3, 0, 4)


def test_what_was_never_submitted_has_no_start():
    past = past_of(Recorded())
    assert (past.records, past.moving, past.last_start) == ([], [], None)
