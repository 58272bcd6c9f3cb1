"""The way of Žatec's organisational rules, as it really went (ZAT-91 to ZAT-97)."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.said import Said
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.approval.conftest import add_document
import pytest
import transaction


COMMISSION_DAY = date(2020, 6, 17)
COUNCIL_DAY = date(2020, 7, 13)


def ruling(number: str, on: date, body: str) -> ResolutionView:
    return ResolutionView(uid=None, body=body, number=number, on=on)


def approve(document, days, number):
    """Steering group, commission, council on the days given."""
    first, second, third = days
    actions.start(document, on=first)
    decide(
        document,
        Said(0, "submitted", first, resolution=ruling("1", first, "rs")),
    )
    decide(document, Said(1, "discussed_and_approved", second))
    decide(document, Said(2, "approved", third, resolution=ruling(number, third, "rm")))


@pytest.fixture
def manager_role(zatec, functional_portal_class):
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    yield
    transaction.abort()
    login(functional_portal_class, TEST_USER_NAME)


@pytest.mark.usefixtures("manager_role")
class TestRules:
    @pytest.fixture
    def old(self, zatec):
        document = add_document(zatec, "Organizační řád 2015", "organisational_rules")
        day = date(2015, 3, 16)
        approve(document, (day, day, day), "217/15")
        return document

    def test_new_rules_repeal_the_old_on_the_same_day(self, zatec, old):
        new = add_document(
            zatec, "Organizační řád", "organisational_rules", repeals=[old.getId()]
        )
        approve(new, (date(2020, 5, 20), COMMISSION_DAY, COUNCIL_DAY), "518/20")
        assert api.content.get_state(new) == "in_force"
        assert api.content.get_state(old) == "repealed"
        assert case_of(new).validity.first == COUNCIL_DAY

    def test_pages_of_documents_show_the_way(self, zatec, old):
        page = old.restrictedTraverse("document_page")()
        for text in ("217/15", "Rada města Žatce", "In force"):
            assert text in page
        listed = zatec["documents"].restrictedTraverse("kpss-documents")
        listed.request.form["on"] = "2018-01-01"
        assert "Organizační řád 2015" in listed()
