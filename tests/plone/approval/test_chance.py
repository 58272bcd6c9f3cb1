"""Whatever people do in whatever order, the history only grows and the chain holds.

The rules are tried with 200 sequences in ``tests/properties/approval``; here fewer go
through everything that stands around them, on a document, by the ways that people use.
"""

from AccessControl import Unauthorized
from datetime import datetime
from datetime import timedelta
from freezegun import freeze_time
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import settings
from hypothesis import strategies as st
from kpss.addon.approval import actions
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.pinning import copies_to_carry
from kpss.addon.approval.pinning import pinned
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.states import APPROVED_INTERNAL
from kpss.addon.approval.same_text import same
from kpss.addon.approval.standing import state_today
from kpss.addon.documents.locking import text_of
from kpss.addon.documents.reverting import RevertRefused
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.notices.outbox import make_outbox
from kpss.addon.numbering.book import numbers_to_carry
from kpss.addon.restapi_errors import FlatError
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from Products.CMFCore.WorkflowCore import WorkflowException
from random import Random
from tests.plone.approval.chance import DOCUMENTS
from tests.plone.approval.chance import KINDS
from tests.plone.approval.chance import WHOLE_REQUEST
from tests.plone.approval.conftest import add_document
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
import pytest
import transaction


REFUSED = (
    Outdated,
    Refusal,
    Refusals,
    RevertRefused,
    Unauthorized,
    BadRequest,
    WorkflowException,
    FlatError,
)
FIRST = datetime(2026, 6, 1, 9)
#: A move is a number: Random makes the rest of it.
MOVES = st.lists(st.integers(0, 2**32), min_size=8, max_size=16)


@pytest.fixture(scope="class")
def process(zatec, functional_portal_class):
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    alsoProvides(getRequest(), IKpssLayer)
    make_outbox()
    with freeze_time(FIRST) as clock:
        yield zatec, clock
    transaction.abort()
    login(functional_portal_class, TEST_USER_NAME)


class Seen:
    """What must not change unless something is recorded, and what only grows."""

    def __init__(self, document, process):
        self.history = [dict(one) for one in document.workflow_history[WORKFLOW]]
        self.state = api.content.get_state(document)
        self.text = text_of(document)
        self.pinned = copies_to_carry()
        self.numbers = numbers_to_carry()
        self.news = list(make_outbox().news)
        self.resolutions = sorted(
            (one.getPath(), one.kpss_resolution["number"], one.review_state)
            for one in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
                portal_type="kpss.Resolution"
            )
        )


def check(document, before: Seen, after: Seen, today) -> None:
    """What holds after every action."""
    assert after.history[: len(before.history)] == before.history
    case = Case(document)
    days = [one.on for one in case.moving]
    assert days == sorted(days)
    if after.state == APPROVED_INTERNAL:
        assert case.standing.status == APPROVED and document.internal
    else:
        assert after.state == state_today(case, today)
    for one in case.records:
        if one.pinned:
            assert pinned(document.UID(), one.pinned) is not None
        if one.resolution and one.resolution["uid"]:
            assert one.resolution["number"] in [row[1] for row in after.resolutions]
    for uid, copies in before.pinned.items():
        assert copies.items() <= after.pinned[uid].items()
    numbers = [(row[0].rsplit("/", 1)[0], row[1]) for row in after.resolutions]
    assert len(set(numbers)) == len(numbers)
    if case.approving:
        copy = pinned(document.UID(), case.approving.decided_copy)
        text = text_of(document)
        assert same(text, {name: copy[name] for name in text})


def roll_back(savepoint) -> None:
    """As the end of a request; ZCatalog keeps what it found for the request."""
    savepoint.rollback()
    getRequest().other.pop("__catalog_cache__", None)


def play(process, clock, what: tuple[str, str], moves: list[int]) -> None:
    kind, purpose = what
    document = add_document(process, "Dokument", kind, purpose=purpose)
    today = FIRST
    for move in moves:
        chance = Random(move)
        today += timedelta(days=chance.choice((0, 0, 1, 5)))
        clock.move_to(today)
        case = Case(document)
        weights = [ways[case.standing.status != "running"] for ways in KINDS.values()]
        [act] = chance.choices(list(KINDS), weights)
        before = Seen(document, process)
        savepoint = transaction.savepoint()
        try:
            act(document, case, chance, today.date())
        except REFUSED:
            if act in WHOLE_REQUEST:
                roll_back(savepoint)
            assert vars(Seen(document, process)) == vars(before), act
        after = Seen(document, process)
        check(document, before, after, today.date())


class TestChance:
    def test_savepoint_hides_nothing_that_was_recorded(self, process):
        """A page has looked at the document before, in the same request."""
        document = add_document(process[0], "Dokument", "organisational_rules")
        transaction.savepoint()
        assert case_of(document).standing.status == "draft"
        actions.start(document)
        savepoint = transaction.savepoint()
        assert case_of(document).standing.status == "running"
        actions.withdraw(document)
        transaction.savepoint()
        assert case_of(document).standing.status == "withdrawn"
        roll_back(savepoint)
        assert case_of(document).standing.status == "running"

    def test_chain_holds_and_nothing_is_lost(self, process):
        town, clock = process

        @settings(
            max_examples=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # Not made smaller when one fails: that takes minutes
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
        )
        @given(what=st.sampled_from(DOCUMENTS), moves=MOVES)
        def sequence(what, moves):
            savepoint = transaction.savepoint()
            try:
                play(town, clock, what, moves)
            finally:
                roll_back(savepoint)
                clock.move_to(FIRST)

        sequence()
