"""A coordinator who presides over a group that she is no member of (BER-69, ZAT-74)."""

from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.meetings.attendance.marking import Change
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.attendance.presiding import presiding_choices
from kpss.addon.meetings.attendance.presiding import presiding_name
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.calendar.personal import own_entries
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.records import records_of
from plone import api
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import add_prepared
from tests.plone.meetings.mailing import text_of
import pytest


@pytest.fixture
def led(people, written):
    """The group's rules name the coordinator, and its leader instead (Žatec)."""
    for one in written["seniori"].objectValues():
        if one.portal_type == "kpss.Rules":
            one.presiding, one.presiding_fallback = "koordinator", "vedouci"
    return written


def line_of(meeting, name="Jana Koordinatorka"):
    (item,) = [
        one for one in records_of(meeting).snapshot["items"] if one["name"] == name
    ]
    return item


class TestWhoPresidesByTheRules:
    def test_is_invited_without_a_vote_and_gets_everything(self, post, led):
        meeting = add_prepared(led)
        convene(meeting)
        line = line_of(meeting)
        assert (line["kind"], line["voting"], line["basis"]) == (
            "guest",
            False,
            ["presides"],
        )
        post.round()
        (mail,) = post.mails()["koordinatorka@mesto.example"]
        assert "Rozpočet" in text_of(mail)

    def test_is_in_no_count(self, led):
        meeting = add_prepared(led)
        before = Sheet(meeting).quorum(None)
        line = line_of(bring(meeting, "convene", "open"))
        mark(meeting, [Change(line["member"], {"status": "present"})])
        after = Sheet(meeting).quorum(None)
        assert (after.members, after.present) == (before.members, before.present)

    def test_who_is_away_leaves_the_chair_to_the_leader(self, led):
        meeting = bring(add_prepared(led), "convene", "open")
        assert presiding_name(Sheet(meeting)) == "Jana Koordinatorka"
        mark(meeting, [Change(line_of(meeting)["member"], {"status": "excused"})])
        assert presiding_name(Sheet(meeting)) == "Jana Vedouci"

    def test_may_be_chosen(self, led):
        choices = dict(presiding_choices(Sheet(add_prepared(led))))
        assert "Jana Koordinatorka" in choices.values()

    def test_is_on_the_roster_once_where_she_sits(self, led):
        sitting = led.sit("seniori", "koordinatorka", since=date(2020, 1, 1))
        meeting = add_prepared(led)
        convene(meeting)
        assert line_of(meeting)["kind"] == "member"
        api.content.transition(sitting, "annul")

    def test_has_the_meeting_in_her_own_calendar(self, led):
        meeting = add_prepared(led)
        process = led.process
        fact = ledger().person_of(process.UID(), "koordinatorka")
        urls = [one.url for one in own_entries(process, fact)]
        assert meeting.absolute_url() in urls
        other = ledger().person_of(process.UID(), "cizi")
        assert meeting.absolute_url() not in [
            one.url for one in own_entries(process, other)
        ]
