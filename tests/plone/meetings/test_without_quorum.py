"""A working group of a town like Žatec, by the rules of its template, without quorum."""

from datetime import date
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.presiding import presiding
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.voting.agreeing import record_agreement
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.texts import explained
from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.shipped import shipped_templates
from plone import api
from plone.dexterity.utils import createContentInContainer as create
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
import pytest


@pytest.fixture
def process(portal):
    [zatec] = [one for one in shipped_templates() if one.id == "zatec"]
    with api.env.adopt_roles(["Manager"]):
        yield create_process(portal, zatec.data, "zatec", public=True).process


def sit(process, body, name, function=None) -> str:
    """A membership of a new person; its UID."""
    person = create(
        process["people"], "kpss.Person", given_name="Jana", family_name=name
    )
    return create(
        process["bodies"][body],
        "kpss.Membership",
        person=person.getId(),
        function=function,
        voting=True,
        valid_from=date(2021, 1, 1),
    ).UID()


@pytest.fixture
def meeting(process):
    """Five members; the coordinator presides, who is none of them (ZAT-74)."""
    leader = sit(process, "ps-pece", "Vedoucí", "vedouci")
    members = [sit(process, "ps-pece", f"Členka{number}") for number in range(4)]
    coordinator = sit(process, "osv", "Koordinátorka", "koordinator")
    made = in_session(process["bodies"]["ps-pece"])
    made.members = [leader, *members]
    made.coordinator = coordinator
    return made


class TestWorkingGroupWithoutQuorum:
    def test_a_vote_can_be_recorded_only_as_invalid(self, meeting):
        present(meeting, meeting.members[:2])
        sheet = Sheet(meeting)
        said = [translate(one, "cs") for one in sheet.sentences(sheet.quorum(None))]
        assert said[0] == "Přítomno 2 z 5 členů, potřeba 3: není usnášeníschopná."
        item = meeting.objectValues()[0]
        key = record_vote(item, VoteSaid(votes_for=2, against=0, abstained=0))
        kept = votes_of(item).votes[key]
        assert (kept["result"], kept["quorate"]) == ("invalid", False)
        assert item.outcome is None
        [first, *_more] = [translate(one, "cs") for one in explained(kept)]
        assert first == "Neplatné: při účasti 2 z 5 členů není usnášeníschopnost."

    def test_nor_is_anything_agreed(self, meeting):
        present(meeting, meeting.members[:2])
        with pytest.raises(Refusal) as refused:
            record_agreement(meeting.objectValues()[0])
        assert refused.value.code == "no_quorum"

    def test_the_third_member_makes_it_valid(self, meeting):
        present(meeting, meeting.members[:3])
        item = meeting.objectValues()[0]
        key = record_vote(item, VoteSaid(votes_for=2, against=1, abstained=0))
        assert votes_of(item).votes[key]["result"] == "passed"

    def test_the_leader_presides_once_the_coordinator_is_away(self, meeting):
        """ZAT-74"""
        assert presiding(Sheet(meeting)).why == "by_rule"
        present(meeting, [meeting.coordinator], status="excused")
        assert presiding(Sheet(meeting)).why == "by_fallback"
        assert Sheet(meeting).quorum(None).members == 5
