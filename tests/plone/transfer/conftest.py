"""Žatec with some people, documents and resolutions, carried out and in again."""

from datetime import date
from datetime import timedelta
from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.pinning import forget_book
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.bodies.importing.record import record_rows
from kpss.addon.bodies.ledger.site import forget_ledger
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.snapshot import snapshot
from kpss.addon.meetings.papers_seen import publish_paper
from kpss.addon.meetings.progress import perform
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.times import now
from kpss.addon.notices.outbox import choose_way
from kpss.addon.notices.outbox import forget_outbox
from kpss.addon.notices.passing import pass_on
from kpss.addon.numbering.book import forget_numbers
from kpss.addon.townsetup.demo_files import rows_of
from kpss.addon.townsetup.demo_people import ACCOUNT
from plone import api
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer as create
from plone.exportimport.exporters import get_exporter
from plone.exportimport.importers import get_importer
from plone.namedfile.file import NamedBlobFile
from tests.plone.approval.conftest import add_document
from tests.plone.approval.conftest import zatec
from tests.plone.approval.test_way import approve
from tests.plone.transfer.everything import books
from tests.plone.transfer.everything import content
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


__all__ = ["zatec"]

TODAY = date.today()


def happen(process) -> None:
    """Something of everything that is kept elsewhere than in fields."""
    rows = [{**row, ACCOUNT: ""} for row in rows_of("people/zatec.csv")[:12]]
    record_rows(process, rows)
    correct_a_membership(process)
    day = TODAY - timedelta(days=3000)
    old = add_document(process, "Organizační řád 2015", "organisational_rules")
    approve(old, (day, day, day), "217/15")
    new = add_document(
        process, "Organizační řád", "organisational_rules", repeals=[old.getId()]
    )
    add_document(
        process, "Jednací řád", "rules_of_procedure", annex_of=new.getId(),
        annex_number=1,
    )  # fmt: skip
    day = TODAY - timedelta(days=2000)
    approve(new, (day, day, day), "518/20")
    send_back(process)
    meet(process)


def correct_a_membership(process) -> None:
    catalog = api.portal.get_tool("portal_catalog")
    brain = catalog.unrestrictedSearchResults(portal_type="kpss.Membership")[0]
    membership = brain._unrestrictedGetObject()
    membership.party, membership.valid_to = None, TODAY
    notify(ObjectModifiedEvent(membership))
    assert membership.corrections


def send_back(process) -> None:
    """Grant rules with a file, a resolution with the next number, returned."""
    document = add_document(
        process,
        "Dotační pravidla",
        "grant_rules",
        text=RichTextValue("<p>Text</p>", "text/html", "text/x-html-safe"),
        file=NamedBlobFile(b"%PDF-1.4 text", "application/pdf", "pravidla žádosti.pdf"),
    )
    actions.start(document, on=TODAY)
    decide(document, Said(0, "submitted", TODAY, comment="tajné"))
    decide(document, Said(1, "approved", TODAY, resolution=NewResolution()))
    decide(document, Said(2, "returned", TODAY, return_to=0, comment="doplnit"))
    choose_way("koordinatorka", "daily")
    pass_on(document, ["rs"], "Na vědomí")


def meet(process) -> None:
    """A convened meeting with records of every kind, and a paper that is public."""
    body = process["bodies"]["rs"]
    meeting = create(
        body, "kpss.Meeting", start=now() + timedelta(days=20), publicity="public"
    )
    item = create(meeting, "kpss.AgendaItem", title="Dotační pravidla")
    file = NamedBlobFile(b"1;2", "text/csv", "tabulka.csv")
    paper = create(item, "File", id="tabulka", title="Tabulka", file=file)
    publish_paper(item, paper.getId(), True)
    records = records_of(meeting)
    records.roster = {
        "on": TODAY.isoformat(),
        "taken": "2026-11-28T10:00:00+00:00",
        "frozen": False,
        "snapshot": snapshot(Roster(body, TODAY)),
    }
    records.put("attendance", "klic", {"status": "present", "arrived": None})
    records.put("guests", "host", {"name": "Host", "organisation": None})
    records.put("sittings", "2026-01-01", {"from": "2026-01-01T10:00", "to": None})
    votes_of(item).put("votes", "1", {"question": "Schválit?", "for": 3})
    perform(meeting, "convene")


class Carried:
    """``before``: content and books as they were; ``told``: how many news there were."""

    def __init__(self, portal, process, path):
        self.portal, self.path = portal, path
        self.before = content("/plone/zatec"), books()
        self.seats = seats(process)
        get_exporter(portal).export_site(path)
        portal.manage_delObjects(["zatec"])
        for forget in (forget_book, forget_numbers, forget_outbox, forget_ledger):
            forget()
        transaction.commit()
        self.importer = get_importer(portal)
        self.importer.import_site(path)
        transaction.commit()


def seats(process) -> dict[str, int]:
    bodies = [one for one in process["bodies"].objectValues() if hasattr(one, "kind")]
    return {one.getId(): len(Roster(one, TODAY).sittings) for one in bodies}


@pytest.fixture(scope="class")
def carried(zatec, functional_portal_class, tmp_path_factory):
    with api.env.adopt_roles(["Manager"]):
        happen(zatec)
        transaction.commit()
        made = Carried(functional_portal_class, zatec, tmp_path_factory.mktemp("e"))
        yield made
