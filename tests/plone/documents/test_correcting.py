"""Days in force that were recorded wrongly; versions beside each other."""

from datetime import date
from datetime import timedelta
from kpss.addon.approval import actions
from kpss.addon.approval.case import Case
from kpss.addon.approval.correcting import correct_dates
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.said import Said
from kpss.addon.documents.searching import search
from plone.app.textfield.value import RichTextValue
from tests.plone.approval.conftest import add_document
from tests.plone.documents.test_ruling import approve
from tests.plone.rights.conftest import browser_of
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


TODAY = date.today()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def process(beroun, post):
    setRequest(beroun.REQUEST)
    transaction.begin()
    yield beroun
    transaction.abort()
    transaction.begin()


def in_force(process, on: date) -> set[str]:
    return {one.Title for one in search(process["documents"], "in_force", on=on)}


class TestDates:
    def test_both_documents_follow(self, process):
        old = add_document(process, "Starý řád", "organisational_rules")
        approve(old, ago(100))
        new = add_document(
            process, "Nový řád", "organisational_rules", repeals=[old.getId()]
        )
        approve(new, ago(50))
        transaction.commit()
        correct_dates(new, effect_on=ago(20), valid_to=None, reason="Překlep v zápisu.")
        transaction.commit()
        assert "Starý řád" in in_force(process, ago(21))
        assert "Nový řád" not in in_force(process, ago(21))
        assert "Nový řád" in in_force(process, ago(20))
        assert "Starý řád" not in in_force(process, ago(20))
        last = Case(new).records[-1]
        assert last.kind in ("effect", "followed")
        [reason] = [one.text for one in Case(new).records if one.kind == "effect"]
        assert reason == "Překlep v zápisu."

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({"effect_on": ago(60)}, "effect_on"),
            ({"effect_on": ago(10), "valid_to": ago(11)}, "effect_on"),
            ({"reason": "  "}, "comment"),
        ],
    )
    def test_refused_with_a_sentence(self, process, values, field):
        document = add_document(process, "Jiný řád", "organisational_rules")
        approve(document, ago(50))
        sent = {"effect_on": None, "valid_to": None, "reason": "Důvod.", **values}
        with pytest.raises(Refusals) as refused:
            correct_dates(document, **sent)
        assert field in {one.field for one in refused.value.refusals}

    def test_only_of_what_was_approved(self, process):
        document = add_document(process, "Koncept", "organisational_rules")
        with pytest.raises(Refusals):
            correct_dates(document, effect_on=None, valid_to=None, reason="Důvod.")

    def test_form(self, process, functional_portal_class):
        document = add_document(process, "Řád z formuláře", "organisational_rules")
        approve(document, ago(50))
        transaction.commit()
        page = browser_of(functional_portal_class, "koordinator")
        page.open(document.absolute_url())
        page.getLink("Correct the days in force").click()
        page.getControl(name="effect_on").value = ago(60).isoformat()
        page.getControl(name="save").click()
        assert "Say why" in page.contents
        assert page.getControl(name="effect_on").value == ago(60).isoformat()
        page.getControl(name="effect_on").value = ago(30).isoformat()
        page.getControl(name="comment").value = "Účinnost byla jiná."
        page.getControl(name="save").click()
        assert "The days in force were corrected." in page.contents
        assert "Účinnost byla jiná." in page.contents
        transaction.begin()
        assert Case(document).validity.first == ago(30)


class TestVersions:
    @pytest.fixture
    def document(self, process):
        made = add_document(
            process, "Zpráva", "report", author_body="ps-seniori", text=rich("první")
        )
        for words in ("druhá věta", "druhá delší věta"):
            made.text = rich(words)
            notify(ObjectModifiedEvent(made))
        transaction.commit()
        return made

    def test_any_two_are_compared(self, document, functional_portal_class):
        page = browser_of(functional_portal_class, "koordinator")
        page.open(document.absolute_url())
        page.getLink("Compare versions").click()
        assert "<ins>" in page.contents
        assert "delší" in page.contents
        assert "první" not in page.contents
        page.getControl(name="older").value = ["0"]
        page.getControl("Compare").click()
        assert "první" in page.contents
        assert "<del>" in page.contents

    @pytest.mark.parametrize("query", ["older=99", "newer=x", "older=-1&newer=0"])
    def test_unknown_numbers_do_no_harm(self, document, query, functional_portal_class):
        page = browser_of(functional_portal_class, "koordinator")
        page.open(f"{document.absolute_url()}/@@kpss-versions?{query}")
        assert "Compare" in page.contents

    def test_drafts_of_an_approved_document_stay_inside(
        self, process, document, functional_portal_class
    ):
        made = add_document(process, "Veřejný řád", "rules_of_procedure")
        made.text = rich("tajný koncept")
        notify(ObjectModifiedEvent(made))
        made.text = rich("veřejné znění")
        notify(ObjectModifiedEvent(made))
        approve(made, TODAY)
        transaction.commit()
        page = browser_of(functional_portal_class, None)
        page.raiseHttpErrors = False
        page.open(made.absolute_url())
        assert "veřejné znění" in page.contents
        page.open(f"{made.absolute_url()}/@@kpss-versions")
        assert "tajný" not in page.contents


def rich(words: str) -> RichTextValue:
    return RichTextValue(f"<p>{words}</p>", "text/html", "text/x-html-safe")


def test_a_document_under_way_has_versions_too(process):
    made = add_document(process, "Rozpracovaný", "report", author_body="ps-seniori")
    actions.start(made)
    decide(made, Said(0, "submitted", TODAY))
    assert "kpss-versions" in made.restrictedTraverse(made.getLayout())()
