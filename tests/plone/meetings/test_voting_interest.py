"""Declared interests: what the rules of the body say of them."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from plone import api
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
import pytest
import transaction


PRESENT = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}


def meeting_with(town, body, number, **rules):
    members = body_with(town, body, number, **PRESENT, **rules)
    meeting = in_session(town[body])
    present(meeting, members)
    return meeting, members


def interest(item, member, **more):
    declare_interest(item, member, "dotace", **more)
    return votes_of(item).interests[member]["excluded"]


class TestRule:
    @pytest.mark.parametrize(
        ("rule", "usual", "forbidden", "code"),
        [
            ("excluded", True, False, "interest_excludes"),
            ("votes", False, True, "interest_votes"),
        ],
    )
    def test_who_declared_one_is_treated_by_the_rule(
        self, written, rule, usual, forbidden, code
    ):
        body = f"strety-{rule}"
        meeting, members = meeting_with(written, body, 5, declared_interest=rule)
        item = meeting.objectValues()[0]
        assert interest(item, members[0]) is usual
        assert interest(item, members[0], excluded=usual) is usual
        with pytest.raises(Refusal) as error:
            declare_interest(item, members[1], "dotace", excluded=forbidden)
        assert (error.value.field, error.value.code) == ("excluded", code)
        assert list(votes_of(item).interests) == [members[0]]

    @pytest.mark.parametrize("rule", [None, "each_case"])
    def test_without_one_the_recorder_says(self, written, rule):
        body = f"strety-{rule or 'bez'}"
        meeting, members = meeting_with(written, body, 5, declared_interest=rule)
        item = meeting.objectValues()[0]
        assert interest(item, members[0]) is True
        assert interest(item, members[0], excluded=False) is False


class TestForm:
    @pytest.fixture(scope="class")
    def meeting(self, town):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            found = meeting_with(town, "strety-forma", 3, declared_interest="excluded")
        transaction.commit()
        return found

    def test_says_the_rule_and_asks_for_nothing_else(self, meeting, as_user):
        item = meeting[0].objectValues()[0]
        url = f"{item.absolute_url()}/@@kpss-vote"
        text = as_user("koordinatorka", "text/html").get(url).text
        assert "does not vote on it and is not counted" in text
        assert "interest-votes" not in text

    def test_over_rest_the_field_is_named(self, meeting, as_user):
        item, members = meeting[0].objectValues()[0], meeting[1]
        one = {"member": members[0], "reason": "dotace", "excluded": False}
        sent = {"for": 2, "against": 0, "interests": [one]}
        url = f"{item.absolute_url()}/@votes"
        answer = as_user("koordinatorka").post(url, json=sent)
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["field"] == "interests.0.excluded"


class TestTie:
    def test_who_presides_and_has_an_interest_does_not_decide(self, written):
        meeting, members = meeting_with(
            written, "strety-rovnost", 5, tie_rule="chair_decides"
        )
        meeting.presiding = api.content.get(UID=members[0]).person
        item = meeting.objectValues()[0]
        said = VoteSaid(votes_for=2, against=2, deciding="for")
        declare_interest(item, members[1], "dotace")
        kept = votes_of(item).votes[record_vote(item, said)]
        assert (kept["result"], kept["deciding"]) == ("passed", "for")
        item = meeting.objectValues()[1]
        declare_interest(item, members[0], "dotace")
        kept = votes_of(item).votes[record_vote(item, said)]
        assert (kept["result"], kept["deciding"]) == ("failed", None)
        assert kept["explanation"][1]["code"] == "tie_partial"
