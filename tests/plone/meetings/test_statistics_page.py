"""Attendance of a body over a year, for those inside only (BER-47, ZAT-53)."""

from datetime import date
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.statistics import total
from kpss.addon.meetings.statistics.gathering import seats_of
from lxml import html
from plone import api
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import at
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.sheet import seat
from tests.plone.meetings.test_papers import bring_convened
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


YEAR = date.today().year
PAGE, TABLE = "@@kpss-attendance-statistics", "attendance-statistics.csv"


@pytest.fixture(scope="class")
def body(town):
    """Two meetings that were held, one that was only planned."""
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    with api.env.adopt_roles(["Manager"]):
        for day, statuses in ((1, ("present", "excused")), (2, ("online", "absent"))):
            meeting = add_meeting(town["seniori"])
            bring_convened(meeting)
            meeting.start = at(YEAR, 1, day)
            meeting.reindexObject()
            bring(meeting, "open", "end")
            items = records_of(meeting).snapshot["items"]
            assert len(items) == 2
            for item, status in zip(items, statuses, strict=True):
                records_of(meeting).put(
                    "attendance", item["member"], {"status": status}
                )
        add_meeting(town["seniori"])
    transaction.commit()
    return town["seniori"]


class TestStatistics:
    @pytest.mark.parametrize("name", [PAGE, TABLE])
    @pytest.mark.parametrize("user", [None, "cizi"])
    def test_nobody_outside_learns_who_came(self, as_user, body, name, user):
        answer = as_user(user, "text/html").get(
            f"{body.absolute_url()}/{name}", allow_redirects=False
        )
        assert answer.status_code in (302, 401, 403)
        assert "Clenka" not in answer.text

    def test_member_reads_how_each_took_part(self, as_user, body):
        text = as_user("clenka", "text/html").get(f"{body.absolute_url()}/{PAGE}").text
        for said in ("Jana Vedouci", "Jana Clenka", "100", "Započítáno ze 2 jednání."):
            assert said in text, said

    def test_each_number_says_what_it_is_where_there_are_no_columns(
        self, as_user, body
    ):
        page = as_user("clenka", "text/html").get(f"{body.absolute_url()}/{PAGE}").text
        tables = html.fromstring(page).xpath(
            "//table[contains(@class, 'kpss-members')]"
        )
        assert len(tables) == 2
        for table in tables:
            headings = [
                one.text_content().strip() for one in table.xpath(".//thead//th")
            ]
            for row in table.xpath("./tbody/tr | ./tfoot/tr"):
                assert row.xpath("./td/@data-label") == headings[1:]

    def test_table_has_the_same_numbers(self, as_user, body):
        url = f"{body.absolute_url()}/{TABLE}?year={YEAR}"
        answer = as_user("clenka", "text/html").get(url)
        lines = answer.content.decode("utf-8-sig").splitlines()
        rows = {line.split(";")[0]: line.split(";")[2:] for line in lines}
        assert sorted(rows["Jana Vedouci"] + rows["Jana Clenka"]) == sorted(
            ["2", "2", "0", "0", "0", "0", "100", "2", "0", "0", "1", "1", "0", "0"]
        )
        assert rows["bez strany"] == ["4", "2", "0", "1", "1", "0", "50"]

    def test_page_says_whether_the_body_met_as_often_as_its_rules_ask(
        self, as_user, body
    ):
        """BER-58"""
        url = f"{body.absolute_url()}/{PAGE}?year={YEAR}"
        said = f"V roce {YEAR} zatím konáno: 2; pravidla žádají 3, zbývá konat: 1."
        assert said not in as_user("clenka", "text/html").get(url).text
        transaction.begin()
        [rules] = [
            one for one in body.objectValues() if one.portal_type == "kpss.Rules"
        ]
        rules.min_meetings_per_year = 3
        transaction.commit()
        assert said in as_user("clenka", "text/html").get(url).text

    @pytest.mark.parametrize("year", ["1900", "abc", "9" * 400, "", "-1"])
    def test_other_years_are_no_error(self, as_user, body, year):
        url = f"{body.absolute_url()}/{PAGE}?year={year}"
        assert as_user("clenka", "text/html").get(url).status_code == 200

    def test_page_of_the_body_leads_there_only_from_inside(self, as_user, body):
        url = body.absolute_url()
        assert PAGE in as_user("clenka", "text/html").get(url).text
        assert PAGE not in as_user(None, "text/html").get(url).text


class TestRepresented:
    def test_only_by_a_substitute_who_came(self, written):
        members = body_with(written, "zastoupeni", 3)
        written.process.functions = [
            *written.process.functions,
            {"id": "nahradnik", "title": "Náhradník", "kind": "substitute"},
        ]
        notify(ObjectModifiedEvent(written.process))
        some, other = (
            seat(written, "zastoupeni", name, function="nahradnik")
            for name in ("Náhradní", "Záložní")
        )
        meeting = in_session(written["zastoupeni"])
        present(meeting, members[:1])
        # Named, but nobody came
        present(meeting, members[1:2], "excused", substitute=some)
        assert total(seats_of([meeting])).represented == 0
        present(meeting, [some])
        assert total(seats_of([meeting])).represented == 1
        # The roster says for whom the other stands in
        present(meeting, members[2:], "excused")
        present(meeting, [other])
        assert total(seats_of([meeting])).represented == 1
        items = records_of(meeting).snapshot["items"]
        [line] = [one for one in items if one["member"] == other]
        line["substitute_of"] = members[2]
        assert total(seats_of([meeting])).represented == 2
