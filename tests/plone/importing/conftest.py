"""A town with bodies, functions, parties and units to import people into."""

from datetime import date
from kpss.addon.bodies.importing.csv_file import read_csv
from kpss.addon.bodies.importing.draft import draft
from kpss.addon.bodies.ledger.rebuilding import rebuild
from openpyxl import Workbook
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from tests.plone.kept import keep
import io
import pytest


TODAY = date(2026, 11, 22)
FUNCTIONS = (
    ("vedouci", "Vedoucí", "leader", None),
    ("predseda-rady", "Předseda", "chair", "rada"),
    ("predseda-komise", "Předseda", "chair", "komise"),
)


def build(portal):
    """A process with an assembly, a council, a commission and two working groups."""
    process = api.content.create(
        portal, "kpss.Process", id="mesto", title="Plánování", municipality="Město"
    )
    process.functions = [
        {"id": i, "title": title, "kind": kind, "body": body}
        for i, title, kind, body in FUNCTIONS
    ]
    process.parties = [
        {"id": "zadavatel", "title": "zadavatel", "plural": "zadavatelé"},
        {"id": "poskytovatel", "title": "poskytovatel", "plural": "poskytovatelé"},
    ]
    process.units = [
        {"id": "horni", "title": "Horní"},
        {"id": "dolni", "title": "Dolní"},
    ]
    for body_id, kind, title in (
        ("zastupitelstvo", "assembly", "Zastupitelstvo"),
        ("rada", "council", "Rada města"),
        ("komise", "commission", "Komise"),
        ("ps-seniori", "working_group", "Pracovní skupina Senioři"),
    ):
        body = api.content.create(
            process["bodies"],
            "kpss.WorkingGroup" if kind == "working_group" else "kpss.Body",
            id=body_id,
            title=title,
            kind=kind,
        )
        body.valid_from = date(2000, 1, 1)
    process["bodies"]["komise"].valid_to = date(2020, 12, 31)
    api.content.create(
        process["providers"], "kpss.Organisation", id="charita", title="Charita"
    )
    rebuild()
    return process


@pytest.fixture
def process(portal):
    """The town in a site that forgets it after the test."""
    with api.env.adopt_roles(["Manager"]):
        yield build(portal)


@pytest.fixture
def judged(process):
    """``judged(csv)``: the draft of a table written as CSV."""

    def judge(text: str):
        return draft(process, read_csv(text.encode()), today=TODAY)

    return judge


@pytest.fixture
def town(functional_portal):
    """The town in a site that a browser reaches."""
    portal = functional_portal

    def make():
        setRoles(portal, TEST_USER_ID, ["Manager"])
        build(portal)

    keep(portal, "town to import into", make)
    login(portal, TEST_USER_NAME)
    return portal["mesto"]


@pytest.fixture
def form(manager, town):
    """The site's owner at the form; ``upload`` sends a file."""
    manager.open(f"{town.absolute_url()}/@@kpss-import-members")
    return manager


def upload(browser, data: bytes | str, name: str = "lide.csv", kind: str = "text/csv"):
    data = data.encode() if isinstance(data, str) else data
    browser.getControl(name="file").add_file(data, kind, name)
    browser.getControl(name="preview").click()


def press_import(browser):
    browser.getControl(name="apply").click()


def workbook(*rows) -> bytes:
    """An XLSX with the rows on its first sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
