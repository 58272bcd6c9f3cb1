"""Settings of a process: what the guarantor has to do, when a text may be changed."""

from kpss.addon.approval.case import case_of
from plone import api
from tests.plone.approval.conftest import add_document
import pytest
import transaction


def ask(rest, document, **data):
    return rest.post(f"/zatec/documents/{document.getId()}/@approval", json=data)


@pytest.fixture
def document(zatec):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        document = add_document(zatec, "Dotační pravidla", "grant_rules")
    transaction.commit()
    return document


@pytest.fixture
def setting(zatec):
    """Set a setting of the process for a test."""

    def put(name, value):
        transaction.begin()
        setattr(zatec, name, value)
        transaction.commit()

    yield put
    put("guarantor_involvement", "told")
    put("text_changes", "note")


class TestGuarantor:
    def test_submission_waits_for_the_guarantor(self, zatec, document, rest, setting):
        """BER-38, ZAT-37."""
        setting("guarantor_involvement", "must_acknowledge")
        assert ask(rest, document, action="start").status_code == 200
        decision = {
            "action": "decide",
            "step": 0,
            "revision": 1,
            "outcome": "submitted",
        }
        answer = ask(rest, document, **decision)
        assert answer.status_code == 400
        assert answer.json()["code"] == "guarantor_has_not_acknowledged"
        assert ask(rest, document, action="acknowledge").status_code == 200
        assert ask(rest, document, **decision).status_code == 200
        transaction.begin()
        kinds = [one.kind for one in case_of(document).records]
        assert kinds == ["started", "acknowledged", "decided"]


class TestText:
    def patch(self, rest, document, words, **more):
        text = {"data": f"<p>{words}</p>", "content-type": "text/html"}
        return rest.patch(
            f"/zatec/documents/{document.getId()}", json={"text": text, **more}
        )

    def decide_first(self, rest, document):
        ask(rest, document, action="start")
        ask(
            rest,
            document,
            action="decide",
            step=0,
            revision=1,
            outcome="submitted",
        )

    def test_decided_text_is_locked_until_it_is_returned(self, document, rest, setting):
        setting("text_changes", "return")
        assert self.patch(rest, document, "koncept").status_code == 204
        self.decide_first(rest, document)
        answer = self.patch(rest, document, "jinak")
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == ["text"]
        # Anything else may be mended
        path = f"/zatec/documents/{document.getId()}"
        assert rest.patch(path, json={"period": "2027"}).status_code == 204
        ask(
            rest,
            document,
            action="decide",
            step=1,
            revision=2,
            outcome="returned",
            return_to="draft",
        )
        assert self.patch(rest, document, "jinak").status_code == 204

    def test_otherwise_a_change_says_what_it_is(self, document, rest):
        self.decide_first(rest, document)
        answer = self.patch(rest, document, "jinak")
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == ["changeNote"]
        transaction.begin()
        assert document.text is None
        note = "Doplněn zdroj."
        assert self.patch(rest, document, "jinak", changeNote=note).status_code == 204
        transaction.begin()
        last = case_of(document).records[-1]
        assert (last.kind, last.text, last.step) == ("changed", note, 1)

    def test_what_is_not_the_text_needs_no_note(self, document, rest):
        self.decide_first(rest, document)
        path = f"/zatec/documents/{document.getId()}"
        assert rest.patch(path, json={"period": "2027"}).status_code == 204
        transaction.begin()
        assert len(case_of(document).records) == 2

    def test_later_steps_see_the_change(self, document, rest):
        self.decide_first(rest, document)
        self.patch(rest, document, "jinak", changeNote="Doplněn zdroj.")
        rest.headers["Accept"] = "text/html"
        try:
            page = rest.get(f"/zatec/documents/{document.getId()}").text
        finally:
            rest.headers["Accept"] = "application/json"
        assert "The text has changed since it was decided on" in page
        assert "Doplněn zdroj." in page
