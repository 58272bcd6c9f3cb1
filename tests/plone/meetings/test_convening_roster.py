"""The roster of a meeting: taken for its day, refreshed at opening, then frozen."""

from datetime import date
from datetime import timedelta
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.replying import OFFICE
from kpss.addon.meetings.convening.replying import record_reply
from kpss.addon.meetings.convening.roster import difference
from kpss.addon.meetings.convening.roster import Frozen
from kpss.addon.meetings.convening.roster import refresh_roster
from kpss.addon.meetings.convening.roster import take_roster
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.replies import Reply
from kpss.addon.meetings.times import day_of
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import person
from tests.plone.meetings.mailing import seat
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def meeting(people, written):
    made = add_meeting(written["seniori"], days=14)
    add_item(made)
    return made


def changed(obj, **fields):
    for name, value in fields.items():
        setattr(obj, name, value)
    notify(ObjectModifiedEvent(obj))


def names(meeting) -> set[str]:
    return {one["name"] for one in records_of(meeting).snapshot["items"]}


def said(meeting) -> list[tuple]:
    return [(one.what, one.item["name"], one.fields) for one in difference(meeting)]


class TestTaken:
    def test_it_is_that_of_the_day_of_the_meeting(self, meeting, written):
        day = day_of(meeting)
        leaving, coming = person(written, "Končící"), person(written, "Nová")
        seat(written, leaving, valid_to=day - timedelta(days=1))
        seat(written, coming, since=day)
        convene(meeting)
        assert records_of(meeting).roster["on"] == day.isoformat()
        assert "Eva Nová" in names(meeting)
        assert "Eva Končící" not in names(meeting)

    def test_a_person_on_two_grounds_sits_there_once(self, people, written):
        # Leader of the seniors: in the steering group by the rule and by a membership
        written.sit("ks", "vedouci")
        meeting = add_meeting(written["ks"])
        convene(add_item(meeting).aq_parent)
        items = records_of(meeting).snapshot["items"]
        (one,) = [one for one in items if one["name"] == "Jana Vedouci"]
        assert len(one["basis"]) == 2
        sent = [x["name"] for x in records_of(meeting).sendings.values()]
        assert sent.count("Jana Vedouci") == 1

    def test_a_substitute_is_known_with_the_member(self, meeting, people):
        convene(meeting)
        items = records_of(meeting).snapshot["items"]
        (one,) = [one for one in items if one["kind"] == "substitute"]
        assert one["substitute_of"] == people["office"].UID()
        assert one["voting"] is False


class TestRefreshed:
    def test_who_came_left_and_changed_is_said(self, meeting, people, written):
        ends = seat(written, person(written, "Odcházející"))
        convene(meeting)
        assert said(meeting) == []
        changed(ends, valid_to=day_of(meeting) - timedelta(days=2))
        seat(written, person(written, "Příchozí"), since=date.today())
        changed(people["private"], voting=False)
        assert said(meeting) == [
            ("left", "Eva Odcházející", ()),
            ("came", "Eva Příchozí", ()),
            ("changed", "Eva Soukromá", ("voting",)),
        ]
        assert "Eva Příchozí" not in names(meeting)
        refresh_roster(meeting)
        assert "Eva Příchozí" in names(meeting)
        assert "Eva Odcházející" not in names(meeting)
        assert said(meeting) == []

    def test_who_leaves_before_the_meeting_counts_no_more(self, meeting, written):
        ends = seat(written, person(written, "Odešlá"))
        convene(meeting)
        before = Answers(meeting).forecast.members
        changed(ends, valid_to=day_of(meeting) - timedelta(days=1))
        refresh_roster(meeting)
        assert Answers(meeting).forecast.members == before - 1

    def test_answers_go_along_with_a_new_membership(self, meeting, written):
        who = person(written, "Přenesená")
        old = seat(written, who)
        convene(meeting)
        record_reply(meeting, old.UID(), Reply("coming"), OFFICE)
        records_of(meeting).put("attendance", old.UID(), {"status": "present"})
        changed(old, valid_to=date.today())
        new = seat(written, who, since=date.today() + timedelta(days=1))
        assert said(meeting) == []
        refresh_roster(meeting)
        records = records_of(meeting)
        assert old.UID() not in records.replies
        assert records.replies[new.UID()]["state"] == "coming"
        assert records.attendance[new.UID()] == {"status": "present"}
        sent = [x for x in records.sendings.values() if x["name"] == "Eva Přenesená"]
        assert {one["to"] for one in sent} <= {new.UID()}


class TestFrozen:
    def test_opening_refreshes_and_freezes(self, people, written):
        meeting = add_meeting(written["seniori"], days=0, hour=23)
        add_item(meeting)
        bring(meeting, "convene")
        late = seat(written, person(written, "Opozdilá"))
        assert "Eva Opozdilá" not in names(meeting)
        bring(meeting, "open")
        assert "Eva Opozdilá" in names(meeting)
        # What is corrected later does not change it
        changed(late, valid_from=date.today() + timedelta(days=1))
        assert "Eva Opozdilá" in names(meeting)
        assert said(meeting) == []
        for again in (take_roster, refresh_roster):
            with pytest.raises(Frozen):
                again(meeting)

    def test_a_meeting_that_goes_on_another_day_keeps_it(self, people, written):
        meeting = add_meeting(written["seniori"], days=0, hour=23)
        bring(add_item(meeting).aq_parent, "convene", "open", "adjourn")
        kept = records_of(meeting).roster
        seat(written, person(written, "Pozdější"))
        bring(meeting, "open")
        assert records_of(meeting).roster == kept

    def test_a_simple_meeting_has_one_without_convening(self, people, written):
        meeting = add_meeting(written["seniori"], days=0, hour=23, simple=True)
        bring(meeting, "open")
        assert records_of(meeting).roster["frozen"]
        assert not len(records_of(meeting).sendings)

    def test_a_copy_begins_without_any(self, meeting, written):
        convene(meeting)
        copy = api.content.copy(meeting, id="kopie")
        assert records_of(copy).roster is None
        assert not len(records_of(copy).links)
        assert not len(records_of(copy).tellings)
