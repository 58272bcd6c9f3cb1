"""Agreed without objection: judged as a vote is, and never beside one."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.said import NewResolution
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.following import follow
from kpss.addon.meetings.voting.following import Wanted
from kpss.addon.meetings.voting.recording import correct_vote
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.scene import Scene
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.sheet import take_roster
import pytest
import transaction


PRESENT = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}


@pytest.fixture(scope="class")
def group(town, functional_portal_class):
    """Five members, whose meetings the owner of the site records."""
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    members = body_with(town, "shodnuti", 5, **PRESENT)
    transaction.commit()
    yield town["shodnuti"], members
    login(functional_portal_class, TEST_USER_NAME)


@pytest.fixture
def item(group):
    """Of a meeting in session with four of five."""
    body, members = group
    meeting = in_session(body)
    present(meeting, members[:4])
    return meeting.objectValues()[0]


def vote(item, votes_for, against, **more):
    return record_vote(item, VoteSaid(votes_for=votes_for, against=against, **more))


def refusal(do, *args, **more):
    with pytest.raises(Refusal) as error:
        do(*args, **more)
    return error.value.code


class TestAgreeing:
    def test_without_a_quorum_nothing_is_agreed(self, group):
        body, members = group
        meeting = in_session(body)
        present(meeting, members[:2])
        item = meeting.objectValues()[0]
        assert refusal(end_item, item, "agreed") == "no_quorum"
        assert not votes_of(item).votes
        assert item.outcome is None
        end_item(item, "discussed")

    def test_before_the_meeting_begins_nothing_is_agreed(self, group):
        meeting = add_meeting(group[0], days=0)
        item = add_item(meeting)
        bring(meeting, "convene")
        take_roster(meeting)
        present(meeting, group[1])
        assert refusal(end_item, item, "agreed") == "not_in_session"
        assert refusal(end_item, item, "discussed") == "not_in_session"
        # What is not to be dealt with may be said before
        end_item(item, "withdrawn")
        assert not votes_of(item).votes

    def test_outside_a_meeting_members_are_asked(self, group):
        meeting = in_session(group[0], kind="per_rollam", simple=True)
        item = meeting.objectValues()[0]
        assert refusal(end_item, item, "agreed") == "ballots_needed"
        assert not votes_of(item).votes

    def test_the_simple_way_needs_neither_convening_nor_a_sheet(self, group):
        meeting = add_meeting(group[0], days=0, simple=True)
        item = add_item(meeting)
        end_item(item, "agreed")
        [kept] = votes_of(item).votes.values()
        assert (kept["result"], kept["quorate"]) == ("passed", None)

    def test_the_simple_way_minds_who_was_recorded(self, group):
        body, members = group
        meeting = add_meeting(body, days=0, simple=True)
        item = add_item(meeting)
        bring(meeting, "open")
        take_roster(meeting)
        present(meeting, members[:2])
        assert refusal(end_item, item, "agreed") == "no_quorum"
        present(meeting, members)
        end_item(item, "agreed")
        assert item.outcome == "agreed"


class TestBesideVotes:
    def test_a_vote_takes_the_agreement_back(self, item):
        end_item(item, "agreed")
        key = vote(item, 1, 3)
        assert list(votes_of(item).votes) == [key]
        assert Scene(item).decisive == key
        assert item.outcome == "not_passed"

    def test_an_invalid_vote_decides_nothing(self, item, group):
        end_item(item, "agreed")
        [key] = votes_of(item).votes
        present(item.aq_parent, group[1][1:4], status="absent")
        vote(item, 1, 0)
        assert Scene(item).decisive == key
        assert item.outcome == "agreed"

    def test_of_what_was_agreed_a_resolution_stands(self, item):
        end_item(item, "agreed")
        [key] = votes_of(item).votes
        follow(item, key, Wanted(NewResolution()))
        assert refusal(vote, item, 1, 3) == "resolution_stands"
        assert list(votes_of(item).votes) == [key]
        assert item.outcome == "agreed"

    def test_a_corrected_vote_takes_it_back(self, item, group):
        present(item.aq_parent, group[1][1:4], status="absent")
        key = vote(item, 1, 0)
        present(item.aq_parent, group[1][1:4])
        end_item(item, "agreed")
        correct_vote(item, key, VoteSaid(votes_for=1, against=3), "Přišli včas")
        assert Scene(item).decisive == key
        assert item.outcome == "not_passed"


class TestLinks:
    def test_votes_do_not_take_the_place_of_one_another(self, item):
        first = vote(item, 3, 1)
        second = vote(item, 1, 3, repeats=first)
        said = VoteSaid(votes_for=3, against=1, repeats=second)
        with pytest.raises(Exception) as error:
            correct_vote(item, first, said, "Přehozeno")
        [found] = error.value.refusals
        assert (found.field, found.code) == ("repeats", "links_go_round")
        assert Scene(item).decisive == second

    def test_a_change_of_a_change_of_itself(self, item):
        first = vote(item, 3, 1)
        second = vote(item, 1, 3, amends=first)
        said = VoteSaid(votes_for=3, against=1, amends=second)
        with pytest.raises(Exception) as error:
            correct_vote(item, first, said, "Přehozeno")
        [found] = error.value.refusals
        assert (found.field, found.code) == ("amends", "links_go_round")

    @pytest.mark.parametrize("link", ["repeats", "amends"])
    def test_what_was_agreed_was_no_vote(self, item, link):
        end_item(item, "agreed")
        [key] = votes_of(item).votes
        with pytest.raises(Exception) as error:
            vote(item, 3, 1, **{link: key})
        [found] = error.value.refusals
        assert (found.field, found.code) == (link, "unknown_vote")

    def test_what_something_follows_from_is_not_repeated(self, item):
        key = vote(item, 3, 1)
        follow(item, key, Wanted(NewResolution()))
        with pytest.raises(Exception) as error:
            vote(item, 1, 3, repeats=key)
        [found] = error.value.refusals
        assert (found.field, found.code) == ("repeats", "resolution_stands")


class TestSecret:
    def test_a_vote_that_becomes_secret_forgets_who_voted_how(self, item, group):
        members = group[1][:4]
        ballots = tuple(Ballot(one, "for") for one in members)
        said = VoteSaid(method="named", ballots=ballots)
        key = record_vote(item, said)
        correct_vote(item, key, said, "Znovu jmenovitě")
        secret = VoteSaid(method="secret", votes_for=3, against=1)
        correct_vote(item, key, secret, "Hlasovalo se tajně")
        kept = votes_of(item).votes[key]
        assert len(kept["history"]) == 2
        assert [one["value"]["for"] for one in kept["history"]] == [4, 4]
        for part in (*members, "ballots': {", "by_party': {"):
            assert part not in str(kept)

    def test_how_the_one_who_presides_decided_is_forgotten_too(self, group):
        body, members = group
        with api.env.adopt_roles(["Manager"]):
            [rules] = [
                one for one in body.objectValues() if one.portal_type == "kpss.Rules"
            ]
            rules.tie_rule = "chair_decides"
        meeting = in_session(body)
        present(meeting, members[:4])
        item = meeting.objectValues()[0]
        key = vote(item, 2, 2, deciding="for")
        secret = VoteSaid(method="secret", votes_for=2, against=2, deciding="for")
        correct_vote(item, key, secret, "Hlasovalo se tajně")
        kept = votes_of(item).votes[key]
        assert kept["result"] == "failed"
        assert kept["deciding"] is None
        assert "decides_for" not in str(kept)
        assert "'deciding': 'for'" not in str(kept)
