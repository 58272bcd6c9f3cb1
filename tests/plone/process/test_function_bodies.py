"""In the form a function's body is chosen by its title; what is kept is its id."""

from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction


BODY = "form.widgets.functions.{}.widgets.body"
REPRESENTS = "form.widgets.functions.{}.widgets.represents_in"
#: A body there, one that is not, none.
FUNCTIONS = [
    {"id": "clen", "title": "Člen", "kind": "member", "body": "rada"},
    {"id": "garant", "title": "Garant", "kind": "guarantor", "body": "odbor"},
    {"id": "metodik", "title": "Metodik", "kind": "methodologist", "body": None},
]
SECRET = SITE_OWNER_PASSWORD * 2


@pytest.fixture
def process(functional_portal):
    login(functional_portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        functional_portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
        functions=FUNCTIONS,
    )
    for body_id, title in (("rada", "Rada města"), ("Skupina_1.a", "První skupina")):
        api.content.create(process["bodies"], "kpss.Body", id=body_id, title=title)
    transaction.commit()
    return process


@pytest.fixture
def form(process, manager):
    manager.open(f"{process.absolute_url()}/edit")
    return manager


def offered(form, name):
    control = form.getControl(name=f"{name}:list")
    return dict(zip(control.options, control.displayOptions, strict=True))


def bodies_of(process):
    transaction.begin()
    return [row["body"] for row in process.functions]


@pytest.mark.parametrize("column", [BODY, REPRESENTS])
def test_bodies_are_offered_by_their_titles(form, column):
    assert offered(form, column.format(2)) == {
        "--NOVALUE--": "– no body –",
        "rada": "Rada města",
        "Skupina_1.a": "První skupina",
        "odbor": "odbor (not in this process)",
    }


def test_unchanged_form_keeps_the_id_of_a_body_that_is_not_there(form, process):
    chosen = [form.getControl(name=f"{BODY.format(n)}:list").value for n in range(3)]
    assert chosen == [["rada"], ["odbor"], ["--NOVALUE--"]]
    form.getControl("Save").click()
    assert bodies_of(process) == ["rada", "odbor", None]


@pytest.mark.parametrize(
    "chosen, kept", [("Skupina_1.a", "Skupina_1.a"), ("--NOVALUE--", None)]
)
def test_chosen_body_is_kept_by_its_id(form, process, chosen, kept):
    form.getControl(name=f"{BODY.format(0)}:list").value = [chosen]
    form.getControl("Save").click()
    assert bodies_of(process) == [kept, "odbor", None]


def test_choice_stays_when_the_form_is_refused(form, process):
    form.getControl(name=f"{BODY.format(0)}:list").value = ["Skupina_1.a"]
    form.getControl(name="form.widgets.title").value = ""
    form.getControl("Save").click()
    assert bodies_of(process) == ["rada", "odbor", None]
    shown = form.getControl(name=f"{BODY.format(0)}:list")
    assert shown.value == ["Skupina_1.a"]


def test_title_of_a_body_that_the_editor_may_not_see_is_not_offered(
    process, functional_app
):
    """Who edits functions, in whose body local roles of the process do not hold."""
    api.user.create(username="editor", email="e@mesto.example", password=SECRET)
    process.manage_setLocalRoles("editor", ["KPSS Coordinator"])
    for body_id, title in (("odbor", "Tajný odbor"), ("jiny", "Tajný výbor")):
        hidden = api.content.create(
            process["bodies"], "kpss.Body", id=body_id, title=title
        )
        hidden.__ac_local_roles_block__ = True
        api.content.transition(hidden, "hide")
    process.reindexObjectSecurity()
    transaction.commit()
    browser = Browser(functional_app)
    browser.handleErrors = False
    browser.addHeader("Authorization", f"Basic editor:{SECRET}")
    browser.open(f"{process.absolute_url()}/edit")
    assert offered(browser, BODY.format(1)) == {
        "--NOVALUE--": "– no body –",
        "rada": "Rada města",
        "Skupina_1.a": "První skupina",
        "odbor": "odbor",
    }
    assert "Tajný" not in browser.contents
    browser.getControl("Save").click()
    assert bodies_of(process) == ["rada", "odbor", None]


def test_district_being_added_is_not_offered_the_bodies_of_its_city(process, manager):
    manager.open(f"{process.absolute_url()}/++add++kpss.Process")
    template = "form.widgets.functions.TT.widgets.body"
    assert offered(manager, template) == {"--NOVALUE--": "– no body –"}


class TestRest:
    def test_body_that_does_not_exist_yet_is_accepted(self, process, rest):
        row = {**FUNCTIONS[0], "body": "teprve-bude", "represents_in": "Bude.1"}
        answer = rest.patch("/mesto", json={"functions": [row]})
        assert answer.status_code == 204, answer.text
        assert bodies_of(process) == ["teprve-bude"]

    def test_process_comes_before_its_bodies(self, functional_portal, rest):
        sent = {
            "@type": "kpss.Process",
            "id": "lhota",
            "title": "Plánování",
            "municipality": "Lhota",
            "functions": FUNCTIONS,
        }
        answer = rest.post("/", json=sent)
        assert answer.status_code == 201, answer.text
        kept = answer.json()["functions"]
        assert [row["body"] for row in kept] == ["rada", "odbor", None]

    @pytest.mark.parametrize("body", ["s mezerou", "řada", "x" * 81, "../jinam", 5])
    def test_what_is_no_id_is_refused_with_row_and_column(self, process, rest, body):
        sent = {"functions": [{**FUNCTIONS[0], "body": body}]}
        answer = rest.patch("/mesto", json=sent)
        assert answer.status_code == 400
        (error,) = answer.json()["errors"]
        assert error["field"] == "functions"
        assert "Row 1, column body" in error["message"]
