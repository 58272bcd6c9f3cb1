"""Adding and applying in the browser: without JavaScript, protected, nothing lost."""

from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.reading import read
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zExceptions import Forbidden
import pytest
import transaction


@pytest.fixture
def form(manager, functional_portal):
    manager.open(f"{functional_portal.absolute_url()}/add-process-from-template")
    return manager


@pytest.fixture
def process(functional_portal, small):
    setRoles(functional_portal, TEST_USER_ID, ["Manager"])
    done = create_process(functional_portal, read(small).data, "mesto", public=False)
    transaction.commit()
    return done.process


def choose(form, text, **values):
    form.getControl(name="template").value = ["own"]
    form.getControl(name="text").value = text
    for name, value in values.items():
        form.getControl(name=name).value = value
    form.getControl(name="check").click()


def test_templates_are_offered_by_their_titles(form):
    options = form.getControl(name="template").options
    assert options[-2:] == ["blank", "own"]
    assert len(options) > 2


def test_first_comes_the_dry_run(form, functional_portal, small):
    choose(form, small)
    assert "<code" in form.contents and "bodies[0].rules" in form.contents
    assert "mestys" not in functional_portal.objectIds()


def test_second_step_creates_and_says_so(form, functional_portal, small):
    choose(form, small, id="zkouska", title="Jiný název")
    form.getControl(name="apply", index=0).click()
    assert form.url == functional_portal["zkouska"].absolute_url()
    assert "was created from the template" in form.contents
    assert "It has 3 bodies." in form.contents
    assert functional_portal["zkouska"].title == "Jiný název"
    assert api.content.get_state(functional_portal["zkouska"]) == "internal"


def test_process_is_published_when_asked(form, visitor, functional_portal, small):
    choose(form, small, publish=True)
    form.getControl(name="apply", index=0).click()
    visitor.open(f"{functional_portal.absolute_url()}/mestys/bodies/rada")
    assert "Rada" in visitor.contents


def test_shipped_template_is_chosen(form, functional_portal):
    name = form.getControl(name="template").options[0]
    form.getControl(name="template").value = [name]
    form.getControl(name="check").click()
    form.getControl(name="apply", index=0).click()
    assert name in functional_portal.objectIds()


def test_uploaded_text_is_kept_for_mending(form, spoiled):
    text = spoiled("kind: council", "kind: councl")
    form.getControl(name="template").value = ["own"]
    form.getControl(name="file").add_file(text.encode(), "text/yaml", "mesto.yaml")
    form.getControl(name="title").value = "Můj název"
    form.getControl(name="check").click()
    assert (
        form.getControl(name="text").value.replace("\r\n", "\n").strip() == text.strip()
    )
    assert form.getControl(name="title").value == "Můj název"
    assert "Line <span>25</span>" in form.contents or "Line 25" in form.contents


def test_what_was_not_shown_is_not_done(form, functional_portal, small):
    choose(form, small)
    form.getControl(name="text").value = small.replace("Senioři", "Děti")
    form.getControl(name="apply", index=0).click()
    assert "mestys" not in functional_portal.objectIds()
    assert "Děti" in form.contents
    form.getControl(name="apply", index=0).click()
    assert functional_portal["mestys"]["bodies"]["seniori"].title == "Děti"


def test_used_address_is_told(form, process, small):
    choose(form, small, id="mesto")
    assert "The address “mesto” is already used here" in form.contents
    assert 'name="apply"' not in form.contents


def test_nothing_chosen_is_told(form):
    form.getControl(name="check").click()
    assert "Choose a template, or upload a file" in form.contents


def test_form_without_its_token_is_refused(form, functional_portal, small):
    url = f"{functional_portal.absolute_url()}/add-process-from-template"
    with pytest.raises(Forbidden):
        form.post(url, "template=blank&apply=1&id=bez")
    assert "bez" not in functional_portal.objectIds()


def test_reading_the_address_never_creates(manager, functional_portal):
    url = f"{functional_portal.absolute_url()}/add-process-from-template"
    manager.open(f"{url}?template=blank&apply=1&id=bez&check=1")
    assert "bez" not in functional_portal.objectIds()


@pytest.mark.parametrize(
    "view",
    ["add-process-from-template", "mesto/apply-template", "mesto/export-template"],
)
def test_visitor_is_sent_away(visitor, functional_portal, process, view):
    visitor.handleErrors = True
    visitor.open(f"{functional_portal.absolute_url()}/{view}")
    assert "/login" in visitor.url or "require_login" in visitor.url
    assert "format: 1" not in visitor.contents


def test_add_form_of_a_process_points_to_the_templates(manager, functional_portal):
    manager.open(f"{functional_portal.absolute_url()}/++add++kpss.Process")
    manager.getLink("Add a process from a template").click()
    assert manager.url.endswith("/add-process-from-template")
    manager.open(f"{functional_portal.absolute_url()}/++add++Document")
    assert "from a template" not in manager.contents


def test_place_that_holds_no_process_says_so(manager, process, small):
    manager.open(f"{process['bodies'].absolute_url()}/add-process-from-template")
    assert "A process cannot be added here" in manager.contents
    choose(manager, small)
    assert 'name="apply"' not in manager.contents


def test_applying_again_overwrites_what_is_ticked(manager, process, small):
    process["bodies"]["rada"].title = "Rada městyse"
    process["zasady"].title = "Naše zásady"
    transaction.commit()
    manager.open(f"{process.absolute_url()}/apply-template")
    choose(manager, small)
    boxes = manager.getControl(name="rows:list")
    assert boxes.options == ["bodies[0].title", "pages[0].title"] and boxes.value == []
    boxes.value = ["bodies[0].title"]
    manager.getControl(name="apply", index=0).click()
    assert "1 value was overwritten." in manager.contents
    assert process["bodies"]["rada"].title == "Rada"
    assert process["zasady"].title == "Naše zásady"


def test_applying_the_same_again_says_that_nothing_changed(manager, process, small):
    manager.open(f"{process.absolute_url()}/apply-template")
    choose(manager, small)
    manager.getControl(name="apply", index=0).click()
    assert "nothing was changed" in manager.contents


def test_refused_rows_are_shown_with_their_reason(manager, process, small):
    manager.open(f"{process.absolute_url()}/apply-template")
    choose(manager, small.replace("kind: working_group", "kind: council", 1))
    assert "cannot turn into each other" in manager.contents
    assert 'name="apply"' not in manager.contents


def test_export_is_a_file(manager, process):
    manager.open(f"{process.absolute_url()}/export-template")
    headers = manager.headers
    assert headers["content-disposition"] == 'attachment; filename="mesto.yaml"'
    assert headers["content-type"] == "text/yaml; charset=utf-8"
    assert "\nformat: 1\n" in manager.contents
    assert "title: Plánování služeb" in manager.contents
