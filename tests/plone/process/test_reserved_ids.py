"""No content of a process takes the address of one of its pages."""

from kpss.addon.process.addresses import is_reserved
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from tests.architecture.test_registrations import LAYER
from tests.architecture.test_registrations import registrations
from zExceptions import BadRequest
import pytest
import transaction


#: Where a visitor, a coordinator and a web server look for pages of the process.
RESERVED = ["archive", "organisation", "organisation.svg", "apply-template"]
RESERVED += ["export-template", "process_view", "index_html", "robots.txt"]


@pytest.fixture
def process(functional_portal):
    login(functional_portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        functional_portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
    )
    api.content.create(process, "Document", id="stranka", title="Stránka")
    transaction.commit()
    return process


def pages_of(interface):
    """Names of our pages that are registered for the interface."""
    return {
        element.get("name")
        for _path, element in registrations()
        if element.tag.endswith("}page")
        and element.get("layer") == LAYER
        and element.get("for") == interface
    }


def test_every_page_of_a_process_is_reserved(process):
    names = pages_of("kpss.addon.process.process.IProcess")
    assert {"archive", "organisation"} <= names
    assert {name for name in names if not is_reserved(process, name)} == set()


def test_page_of_a_body_is_reserved_in_bodies_only(process):
    body = api.content.create(
        process["bodies"], "kpss.Body", id="rada", title="Rada", kind="council"
    )
    assert is_reserved(body, "kpss-close")
    assert not is_reserved(process, "kpss-close")
    assert not is_reserved(body, "archive")


@pytest.mark.parametrize("name", RESERVED)
def test_rest_refuses_to_create(process, rest, name):
    answer = rest.post("/mesto", json={"@type": "Document", "id": name, "title": "A"})
    sentence = f"The address “{name}” is reserved; choose another one."
    assert answer.status_code == 400
    assert answer.json() == {
        "type": "BadRequest",
        "message": sentence,
        "code": "id_reserved",
        "params": {"id": name},
        "errors": [{"field": "id", "message": sentence}],
        "context": process.absolute_url(),
    }
    transaction.begin()
    assert name not in process


@pytest.mark.parametrize("name", RESERVED)
def test_rest_refuses_to_rename(process, rest, name):
    answer = rest.patch("/mesto/stranka", json={"id": name})
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["id"]
    transaction.begin()
    assert "stranka" in process


def test_rest_chooses_another_address_for_a_title(process, rest):
    answer = rest.post("/mesto", json={"@type": "Document", "title": "Archive"})
    assert answer.status_code == 201
    assert answer.json()["@id"] == f"{process.absolute_url()}/archive-1"


def test_other_ids_over_rest_are_renamed_as_ever(process, rest):
    assert rest.patch("/mesto/stranka", json={"id": "zpravy"}).status_code == 204
    assert rest.patch("/mesto/zpravy", json={"id": ["x"]}).status_code == 400
    transaction.begin()
    assert "zpravy" in process


@pytest.mark.parametrize("name", ["archive", "index_html"])
def test_page_outside_a_process_is_called_as_its_author_wants(
    functional_portal, rest, name
):
    folder = {"@type": "Folder", "id": "slozka", "title": "Složka"}
    assert rest.post("/", json=folder).status_code == 201
    page = {"@type": "Document", "id": name, "title": "Archiv"}
    assert rest.post("/slozka", json=page).status_code == 201


@pytest.mark.parametrize(
    "title, name, chosen",
    [
        ("Archive", "", "archive-1"),
        ("Schéma", "organisation", "organisation-1"),
        ("Úvod", "index_html", "index_html-1"),
        ("Zprávy", "", "zpravy"),
    ],
)
def test_form_chooses_another_address(process, manager, title, name, chosen):
    manager.open(f"{process.absolute_url()}/++add++Document")
    manager.getControl(name="form.widgets.IDublinCore.title").value = title
    manager.getControl(name="form.widgets.IShortName.id").value = name
    manager.getControl("Save").click()
    transaction.begin()
    assert chosen in process
    manager.open(f"{process.absolute_url()}/archive")
    assert "Archive of bodies" in manager.contents


def test_renaming_in_the_form_chooses_another_address(process, manager):
    manager.open(f"{process['stranka'].absolute_url()}/object_rename")
    manager.getControl(name="form.widgets.new_id").value = "archive"
    manager.getControl(name="form.buttons.Rename").click()
    transaction.begin()
    assert "archive-1" in process


@pytest.mark.parametrize("lift", ["manage_copyObjects", "manage_cutObjects"])
def test_pasted_page_gets_another_address(functional_portal, process, lift):
    api.content.create(functional_portal, "Document", id="archive", title="A")
    process.manage_pasteObjects(getattr(functional_portal, lift)(["archive"]))
    assert "archive" not in process
    assert "copy_of_archive" in process


def test_code_cannot_take_the_address_either(process):
    page = process["stranka"]
    with pytest.raises(BadRequest):
        process._setObject("archive", page.aq_base)
