"""The way of Žatec's organisational rules, as it really went (ZAT-91 to ZAT-97)."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.said import Said
from kpss.addon.documents.searching import search
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.approval.conftest import add_document
from zExceptions import BadRequest
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


@pytest.fixture(scope="class")
def rules(zatec, functional_portal_class):
    """The old rules and the new ones, as they went."""
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    old = add_document(zatec, "Organizační řád 2015", "organisational_rules")
    day = date(2015, 3, 16)
    approve(old, (day, day, day), "217/15")
    new = add_document(
        zatec, "Organizační řád 2020", "organisational_rules", repeals=[old.getId()]
    )
    annex = add_document(
        zatec,
        "Jednací řád",
        "rules_of_procedure",
        annex_of=new.getId(),
        annex_number=1,
    )
    approve(new, (date(2020, 5, 20), COMMISSION_DAY, COUNCIL_DAY), "518/20")
    transaction.commit()
    yield old, new, annex
    login(functional_portal_class, TEST_USER_NAME)


class TestRules:
    def test_new_rules_repeal_the_old_on_the_same_day(self, rules):
        old, new, _annex = rules
        assert api.content.get_state(new) == "in_force"
        assert api.content.get_state(old) == "repealed"
        assert case_of(new).validity.first == COUNCIL_DAY

    def test_annex_is_approved_with_its_main_document(self, rules):
        assert api.content.get_state(rules[2]) == "in_force"

    def test_page_of_the_old_rules_says_until_when(self, rules):
        page = rules[0].restrictedTraverse("document_page")()
        for text in ("217/15", "Rada města Žatce", "No longer in force", "12/7/2020"):
            assert text in page

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2015-03-15", set()),
            ("2015-03-16", {"Organizační řád 2015"}),
            ("2018-01-01", {"Organizační řád 2015"}),
            ("2020-07-12", {"Organizační řád 2015"}),
            ("2020-07-13", {"Organizační řád 2020"}),
            ("2021-01-01", {"Organizační řád 2020"}),
        ],
    )
    def test_on_every_day_one_version_is_in_force(self, zatec, rules, day, expected):
        found = search(zatec["documents"], "in_force", on=date.fromisoformat(day))
        assert {one.Title for one in found} == expected

    def test_archive_holds_what_has_ended(self, zatec, rules):
        found = search(zatec["documents"], "archive", on=date(2021, 1, 1))
        assert [one.Title for one in found] == ["Organizační řád 2015"]

    def test_submitted_document_is_neither_deleted_nor_renamed(self, zatec, rules):
        with pytest.raises(BadRequest, match="belongs to the records"):
            api.content.delete(rules[0])
        with pytest.raises(BadRequest, match="belongs to the records"):
            api.content.rename(rules[0], "jinak")

    def test_copy_begins_as_a_draft_without_history(self, zatec, rules):
        copy = api.content.copy(rules[1], zatec["documents"])
        assert api.content.get_state(copy) == "draft"
        assert case_of(copy).records == []
        api.content.delete(copy)
