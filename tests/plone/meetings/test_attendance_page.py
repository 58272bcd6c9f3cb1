"""The sheet and the page of an item in a browser without scripts."""

from datetime import date
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.papers.attendance import AttendancePaper
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from lxml.html import document_fromstring
from plone import api
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.rights.conftest import browser_of
from zope.globalrequest import setRequest
import pytest
import transaction


RULES = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}


@pytest.fixture(scope="class")
def group(town):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        members = body_with(town, "stranka", 5, **RULES)
        meeting = in_session(town["stranka"])
        replies = {"state": "coming"}, {"state": "excused", "reason": "nemoc"}
        for member, reply in zip(members, replies, strict=False):
            records_of(meeting).put("replies", member, reply)
    transaction.commit()
    return meeting, members


@pytest.fixture
def browser(group, functional_portal_class):
    made = browser_of(functional_portal_class, "koordinatorka")
    yield made
    setRequest(functional_portal_class.REQUEST)
    transaction.begin()


def kept(meeting):
    transaction.begin()
    return {
        member: value["status"]
        for member, value in records_of(meeting).attendance.items()
    }


class TestSheet:
    def opened(self, browser, meeting):
        browser.open(f"{meeting.absolute_url()}/@@kpss-attendance")
        return browser.getForm(id="kpss-attendance")

    def test_who_does_not_record_does_not_get_it(self, group, functional_portal_class):
        meeting, _members = group
        stranger = browser_of(functional_portal_class, "clenka")
        stranger.handleErrors = True
        stranger.raiseHttpErrors = False
        stranger.open(f"{meeting.absolute_url()}/@@kpss-attendance")
        setRequest(functional_portal_class.REQUEST)
        assert "kpss-sheet" not in stranger.contents

    def test_answers_are_shown_and_taken_over_by_one_button(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        assert "answered: coming" in browser.contents
        assert "nemoc" in browser.contents
        form.getControl(name="by_replies").click()
        assert kept(meeting) == {members[0]: "present", members[1]: "excused"}

    def test_one_choice_a_person_and_one_button(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        for member in members[2:4]:
            form.getControl(name=f"status-{member}").value = ["present"]
        form.getControl(name=f"arrived-{members[2]}").value = "2"
        form.getControl(name="save").click()
        assert kept(meeting)[members[3]] == "present"
        second = meeting.objectValues()[1].UID()
        assert records_of(meeting).attendance[members[2]]["arrived"] == second
        assert "3 of 5 members present, 3 needed: quorate." in browser.contents

    def test_a_click_by_mistake_is_taken_back(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        control = form.getControl(name=f"status-{members[4]}")
        assert control.value == [""]
        control.value = ["absent"]
        form.getControl(name="save").click()
        assert kept(meeting)[members[4]] == "absent"
        form = self.opened(browser, meeting)
        form.getControl(name=f"status-{members[4]}").value = [""]
        form.getControl(name="save").click()
        assert kept(meeting)[members[4]] is None

    def test_others_are_absent_by_one_button(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        form.getControl(name="the_rest").click()
        assert kept(meeting)[members[4]] == "absent"

    def test_error_names_the_person_and_keeps_what_was_typed(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        form.getControl(name=f"left-{members[3]}").value = "99"
        form.getControl(name=f"status-{members[4]}").value = ["online"]
        form.getControl(name="save").click()
        assert "is no item of this meeting and no time" in browser.contents
        form = browser.getForm(id="kpss-attendance")
        assert form.getControl(name=f"left-{members[3]}").value == "99"
        assert form.getControl(name=f"status-{members[4]}").value == ["online"]
        assert kept(meeting)[members[4]] == "absent"
        form.getControl(name=f"left-{members[3]}").value = "3"
        form.getControl(name="save").click()
        assert kept(meeting)[members[4]] == "online"

    def test_two_secretaries_who_save_the_same_sheet_lose_nothing(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        transaction.begin()
        mark(meeting, [Change(members[0], {"status": "online"})])
        transaction.commit()
        # Looked at before, saves somebody else
        form.getControl(name=f"status-{members[1]}").value = ["present"]
        form.getControl(name="save").click()
        assert kept(meeting)[members[0]] == "online"
        assert kept(meeting)[members[1]] == "present"

    def test_two_who_record_the_same_person_otherwise_are_told(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        transaction.begin()
        mark(meeting, [Change(members[0], {"status": "absent"})])
        transaction.commit()
        form.getControl(name=f"status-{members[0]}").value = ["excused"]
        form.getControl(name="save").click()
        assert "Meanwhile somebody else recorded" in browser.contents
        form = browser.getForm(id="kpss-attendance")
        assert form.getControl(name=f"status-{members[0]}").value == ["excused"]
        # Having seen it, one may insist
        form.getControl(name="save").click()
        assert kept(meeting)[members[0]] == "excused"

    def test_guests_come_and_go(self, group, browser):
        meeting, _members = group
        form = self.opened(browser, meeting)
        form.getControl(name="guest-name").value = "Eva Malá"
        form.getControl(name="guest-organisation").value = "Charita"
        form.getControl(name="add_guest").click()
        assert "Eva Malá" in browser.contents
        transaction.begin()
        assert len(records_of(meeting).guests) == 1
        browser.getForm(id="kpss-attendance").getControl(name="remove_guest").click()
        transaction.begin()
        assert len(records_of(meeting).guests) == 0

    def test_invited_guests_are_recorded_by_one_click(self, group, browser):
        meeting, _members = group
        transaction.begin()
        invited = {"email": "host@jinde.example", "everything": False}
        records = records_of(meeting)
        records.put("invited", "k1", {"name": "Hana Hostová", **invited})
        records.put("invited", "k2", {"name": "Omluvený Host", **invited})
        records.put("replies", "k2", {"state": "excused"})
        transaction.commit()
        self.opened(browser, meeting).getControl(name="awaited").click()
        transaction.begin()
        guests = records_of(meeting).guests.values()
        assert [one["name"] for one in guests if "Host" in one["name"]] == [
            "Hana Hostová"
        ]
        assert 'name="awaited"' not in browser.contents

    def test_guest_without_a_name_is_refused(self, group, browser):
        meeting, _members = group
        form = self.opened(browser, meeting)
        form.getControl(name="guest-organisation").value = "Charita"
        form.getControl(name="add_guest").click()
        assert "kpss-guest" in browser.contents
        assert "Mend this first" in browser.contents
        form = browser.getForm(id="kpss-attendance")
        assert form.getControl(name="guest-organisation").value == "Charita"

    def test_who_presides_may_be_chosen(self, group, browser):
        meeting, _members = group
        form = self.opened(browser, meeting)
        options = form.getControl(name="presiding").options
        form.getControl(name="presiding").value = [options[1]]
        form.getControl(name="save_presiding").click()
        assert "chosen for this meeting" in browser.contents
        assert "Saved." in browser.contents
        assert "Nothing was changed." not in browser.contents
        transaction.begin()
        assert meeting.presiding == options[1]

    def test_who_is_away_presides_on_no_page_and_no_paper(self, town, browser):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            meeting = in_session(town["seniori"])
        assert self.presides(browser, meeting) == ("Jana Vedouci", "Jana Vedouci")
        transaction.begin()
        [leader] = [one.member for one in Sheet(meeting).lines if one.functions]
        mark(meeting, [Change(leader, {"status": "excused"})])
        nobody = "must be named for this meeting"
        assert self.presides(browser, meeting) == (nobody, None)

    def presides(self, browser, meeting):
        """What the page of the meeting says, and the attendance list."""
        transaction.commit()
        with api.env.adopt_roles(["Manager"]):
            on_paper = AttendancePaper(meeting, date.today()).presiding()
        browser.open(meeting.absolute_url())
        [found] = document_fromstring(browser.contents).xpath(
            "//dt[.='Presides']/following-sibling::dd[1]"
        )
        return found.text_content().strip(), on_paper

    def test_page_of_the_meeting_says_it_to_insiders(self, group, browser):
        meeting, _members = group
        browser.open(meeting.absolute_url())
        assert "members present" in browser.contents
        assert "Record attendance" in browser.contents

    def test_nobody_else_reads_names_there(self, group, functional_portal_class):
        meeting, _members = group
        visitor = browser_of(functional_portal_class)
        visitor.handleErrors = True
        visitor.raiseHttpErrors = False
        visitor.open(meeting.absolute_url())
        setRequest(functional_portal_class.REQUEST)
        assert "Jana Nová" not in visitor.contents


class TestItem:
    def opened(self, browser, item):
        browser.open(f"{item.absolute_url()}/@@kpss-vote")
        return browser.getForm(action="kpss-vote")

    @pytest.fixture(scope="class")
    def room(self, group):
        transaction.begin()
        meeting, members = group
        with api.env.adopt_roles(["Manager"]):
            present(meeting, members)
            item = meeting.objectValues()[0]
            item.proposal = "Skupina schvaluje plán."
        transaction.commit()
        return meeting, members

    def test_vote_resolution_and_task_from_one_screen(self, room, browser):
        meeting, _members = room
        item = meeting.objectValues()[0]
        form = self.opened(browser, item)
        assert "Skupina schvaluje plán." in browser.contents
        for name, number in (("for", "4"), ("against", "1")):
            form.getControl(name=name).value = number
        form.getControl(name="vote").click()
        assert "Passed: 3 of 5 present needed." in browser.contents
        button = browser.getControl(name="follow")
        form = browser.getForm(action="kpss-vote")
        text = form.getControl(name="resolution-text")
        assert text.value == "Skupina schvaluje plán."
        button.click()
        transaction.begin()
        kept = votes_of(item).votes["0001"]["resolution"]
        with api.env.adopt_roles(["Manager"]):
            made = api.content.get(UID=kept["uid"])
        assert (made.number, made.text) == (kept["number"], "Skupina schvaluje plán.")
        assert api.content.get_state(made) == "adopted"
        browser.getControl(name="impose").click()
        browser.getControl(name="title").value = "Rozeslat plán"
        browser.getControl(name="body").value = ["stranka"]
        browser.getControl(name="save").click()
        assert browser.url.endswith("/@@kpss-vote")
        transaction.begin()
        [task] = meeting.aq_parent.aq_parent.aq_parent["tasks"].objectValues()
        assert task.imposed_by == made.UID()

    def test_errors_stay_at_their_fields(self, room, browser):
        meeting, _members = room
        form = self.opened(browser, meeting.objectValues()[1])
        form.getControl(name="question").value = "Schválit?"
        form.getControl(name="for").value = "9"
        form.getControl(name="against").value = "0"
        form.getControl(name="vote").click()
        assert "There are 9 votes, but only 5 may vote." in browser.contents
        form = browser.getForm(action="kpss-vote")
        assert form.getControl(name="question").value == "Schválit?"
        assert form.getControl(name="for").value == "9"

    def test_ballots_by_name_need_only_the_exceptions(self, room, browser):
        meeting, members = room
        item = meeting.objectValues()[1]
        form = self.opened(browser, item)
        form.getControl(name="method").value = ["named"]
        form.getControl(name="rest").value = ["for"]
        form.getControl(name=f"ballot-{members[0]}").value = ["against"]
        form.getControl(name="vote").click()
        transaction.begin()
        kept = votes_of(item).votes["0001"]
        assert (kept["for"], kept["against"]) == (4, 1)
        assert kept["ballots"][members[0]] == "against"

    def test_correction_from_the_page(self, room, browser):
        meeting, _members = room
        item = meeting.objectValues()[1]
        self.opened(browser, item)
        browser.getLink("Correct vote").click()
        form = browser.getForm(action="kpss-vote")
        form.getControl(name="method").value = ["open"]
        form.getControl(name="for").value = "2"
        form.getControl(name="against").value = "3"
        form.getControl(name="vote").click()
        assert "Say why" in browser.contents or "must not be empty" in browser.contents
        form = browser.getForm(action="kpss-vote")
        form.getControl(name="why").value = "Přepočteno"
        form.getControl(name="vote").click()
        assert "Corrected" in browser.contents
        assert "Přepočteno" in browser.contents
        transaction.begin()
        assert item.outcome == "not_passed"

    def test_interest_is_declared_and_taken_back(self, room, browser):
        meeting, members = room
        item = meeting.objectValues()[2]
        form = self.opened(browser, item)
        form.getControl(name="interest-member").value = [members[0]]
        form.getControl(name="interest").click()
        form = browser.getForm(action="kpss-vote")
        assert form.getControl(name="interest-member").value == [members[0]]
        form.getControl(name="interest-reason").value = "příjemce dotace"
        form.getControl(name="interest").click()
        assert "příjemce dotace" in browser.contents
        browser.getForm(action="kpss-vote").getControl(name="drop_interest").click()
        transaction.begin()
        assert len(votes_of(item).interests) == 0

    def test_without_a_vote_with_notes(self, room, browser):
        meeting, _members = room
        item = meeting.objectValues()[2]
        form = self.opened(browser, item)
        form.getControl(name="notes").value = "Diskuse o termínech."
        browser.getControl("Agreed without objection").click()
        transaction.begin()
        assert (item.outcome, item.notes) == ("agreed", "Diskuse o termínech.")
        browser.open(meeting.absolute_url())
        assert "agreed without objection" in browser.contents
