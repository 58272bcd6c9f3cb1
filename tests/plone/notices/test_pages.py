"""Pages of letters, in the browser; what they are closed to."""

from kpss.addon.notices.outbox import outbox
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.plone.approval.conftest import add_document
import pytest
import transaction


@pytest.fixture
def document(beroun, post):
    return add_document(beroun, "Plán", "implementation_plan", author_body="ps-seniori")


class TestMine:
    def test_choice_is_kept(self, browse, beroun):
        page = browse("vedouci")
        page.open(f"{beroun.absolute_url()}/@@kpss-me")
        page.getLink("how often we write").click()
        assert "We write to vedouci@mesto.example." in page.contents
        page.getControl(name="way").value = ["daily"]
        page.getControl(name="save").click()
        transaction.begin()
        assert outbox().ways["vedouci"] == "daily"
        page.open(f"{beroun.absolute_url()}/@@kpss-my-notices")
        assert page.getControl(name="way").value == ["daily"]

    def test_visitor_is_asked_to_log_in(self, browse, beroun):
        page = browse(None)
        page.handleErrors = True
        page.raiseHttpErrors = False
        page.open(f"{beroun.absolute_url()}/@@kpss-my-notices")
        assert "@mesto.example" not in page.contents
        assert "/login" in page.url or "require_login" in page.url


class TestPassOn:
    def test_bodies_are_chosen_and_it_is_recorded(self, browse, document, post):
        page = browse("referent")
        page.open(document.absolute_url())
        page.getLink("Pass on").click()
        page.getControl(name="message").value = "Prosíme o stanovisko."
        page.getControl(name="save").click()
        assert "Choose at least one body." in page.contents
        assert "Prosíme o stanovisko." in page.contents
        page.getControl(name="bodies:list").value = ["ps-seniori", "ks"]
        page.getControl(name="save").click()
        assert "It is being sent." in page.contents
        transaction.begin()
        told = post.told()
        assert "Prosíme o stanovisko." in told["vedouci"]
        page.open(f"{document.absolute_url()}/@@kpss-pass-on")
        assert "Passed on" in page.contents
        assert "Koordinační skupina KPSS" in page.contents

    @pytest.mark.parametrize("user", ["clen", "cizi", "metodik", None])
    def test_closed_to_others(self, browse, document, user):
        page = browse(user)
        page.raiseHttpErrors = False
        page.open(f"{document.absolute_url()}/@@kpss-pass-on")
        assert "form.widgets" not in page.contents
        assert 'name="bodies' not in page.contents


class TestAdministrator:
    @pytest.mark.parametrize("user", ["koordinator", "garant", "clen", None])
    @pytest.mark.parametrize("name", ["kpss-letters", "kpss-deliver"])
    def test_closed_to_others(self, browse, user, name):
        page = browse(user)
        page.raiseHttpErrors = False
        page.open(f"{api.portal.get().absolute_url()}/@@{name}")
        assert "Letters that were sent" not in page.contents
        assert "@mesto.example" not in page.contents

    def test_scheduler_of_the_office(self, browse, document):
        page = browse(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        page.post(f"{api.portal.get().absolute_url()}/@@kpss-deliver", "")
        assert page.contents == "ok\n"

    def test_get_does_nothing(self, browse):
        page = browse(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        page.raiseHttpErrors = False
        page.open(f"{api.portal.get().absolute_url()}/@@kpss-deliver")
        assert page.headers["Status"].startswith("405")

    def test_button_sends_what_waits(self, browse, document):
        page = browse(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        page.open(f"{api.portal.get().absolute_url()}/@@kpss-letters")
        page.getControl("Send what waits").click()
        assert "Letters are being sent." in page.contents
