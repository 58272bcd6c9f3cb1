"""The page of a meeting: what is done next, and why something was done."""

from kpss.addon.meetings.progress import advance
from lxml import html
from plone import api
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.test_agenda_pages import HTML
from tests.plone.meetings.test_agenda_pages import page_of
from tests.plone.meetings.test_agenda_pages import send
from tests.plone.meetings.test_agenda_pages import text
import pytest
import transaction


@pytest.fixture
def meeting(town):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        made = add_meeting(town["seniori"], days=9, publicity="public")
        bring(made, "convene")
    transaction.commit()
    return made


def path_of(meeting) -> str:
    return f"/beroun/bodies/seniori/{meeting.getId()}"


class TestCancelling:
    def test_nobody_is_led_to_it(self, meeting, as_user):
        page = page_of(as_user("koordinatorka"), path_of(meeting))
        [link] = page.xpath(".//a[contains(@href, 'transition=cancel')]")
        assert "btn-primary" not in link.get("class")
        form = page_of(
            as_user("koordinatorka"),
            f"{path_of(meeting)}/@@kpss-advance?transition=cancel",
        )
        [buttons] = form.xpath(".//p[contains(@class, 'formControls')]")
        shown = [(one.get("class"), text(one)) for one in buttons]
        assert shown == [
            ("btn btn-danger", "Cancel the meeting"),
            ("btn btn-secondary", "Back"),
        ]

    def test_the_reason_stays_with_the_meeting_for_insiders(self, meeting, as_user):
        path = f"{path_of(meeting)}/@@kpss-advance?transition=cancel"
        reason = "Předsedkyně onemocněla."
        send(as_user("koordinatorka"), path, save="1", reason=reason)
        for user in ("koordinatorka", "clenka"):
            page = page_of(as_user(user), path_of(meeting))
            assert f"Why it was cancelled {reason}" in text(page)
        answer = as_user(None).get(path_of(meeting), headers={"Accept": HTML})
        assert answer.status_code == 200 and reason not in answer.text
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            advance(meeting, "renew")
        transaction.commit()
        page = page_of(as_user("koordinatorka"), path_of(meeting))
        assert reason not in text(page)

    def test_who_cancels_is_told_what_becomes_of_postponed_items(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            made = add_meeting(town["seniori"], days=13)
            made.objectValues()[0].postponed_from = "elsewhere"
        transaction.commit()
        path = f"{path_of(made)}/@@kpss-advance?transition=cancel"
        page = page_of(as_user("koordinatorka"), path)
        assert "goes to the next planned meeting" in text(page)


class TestReopening:
    def test_its_reason_stays_too(self, meeting, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            bring(meeting, "open", "end", "close")
            advance(meeting, "reopen", reason="Chybné číslo")
        transaction.commit()
        page = html.fromstring(
            as_user("clenka").get(path_of(meeting), headers={"Accept": HTML}).text
        )
        assert "Why the records were opened again Chybné číslo" in text(page)
