"""The page of an item while it is dealt with, in a browser without scripts."""

from datetime import timedelta
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.times import now
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.per_rollam import give
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from lxml.html import document_fromstring
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.rights.conftest import browser_of
from zope.globalrequest import setRequest
import pytest
import transaction


RULES = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}
CHOOSE = "Choose how each member voted, or choose an open vote."


@pytest.fixture
def browser(town, functional_portal_class):
    made = browser_of(functional_portal_class, "koordinatorka")
    yield made
    setRequest(functional_portal_class.REQUEST)
    transaction.begin()


def opened(browser, item, query=""):
    transaction.commit()
    browser.open(f"{item.absolute_url()}/@@kpss-vote{query}")
    return browser.getForm(id="kpss-vote")


def voted(item):
    transaction.begin()
    return list(votes_of(item).votes.values())


def outcomes(browser):
    page = document_fromstring(browser.contents)
    return page.xpath("//button[@name='outcome']/@value")


def all_there(written, name, **rules):
    """An item of a new group of five, and its members, who have come."""
    members = body_with(written, name, 5, **RULES, **rules)
    meeting = in_session(written[name])
    present(meeting, members)
    return meeting.objectValues()[0], members


class TestByName:
    def test_numbers_without_names_are_refused_at_the_field(self, written, browser):
        item, _members = all_there(written, "pocty")
        form = opened(browser, item)
        form.getControl(name="method").value = ["named"]
        form.getControl(name="for").value = "5"
        form.getControl(name="vote").click()
        assert voted(item) == []
        page = document_fromstring(browser.contents)
        assert CHOOSE in page.get_element_by_id("method-error").text_content()
        # The names are unfolded, and the number is still there
        assert page.get_element_by_id("ballots").get("open")
        form = browser.getForm(id="kpss-vote")
        assert form.getControl(name="for").value == "5"
        form.getControl(name="method").value = ["open"]
        form.getControl(name="against").value = "0"
        form.getControl(name="vote").click()
        assert [one["for"] for one in voted(item)] == [5]

    def test_nobody_chosen_is_no_vote_by_name(self, written, browser):
        item, members = all_there(written, "nikdo")
        form = opened(browser, item)
        form.getControl(name="method").value = ["named"]
        form.getControl(name="vote").click()
        assert CHOOSE in browser.contents
        form = browser.getForm(id="kpss-vote")
        # Unless it is said of somebody
        form.getControl(name=f"ballot-{members[0]}").value = ["not_voted"]
        form.getControl(name="vote").click()
        assert [one["not_voted"] for one in voted(item)] == [5]

    def test_numbers_that_differ_from_the_names_are_refused(self, written, browser):
        item, members = all_there(written, "jine-pocty")
        form = opened(browser, item)
        form.getControl(name="method").value = ["named"]
        form.getControl(name="rest").value = ["for"]
        form.getControl(name=f"ballot-{members[0]}").value = ["against"]
        form.getControl(name="for").value = "5"
        form.getControl(name="vote").click()
        assert "By name it is for 4, against 1, abstained 0" in browser.contents
        assert voted(item) == []
        form = browser.getForm(id="kpss-vote")
        form.getControl(name="for").value = "4"
        form.getControl(name="vote").click()
        assert [(one["for"], one["against"]) for one in voted(item)] == [(4, 1)]

    def test_in_a_correction_the_others_vote_as_is_said_of_them(self, written, browser):
        item, members = all_there(written, "oprava")
        ballots = tuple(Ballot(one, "not_voted") for one in members[1:])
        ballots = (Ballot(members[0], "against"), *ballots)
        record_vote(item, VoteSaid(method="named", ballots=ballots))
        form = opened(browser, item, "?correct=0001")
        chosen = [form.getControl(name=f"ballot-{one}").value for one in members[:2]]
        assert chosen == [["against"], [""]]
        assert form.getControl(name="against").value == ""
        form.getControl(name="rest").value = ["for"]
        form.getControl(name="why").value = "Sečteno znovu"
        form.getControl(name="vote").click()
        assert [(one["for"], one["against"]) for one in voted(item)] == [(4, 1)]
        # A ballot can be cleared
        form = opened(browser, item, "?correct=0001")
        form.getControl(name=f"ballot-{members[0]}").value = [""]
        form.getControl(name="rest").value = ["abstained"]
        form.getControl(name="why").value = "Zdržel se"
        form.getControl(name="vote").click()
        [kept] = voted(item)
        assert (kept["for"], kept["abstained"]) == (4, 1)

    def test_a_script_is_there_to_fold_one_of_them(self, written, browser):
        item, _members = all_there(written, "skript")
        opened(browser, item)
        assert "vote.js" in browser.contents


class TestOutside:
    def made(self, written, name):
        members = body_with(written, name, 3, **RULES)
        meeting = in_session(written[name], items=(), kind="per_rollam")
        meeting.start, meeting.end = now() - timedelta(7), now() + timedelta(minutes=10)
        return meeting, add_item(meeting, "Plán"), members

    def test_silence_is_no_answer_before_the_deadline(self, written, browser, as_user):
        _meeting, item, members = self.made(written, "ticho")
        give(item, members[0], "for")
        form = opened(browser, item)
        page = document_fromstring(browser.contents)
        assert page.xpath("//*[@name='rest']") == []
        assert form.getControl(name=f"ballot-{members[1]}").value == ["not_voted"]
        token = form.getControl(name="_authenticator").value
        answer = as_user("koordinatorka", "text/html").post(
            f"{item.absolute_url()}/@@kpss-vote",
            data={"vote": "1", "rest": "for", "_authenticator": token},
        )
        assert "Members may still answer." in answer.text
        assert voted(item) == []

    def test_who_voted_is_counted_and_nobody_was_present(self, written, browser):
        meeting, item, members = self.made(written, "odpovedeli")
        give(item, members[0], "for")
        meeting.end = now() - timedelta(minutes=1)
        form = opened(browser, item)
        form.getControl(name=f"ballot-{members[1]}").value = ["for"]
        form.getControl(name="vote").click()
        [kept] = voted(item)
        assert (kept["for"], kept["present"]) == (2, 2)
        assert "Passed: 2 of 2 who voted needed." in browser.contents
        assert "present needed" not in browser.contents


class TestOneScreen:
    def test_notes_are_kept_on_the_way_to_a_task(self, written, browser):
        item, _members = all_there(written, "zapsat")
        form = opened(browser, item)
        form.getControl(name="notes").value = "Diskuse o termínech."
        form.getControl(name="impose").click()
        assert browser.url.endswith("/@@kpss-item-task")
        transaction.begin()
        assert item.notes == "Diskuse o termínech."
        # With nothing typed it is only a way there
        opened(browser, item).getControl(name="impose").click()
        assert browser.url.endswith("/@@kpss-item-task")

    def test_after_a_vote_only_what_is_possible_is_offered(self, written, browser):
        item, _members = all_there(written, "nabidka")
        opened(browser, item)
        assert "discussed" in outcomes(browser)
        record_vote(item, VoteSaid(votes_for=5, against=0))
        opened(browser, item)
        assert outcomes(browser) == ["postponed", "withdrawn"]
        assert "Ended without voting" not in browser.contents

    def test_what_was_put_off_after_a_vote_is_opened_again(self, written, browser):
        item, _members = all_there(written, "zpet")
        record_vote(item, VoteSaid(votes_for=5, against=0))
        end_item(item, "postponed")
        form = opened(browser, item)
        form.getControl("Open it again").click()
        transaction.begin()
        assert item.outcome == "passed"

    def test_who_does_not_vote_for_an_interest_is_told_apart(self, written, browser):
        item, members = all_there(
            written, "stret", declared_interest="excluded", tie_rule="rejected"
        )
        opened(browser, item)
        assert "declared interest: " not in browser.contents
        declare_interest(item, members[0], "příjemce")
        opened(browser, item)
        page = document_fromstring(browser.contents)
        [banner] = page.xpath("//p[contains(@class, 'alert')][@role='status']")
        said = " ".join(banner.text_content().split())
        assert "5 of 5 members present" in said
        assert said.endswith("Not voting because of a declared interest: 1.")
