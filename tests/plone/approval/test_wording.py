"""The text of a document: what was approved is kept, and nobody changes it."""

from datetime import date
from datetime import datetime
from freezegun import freeze_time
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.pinning import pinned
from kpss.addon.approval.said import Said
from kpss.addon.documents.locking import text_of
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from plone.testing.zope import Browser
from tests.plone.approval.conftest import add_document
from tests.plone.approval.test_days import owner  # noqa: F401
from tests.plone.approval.test_days import text
from tests.plone.approval.test_way import ruling
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


MONDAY, TUESDAY, WEDNESDAY = (date(2026, 6, number) for number in (1, 2, 3))
#: As an editor writes them: several lines, and as a browser sends them back.
LINES = "<p>první</p>\n<p>druhý&nbsp;odstavec</p>"


def at(day: date):
    return freeze_time(datetime(day.year, day.month, day.day, 9))


def put(document, words: str) -> None:
    document.text = text(words)
    document.file = NamedBlobFile(words.encode(), filename="text.txt")
    notify(ObjectModifiedEvent(document))


def recorded(zatec, outcome: str):
    """Monday's meeting, an edit of Tuesday, recorded on Wednesday; with one annex."""
    with at(MONDAY):
        document = add_document(
            zatec,
            "Změna řádu",
            "organisational_rules",
            purpose="amendment",
            text=text("pondělní"),
            file=NamedBlobFile(b"pondeli", filename="text.txt"),
        )
        annex = add_document(
            zatec,
            "Příloha",
            "rules_of_procedure",
            annex_of=document.getId(),
            annex_number=1,
            text=text("pondělní příloha"),
        )
        actions.start(document)
    with at(TUESDAY):
        put(document, "úterní")
        put(annex, "úterní příloha")
    with at(WEDNESDAY):
        said = Said(
            0,
            outcome,
            MONDAY,
            resolution=ruling("ŘS 1/2026", MONDAY, "rs"),
            wording=outcome == "approved_with_changes",
        )
        decide(document, said)
    return document, annex


@pytest.mark.usefixtures("owner")
class TestApprovedText:
    def test_text_of_the_day_of_the_decision_is_in_force(self, zatec):
        document, annex = recorded(zatec, "approved")
        assert document.text.raw == "<p>pondělní</p>"
        assert document.file.data == b"pondeli"
        assert annex.text.raw == "<p>pondělní příloha</p>"
        [copy] = pinned(document.UID(), case_of(document).approving.pinned)["annexes"]
        assert copy["text"]["text"] == "<p>pondělní příloha</p>"

    def test_later_edit_stays_among_the_versions(self, zatec):
        document, _annex = recorded(zatec, "approved")
        repository = api.portal.get_tool("portal_repository")
        texts = [one.object.text.raw for one in repository.getHistory(document)]
        assert texts == ["<p>pondělní</p>", "<p>úterní</p>", "<p>pondělní</p>"]

    def test_with_changes_the_confirmed_wording_is_in_force(self, zatec):
        """The body saw Monday's text; what it approved was put in later."""
        document, _annex = recorded(zatec, "approved_with_changes")
        assert document.text.raw == "<p>úterní</p>"
        record = case_of(document).approving
        seen = pinned(document.UID(), record.pinned)
        wording = pinned(document.UID(), record.decided_copy)
        assert seen["text"]["text"] == "<p>pondělní</p>"
        assert wording["text"]["text"] == "<p>úterní</p>"

    def test_page_shows_both_what_was_seen_and_what_was_approved(
        self, zatec, functional_portal_class
    ):
        document, _annex = recorded(zatec, "approved_with_changes")
        transaction.commit()
        page = browser(functional_portal_class)
        page.open(document.absolute_url())
        page.getLink("what it approved").click()
        assert "What the body approved with changes" in page.contents
        assert "úterní" in page.contents


def browser(functional_portal_class) -> Browser:
    found = Browser(functional_portal_class.aq_parent)
    found.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    found.handleErrors = False
    return found


class TestForm:
    @pytest.fixture
    def document(self, zatec):
        """Decided on at the first step."""
        # A browser of the tests leaves no request behind
        setRequest(zatec.REQUEST)
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            document = add_document(
                zatec,
                "Dotační pravidla",
                "grant_rules",
                file=NamedBlobFile(b"soubor", filename="text.txt"),
            )
            document.text = text("")
            document.text = type(document.text)(LINES, "text/html", "text/x-html-safe")
            actions.start(document)
            decide(document, Said(0, "submitted", date.today()))
        transaction.commit()
        return document

    @pytest.fixture
    def form(self, document, functional_portal_class):
        found = browser(functional_portal_class)
        found.open(f"{document.absolute_url()}/edit")
        return found

    def save(self, form, **values):
        for name, value in values.items():
            form.getControl(name=name).value = value
        form.getControl(name="form.buttons.save").click()
        transaction.begin()

    def test_change_without_a_note_is_refused_and_what_was_typed_stays(
        self, form, document
    ):
        self.save(form, **{"form.widgets.text": "<p>napsáno jinak</p>"})
        assert "say what you have changed and why" in form.contents
        assert "napsáno jinak" in form.getControl(name="form.widgets.text").value
        assert document.text.raw == LINES

    def test_change_with_a_note_is_saved_and_told(self, form, document):
        self.save(
            form,
            **{
                "form.widgets.text": "<p>napsáno jinak</p>",
                "form.widgets.IVersionable.changeNote": "Doplněn zdroj.",
            },
        )
        assert document.text.raw == "<p>napsáno jinak</p>"
        last = case_of(document).records[-1]
        assert (last.kind, last.text) == ("changed", "Doplněn zdroj.")
        assert "Doplněn zdroj." in form.contents

    def test_saving_without_a_change_needs_no_note(self, form, document):
        sent = LINES.replace("\n", "\r\n")
        self.save(form, **{"form.widgets.text": sent})
        assert "kpss-timeline" in form.contents
        assert document.text.raw == sent
        assert [one.kind for one in case_of(document).records] == ["started", "decided"]
        assert "The text has changed" not in form.contents


class TestRevert:
    """Under way, after a body has decided."""

    @pytest.fixture(scope="class")
    def decided(self, zatec):
        transaction.begin()
        setRequest(zatec.REQUEST)
        with api.env.adopt_roles(["Manager"]):
            document = add_document(zatec, "Program", "grant_rules", text=text("první"))
            document.text = text("druhá")
            notify(ObjectModifiedEvent(document))
            actions.start(document)
            decide(document, Said(0, "submitted", date.today()))
        transaction.commit()
        return document

    def test_unknown_version_names_the_field(self, decided, rest):
        path = f"/zatec/documents/{decided.getId()}/@history"
        for version in (99, -1, "x", True, None):
            answer = rest.patch(path, json={"version": version})
            assert answer.status_code == 400
            assert [one["field"] for one in answer.json()["errors"]] == ["version"]

    def test_is_said_in_the_history(self, decided, rest):
        path = f"/zatec/documents/{decided.getId()}/@history"
        assert rest.patch(path, json={"version": 0}).status_code == 200
        transaction.begin()
        assert decided.text.raw == "<p>první</p>"
        last = case_of(decided).records[-1]
        assert (last.kind, last.text) == ("changed", "The text of version 0 again.")


class TestClosed:
    @pytest.fixture(scope="class")
    def approved(self, zatec):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            document = add_document(
                zatec,
                "Změna řádu",
                "organisational_rules",
                purpose="amendment",
                text=text("schválený"),
                file=NamedBlobFile(b"soubor", filename="text.txt"),
            )
            day = date.today()
            actions.start(document)
            decide(
                document, Said(0, "approved", day, resolution=ruling("9", day, "rs"))
            )
        transaction.commit()
        return document

    def patch(self, rest, document, **data):
        return rest.patch(f"/zatec/documents/{document.getId()}", json=data)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("title", "Jinak"),
            ("text", {"data": "<p>jinak</p>", "content-type": "text/html"}),
            ("text", None),
            ("file", None),
        ],
    )
    def test_manager_does_not_change_what_was_approved(
        self, approved, rest, field, value
    ):
        before = text_of(approved)
        answer = self.patch(rest, approved, changeNote="x", **{field: value})
        assert answer.status_code == 400
        [error] = answer.json()["errors"]
        assert error["field"] == field
        assert "Propose a change" in error["message"]
        transaction.begin()
        assert text_of(approved) == before

    def test_what_is_not_the_text_may_be_mended(self, approved, rest):
        assert self.patch(rest, approved, reference_number="1/26").status_code == 204

    def test_form_refuses_and_keeps_what_was_typed(
        self, approved, functional_portal_class
    ):
        form = browser(functional_portal_class)
        form.open(f"{approved.absolute_url()}/edit")
        form.getControl(name="form.widgets.period").value = "2029"
        form.getControl(name="form.buttons.save").click()
        transaction.begin()
        assert approved.period == "2029"
        form.open(f"{approved.absolute_url()}/edit")
        form.getControl(name="form.widgets.text").value = "<p>jinak</p>"
        form.getControl(name="form.buttons.save").click()
        assert "its text stays" in form.contents
        assert "jinak" in form.getControl(name="form.widgets.text").value
        transaction.begin()
        assert approved.text.raw == "<p>schválený</p>"

    def test_nobody_goes_back_to_an_earlier_version(self, approved, rest):
        path = f"/zatec/documents/{approved.getId()}/@history"
        answer = rest.patch(path, json={"version": 0})
        assert answer.status_code == 409
        assert "its text stays" in answer.json()["message"]

    def test_nor_in_the_browser(self, approved, functional_portal_class):
        page = browser(functional_portal_class)
        before = text_of(approved)
        page.open(f"{approved.absolute_url()}/revertversion?version_id=0")
        assert "its text stays" in page.contents
        transaction.begin()
        assert text_of(approved) == before

    def test_annex_comes_with_its_document_or_not_at_all(self, approved, rest):
        answer = rest.post(
            "/zatec/documents",
            json={
                "@type": "kpss.Document",
                "title": "Pozdní příloha",
                "document_kind": "report",
                "annex_of": approved.getId(),
                "annex_number": 1,
            },
        )
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == ["annex_of"]
