"""Feeds of meetings: stable, for whom they are, right over the clock change."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from icalendar import Calendar
from kpss.addon.meetings.calendar.sequence import sequence_of
from kpss.addon.meetings.times import now
from lxml import etree
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import seat
from tests.plone.rights.conftest import browser_of
from tests.plone.rights.conftest import Town
from zoneinfo import ZoneInfo
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import re
import transaction


PRAGUE = ZoneInfo("Europe/Prague")


def changed(meeting, **fields):
    for name, value in fields.items():
        setattr(meeting, name, value)
    notify(ObjectModifiedEvent(meeting))


class Feeds:
    @pytest.fixture
    def feed(self, as_user):
        def found(path, user=None):
            answer = as_user(user, "text/calendar").get(path)
            assert answer.status_code == 200, answer.text
            assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
            events = Calendar.from_ical(answer.content).walk("VEVENT")
            return {str(one["UID"]): one for one in events}

        return found

    def uid(self, meeting) -> str:
        return f"{meeting.UID()}@kpss.addon"


class TestAtom:
    @pytest.fixture
    def read(self, as_user):
        def found(path, user=None):
            answer = as_user(user, "application/atom+xml").get(path)
            assert answer.status_code == 200, answer.text
            assert answer.headers["Content-Type"].startswith("application/atom+xml")
            feed = etree.fromstring(answer.content)
            name = "{http://www.w3.org/2005/Atom}"
            entries = feed.findall(f"{name}entry")
            return {one.find(f"{name}id").text: one for one in entries}, answer.text

        return found

    def test_a_visitor_reads_of_public_meetings_only(self, written, read):
        public = add_meeting(written["seniori"], title="Veřejné", place="Knihovna")
        closed = add_meeting(
            written["seniori"], publicity="closed", title="Tajné", place="Trezor"
        )
        elsewhere = add_meeting(written["rodiny"], publicity="public")
        bring(public, "convene", "cancel")
        ids = [f"urn:uuid:{one.UID()}" for one in (public, closed, elsewhere)]
        transaction.commit()
        found, text = read("/beroun/bodies/seniori/meetings.atom")
        assert set(found) == {ids[0]}
        said = "".join(found[ids[0]].itertext())
        assert "Veřejné – Senioři" in said and "Cancelled, " in said
        assert "Knihovna" in said
        found, text = read("/beroun/meetings.atom")
        assert set(found) == {ids[0], ids[2]}
        assert "Tajné" not in text and "Trezor" not in text
        found, text = read("/beroun/bodies/seniori/meetings.atom", "clenka")
        assert set(found) == {ids[0], ids[1]}

    def test_pages_tell_programs_of_it(self, written):
        for place in (written.process, written["seniori"]):
            url = place.absolute_url()
            browser = browser_of(written.portal)
            browser.open(url)
            link = re.search(r"<link[^>]*application/atom[^>]*>", browser.contents)
            assert f'href="{url}/meetings.atom"' in link.group()
            assert 'rel="alternate"' in link.group()


class TestFeeds(Feeds):
    def test_a_visitor_gets_public_meetings_only(self, written, feed):
        public = add_meeting(written["seniori"])
        closed = add_meeting(written["seniori"], publicity="closed")
        elsewhere = add_meeting(written["rodiny"], publicity="public")
        uids = {name: self.uid(one) for name, one in locals().items() if name in NAMES}
        transaction.commit()
        assert set(feed("/beroun/bodies/seniori/meetings.ics")) == {uids["public"]}
        whole = feed("/beroun/meetings.ics")
        assert set(whole) == {uids["public"], uids["elsewhere"]}
        inside = feed("/beroun/bodies/seniori/meetings.ics", "clenka")
        assert set(inside) == {uids["public"], uids["closed"]}
        assert closed is not elsewhere

    def test_a_district_under_a_city_has_feeds_of_its_own(
        self, written, feed, functional_portal_class
    ):
        portal = functional_portal_class
        district = Town(portal, id="mc", container=written.process)
        meeting = add_meeting(district["seniori"], publicity="public")
        uid = self.uid(meeting)
        api.content.transition(district.process, "publish")
        transaction.commit()
        assert uid in feed("/beroun/mc/meetings.ics")
        assert uid not in feed("/beroun/meetings.ics")

    def test_an_event_keeps_its_uid_and_raises_its_sequence(self, written, feed):
        meeting = add_meeting(written["ks"], publicity="public")
        add_item(meeting)
        uid = self.uid(meeting)
        transaction.commit()
        path = "/beroun/bodies/ks/meetings.ics"
        event = feed(path)[uid]
        assert (event["SEQUENCE"], str(event["STATUS"])) == (0, "TENTATIVE")
        transaction.begin()
        changed(meeting, place="Klub seniorů; 2. patro")
        bring(meeting, "convene")
        transaction.commit()
        event = feed(path)[uid]
        assert (event["SEQUENCE"], str(event["STATUS"])) == (1, "CONFIRMED")
        assert str(event["LOCATION"]) == "Klub seniorů; 2. patro"
        assert str(event["SUMMARY"]) == f"{meeting.title} – Koordinační skupina"
        assert event["LAST-MODIFIED"].dt >= event["DTSTAMP"].dt
        transaction.begin()
        bring(meeting, "cancel")
        transaction.commit()
        event = feed(path)[uid]
        assert (event["SEQUENCE"], str(event["STATUS"])) == (2, "CANCELLED")

    def test_a_program_that_changes_the_place_raises_it_at_once(
        self, written, as_user, feed
    ):
        meeting = add_meeting(written["seniori"])
        uid, path = self.uid(meeting), f"/beroun/bodies/seniori/{meeting.getId()}"
        transaction.commit()
        for number, place in enumerate(("Knihovna", "Klub"), 1):
            answer = as_user("koordinatorka").patch(path, json={"place": place})
            assert answer.status_code == 204, answer.text
            event = feed("/beroun/bodies/seniori/meetings.ics")[uid]
            assert (event["LOCATION"], event["SEQUENCE"]) == (place, number)

    def test_what_calendars_do_not_show_changes_no_sequence(self, written):
        meeting = add_meeting(written["seniori"])
        changed(meeting, note="Přineste si podklady.")
        assert sequence_of(meeting) == 0
        changed(meeting, end=meeting.start + timedelta(hours=3))
        assert sequence_of(meeting) == 1

    def test_no_person_is_named(self, written, as_user):
        add_item(add_meeting(written["seniori"]), presenter="Karel Tajný")
        transaction.commit()
        text = as_user("clenka", "text/calendar").get("/beroun/meetings.ics").text
        assert not re.search("Jana|Clenka|Karel|ORGANIZER|ATTENDEE", text)

    def test_old_meetings_are_left_out(self, written, feed):
        old = add_meeting(written["seniori"], days=-500)
        uid = self.uid(old)
        transaction.commit()
        assert uid not in feed("/beroun/meetings.ics")

    def test_pages_link_to_them(self, written, functional_portal_class):
        browser = browser_of(functional_portal_class)
        for path in ("", "/bodies/seniori"):
            browser.open(f"{written.process.absolute_url()}{path}")
            assert f"{path}/meetings.ics" in browser.contents
        setRequest(written.process.REQUEST)


NAMES = ("public", "closed", "elsewhere")


class TestClockChange(Feeds):
    @pytest.mark.parametrize(
        ("start", "moment"),
        [
            (datetime(2027, 10, 31, 1, 30, tzinfo=PRAGUE), "2027-10-30T23:30"),
            (datetime(2027, 10, 31, 2, 30, fold=0, tzinfo=PRAGUE), "2027-10-31T00:30"),
            (datetime(2027, 10, 31, 2, 30, fold=1, tzinfo=PRAGUE), "2027-10-31T01:30"),
            (datetime(2027, 3, 28, 3, 30, tzinfo=PRAGUE), "2027-03-28T01:30"),
        ],
    )
    def test_the_moment_is_the_same_in_every_calendar(
        self, written, feed, start, moment
    ):
        meeting = add_meeting(written["seniori"], start=start)
        uid = self.uid(meeting)
        transaction.commit()
        event = feed("/beroun/bodies/seniori/meetings.ics")[uid]
        began = event.decoded("DTSTART")
        utc = began.astimezone(ZoneInfo("UTC"))
        assert utc.strftime("%Y-%m-%dT%H:%M") == moment
        # Two hours are two hours also when one comes twice
        assert event.decoded("DTEND").astimezone(ZoneInfo("UTC")) - utc == timedelta(
            hours=2
        )

    def test_the_zone_is_described_for_the_year(self, written, as_user):
        add_meeting(written["seniori"], start=now().replace(2027, 7, 1))
        transaction.commit()
        text = as_user(None, "text/calendar").get("/beroun/meetings.ics").text
        (zone,) = Calendar.from_ical(text).walk("VTIMEZONE")
        assert str(zone["TZID"]) == "Europe/Prague"
        changes = {
            one["DTSTART"].dt: one["TZOFFSETTO"].td for one in zone.subcomponents
        }
        hour = timedelta(hours=1)
        assert changes[datetime(2026, 3, 29, 2)] == 2 * hour
        assert changes[datetime(2026, 10, 25, 3)] == hour


class TestMyCalendar(Feeds):
    PATH = "/beroun/@@kpss-my-calendar"

    def address(self, portal, town, user="clenka") -> str:
        browser = browser_of(portal, user)
        browser.open(f"{town.process.absolute_url()}/@@kpss-me")
        browser.getLink("My meetings in my calendar").click()
        name = "Make the address"
        if name not in browser.contents:
            name = "Make a new address; the old one ends"
        browser.getControl(name).click()
        setRequest(town.process.REQUEST)
        found = re.search(r"@@kpss-my-calendar/[\w-]+\.ics", browser.contents)
        return f"/beroun/{found.group(0)}"

    def test_it_has_the_meetings_of_ones_own_bodies(
        self, written, feed, functional_portal_class
    ):
        own = add_meeting(written["seniori"], publicity="closed")
        others = add_meeting(written["rodiny"], publicity="public")
        uids = self.uid(own), self.uid(others)
        address = self.address(functional_portal_class, written)
        found = feed(address)
        assert uids[0] in found and uids[1] not in found

    def test_only_while_one_sits_there(self, written, feed, functional_portal_class):
        leaves = written.person("odchozi")
        end = now().date() + timedelta(days=20)
        seat(written, leaves, since=date(2020, 1, 1), valid_to=end)
        before = add_meeting(written["seniori"], days=20)
        after = add_meeting(written["seniori"], days=21)
        uids = self.uid(before), self.uid(after)
        found = feed(self.address(functional_portal_class, written, "odchozi"))
        assert uids[0] in found and uids[1] not in found

    def test_a_new_address_ends_the_old_one(
        self, written, as_user, functional_portal_class
    ):
        first = self.address(functional_portal_class, written)
        second = self.address(functional_portal_class, written)
        nobody = as_user(None, "text/calendar")
        assert nobody.get(first).status_code == 404
        assert nobody.get(second).status_code == 200
        browser = browser_of(functional_portal_class, "clenka")
        browser.open(f"{written.process.absolute_url()}/@@kpss-my-calendar")
        assert second.rpartition("/")[2] not in browser.contents
        browser.getControl("End the address").click()
        assert nobody.get(second).status_code == 404
        setRequest(written.process.REQUEST)

    def test_an_address_that_nobody_has_is_not_found(self, written, as_user):
        transaction.commit()
        nobody = as_user(None, "text/html")
        for token in ("x", "a" * 43, "a" * 43 + ".ics"):
            answer = nobody.get(f"{self.PATH}/{token}")
            assert answer.status_code == 404
            assert len(token) == 1 or token not in answer.text

    def test_who_is_not_linked_has_none(self, written, functional_portal_class):
        browser = browser_of(functional_portal_class)
        browser.open(f"{written.process.absolute_url()}/@@kpss-my-calendar")
        assert "Make the address" not in browser.contents
        setRequest(written.process.REQUEST)

    def test_who_was_archived_reads_no_more(
        self, written, as_user, functional_portal_class
    ):
        written.sit("seniori", "odesla")
        address = self.address(functional_portal_class, written, "odesla")
        transaction.begin()
        api.content.transition(written.person("odesla"), to_state="archived")
        transaction.commit()
        assert as_user(None, "text/calendar").get(address).status_code == 404
