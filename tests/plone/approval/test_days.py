"""What was decided is the text of the day of the decision, and who may record it."""

from datetime import date
from datetime import datetime
from freezegun import freeze_time
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.pinning import is_as_pinned
from kpss.addon.approval.pinning import pinned
from kpss.addon.approval.said import Said
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.app.textfield import RichTextValue
from tests.plone.approval.conftest import add_document
from tests.plone.approval.test_way import ruling
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def text(words: str) -> RichTextValue:
    return RichTextValue(f"<p>{words}</p>", "text/html", "text/x-html-safe")


def edit(document, words: str) -> None:
    document.text = text(words)
    notify(ObjectModifiedEvent(document))


@pytest.fixture(scope="class")
def owner(zatec, functional_portal_class):
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    yield
    transaction.abort()
    login(functional_portal_class, TEST_USER_NAME)


@pytest.mark.usefixtures("owner")
class TestMondayAndWednesday:
    @pytest.fixture(scope="class")
    def document(self, zatec, owner):
        """Decided on Monday, edited on Tuesday, recorded on Wednesday."""
        with freeze_time(datetime(2026, 6, 1, 9)):
            document = add_document(
                zatec, "Dotační pravidla", "grant_rules", text=text("pondělní")
            )
            actions.start(document)
            decide(document, Said(0, "submitted", date(2026, 6, 1)))
        with freeze_time(datetime(2026, 6, 2, 9)):
            edit(document, "úterní")
        with freeze_time(datetime(2026, 6, 3, 9)):
            monday = date(2026, 6, 1)
            decide(
                document,
                Said(1, "approved", monday, resolution=ruling("ŘS 3", monday, "rs")),
            )
        return document

    def test_body_decided_on_the_text_of_monday(self, document):
        record = case_of(document).records[-1]
        copy = pinned(document.UID(), record.pinned)
        assert copy["text"]["text"] == "<p>pondělní</p>"
        assert record.on == date(2026, 6, 1)
        assert record.at.date() == date(2026, 6, 3)

    def test_page_says_that_the_text_is_another_now(self, document):
        record = case_of(document).records[-1]
        assert not is_as_pinned(document, record.pinned)
        page = document.restrictedTraverse("document_page")()
        assert "The text has changed since it was decided on" in page
        document.REQUEST.form["checksum"] = record.pinned
        compared = document.restrictedTraverse("kpss-decided-text")()
        assert "<del><span" in compared.replace("\n", "").replace("  ", "")
        assert "pondělní" in compared and "úterní" in compared


@pytest.mark.usefixtures("owner")
class TestLaterEffect:
    @pytest.fixture(scope="class")
    def pair(self, zatec, owner):
        """Approved on 20 July with effect from 1 September (decision 31)."""
        old = add_document(zatec, "Starý řád", "organisational_rules")
        new = add_document(
            zatec,
            "Nový řád",
            "organisational_rules",
            repeals=[old.getId()],
            effect_on=date(2026, 9, 1),
        )
        for document, day in ((old, date(2020, 1, 6)), (new, date(2026, 7, 20))):
            actions.start(document, on=day)
            decide(
                document, Said(0, "submitted", day, resolution=ruling("1", day, "rs"))
            )
            decide(document, Said(1, "discussed_and_approved", day))
            number = f"{day.year}"
            decide(
                document, Said(2, "approved", day, resolution=ruling(number, day, "rm"))
            )
        return old, new

    @pytest.mark.parametrize(
        ("day", "states"),
        [
            ("2026-07-21", ("In force", "Approved, not in force yet")),
            ("2026-08-31", ("In force", "Approved, not in force yet")),
            ("2026-09-01", ("No longer in force", "In force")),
        ],
    )
    def test_page_changes_by_itself_on_the_day(self, pair, day, states):
        with freeze_time(datetime.fromisoformat(f"{day} 12:00")):
            for document, state in zip(pair, states, strict=True):
                page = document.restrictedTraverse("document_page")
                assert api.portal.translate(page.state_title) == state


@pytest.mark.usefixtures("owner")
class TestChainInUse:
    def test_chain_edited_under_way_touches_only_new_starts(self, zatec):
        document = add_document(
            zatec, "Řád", "organisational_rules", purpose="amendment"
        )
        actions.start(document, on=date(2026, 1, 5))
        before = case_of(document).chain
        api.content.delete(zatec["chains"][before.id])
        assert case_of(document).chain == before
        other = add_document(zatec, "Jiný", "organisational_rules", purpose="amendment")
        assert case_of(other).chain.id == "organizacni-rad"

    def test_revert_keeps_the_history(self, zatec):
        document = add_document(zatec, "Vracený", "grant_rules", text=text("první"))
        edit(document, "druhá")
        actions.start(document, on=date(2026, 1, 5))
        repository = api.portal.get_tool("portal_repository")
        repository.revert(document, 0)
        assert [one.kind for one in case_of(document).records] == ["started"]
        assert api.content.get_state(document) == "steering"
