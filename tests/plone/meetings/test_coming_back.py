"""Who leaves a meeting and comes back: recorded, counted, told, refused."""

from datetime import date
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.papers.attendance import AttendancePaper
from kpss.addon.meetings.records import records_of
from kpss.addon.minutes.gathering import gathered
from kpss.addon.minutes.rules.drafting import Line
from kpss.addon.minutes.wording import in_words
from plone import api
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.test_attendance import codes
from tests.plone.meetings.test_attendance import path_of
from tests.plone.rights.conftest import browser_of
from zope.globalrequest import setRequest
import json
import pytest
import transaction


ITEMS = ("Zahájení", "Plán", "Úkoly", "Rozpočet", "Různé")
#: Left before item 2, came back at item 4.
AWAY = {"left": "2", "again": [{"arrived": "4", "left": None}]}


@pytest.fixture(scope="class")
def group(town):
    """Three of three needed, all there; who leaves takes the quorum along."""
    transaction.begin()
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    with api.env.adopt_roles(["Manager"]):
        members = body_with(town, "tri", 3, quorum=">=1/1", majority=">1/2")
        meeting = in_session(town["tri"], items=ITEMS)
        present(meeting, members)
    transaction.commit()
    return meeting, members


@pytest.fixture
def browser(group, functional_portal_class):
    made = browser_of(functional_portal_class, "koordinatorka")
    yield made
    setRequest(functional_portal_class.REQUEST)
    transaction.begin()


def quorate(meeting):
    """At which of the first items the body can decide."""
    sheet = Sheet(meeting)
    items = list(sheet.points.index)[: len(ITEMS)]
    return [sheet.quorum(sheet.points.of_item(uid)).met for uid in items]


class TestRest:
    def test_who_left_and_came_back_counts_at_the_right_items(self, group, as_user):
        meeting, members = group
        rest, row = as_user("koordinatorka"), {"member": members[0], **AWAY}
        answer = rest.patch(path_of(meeting), json={"roster": [row]})
        assert answer.status_code == 200
        [line] = [x for x in answer.json()["roster"] if x["member"] == members[0]]
        items = [one.UID() for one in meeting.objectValues()]
        assert (line["arrived"], line["left"]) == (None, items[1])
        assert line["again"] == [
            {
                "arrived": items[3],
                "left": None,
                "arrived_shown": "4",
                "left_shown": "",
            }
        ]
        transaction.begin()
        assert quorate(meeting) == [True, False, False, True, True]

    def test_a_click_on_the_status_keeps_it(self, group, as_user):
        meeting, members = group
        row = {"member": members[0], "status": "online"}
        answer = as_user("koordinatorka").patch(
            path_of(meeting), json={"roster": [row]}
        )
        [line] = [x for x in answer.json()["roster"] if x["member"] == members[0]]
        assert line["again"][0]["arrived_shown"] == "4"

    def test_it_is_taken_back_by_null(self, group, as_user):
        meeting, members = group
        row = {"member": members[0], "left": None, "again": None}
        answer = as_user("koordinatorka").patch(
            path_of(meeting), json={"roster": [row]}
        )
        [line] = [x for x in answer.json()["roster"] if x["member"] == members[0]]
        assert (line["left"], line["again"]) == (None, [])

    @pytest.mark.parametrize(
        ("values", "field", "code"),
        [
            ({"again": [{"arrived": "3"}]}, "left", "back_without_leaving"),
            (
                {"left": "2", "again": [{"left": "4"}]},
                "again.0.arrived",
                "back_when",
            ),
            (
                {"left": "4", "again": [{"arrived": "2"}]},
                "again.0.arrived",
                "back_before_leaving",
            ),
            (
                {"left": "2", "again": [{"arrived": "4", "left": "3"}]},
                "again.0.left",
                "left_before_arriving",
            ),
            (
                {"left": "2", "again": [{"arrived": "3", "left": "99"}]},
                "again.0.left",
                "unknown_point",
            ),
            ({"left": "2", "again": "3"}, "again", "bad_shape"),
            ({"left": "2", "again": [3]}, "again", "bad_shape"),
            ({"left": "2", "again": [{"arrived": 3}]}, "again.0.arrived", "bad_shape"),
            (
                {"left": "2", "again": [{"arrived": "3", "left": "4"}] * 30},
                "again",
                "too_many_stays",
            ),
        ],
    )
    def test_what_cannot_be_so_is_refused(self, group, as_user, values, field, code):
        meeting, members = group
        transaction.begin()
        before = dict(records_of(meeting).attendance)
        answer = as_user("koordinatorka").patch(
            path_of(meeting), json={"roster": [{"member": members[1], **values}]}
        )
        data = answer.json()
        assert (answer.status_code, data["code"]) == (400, code)
        assert data["errors"][0]["field"] == f"roster.0.{field}"
        transaction.begin()
        assert dict(records_of(meeting).attendance) == before

    def test_times_are_compared_with_times(self, group):
        meeting, members = group
        times = {"left": "16:00", "again": [{"arrived": "15:30"}]}
        with pytest.raises(Refusals) as error:
            mark(meeting, [Change(members[1], times)])
        assert codes(error) == [("again.0.arrived", "back_before_leaving")]


class TestPage:
    def opened(self, browser, meeting):
        browser.open(f"{meeting.absolute_url()}/@@kpss-attendance")
        return browser.getForm(id="kpss-attendance")

    def test_without_scripts_who_left_may_come_back(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        assert f"arrived-{members[0]}-1" not in browser.contents
        form.getControl(name=f"left-{members[0]}").value = "2"
        form.getControl(name="save").click()
        form = browser.getForm(id="kpss-attendance")
        form.getControl(name=f"arrived-{members[0]}-1").value = "3"
        form.getControl(name=f"left-{members[0]}-1").value = "4"
        form.getControl(name="save").click()
        form = browser.getForm(id="kpss-attendance")
        form.getControl(name=f"arrived-{members[0]}-2").value = "5"
        form.getControl(name="save").click()
        transaction.begin()
        assert quorate(meeting) == [True, False, True, False, True]
        # Nothing is empty that could be filled in, and saving again changes nothing
        form = browser.getForm(id="kpss-attendance")
        assert f"arrived-{members[0]}-3" not in browser.contents
        form.getControl(name="save").click()
        assert "Nothing was changed." in browser.contents

    def test_error_stands_at_the_person_and_keeps_what_was_typed(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        form.getControl(name=f"arrived-{members[0]}-2").value = "1"
        form.getControl(name="save").click()
        assert "cannot come back before leaving" in browser.contents
        form = browser.getForm(id="kpss-attendance")
        assert form.getControl(name=f"arrived-{members[0]}-2").value == "1"
        assert f'href="#arrived-{members[0]}-2"' in browser.contents

    def test_it_is_taken_back_by_emptying_the_fields(self, group, browser):
        meeting, members = group
        form = self.opened(browser, meeting)
        for name in ("arrived", "left"):
            form.getControl(name=f"{name}-{members[0]}-1").value = ""
        form.getControl(name="save").click()
        transaction.begin()
        assert quorate(meeting) == [True, False, False, False, True]

    @pytest.mark.parametrize(
        "seen",
        [
            "",
            "x",
            "{}",
            "[]",
            json.dumps([5] * 6),
            json.dumps([None] * 3 + [[5], 1, 2]),
        ],
    )
    def test_a_changed_hidden_field_is_no_error(self, group, browser, seen):
        meeting, members = group
        form = self.opened(browser, meeting)
        form.getControl(name=f"seen-{members[1]}").value = seen
        form.getControl(name=f"status-{members[2]}").value = ["online"]
        form.getControl(name="save").click()
        assert browser.headers["status"].startswith("200")


class TestTold:
    @pytest.fixture
    def line(self, group):
        transaction.begin()
        meeting, members = group
        away = {"status": "present", "arrived": "1", **AWAY}
        with api.env.adopt_roles(["Manager"]):
            mark(meeting, [Change(members[2], away)])
            yield meeting, members[2]
        transaction.abort()

    def test_list_names_every_stay(self, line):
        meeting, member = line
        paper = AttendancePaper(meeting, date.today())
        seat = paper.sheet.by_member[member]
        said = paper._was_there(seat)
        assert said == "present, from item 1 to the beginning of item 2, from item 4"

    def test_minutes_name_every_stay(self, line):
        meeting, member = line
        name = Sheet(meeting).by_member[member].name
        [one] = [x for x in gathered(meeting).attendees if x.name == name]
        said = in_words([Line("attendee", {"attendee": one})])
        stays = "from item 1 to the beginning of item 2, from item 4"
        assert said == f"– {name} ({stays})"

    def test_what_was_recorded_before_is_read_as_ever(self, line):
        meeting, member = line
        old = {"status": "present", "arrived": None, "left": None, "substitute": None}
        records_of(meeting).put("attendance", member, {**old, "rev": 1})
        sheet = Sheet(meeting)
        assert sheet.kept_of(member)["again"] is None
        assert mark(meeting, [Change(member, {"status": "present"})]) == 0
        assert sheet.presence(sheet.points.first).present == 3
