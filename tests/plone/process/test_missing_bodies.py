"""Functions, stages and chains may name a body that is not there; editors are told."""

from kpss.addon.process.localroles import COORDINATOR
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction


FUNCTIONS = [
    {"id": "garant", "title": "Garant", "kind": "guarantor", "body": "odbor"},
    {"id": "zastupce", "title": "Zástupce", "kind": "leader", "body": "rada"},
    {
        "id": "delegat",
        "title": "Delegát",
        "kind": "representative",
        "body": None,
        "represents_in": "kolegium",
    },
]
STAGES = [
    {
        "id": "prvni",
        "title": "První",
        "steps": [
            {"id": "a", "title": "Založení", "gate": "snem", "creates": "nova-skupina"},
            {"id": "b", "title": "Schválení", "gate": "rada", "by": "rada"},
        ],
    },
    {"id": "druha", "title": "Druhá"},
]
STEPS = [
    {"act": "advises", "body": "rada"},
    {"act": "advises", "public": True},
    {"act": "decides", "body": "zastupitelstvo"},
]
TOLD = [
    "The function “Garant” sits in the body “odbor”",
    "The function “Delegát” represents in the body “kolegium”",
    "The step “Založení” of the stage “První” names the body “snem”",
    "Step 3 of the approval chain “Obecný” names the body “zastupitelstvo”",
]
HEADING = "Bodies that are missing"


@pytest.fixture
def process(functional_portal):
    """A public process that names four bodies it lacks, and its coordinator."""
    login(functional_portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        functional_portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
        functions=FUNCTIONS,
        stages=STAGES,
    )
    api.content.create(
        process["chains"],
        "kpss.ApprovalChain",
        id="obecny",
        title="Obecný",
        steps=STEPS,
    )
    api.content.create(process["bodies"], "kpss.Body", id="rada", title="Rada města")
    api.content.transition(process, "publish")
    for name in ("koordinatorka", "cizi"):
        api.user.create(username=name, email=f"{name}@mesto.example", password=SECRET)
    process.manage_setLocalRoles("koordinatorka", [COORDINATOR])
    process.reindexObjectSecurity()
    transaction.commit()
    return process


SECRET = SITE_OWNER_PASSWORD * 2


@pytest.fixture
def as_user(functional_app):
    def page(name, url):
        browser = Browser(functional_app)
        browser.handleErrors = False
        browser.addHeader("Authorization", f"Basic {name}:{SECRET}")
        browser.open(url)
        return browser

    return page


def test_coordinator_reads_what_names_a_missing_body(process, as_user):
    page = as_user("koordinatorka", process.absolute_url())
    for sentence in TOLD:
        assert f">{sentence}, which is not in this process.<" in page.contents
    assert page.contents.count("which is not in this process") == len(TOLD)


def test_warning_leads_to_the_forms_that_mend_it(process, as_user):
    page = as_user("koordinatorka", process.absolute_url())
    page.getLink("Change the functions of the process").click()
    assert page.url == f"{process.absolute_url()}/edit"
    page.goBack()
    page.getLink("of the approval chain “Obecný”").click()
    assert page.url == f"{process.absolute_url()}/chains/obecny/edit"
    page.goBack()
    page.getLink("with a town template").click()
    assert page.url == f"{process.absolute_url()}/apply-template"


def test_readers_learn_nothing_of_missing_bodies(process, as_user, visitor):
    visitor.open(process.absolute_url())
    for contents in (
        visitor.contents,
        as_user("cizi", process.absolute_url()).contents,
    ):
        assert "Plánování" in contents
        for words in (HEADING, "odbor", "kolegium", "snem", "zastupitelstvo"):
            assert words not in contents


def test_warning_goes_when_the_bodies_are_founded(process, as_user):
    for body_id in ("odbor", "kolegium", "snem"):
        api.content.create(process["bodies"], "kpss.Body", id=body_id, title=body_id)
    transaction.commit()
    contents = as_user("koordinatorka", process.absolute_url()).contents
    assert "Change the functions" not in contents
    assert contents.count("which is not in this process") == 1
    api.content.create(
        process["bodies"], "kpss.Body", id="zastupitelstvo", title="Zastupitelstvo"
    )
    transaction.commit()
    assert HEADING not in as_user("koordinatorka", process.absolute_url()).contents


def test_process_without_functions_stages_and_chains_has_no_warning(process, manager):
    process.functions = process.stages = None
    api.content.delete(process["chains"]["obecny"])
    transaction.commit()
    manager.open(process.absolute_url())
    assert HEADING not in manager.contents


def test_internal_body_is_there_and_not_warned_of(process, as_user):
    hidden = api.content.create(
        process["bodies"], "kpss.Body", id="odbor", title="Odbor"
    )
    api.content.transition(hidden, "hide")
    transaction.commit()
    contents = as_user("koordinatorka", process.absolute_url()).contents
    assert "“odbor”" not in contents
    assert "“kolegium”" in contents
