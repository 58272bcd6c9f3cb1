"""The overview of people: who sits where, whose term ends, who lacks what."""

from datetime import date
from freezegun import freeze_time
from kpss.addon.bodies.peoplepages.entries import People
from kpss.addon.bodies.rules.folding import folded
from lxml import html
from plone import api
from tests.plone.roster.town import page_text
import pytest


URL = "/mesto/people"


def names(session, query=""):
    answer = session.get(f"{URL}?{query}")
    assert answer.status_code == 200, answer.text[:300]
    return html.fromstring(answer.text).xpath("//tbody/tr/th/a/text()")


class TestOverview:
    def test_everybody_stands_there_by_family_name(self, owner):
        assert names(owner) == [
            "Klara Koordinátorská",
            "Rut Radní",
            "Nina Skrytá",
            "Ulrich Skrytýuživatel",
            "Jana Veřejná",
        ]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("q=verejna", ["Jana Veřejná"]),
            ("q=NINA+skryta", ["Nina Skrytá"]),
            ("q=nikdo", []),
            ("term=expired", ["Nina Skrytá"]),
            ("term=soon", []),
            ("no_consent=1", ["Klara Koordinátorská", "Rut Radní", "Nina Skrytá"]),
            ("no_consent=1&q=rut", ["Rut Radní"]),
            ("archived=1", []),
            ("b_start=x", None),
            ("b_start=-50", None),
            ("q:list=a&q:list=b", None),
        ],
    )
    def test_filters(self, owner, query, found):
        assert names(owner, query) == (names(owner) if found is None else found)

    def test_filter_by_account(self, owner):
        assert "Jana Veřejná" not in names(owner, "no_account=1")

    def test_filter_by_body(self, owner, town):
        uid = town["bodies"]["rada"].UID()
        assert names(owner, f"body={uid}") == ["Rut Radní"]

    def test_seats_functions_and_expired_terms_are_told(self, owner):
        text = page_text(owner, f"{URL}?q=nina")
        assert "Senioři – Vedoucí skupiny" in text
        assert "has expired" in text

    def test_official_needs_no_consent(self, owner):
        assert "not needed (by office)" in page_text(owner, f"{URL}?q=rut")
        assert "not needed (by office)" not in page_text(owner, f"{URL}?q=nina")

    def test_byline_is_left_out(self, owner):
        assert "section-byline" not in owner.get(URL).text

    def test_ways_to_record_are_offered(self, owner):
        text = owner.get(URL).text
        for name in ("++add++kpss.Person", "@@kpss-import-members", "@@kpss-new-term"):
            assert name in text
        assert "@@kpss-units" not in text

    def test_member_may_not_see_it(self, insider, jana):
        for session in (insider, jana):
            answer = session.get(URL, allow_redirects=False)
            assert answer.status_code in (302, 401, 403)
            assert "Nina" not in answer.text

    def test_home_page_leads_there_who_may_see_it(self, owner, jana):
        assert "Overview of people" in owner.get("/mesto").text
        assert "Overview of people" not in jana.get("/mesto").text


class TestTerms:
    @pytest.mark.parametrize(
        ("today", "found"),
        [
            ("2024-11-30", set()),
            ("2024-12-01", {"soon"}),
            ("2025-03-01", {"soon"}),
            ("2025-03-02", {"expired"}),
        ],
    )
    def test_ninety_days_before_the_last_day(self, town, today, found):
        """Leader since 1. 3. 2024 for twelve months: last day 1. 3. 2025."""
        with freeze_time(today), api.env.adopt_roles(["Manager"]):
            entries = People(town, date.today()).entries()
            terms = {entry.fact.id: entry.terms for entry in entries}
        assert terms["nina"] == found


def test_folding_finds_both_spellings():
    assert folded("Řídící") == folded("řídicí") == folded("RIDICI")
