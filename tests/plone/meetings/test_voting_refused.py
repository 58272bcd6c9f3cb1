"""What follows from a vote that failed or sends a document back, on the page of the item."""

from kpss.addon.approval.case import case_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.voting.following import Subject
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.plone.approval.conftest import zatec as zatec_fixture
from tests.plone.meetings import test_voting_following as following
from tests.plone.meetings.test_voting_following import resolutions_in
from tests.plone.meetings.test_voting_following import vote
from tests.plone.meetings.test_voting_following import waiting
from tests.plone.rights.conftest import browser_of
from zope.globalrequest import setRequest
import pytest
import transaction


zatec, steering = zatec_fixture, following.steering


@pytest.fixture
def browser(steering, functional_portal_class):
    made = browser_of(functional_portal_class, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    yield made
    setRequest(functional_portal_class.REQUEST)
    transaction.begin()


@pytest.fixture
def voted(steering, browser):
    """The page of an item after a vote; the document waits for the steering group."""

    def opened(title, votes_for):
        document, item = waiting(steering, title)
        vote(item, votes_for, 5 - votes_for)
        transaction.commit()
        browser.open(f"{item.absolute_url()}/@@kpss-vote")
        return document, item

    return opened


def chosen(browser, name):
    return browser.getControl(name=name).value


def last_of(document):
    transaction.begin()
    return case_of(document).records[-1]


class TestFailed:
    def test_refused_with_a_resolution_where_the_chain_asks_for_one(
        self, steering, voted, browser
    ):
        document, item = voted("Plán zamítnutý usnesením", 1)
        assert Subject(item).needs_resolution
        assert chosen(browser, "resolution-outcome") == ["rejected"]
        assert chosen(browser, "resolution-verb") == ["approves_not"]
        browser.getControl(name="resolution-text").value = "Skupina plán neschvaluje."
        browser.getControl(name="follow").click()
        record = last_of(document)
        assert record.outcome == "rejected"
        made = api.content.get(UID=record.resolution["uid"])
        assert (made.verb, made.text) == ("approves_not", "Skupina plán neschvaluje.")
        assert made in resolutions_in(steering.aq_parent)

    def test_without_one_the_field_says_that_it_is_needed(self, voted, browser):
        document, item = voted("Plán bez usnesení skupiny", 1)
        browser.getControl(name="resolution-made").value = []
        browser.getControl(name="resolution-text").value = "Co jsem napsala."
        browser.getControl(name="follow").click()
        assert 'href="#resolution-made"' in browser.contents
        assert chosen(browser, "resolution-text") == "Co jsem napsala."
        assert last_of(document).outcome == "submitted"
        assert votes_of(item).votes["0001"].get("recorded") is None

    def test_sent_back_without_a_resolution(self, steering, voted, browser):
        document, _item = voted("Plán vrácený", 1)
        before = len(resolutions_in(steering.aq_parent))
        browser.getControl(name="resolution-made").value = []
        browser.getControl(name="resolution-outcome").value = ["returned"]
        browser.getControl(name="return_to").value = ["0"]
        browser.getControl(name="follow").click()
        record = last_of(document)
        assert (record.outcome, record.return_to) == ("returned", 0)
        assert record.resolution is None
        assert len(resolutions_in(steering.aq_parent)) == before
        assert case_of(document).standing.current == 0

    def test_postponed_to_a_day(self, voted, browser):
        document, _item = voted("Plán odložený", 1)
        browser.getControl(name="resolution-made").value = []
        browser.getControl(name="resolution-outcome").value = ["postponed"]
        browser.getControl(name="until").value = "zítra"
        browser.getControl(name="follow").click()
        assert 'href="#until"' in browser.contents
        assert last_of(document).outcome == "submitted"
        browser.getControl(name="until").value = "2099-03-01"
        browser.getControl(name="follow").click()
        assert last_of(document).outcome == "postponed"


class TestPassed:
    def test_back_to_the_draft_by_a_resolution(self, voted, browser):
        document, _item = voted("Plán k přepracování", 5)
        browser.getControl(name="resolution-outcome").value = ["returned"]
        assert chosen(browser, "return_to") == ["draft"]
        browser.getControl(name="follow").click()
        record = last_of(document)
        assert record.outcome == "returned" and record.resolution is not None
        assert case_of(document).standing.current is None

    def test_no_tick_is_asked_where_a_resolution_follows_anyway(self, voted, browser):
        voted("Plán přijatý", 5)
        assert "resolution-made" not in browser.contents
        assert chosen(browser, "resolution-verb") == ["approves"]
