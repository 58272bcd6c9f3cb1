"""Meetings as content: names, times, states, who sees them, what a copy begins with."""

from AccessControl.PermissionRole import rolesForPermissionOn
from datetime import datetime
from datetime import timedelta
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.adjourning import adjourn
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.sittings import sittings_of
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import now
from kpss.addon.meetings.visibility import visibility_of
from kpss.addon.meetings.who import may_convene
from kpss.addon.meetings.who import may_record
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import at
from tests.plone.meetings.conftest import bring
from tests.plone.rights.conftest import may
from zExceptions import BadRequest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def anonymous_sees(obj) -> bool:
    return "Anonymous" in rolesForPermissionOn("View", obj)


def add_paper(item, title="Tabulka"):
    return createContentInContainer(item, "File", title=title)


class TestNames:
    def test_meeting_is_called_by_the_towns_word_and_its_day(self, written):
        written.process.label_meeting = "setkání"
        meeting = add_meeting(written["seniori"], start=at(2026, 12, 3))
        assert meeting.title == "Setkání 3/12/2026"
        meeting.start = meeting.start.replace(day=10)
        notify(ObjectModifiedEvent(meeting))
        assert meeting.title == "Setkání 10/12/2026"
        assert meeting.getId() == "2026-12-03"
        written.process.label_meeting = None

    def test_title_of_ones_own_stays(self, written):
        meeting = add_meeting(written["seniori"], title="Výjezdní jednání")
        meeting.start += timedelta(days=1)
        notify(ObjectModifiedEvent(meeting))
        assert meeting.title == "Výjezdní jednání"

    def test_number_runs_in_the_year_beside_those_of_resolutions(self, written):
        first, second = (
            bring(add_meeting(written["rodiny"], days=0), "convene") for _one in "ab"
        )
        year = now().year
        assert [first.number, second.number] == [f"1/{year}", f"2/{year}"]


class TestTimes:
    def add(self, as_user, start, **more):
        sent = {"@type": "kpss.Meeting", "start": start, **more}
        return as_user("owner").post("/beroun/bodies/seniori", json=sent)

    def test_time_without_offset_is_one_of_the_site(self, written, as_user):
        answer = self.add(as_user, "2027-07-01T15:00")
        assert answer.status_code == 201
        assert answer.json()["start"] == "2027-07-01T13:00:00+00:00"

    def test_the_night_when_the_clocks_change(self, written, as_user):
        skipped = self.add(as_user, "2027-03-28T02:30")
        assert skipped.status_code == 400
        assert [one["field"] for one in skipped.json()["errors"]] == ["start"]
        # Twice that night: the first one, in summer time
        twice = self.add(as_user, "2027-10-31T02:30")
        assert twice.json()["start"] == "2027-10-31T00:30:00+00:00"

    @pytest.mark.parametrize("bad", ["zítra", "2027-03-01", "2027-13-01T10:00", 5, {}])
    def test_what_is_no_time_is_refused_by_name(self, written, as_user, bad):
        answer = self.add(as_user, bad)
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == ["start"]

    def test_it_does_not_end_before_it_begins(self, written, as_user):
        answer = self.add(as_user, "2027-07-01T15:00", end="2027-07-01T14:00")
        assert [one["field"] for one in answer.json()["errors"]] == ["end"]

    def test_patched_time_is_kept_aware(self, written, as_user):
        url = self.add(as_user, "2027-07-01T15:00").json()["@id"]
        done = as_user("owner").patch(url, json={"start": "2027-12-01T15:00"})
        assert done.status_code == 204
        assert as_user("owner").get(url).json()["start"] == "2027-12-01T14:00:00+00:00"


class TestWayOfAMeeting:
    def test_from_planning_to_closing(self, written):
        meeting = add_meeting(written["seniori"], days=0)
        add_item(meeting)
        bring(meeting, "convene")
        advance(meeting, "open")
        advance(meeting, "end")
        with pytest.raises(Refusals) as refused:
            advance(meeting, "close")
        assert [one.code for one in refused.value.refusals] == ["undecided_items"]
        for item in items_of(meeting):
            item.outcome = "discussed"
        advance(meeting, "close")
        assert state_of(meeting) == "closed"
        assert rolesForPermissionOn("Modify portal content", meeting) in ([], ())
        with pytest.raises(Refusals) as refused:
            advance(meeting, "reopen")
        assert [one.field for one in refused.value.refusals] == ["reason"]
        advance(meeting, "reopen", reason="Chybí hlasování")
        assert state_of(meeting) == "held"

    @pytest.mark.parametrize(
        ("days", "transition", "code"),
        [(-1, "convene", "in_the_past"), (1, "open", "not_convened")],
    )
    def test_refusals_say_why(self, written, days, transition, code):
        meeting = add_meeting(written["seniori"], days=days)
        with pytest.raises(Refusals) as refused:
            advance(meeting, transition)
        assert refused.value.refusals[0].code == code
        assert str(refused.value)

    def test_simple_meeting_is_opened_without_convening(self, written):
        meeting = add_meeting(written["seniori"], days=0, simple=True)
        advance(meeting, "open")
        assert state_of(meeting) == "in_session"

    def test_adjourned_meeting_goes_on_with_what_was_recorded(self, written):
        meeting = bring(add_meeting(written["seniori"], days=0), "convene", "open")
        records_of(meeting).put("attendance", "uid", {"status": "present"})
        later = now() + timedelta(days=7)
        adjourn(meeting, later, place="Knihovna")
        assert (state_of(meeting), meeting.place) == ("convened", "Knihovna")
        assert meeting.start == later
        assert dict(records_of(meeting).attendance) == {"uid": {"status": "present"}}
        assert [one.until is None for one in sittings_of(meeting)] == [False]

    @pytest.mark.parametrize("before", [(), ("convene",), ("convene", "open")])
    def test_what_a_program_is_offered_can_be_made_there(
        self, written, as_user, before
    ):
        """Others have a form of their own, as they need more than a reason."""
        meeting = bring(add_meeting(written["seniori"], days=0), *before)
        transaction.commit()
        address = f"{meeting.absolute_url()}/@workflow"
        rest = as_user("vedouci")
        offered = rest.get(address).json()["transitions"]
        assert offered or not before
        for one in offered:
            # Whatever is wrong with what is sent, the transition is known
            answer = rest.post(one["@id"], json={"reason": 1})
            assert answer.json()["code"] == "bad_shape", one["id"]

    def test_convened_meeting_is_cancelled_not_deleted(self, written):
        meeting = bring(add_meeting(written["seniori"]), "convene")
        with pytest.raises(BadRequest):
            api.content.delete(meeting)
        planned = add_meeting(written["seniori"])
        api.content.delete(planned)
        advance(meeting, "cancel", reason="Nemoc")
        assert state_of(meeting) == "cancelled"

    def test_state_menu_offers_what_one_click_may_do(self, written):
        tool = api.portal.get_tool("portal_workflow")
        meeting = add_meeting(written["seniori"])
        add_item(meeting)
        offered = {one["id"] for one in tool.getTransitionsFor(meeting)}
        assert "convene" in offered
        # These need a reason, or are nobody's to make
        assert not offered & {"cancel", "make_public", "make_internal", "enter"}


class TestWhoSeesIt:
    def test_nothing_of_an_agenda_is_seen_before_it_is_convened(self, written):
        meeting = add_meeting(written["seniori"])
        item = add_item(meeting)
        assert visibility_of(meeting) == "public"
        assert visibility_of(item) == "prepared"
        assert not may("clenka", "View", item)
        assert may("vedouci", "View", item)
        bring(meeting, "convene")
        assert visibility_of(item) == "public"
        assert anonymous_sees(item)

    @pytest.mark.parametrize(
        ("body", "publicity", "visibility"),
        [
            ("seniori", None, "public"),
            ("seniori", "closed", "internal"),
            ("rodiny", None, "internal"),
            ("rodiny", "public", "public"),
        ],
    )
    def test_public_by_the_rules_or_by_the_meeting(
        self, written, body, publicity, visibility
    ):
        meeting = add_meeting(written[body], publicity=publicity)
        assert visibility_of(meeting) == visibility
        assert anonymous_sees(meeting) is (visibility == "public")

    def test_meeting_of_an_internal_body_is_never_public(self, written):
        body = written["ks"]
        meeting = add_meeting(body, publicity="public")
        assert anonymous_sees(meeting)
        api.content.transition(body, "hide")
        assert not anonymous_sees(meeting)
        api.content.transition(body, "publish")

    def test_papers_are_internal_until_flagged(self, written):
        meeting = add_meeting(written["seniori"])
        item = add_item(meeting)
        paper, shown = add_paper(item), add_paper(item, "Veřejná tabulka")
        item.public_papers = [shown.getId()]
        hidden = add_item(meeting, "Personální věci", publicity="hidden")
        inside = add_item(meeting, "Žádosti", publicity="internal")
        secret = add_paper(hidden)
        assert not may("clenka", "View", paper)
        bring(meeting, "convene")
        assert [anonymous_sees(one) for one in (paper, shown)] == [False, True]
        assert may("clenka", "View", paper)
        assert not may("cizi", "View", paper)
        assert may("clenka", "View", inside)
        assert not anonymous_sees(inside)
        assert not may("clenka", "View", secret)
        assert may("vedouci", "View", secret)

    @pytest.mark.parametrize("convened", [False, True])
    def test_saving_a_meeting_writes_no_paper(self, written, convened):
        meeting = add_meeting(written["seniori"])
        item = add_item(meeting)
        papers = [add_paper(item), add_paper(item, "Veřejná tabulka")]
        item.public_papers = [papers[1].getId()]
        if convened:
            bring(meeting, "convene")
        notify(ObjectModifiedEvent(meeting))
        transaction.commit()
        meeting.place = "Klub"
        notify(ObjectModifiedEvent(meeting))
        assert [one._p_changed for one in (*papers, item)] == [False] * 3

    def test_update_of_security_settings_changes_nothing(self, written):
        meeting = add_meeting(written["seniori"])
        item = add_item(meeting)
        hidden = add_item(meeting, publicity="hidden")
        bring(meeting, "convene")
        api.portal.get_tool("portal_workflow").updateRoleMappings()
        assert not anonymous_sees(hidden)
        assert anonymous_sees(item)
        assert anonymous_sees(meeting)

    def test_private_fields_over_rest(self, written, as_user):
        meeting = add_meeting(
            written["seniori"], online_link="https://video.example/tajne", note="Vzkaz"
        )
        item = add_item(meeting, presenter="Jana Tajná", proposal="Tajný návrh")
        bring(meeting, "convene")
        path = "/beroun/bodies/seniori/" + meeting.getId()
        transaction.commit()
        for address in (path, f"{path}/{item.getId()}", f"{path}/@workflow"):
            for text in (
                as_user(None).get(address).text,
                as_user("cizi").get(address).text,
                as_user(None, "text/html").get(address).text,
            ):
                assert not [one for one in ("Tajn", "tajne", "Vzkaz") if one in text]
        seen = as_user("clenka").get(f"{path}/{item.getId()}").json()
        assert seen["presenter"] == "Jana Tajná"


class TestWhoRecords:
    @pytest.mark.parametrize(
        ("user", "convenes"),
        [
            ("koordinatorka", True),
            ("vedouci", True),
            ("clenka", False),
            ("cizi", False),
            ("predsedkyne", False),
        ],
    )
    def test_without_a_rule_who_records_for_the_body(self, written, user, convenes):
        meeting = add_meeting(written["seniori"])
        may(user, "View", meeting)
        with api.env.adopt_user(username=user):
            assert may_convene(meeting) is convenes
            assert may_record(meeting) is convenes

    def test_secretary_and_who_was_named_record_it(self, written):
        written.sit("ks", "zapisovatel", "zapis")
        minute_taker = written.person("clen-ks").getId()
        meeting = add_meeting(written["ks"], minute_taker=minute_taker)
        item = add_item(meeting)
        for user, records in (
            ("zapisovatel", True),
            ("clen-ks", True),
            ("clenka-ks", False),
        ):
            assert may(user, "kpss.addon: Record Meeting", meeting) is records
            with api.env.adopt_user(username=user):
                assert may_record(meeting) is records
                assert may(user, "View", item) is records

    def test_rule_names_who_convenes(self, written):
        written.rules("rodiny", convener="koordinator")
        written.sit("rodiny", "vedouci", "vedouci")
        meeting = add_meeting(written["rodiny"])
        for user, convenes in (("vedouci", False), ("koordinatorka", True)):
            may(user, "View", meeting)
            with api.env.adopt_user(username=user):
                assert may_convene(meeting) is convenes
                assert may_record(meeting)


class TestRegister:
    def test_register_of_a_year_has_resolutions_only(self, written, as_user):
        """Meetings and tasks have days too, and the columns of others are empty."""
        year = now().year
        add_meeting(written["seniori"], days=0)
        createContentInContainer(
            written.process["tasks"],
            "kpss.Task",
            title="Úkol",
            body="seniori",
            due=now().date(),
        )
        transaction.commit()
        for path in ("@@resolutions", "@resolutions"):
            answer = as_user("owner").get(f"/beroun/{path}?year={year}")
            assert answer.status_code == 200


class TestCopies:
    def test_copy_begins_anew(self, written):
        meeting = add_meeting(written["seniori"])
        item = add_item(meeting, outcome="discussed", notes="Řeč")
        votes_of(item).put("votes", "1", {"for": 3})
        records_of(meeting).put("attendance", "uid", {"status": "present"})
        bring(meeting, "convene")
        copy = api.content.copy(meeting, target=written["rodiny"])
        assert (state_of(copy), copy.number) == ("planned", None)
        assert not records_of(copy).attendance
        copied = copy.objectValues()[0]
        assert (copied.outcome, copied.notes) == (None, None)
        assert not votes_of(copied).votes
        assert dict(votes_of(item).votes) == {"1": {"for": 3}}

    def test_day_of_a_meeting_is_that_of_the_site(self, written):
        meeting = add_meeting(
            written["seniori"],
            start=datetime.fromisoformat("2027-06-30T22:30:00+00:00"),
        )
        assert day_of(meeting).isoformat() == "2027-07-01"
