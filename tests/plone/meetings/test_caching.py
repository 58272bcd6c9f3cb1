"""With caching on, what was recorded of a meeting is on its page at once."""

from datetime import timedelta
from freezegun import freeze_time
from kpss.addon.meetings.attendance.guests import GuestChange
from kpss.addon.meetings.attendance.guests import record_guests
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from plone import api
from tests.plone.cached import ages
from tests.plone.cached import conditions
from tests.plone.cached import turn_on
from tests.plone.cached import use
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
import pytest
import transaction


@pytest.fixture(scope="class")
def group(town):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        turn_on()
        rules = {"quorum": ">1/2", "majority": ">1/2", "meetings_public": "public"}
        members = body_with(town, "mezipamet", 5, **rules)
        meeting = in_session(town["mezipamet"], publicity="public")
        for item in meeting.objectValues():
            item.publicity = "public"
    transaction.commit()
    return meeting, members


class Cached:
    """Pages as a browser asks for them that has them already."""

    def again(self, as_user, url, user):
        session = as_user(user, "text/html")
        first = session.get(url)
        assert first.status_code == 200
        assert "ETag" in first.headers
        seen = conditions(first)
        assert session.get(url, headers=seen).status_code == 304
        return first.text, lambda: session.get(url, headers=seen)


class TestPages(Cached):
    @pytest.fixture
    def page(self, group, as_user):
        return self.again(as_user, group[0].absolute_url(), "koordinatorka")

    def test_attendance_changes_it(self, group, page, written):
        (meeting, members), (before, again) = group, page
        present(meeting, members[:2])
        transaction.commit()
        answer = again()
        assert answer.status_code == 200
        assert answer.text != before
        assert "2 of 5 members present" in answer.text

    def test_a_guest_changes_it(self, group, page, written):
        values = {"name": "Karel Host", "kind": "public", "status": "present"}
        record_guests(group[0], [GuestChange(None, values)])
        transaction.commit()
        assert "Karel Host" in page[1]().text

    def test_an_answer_changes_it(self, group, page, written):
        meeting, members = group
        records_of(meeting).put("replies", members[4], {"state": "coming"})
        transaction.commit()
        assert page[1]().status_code == 200

    @pytest.mark.parametrize("user", [None, "koordinatorka"])
    def test_a_vote_changes_the_meeting_and_the_item(
        self, group, as_user, written, user
    ):
        meeting, members = group
        present(meeting, members)
        (item,) = (one for one in meeting.objectValues() if one.title == "Úkoly")
        transaction.commit()
        pages = [
            self.again(as_user, one.absolute_url(), user) for one in (meeting, item)
        ]
        number = 2 if user else 3
        counts = {"votes_for": number, "against": 5 - number, "abstained": 0}
        record_vote(item, VoteSaid(question="Souhlasíte?", method="open", **counts))
        transaction.commit()
        said = f"for {number}, against {5 - number}, abstained 0"
        for before, again in pages:
            assert said not in before
            assert said in again().text
        # Nor is the one before kept in the memory of the server
        for one in (meeting, item):
            assert said in as_user(user, "text/html").get(one.absolute_url()).text

    def test_an_interest_changes_the_item(self, group, as_user, written):
        meeting, members = group
        (item,) = (one for one in meeting.objectValues() if one.title == "Různé")
        present(meeting, members)
        transaction.commit()
        _before, again = self.again(as_user, item.absolute_url(), "koordinatorka")
        declare_interest(item, members[0], "Je ředitelkou žadatele.")
        transaction.commit()
        assert again().status_code == 200

    def test_its_beginning_changes_it(self, written, as_user, group):
        """Answers are closed then."""
        meeting = add_meeting(written["mezipamet"], days=1, publicity="public")
        url, session = meeting.absolute_url(), as_user(None, "text/html")
        start, hour = meeting.start, timedelta(hours=1)
        transaction.commit()
        with freeze_time(start - hour, ignore=["ZODB"]):
            seen = conditions(session.get(url))
            assert session.get(url, headers=seen).status_code == 304
        with freeze_time(start + hour, ignore=["ZODB"]):
            assert session.get(url, headers=seen).status_code == 200

    @pytest.mark.parametrize(
        ("operation", "options"),
        [
            ("moderateCaching", {"smaxage": 86400}),
            ("strongCaching", {"maxage": 86400, "lastModified": True}),
        ],
    )
    def test_a_cache_asks_each_time(self, group, as_user, operation, options):
        use(operation, **options)
        answer = as_user(None, "text/html").get(group[0].absolute_url())
        assert answer.headers["X-Cache-Operation"].endswith(operation)
        assert set(ages(answer)) == {0}
        assert "ETag" in answer.headers
        # Its own date knows nothing of what is recorded
        assert "Last-Modified" not in answer.headers


class TestFeeds(Cached):
    PATH = "/beroun/bodies/seniori/meetings.ics"

    @pytest.mark.parametrize("user", [None, "clenka"])
    def test_they_are_read_anew_only_after_a_change(
        self, written, group, as_user, user
    ):
        meeting = add_meeting(written["seniori"], publicity="public")
        transaction.commit()
        before, again = self.again(as_user, self.PATH, user)
        bring(meeting, "cancel")
        transaction.commit()
        answer = again()
        assert answer.status_code == 200
        off = "STATUS:CANCELLED"
        assert answer.text.count(off) == before.count(off) + 1
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert max(ages(answer)) == 0

    def test_nobody_gets_that_of_another(self, written, group, as_user):
        meeting = add_meeting(written["seniori"], publicity="closed")
        uid = meeting.UID()
        transaction.commit()
        inside = as_user("clenka", "text/calendar").get(self.PATH)
        assert uid in inside.text
        seen = conditions(inside)
        outside = as_user(None, "text/calendar").get(self.PATH, headers=seen)
        assert outside.status_code == 200
        assert uid not in outside.text
        assert uid not in as_user(None, "text/calendar").get(self.PATH).text
