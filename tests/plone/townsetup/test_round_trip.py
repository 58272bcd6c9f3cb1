"""Export → import under another name → export gives the same file."""

from datetime import date
from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.checking import check
from kpss.addon.townsetup.export import export_data
from kpss.addon.townsetup.reading import read
from kpss.addon.townsetup.rules.walk import ids
from kpss.addon.townsetup.shipped import shipped_templates
from kpss.addon.townsetup.writing import write
from plone import api
from plone.app.textfield import RichTextValue
import pytest


SHIPPED = {template.id: template for template in shipped_templates()}
LISTS = ("bodies", "functions", "parties", "organisations", "stages", "chains", "pages")


def create(portal, data, address):
    return create_process(portal, data, address, public=False).process


def exported_again(portal, process):
    """The export of a process that was imported from the export of this one."""
    reading = read(write(export_data(process)))
    assert check(reading) == []
    return write(export_data(create(portal, reading.data, "other-name")))


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_template_comes_back_identical(portal, as_manager, name):
    process = create(portal, SHIPPED[name].data, "first-name")
    assert exported_again(portal, process) == write(export_data(process))


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_of_a_shipped_template_is_lost(portal, as_manager, name):
    data = SHIPPED[name].data
    exported = export_data(create(portal, data, "first-name"))
    for key in LISTS:
        assert ids(exported, key) == ids(data, key)
    rules = {b["id"]: len(b.get("rules", {}).get("values", ())) for b in data["bodies"]}
    kept = {
        b["id"]: len(b.get("rules", {}).get("values", ())) for b in exported["bodies"]
    }
    assert kept == rules
    assert exported["process"] == {**data["process"], **exported["process"]}


@pytest.mark.parametrize("name", SHIPPED)
def test_bodies_keep_the_order_of_the_template(portal, as_manager, name):
    data = SHIPPED[name].data
    exported = export_data(create(portal, data, "first-name"))
    order = [body["id"] for body in data["bodies"]]
    assert [body["id"] for body in exported["bodies"]] == order


@pytest.fixture
def edited(portal, as_manager, small):
    """A process that people have worked on in the browser."""
    process = create(portal, read(small).data, "edited")
    body = process["bodies"]["rada"]
    body.title = "Rada: 1. volební období – „stará“ # ne"
    body.description = "První řádek \r\n\r\n  druhý řádek\t\r\n# třetí"
    body.act_text = "- pomlčka na začátku, čas 12:30, \\ a 'apostrof'\x85konec"
    body.mission = RichTextValue(
        "<p>Text&nbsp;s\r\n<b>tučným</b> & znakem</p>", "text/html"
    )
    body.tasks = ["první  úkol", "druhý\r\núkol", " ", "ano"]
    body.former_names = [{"title": "Městská rada", "until": "2019-12-31"}]
    group = process["bodies"]["seniori"]
    group.valid_from, group.valid_to = date(2020, 2, 29), date(2021, 2, 28)
    group.closed_by, group.closed_by_date = "518/20", date(2020, 7, 13)
    group.merged_into = "odbor"
    process.lead = "x" * 3000 + " " + "slovo " * 200
    process.title = "2026"
    rules = body["rules"]
    rules.chair_powers = ["presides", "convenes"]
    rules.seats = [{"party": "verejnost", "number": None}]
    rules.sources = {**rules.sources, "seats": "čl. 3 odst. 2"}
    api.content.create(process, "Document", "2-stranka", title="no")
    api.content.create(process["bodies"], "kpss.Body", title="3. Výbor", kind="other")
    api.content.create(process["providers"], "kpss.Organisation", title="Řád ctnosti")
    return process


def test_edited_process_comes_back_identical(portal, edited):
    exported = write(export_data(edited))
    assert exported_again(portal, edited) == exported
    assert len(exported) > 4000


def test_what_people_wrote_is_in_the_export(edited):
    data = export_data(edited)
    rada = next(body for body in data["bodies"] if body["id"] == "rada")
    assert rada["description"] == "První řádek\n\n  druhý řádek\n# třetí"
    assert rada["tasks"] == ["první  úkol", "druhý úkol", "ano"]
    assert rada["former_names"] == [{"title": "Městská rada", "until": "2019-12-31"}]
    assert rada["rules"]["values"]["seats"] == {
        "value": [{"party": "verejnost"}],
        "source": "čl. 3 odst. 2",
    }
    seniori = next(body for body in data["bodies"] if body["id"] == "seniori")
    assert seniori["valid_to"] == "2021-02-28"
    assert seniori["closed_by"] == "518/20"
    assert {body["id"] for body in data["bodies"]} >= {"3-vybor"}
    assert data["process"]["title"] == "2026"


def test_closed_body_comes_to_the_archive(portal, as_manager, small):
    text = small.replace("    parent: odbor\n", "    valid_to: 2021-02-28\n")
    process = create(portal, read(text).data, "closed")
    assert api.content.get_state(process["bodies"]["seniori"]) == "archived"
    assert api.content.get_state(process["bodies"]["rada"]) == "public"


def test_export_has_no_name_of_its_own(edited):
    assert not {"id", "title"} & set(export_data(edited))
