"""Attendance or an interest recorded after a vote: nothing is lost, all is said."""

from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import asks
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.fitting import misfits
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.recording import correct_vote
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
import pytest
import transaction


PRESENT = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}


@pytest.fixture(scope="class")
def group(town, functional_portal_class):
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    members = body_with(town, "sedici", 5, **PRESENT)
    transaction.commit()
    yield town["sedici"], members
    login(functional_portal_class, TEST_USER_NAME)


@pytest.fixture
def item(group):
    """Four of five are there."""
    body, members = group
    meeting = in_session(body, items=("Návrh plánu",))
    present(meeting, members[:4])
    return meeting.objectValues()[0]


def codes(item):
    return [str(one.message) for one in misfits(item)]


def of_all(members):
    ballots = tuple(Ballot(one, "for") for one in members)
    return VoteSaid(method="named", ballots=ballots)


class TestMisfits:
    def test_what_was_just_recorded_fits(self, item, group):
        record_vote(item, VoteSaid(votes_for=3, against=1))
        record_vote(item, VoteSaid(method="secret", votes_for=4, against=0))
        record_vote(item, of_all(group[1][:4]))
        assert codes(item) == []
        bring(item.aq_parent, "end")
        assert codes(item) == []

    def test_more_votes_than_are_there(self, item, group):
        record_vote(item, VoteSaid(votes_for=3, against=1))
        present(item.aq_parent, group[1][3:4], status="absent")
        assert codes(item) == [
            "There are ${votes} votes, but only ${eligible} may vote."
        ]
        correct_vote(item, "0001", VoteSaid(votes_for=3, against=0), "Odešel dřív")
        assert codes(item) == []

    def test_somebody_voted_and_was_not_there(self, item, group):
        record_vote(item, of_all(group[1][:4]))
        present(item.aq_parent, group[1][3:4], status="absent")
        assert "${name} is not there at this item." in codes(item)

    def test_somebody_voted_and_declared_an_interest(self, item, group):
        record_vote(item, of_all(group[1][:4]))
        declare_interest(item, group[1][0], "dotace")
        assert "${name} declared an interest and does not vote." in codes(item)

    def test_who_came_makes_a_majority_larger(self, item, group):
        present(item.aq_parent, group[1][3:4], status="absent")
        record_vote(item, VoteSaid(votes_for=2, against=1))
        present(item.aq_parent, group[1][3:])
        [one] = misfits(item)
        assert one.message.mapping["result"].default == "Not passed"

    def test_what_was_agreed_without_those_who_were_there(self, item, group):
        end_item(item, "agreed")
        assert codes(item) == []
        present(item.aq_parent, group[1][:3], status="absent")
        [one] = misfits(item)
        assert one.message.mapping["result"].default == "Invalid"


class TestTold:
    def test_it_is_closed_with_a_reason_only(self, item, group):
        meeting = item.aq_parent
        record_vote(item, VoteSaid(votes_for=3, against=1))
        for other in meeting.objectValues():
            other.outcome = other.outcome or "discussed"
        bring(meeting, "end")
        assert asks(meeting, "close") == []
        present(meeting, group[1][3:4], status="absent")
        with pytest.raises(Refusals) as error:
            advance(meeting, "close")
        [found] = error.value.refusals
        assert (found.field, found.code) == ("reason", "votes_do_not_fit")
        assert found.params == {"items": [item.title]}
        advance(meeting, "close", reason="Hlasoval a hned odešel.")
        assert state_of(meeting) == "closed"

    def test_pages_of_recorders_say_so(self, item, group, as_user):
        record_vote(item, of_all(group[1][:4]))
        meeting = item.aq_parent
        with api.env.adopt_roles(["Manager"]):
            meeting.publicity = "public"
        present(meeting, group[1][3:4], status="absent")
        transaction.commit()
        inside = as_user("koordinatorka", "text/html")
        text = inside.get(f"{item.absolute_url()}/@@kpss-vote").text
        assert "Does not fit who was there" in text
        assert "is not there at this item." in text
        assert "does not fit who was there" in inside.get(meeting.absolute_url()).text
        outside = as_user(None, "text/html").get(meeting.absolute_url()).text
        assert "fit who was there" not in outside
        rest = as_user("koordinatorka")
        [one] = rest.get(f"{item.absolute_url()}/@votes").json()["items"]
        assert any("is not there" in why for why in one["misfits"])
        assert votes_of(item).votes["0001"]["result"] == "passed"
