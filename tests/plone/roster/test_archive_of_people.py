"""Closed bodies keep their last members, for those who may see them."""

from datetime import date
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.roster.town import add
from tests.plone.roster.town import page_text
import pytest
import transaction


PATH = "/mesto/bodies/stara"


class TestClosedBody:
    @pytest.fixture(scope="class", autouse=True)
    def closed(self, town):
        with api.env.adopt_roles(["Manager"]):
            body = createContentInContainer(
                town["bodies"],
                "kpss.WorkingGroup",
                id="stara",
                title="Stará skupina",
                valid_to=date(2025, 6, 30),
            )
            add(body, "jana", party="poskytovatel")
            add(body, "ulrich", party="uzivatel", valid_to=date(2025, 1, 31))
        transaction.commit()

    def test_insiders_read_the_last_roster_and_who_left_before(self, owner):
        text = page_text(owner, PATH)
        assert "1 member, 1 vote" in text
        assert "Jana Veřejná" in text
        assert "Former members Ulrich Skrytýuživatel" in text

    def test_nobody_is_asked_to_join_or_to_add(self, owner):
        text = owner.get(PATH).text
        assert "kpss-add-member" not in text
        assert "How to take part" not in text

    def test_everybody_else_reads_of_no_members(self, nobody):
        text = page_text(nobody, PATH)
        assert "Jana" not in text
        assert "ended; the page is kept in the archive" in text

    def test_table_for_spreadsheets_is_of_the_day(self, owner):
        answer = owner.get(f"{PATH}/roster.csv?on=2025-01-31")
        rows = answer.content.decode("utf-8-sig").splitlines()
        assert rows[0].startswith("Name and surname;Function;Party;Organisation;")
        assert [row.split(";")[0] for row in rows[1:]] == [
            "Ulrich Skrytýuživatel",
            "Jana Veřejná",
        ]

    def test_table_of_a_day_that_does_not_exist_is_refused(self, owner):
        assert owner.get(f"{PATH}/roster.csv?on=2025-02-30").status_code == 400
