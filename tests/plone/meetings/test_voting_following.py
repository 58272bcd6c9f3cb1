"""What follows from a vote: the resolution, the chain of the document, in one step."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.following import follow
from kpss.addon.meetings.voting.following import Subject
from kpss.addon.meetings.voting.following import Wanted
from kpss.addon.meetings.voting.recording import correct_vote
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.approval.conftest import add_document
from tests.plone.approval.conftest import zatec as zatec_fixture
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.sheet import seats
from tests.plone.rights.conftest import Town
import pytest
import transaction


zatec = zatec_fixture
RESOLUTION = NewResolution(title="Plán 2027", text="Řídící skupina schvaluje plán.")


def resolutions_in(body):
    return [one for one in body.objectValues() if one.portal_type == "kpss.Resolution"]


@pytest.fixture(scope="class")
def steering(zatec, functional_portal_class):
    """The steering group in session, five of five there."""
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    town = Town.of(zatec)
    members = seats(town, "rs", 5)
    meeting = in_session(zatec["bodies"]["rs"], items=())
    present(meeting, members)
    transaction.commit()
    yield meeting
    login(functional_portal_class, TEST_USER_NAME)


def waiting(meeting, title):
    """An item about a plan whose way is at the steering group."""
    process = meeting.aq_parent.aq_parent.aq_parent
    document = add_document(process, title, "implementation_plan")
    groups = [
        one.getId()
        for one in process["bodies"].objectValues()
        if one.portal_type == "kpss.WorkingGroup"
    ]
    today = date.today()
    actions.start(document, on=today)
    decide(document, Said(0, "submitted", today, body=groups[0]))
    item = add_item(meeting, f"Bod: {title}", subject_uid=document.UID())
    return document, item


def vote(item, votes_for, against):
    return record_vote(item, VoteSaid(votes_for=votes_for, against=against))


class TestChain:
    def test_vote_resolution_number_and_consideration_in_one_step(self, steering):
        document, item = waiting(steering, "Plán 2027")
        key = vote(item, 4, 1)
        subject = Subject(item)
        assert subject.suggested("passed") == "approved"
        made = follow(item, key, Wanted(RESOLUTION, "approved"))
        [resolution] = resolutions_in(steering.aq_parent)
        assert (made["uid"], made["number"]) == (resolution.UID(), resolution.number)
        assert resolution.subject_uid == document.UID()
        last = case_of(document).records[-1]
        assert (last.outcome, last.meeting) == ("approved", steering.UID())
        assert last.resolution["uid"] == resolution.UID()
        assert votes_of(item).votes[key]["recorded"] == "approved"

    def test_refused_as_a_whole(self, steering):
        document, item = waiting(steering, "Plán bez usnesení")
        before = len(resolutions_in(steering.aq_parent))
        key = vote(item, 4, 1)
        # The step of the chain needs a resolution
        with pytest.raises(Refusals):
            follow(item, key, Wanted(None, "approved"))
        assert len(resolutions_in(steering.aq_parent)) == before
        assert case_of(document).records[-1].outcome == "submitted"
        assert votes_of(item).votes[key].get("resolution") is None

    def test_rejected_document_is_told_so_without_a_resolution_of_ours(self, steering):
        _document, item = waiting(steering, "Plán zamítnutý")
        vote(item, 1, 4)
        assert Subject(item).suggested("failed") == "rejected"

    def test_what_follows_is_recorded_once(self, steering):
        _document, item = waiting(steering, "Plán jednou")
        key = vote(item, 5, 0)
        follow(item, key, Wanted(RESOLUTION, "approved"))
        for wanted in (Wanted(RESOLUTION), Wanted(RESOLUTION, "approved")):
            with pytest.raises(Refusal) as error:
                follow(item, key, wanted)
            assert error.value.code == "was_followed"

    def test_document_that_waits_for_another_body(self, steering):
        _document, item = waiting(steering, "Plán jinde")
        key = vote(item, 5, 0)
        follow(item, key, Wanted(RESOLUTION, "approved"))
        again = add_item(steering, "Ještě jednou", subject_uid=item.subject_uid)
        key = vote(again, 5, 0)
        assert Subject(again).step is None
        with pytest.raises(Refusal) as error:
            follow(again, key, Wanted(RESOLUTION, "approved"))
        assert error.value.code == "not_its_step"


class TestConsidered:
    """A commission tells the chain what it recommends, without a resolution."""

    @pytest.fixture(scope="class")
    def commission(self, steering):
        process = steering.aq_parent.aq_parent.aq_parent
        members = seats(Town.of(process), "komise", 5)
        meeting = in_session(process["bodies"]["komise"], items=())
        present(meeting, members)
        return meeting

    def test_result_that_the_chain_was_told_stays(self, steering, commission):
        document, _item = waiting(steering, "Plán s přepočtem")
        today = date.today()
        decide(document, Said(1, "approved", today, resolution=RESOLUTION))
        decide(document, Said(2, "submitted", today))
        item = add_item(commission, "Doporučení", subject_uid=document.UID())
        key = vote(item, 1, 4)
        follow(item, key, Wanted(None, "not_recommended"))
        with pytest.raises(Refusal) as error:
            correct_vote(item, key, VoteSaid(votes_for=4, against=1), "Přepočet")
        assert error.value.code == "consideration_stands"
        # Other numbers with the same result are a correction like any other
        correct_vote(item, key, VoteSaid(votes_for=2, against=3), "Přepočet")
        assert votes_of(item).votes[key]["recorded"] == "not_recommended"
        with pytest.raises(Refusal) as error:
            follow(item, key, Wanted(RESOLUTION, "recommended"))
        assert error.value.code == "was_followed"


class TestWithoutChain:
    def test_resolution_with_the_next_number(self, steering):
        item = add_item(steering, "Jmenování")
        key = vote(item, 5, 0)
        before = len(resolutions_in(steering.aq_parent))
        made = follow(item, key, Wanted(NewResolution(verb="takes_note")))
        found = resolutions_in(steering.aq_parent)
        assert len(found) == before + 1
        assert (found[-1].title, found[-1].verb) == ("Jmenování", "takes_note")
        assert found[-1].number == made["number"]
        assert found[-1].per_rollam is False

    def test_number_that_is_taken_is_refused(self, steering):
        first, second = add_item(steering, "První"), add_item(steering, "Druhé")
        made = follow(first, vote(first, 5, 0), Wanted(NewResolution()))
        key = vote(second, 5, 0)
        with pytest.raises(Refusal) as error:
            follow(second, key, Wanted(NewResolution(number=made["number"])))
        assert error.value.field == "number"

    def test_agreement_leads_to_a_resolution_too(self, steering):
        item = add_item(steering, "Shoda")
        end_item(item, "agreed")
        [key] = votes_of(item).votes
        assert follow(item, key, Wanted(NewResolution())) is not None
        with pytest.raises(Refusal) as error:
            end_item(item, "discussed")
        assert error.value.code == "resolution_stands"

    def test_result_with_a_resolution_stays(self, steering):
        item = add_item(steering, "Stálé")
        key = vote(item, 5, 0)
        follow(item, key, Wanted(NewResolution()))
        with pytest.raises(Refusal) as error:
            correct_vote(item, key, VoteSaid(votes_for=1, against=4), "Přepočet")
        assert error.value.code == "resolution_stands"
        # Other numbers with the same result are a correction like any other
        correct_vote(item, key, VoteSaid(votes_for=4, against=1), "Přepočet")
        assert votes_of(item).votes[key]["resolution"] is not None

    def test_nothing_follows_from_an_invalid_vote(self, steering):
        item = add_item(steering, "Nic")
        with pytest.raises(Refusal) as error:
            follow(item, "0001", Wanted(NewResolution()))
        assert error.value.code == "no_valid_vote"

    def test_resolution_outside_a_meeting_says_so(self, steering):
        item = add_item(steering, "Mimo")
        key = vote(item, 5, 0)
        steering.kind = "per_rollam"
        try:
            made = follow(item, key, Wanted(NewResolution()))
        finally:
            steering.kind = "regular"
        with api.env.adopt_roles(["Manager"]):
            assert api.content.get(UID=made["uid"]).per_rollam is True
            [brain] = api.content.find(UID=made["uid"])
        assert brain.kpss_resolution["per_rollam"] is True

    def test_considered_outside_a_meeting_says_so_too(self, steering):
        _document, item = waiting(steering, "Plán mimo jednání")
        key = vote(item, 5, 0)
        steering.kind = "per_rollam"
        try:
            made = follow(item, key, Wanted(RESOLUTION, "approved"))
        finally:
            steering.kind = "regular"
        with api.env.adopt_roles(["Manager"]):
            [brain] = api.content.find(UID=made["uid"])
        assert brain.kpss_resolution["per_rollam"] is True
