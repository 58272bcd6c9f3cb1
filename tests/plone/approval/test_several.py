"""One meeting of the council decides several documents in one form, all or nothing."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.said import Said
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
from tests.plone.approval.conftest import add_document
from tests.plone.approval.test_way import ruling
import pytest
import transaction


DAY = date(2026, 4, 1)


@pytest.fixture(scope="class")
def waiting(zatec):
    """Two sets of rules at the council."""
    transaction.begin()
    made = []
    with api.env.adopt_roles(["Manager"]):
        for title in ("Řád první", "Řád druhý"):
            document = add_document(zatec, title, "organisational_rules")
            actions.start(document, on=DAY)
            decide(
                document, Said(0, "submitted", DAY, resolution=ruling("1", DAY, "rs"))
            )
            decide(document, Said(1, "discussed_and_approved", DAY))
            made.append(document)
    transaction.commit()
    return made


@pytest.fixture
def form(zatec, waiting, functional_portal_class):
    browser = Browser(functional_portal_class.aq_parent)
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.handleErrors = False
    browser.open(f"{zatec.absolute_url()}/@@kpss-record-several?body=rm")
    return browser


def fill(browser, waiting, day, numbers):
    form = browser.getForm(action="kpss-record-several")
    form.getControl(name="date").value = day
    for document, number in zip(waiting, numbers, strict=True):
        name = document.getId()
        form.getControl(name=f"outcome-{name}").value = ["approved"]
        form.getControl(name=f"number-{name}").value = number
    form.getControl(name="save").click()


class TestSeveral:
    def test_one_that_cannot_be_stops_all(self, form, waiting):
        fill(form, waiting, "2026-03-01", ["90/26", "91/26"])
        assert "The previous step is of" in form.contents
        transaction.begin()
        assert [api.content.get_state(one) for one in waiting] == ["council"] * 2
        # What was typed is still there
        assert "90/26" in form.contents

    def test_all_are_recorded_with_their_resolutions(self, form, waiting):
        fill(form, waiting, "2026-04-13", ["90/26", "91/26"])
        assert "2 decisions were recorded." in form.contents
        transaction.begin()
        numbers = [case_of(one).moving[-1].resolution["number"] for one in waiting]
        assert numbers == ["90/26", "91/26"]
