"""The stock edit form of a meeting: what was not changed stays as it was."""

from datetime import timedelta
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from plone import api
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.rights.conftest import browser_of
from zope.globalrequest import setRequest
import pytest
import transaction


@pytest.fixture
def meeting(town, functional_portal_class):
    """At two in the afternoon by the clocks of the site."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        made = add_meeting(town["seniori"], hour=14)
        made.end = made.start + timedelta(hours=2)
    transaction.commit()
    yield made
    setRequest(functional_portal_class.REQUEST)
    transaction.begin()


@pytest.fixture
def browser(meeting, functional_portal_class):
    made = browser_of(functional_portal_class, "koordinatorka")
    made.open(f"{meeting.absolute_url()}/edit")
    return made


def save(browser):
    browser.getControl(name="form.buttons.save").click()
    assert "/edit" not in browser.url, browser.contents
    transaction.begin()


class TestEditing:
    def test_another_place_leaves_the_time_alone(self, meeting, browser):
        before = meeting.start, meeting.end
        assert browser.getControl(name="form.widgets.start").value.endswith("T14:00")
        browser.getControl(name="form.widgets.place").value = "Klub"
        save(browser)
        assert (meeting.place, meeting.start, meeting.end) == ("Klub", *before)

    def test_a_time_is_one_of_the_site(self, meeting, browser):
        day = (now() + timedelta(days=30)).date().isoformat()
        for name, clock in (("start", "09:30"), ("end", "11:00")):
            browser.getControl(name=f"form.widgets.{name}").value = f"{day}T{clock}"
        save(browser)
        assert local(meeting.start).isoformat()[:16] == f"{day}T09:30"
        assert local(meeting.end).isoformat()[:16] == f"{day}T11:00"

    def test_the_made_title_follows_the_day_after_it_was_saved(self, meeting, browser):
        before = meeting.title
        save(browser)
        assert meeting.title == before
        browser.open(f"{meeting.absolute_url()}/edit")
        browser.getControl(name="form.widgets.end").value = ""
        browser.getControl(name="form.widgets.start").value = "2099-03-12T10:00"
        save(browser)
        assert "2099" in meeting.title and "\u00a0" not in meeting.title

    def test_fixed_spaces_as_word_has_them_are_ordinary_ones(self, meeting, browser):
        browser.getControl(name="form.widgets.title").value = "Jednání\u00a01.\u202f2."
        save(browser)
        assert meeting.title == "Jednání 1. 2."
        field = IMeeting["title"].bind(meeting)
        field.validate("Jednání\u00a01. 2.")


class TestWayToIt:
    LINK = "Change day, time, place or message"

    def page(self, portal, meeting, account):
        made = browser_of(portal, account)
        made.open(meeting.absolute_url())
        return made.contents

    def test_stands_on_the_page_while_the_meeting_lies_ahead(
        self, meeting, functional_portal_class
    ):
        portal = functional_portal_class
        assert self.LINK in self.page(portal, meeting, "koordinatorka")
        assert self.LINK not in self.page(portal, meeting, "clenka")
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            bring(meeting, "convene", "open")
        transaction.commit()
        assert self.LINK not in self.page(portal, meeting, "koordinatorka")
