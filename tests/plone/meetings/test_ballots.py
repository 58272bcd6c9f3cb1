"""Members vote outside a meeting themselves: by their link, with an account, by REST."""

from AccessControl import Unauthorized
from datetime import timedelta
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.convening.links import make_link
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.times import now
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.per_rollam import enter
from kpss.addon.meetings.voting.per_rollam import give
from kpss.addon.meetings.voting.per_rollam import silent
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.mailing import item_called
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.sheet import seat
from tests.plone.meetings.test_voting import path_of
from tests.plone.meetings.test_voting import refused
from tests.plone.rights.conftest import browser_of
from zope.globalrequest import setRequest
import json
import pytest
import transaction


RULES = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}
BY_NAME = VoteSaid(method="named", ballots=())


def decision(body, **fields):
    """Asked since a week, until tomorrow."""
    meeting = in_session(body, items=(), kind="per_rollam", **fields)
    meeting.start, meeting.end = now() - timedelta(7), now() + timedelta(days=1)
    add_item(meeting, "Plán", proposal="Schvalujeme plán.")
    add_item(meeting, "Dotace")
    add_item(meeting, "Nadpis", kind="heading")
    add_item(meeting, "Skrytý", publicity="hidden")
    return meeting


@pytest.fixture(scope="class")
def group(town):
    """Two members with accounts, and one without a vote."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        seat(town, "seniori", "Bezhlasu", voting=False)
        meeting = decision(town["seniori"])
    transaction.commit()
    lines = records_of(meeting).snapshot["items"]
    return meeting, {one["name"]: one["member"] for one in lines}


def address(meeting, member) -> str:
    token = make_link(meeting, member, f"test-{member}")
    transaction.commit()
    return f"{meeting.absolute_url()}/@@kpss-invitation/{token}"


def given(item) -> dict[str, str]:
    transaction.begin()
    return {member: one["choice"] for member, one in votes_of(item).ballots.items()}


class TestByLink:
    @pytest.fixture
    def browser(self, group, functional_portal_class):
        """Of nobody who is logged in."""
        made = browser_of(functional_portal_class)
        yield made
        setRequest(functional_portal_class.REQUEST)
        transaction.begin()

    def test_member_votes_without_an_account_and_changes_it(self, group, browser):
        meeting, members = group
        member = members["Jana Vedouci"]
        plan, grant = item_called(meeting, "Plán"), item_called(meeting, "Dotace")
        browser.open(address(meeting, member))
        assert "Schvalujeme plán." in browser.contents
        assert "Skrytý" not in browser.contents
        assert "Will you come?" not in browser.contents
        form = browser.getForm(action="kpss-ballots")
        form.getControl(name=f"ballot-{plan.UID()}").value = ["for"]
        form.getControl(name="save").click()
        assert given(plan) == {member: "for"}
        assert given(grant) == {}
        assert "You voted: for" in browser.contents
        form = browser.getForm(action="kpss-ballots")
        assert form.getControl(name=f"ballot-{plan.UID()}").value == ["for"]
        form.getControl(name=f"ballot-{plan.UID()}").value = ["against"]
        form.getControl(name=f"ballot-{grant.UID()}").value = ["abstained"]
        form.getControl(name="save").click()
        assert given(plan) == {member: "against"}
        assert given(grant) == {member: "abstained"}

    def test_who_has_no_vote_reads_and_is_told(self, group, browser):
        meeting, members = group
        browser.open(address(meeting, members["Jana Bezhlasu"]))
        assert "You have no vote here." in browser.contents
        assert 'name="save"' not in browser.contents

    def test_a_vote_sent_all_the_same_is_not_kept(self, group, as_user):
        meeting, members = group
        plan = item_called(meeting, "Plán")
        before = given(plan)
        url = address(meeting, members["Jana Bezhlasu"])
        sent = {f"ballot-{plan.UID()}": "for", "save": "1"}
        url = url.replace("kpss-invitation", "kpss-ballots")
        assert as_user(None, "text/html").post(url, data=sent).status_code == 200
        assert given(plan) == before

    @pytest.mark.parametrize("token", ["x", "a" * 43])
    def test_wrong_link_votes_nothing(self, group, as_user, token):
        meeting, _members = group
        plan = item_called(meeting, "Plán")
        before = given(plan)
        answer = as_user(None, "text/html").post(
            f"{meeting.absolute_url()}/@@kpss-ballots/{token}",
            data={f"ballot-{plan.UID()}": "for", "save": "1"},
        )
        assert answer.status_code == 404
        assert "Plán" not in answer.text
        assert given(plan) == before

    def test_after_the_deadline_the_page_says_so_and_keeps_nothing(
        self, group, as_user
    ):
        meeting, members = group
        plan = item_called(meeting, "Plán")
        before, url = given(plan), address(meeting, members["Jana Clenka"])
        url = url.replace("kpss-invitation", "kpss-ballots")
        end = meeting.end
        meeting.end = now() - timedelta(seconds=1)
        transaction.commit()
        sent = {f"ballot-{plan.UID()}": "for", "save": "1"}
        answer = as_user(None, "text/html").post(url, data=sent)
        assert "The time for voting is over." in answer.text
        assert given(plan) == before
        meeting.end = end
        transaction.commit()

    def test_nothing_bad_comes_of_odd_choices(self, group, as_user):
        meeting, members = group
        plan = item_called(meeting, "Plán")
        before, url = given(plan), address(meeting, members["Jana Clenka"])
        url = url.replace("kpss-invitation", "kpss-ballots")
        sent = {f"ballot-{plan.UID()}": "not_voted", "save": "1"}
        answer = as_user(None, "text/html").post(url, data=sent)
        assert answer.status_code == 200
        assert "Choose for, against or abstained." in answer.text
        assert given(plan) == before


class TestWithAccount:
    def test_member_votes_on_the_page(self, group, functional_portal_class):
        meeting, members = group
        plan = item_called(meeting, "Plán")
        browser = browser_of(functional_portal_class, "clenka")
        browser.open(meeting.absolute_url())
        assert "Who will come" not in browser.contents
        # Who has not voted is for who records
        assert "Have not voted" not in browser.contents
        browser.getLink("Vote").click()
        form = browser.getForm(action="kpss-my-ballots")
        form.getControl(name=f"ballot-{plan.UID()}").value = ["for"]
        form.getControl(name="save").click()
        setRequest(functional_portal_class.REQUEST)
        assert given(plan)[members["Jana Clenka"]] == "for"

    def test_over_rest_only_ones_own(self, group, as_user):
        meeting, members = group
        plan = item_called(meeting, "Plán")
        path = path_of(plan, "@ballot")
        for user in (None, "cizi", "koordinatorka"):
            assert as_user(user).get(path).status_code in (401, 403), user
            answer = as_user(user).post(path, json={"choice": "for"})
            assert answer.status_code in (401, 403), user
        answer = as_user("clenka").post(path, json={"choice": "abstained"})
        data = answer.json()
        assert (answer.status_code, data["choice"]) == (200, "abstained")
        assert data["refusal"] is None
        assert as_user("clenka").get(path).json() == data
        assert data["member"] == members["Jana Clenka"]

    @pytest.mark.parametrize("sent", [{}, {"choice": "not_voted"}, {"choice": 3}, []])
    def test_bad_choices_over_rest(self, group, as_user, sent):
        meeting, _members = group
        path = path_of(item_called(meeting, "Plán"), "@ballot")
        answer = as_user("clenka").post(path, json=sent)
        assert answer.status_code == 400, answer.text

    def test_heading_is_not_voted_on(self, group, as_user):
        meeting, _members = group
        path = path_of(item_called(meeting, "Nadpis"), "@ballot")
        answer = as_user("clenka").post(path, json={"choice": "for"})
        assert (answer.status_code, answer.json()["code"]) == (400, "not_voted_on")

    def test_nobody_else_learns_how_somebody_voted_before_the_result(
        self, group, as_user
    ):
        meeting, members = group
        plan = item_called(meeting, "Plán")
        # Who presides records too
        for user in (None, "clenka"):
            answer = as_user(user).get(path_of(plan))
            assert "given" not in answer.json()
        data = as_user("koordinatorka").get(path_of(plan)).json()
        found = {one["member"]: one["choice"] for one in data["given"]}
        assert found[members["Jana Clenka"]] == "abstained"


class TestRecorded:
    def made(self, written, name, number=3):
        members = body_with(written, name, number, **RULES)
        meeting = decision(written[name])
        return meeting, item_called(meeting, "Plán"), members

    def test_vote_is_made_of_the_given_ballots(self, written):
        _meeting, item, members = self.made(written, "dane")
        for member, choice in zip(members, ("for", "for", "against"), strict=True):
            assert give(item, member, choice) is True
        assert give(item, members[0], "for") is False
        # All have answered, so the deadline need not pass
        key = record_vote(item, BY_NAME)
        kept = votes_of(item).votes[key]
        assert kept["ballots"] == dict(
            zip(members, ("for", "for", "against"), strict=True)
        )
        assert (kept["result"], kept["present"]) == ("passed", 3)
        with pytest.raises(Refusals) as error:
            give(item, members[0], "against")
        assert refused(error) == [("", "was_recorded")]

    def test_before_the_deadline_the_others_may_still_vote(self, written):
        meeting, item, members = self.made(written, "brzy")
        give(item, members[0], "for")
        with pytest.raises(Refusals) as error:
            record_vote(item, BY_NAME)
        assert refused(error) == [("ballots", "answers_still_come")]
        assert silent(meeting)[-2:] == ["Jana Nová1", "Jana Nová2"]

    def test_who_wrote_a_letter_is_entered_beside_them(self, written):
        meeting, item, members = self.made(written, "dopisem")
        give(item, members[0], "for")
        meeting.end = now() - timedelta(hours=1)
        ballots = (Ballot(members[0], "not_voted"), Ballot(members[1], "for"))
        key = record_vote(item, VoteSaid(method="named", ballots=ballots))
        kept = votes_of(item).votes[key]["ballots"]
        assert kept == {members[0]: "for", members[1]: "for"}

    def test_what_was_said_by_telephone_is_kept_until_the_others_vote(self, written):
        meeting, item, members = self.made(written, "telefonem")
        give(item, members[0], "for")
        assert enter(item, {members[1]: "against", members[2]: "not_voted"}) == 1
        assert enter(item, {members[1]: "against"}) == 0
        assert silent(meeting)[-1:] == ["Jana Nová2"]
        # It can be taken back, and the member can vote personally after all
        assert enter(item, {members[1]: "not_voted"}) == 1
        assert members[1] not in votes_of(item).ballots
        enter(item, {members[1]: "against", members[2]: "for"})
        assert give(item, members[1], "against") is True
        assert give(item, members[1], "for") is True
        kept = votes_of(item).votes[record_vote(item, BY_NAME)]["ballots"]
        assert kept == dict.fromkeys(members, "for")
        with pytest.raises(Refusals) as error:
            enter(item, {members[2]: "against"})
        assert refused(error) == [("", "was_recorded")]

    def test_who_voted_personally_is_not_entered_otherwise(self, written):
        _meeting, item, members = self.made(written, "osobne")
        give(item, members[0], "for")
        ballots = {members[0]: "against", members[1]: "for"}
        with pytest.raises(Refusals) as error:
            enter(item, ballots)
        assert refused(error) == [("ballots", "voted_otherwise")]
        assert set(votes_of(item).ballots) == {members[0]}
        with pytest.raises(Refusals) as error:
            enter(item, {members[1]: "perhaps"})
        assert refused(error) == [("choice", "unknown_choice")]

    def test_what_was_entered_is_corrected_when_the_vote_is_recorded(self, written):
        meeting, item, members = self.made(written, "oprava")
        enter(item, {members[0]: "for"})
        meeting.end = now() - timedelta(hours=1)
        said = VoteSaid(method="named", ballots=(Ballot(members[0], "against"),))
        kept = votes_of(item).votes[record_vote(item, said)]["ballots"]
        assert kept == {members[0]: "against"}

    def test_only_who_records_enters(self, written):
        _meeting, item, members = self.made(written, "cizi-ruka")
        with (
            api.env.adopt_user(username="cizi"),
            api.env.adopt_roles(["Member"]),
            pytest.raises(Unauthorized),
        ):
            enter(item, {members[0]: "for"})
        assert not len(votes_of(item).ballots)

    def test_nobody_changes_a_ballot_that_was_given(self, written):
        meeting, item, members = self.made(written, "jinak")
        give(item, members[0], "against")
        meeting.end = now() - timedelta(hours=1)
        said = VoteSaid(method="named", ballots=(Ballot(members[0], "for"),))
        with pytest.raises(Refusals) as error:
            record_vote(item, said)
        assert refused(error) == [("ballots", "voted_otherwise")]

    def test_who_declared_an_interest_does_not_vote(self, written):
        meeting, item, members = self.made(written, "zajem")
        give(item, members[0], "for")
        declare_interest(item, members[0], "podjatost")
        with pytest.raises(Refusals) as error:
            give(item, members[0], "against")
        assert refused(error) == [("", "has_interest")]
        meeting.end = now() - timedelta(hours=1)
        key = record_vote(
            item,
            VoteSaid(
                method="named", ballots=tuple(Ballot(x, "for") for x in members[1:])
            ),
        )
        assert members[0] not in votes_of(item).votes[key]["ballots"]

    def test_a_secret_vote_is_never_taken_this_way(self, written):
        meeting, item, members = self.made(written, "tajne")
        give(item, members[0], "for")
        meeting.end = now() - timedelta(hours=1)
        for said in (
            VoteSaid(method="secret", votes_for=2, against=1),
            VoteSaid(method="secret"),
        ):
            with pytest.raises(Refusals) as error:
                record_vote(item, said)
            assert refused(error)[0][1] in ("secret_ballots", "counts_or_ballots")
        assert dict(votes_of(item).votes) == {}

    def test_a_secret_vote_at_a_meeting_forgets_what_was_given_before(self, written):
        meeting, item, members = self.made(written, "prece-tajne")
        give(item, members[0], "for")
        meeting.kind = "regular"
        present(meeting, members)
        record_vote(item, VoteSaid(method="secret", votes_for=2, against=1))
        assert dict(votes_of(item).ballots) == {}

    def test_at_a_meeting_nobody_votes_by_a_link(self, written):
        members = body_with(written, "pritomni", 2, **RULES)
        meeting = in_session(written["pritomni"])
        item = meeting.objectValues()[0]
        with pytest.raises(Refusals) as error:
            give(item, members[0], "for")
        assert refused(error) == [("", "not_per_rollam")]
        assert dict(votes_of(item).ballots) == {}

    def test_page_of_the_recorder_has_them_filled_in(
        self, written, functional_portal_class
    ):
        meeting, item, members = self.made(written, "zapis")
        give(item, members[0], "against")
        meeting.end = now() - timedelta(hours=1)
        transaction.commit()
        browser = browser_of(functional_portal_class, "koordinatorka")
        browser.open(f"{item.absolute_url()}/@@kpss-vote")
        form = browser.getForm(action="kpss-vote")
        assert form.getControl(name=f"ballot-{members[0]}").value == ["against"]
        assert "voted personally" in browser.contents
        for member in members[1:]:
            form.getControl(name=f"ballot-{member}").value = ["for"]
        form.getControl(name="vote").click()
        setRequest(functional_portal_class.REQUEST)
        transaction.begin()
        [kept] = votes_of(item).votes.values()
        assert (kept["for"], kept["against"], kept["result"]) == (2, 1, "passed")

    def test_link_ends_with_the_day_of_the_deadline(self, written, as_user):
        meeting, _item, members = self.made(written, "konci")
        url = address(meeting, members[0])
        meeting.start -= timedelta(days=2)
        meeting.end -= timedelta(days=2)
        transaction.commit()
        assert as_user(None, "text/html").get(url).status_code == 410

    def test_link_opens_a_meeting_that_is_closed_to_others(self, written, as_user):
        meeting, _item, members = self.made(written, "zavrene")
        url = address(meeting, members[0])
        closed = as_user(None).get(meeting.absolute_url())
        assert closed.status_code == 401
        for kind in ("per_rollam", "regular"):
            meeting.kind = kind
            transaction.commit()
            page = as_user(None, "text/html").get(url)
            assert page.status_code == 200
            assert "Schvalujeme plán." in page.text, kind

    def test_copy_and_export_know_it(self, written):
        meeting, item, members = self.made(written, "kopie")
        give(item, members[0], "for")
        copied = api.content.copy(meeting, meeting.aq_parent)
        assert dict(votes_of(item_called(copied, "Plán")).ballots) == {}
        assert json.dumps(dict(votes_of(item).ballots))


class TestEntered:
    """On the page of the item, by who records."""

    @pytest.fixture
    def page(self, written, functional_portal_class):
        members = body_with(written, "zapisovane", 3, **RULES)
        item = item_called(decision(written["zapisovane"]), "Plán")
        made = browser_of(functional_portal_class, "koordinatorka")
        made.open(f"{item.absolute_url()}/@@kpss-vote")
        yield made, item, members
        setRequest(functional_portal_class.REQUEST)
        transaction.begin()

    def test_ballots_are_kept_and_shown_as_entered(self, page):
        browser, item, members = page
        browser.getControl(name=f"ballot-{members[0]}").value = ["against"]
        browser.getControl(name="keep_ballots").click()
        assert "Ballots entered: 1." in browser.contents
        assert "entered here" in browser.contents
        assert given(item) == {members[0]: "against"}
        chosen = browser.getControl(name=f"ballot-{members[0]}").value
        assert chosen == ["against"]
