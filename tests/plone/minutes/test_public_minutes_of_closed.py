"""Published minutes of a closed meeting: everybody finds them, and nothing else of it."""

from kpss.addon.meetings.visibility import visibility_of
from kpss.addon.minutes.making import build
from kpss.addon.minutes.publishing import advance
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
import transaction


class TestClosedMeeting:
    def test_its_minutes_are_read_by_everybody_once_published(self, written, as_user):
        meeting = add_meeting(
            written["rodiny"], days=-3, publicity="closed", id="tajne"
        )
        add_item(meeting, outcome="discussed")
        hidden = add_item(meeting, "Žádosti", publicity="internal", outcome="discussed")
        bring(meeting, "enter")
        minutes = build(meeting)
        bring(meeting, "close")
        path = "/beroun/bodies/rodiny/tajne"
        transaction.commit()
        assert as_user(None).get(f"{path}/minutes").status_code == 401
        advance(minutes, "close")
        advance(minutes, "publish")
        transaction.commit()
        assert as_user(None).get(f"{path}/minutes").status_code == 200
        page = as_user(None, "text/html").get(path)
        assert page.status_code == 200
        assert "Žádosti" not in page.text
        assert visibility_of(hidden) == "internal"
        assert as_user(None).get(f"{path}/minutes.pdf").content[:5] == b"%PDF-"
        advance(minutes, "hide")
        transaction.commit()
        assert as_user(None).get(path).status_code == 401
        assert as_user(None).get(f"{path}/minutes.pdf").status_code in (401, 404)
