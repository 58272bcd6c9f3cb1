"""How long rosters take compared with stock Plone, in one process.

    .venv/bin/python benchmarks/people.py [pairs of runs, 25 by default]

A body of 30 members and 50 past ones among 10,000 memberships in 300 bodies. Members of
the other bodies stand in the ledger only, which is all that a roster reads; the
catalogue holds as many stock objects, for the query that a roster is compared with.
"""

from chart import BODIES
from datetime import date
from measuring.asking import Reader
from measuring.ratios import finish
from measuring.ratios import in_turn
from measuring.ratios import pages
from measuring.ratios import Pair
from measuring.ratios import Result
from measuring.ratios import took
from measuring.zope import root
from measuring.zope import start
from pathlib import Path
import sys
import tempfile
import transaction


MEMBERSHIPS = 10_000
MEMBERS, PAST = 30, 50
BODY = "ps-0"
SINCE = date(2020, 1, 1)
PAGE = Pair(
    f"page of a body of {MEMBERS} members and {PAST} past ones / page of a document",
    f"/Plone/process/bodies/{BODY}",
    "/Plone/folder/document-100",
    1.5,
)
ROSTER = f"roster on a day among {MEMBERSHIPS:,} memberships / one catalogue query"


def build(app) -> None:
    """The site of the chart's benchmark with people in it."""
    from chart import build as build_site

    build_site(app)
    process = app.Plone["process"]
    process.parties = [
        {"id": "zadavatel", "title": "Zadavatel", "plural": "Zadavatelé"},
        {"id": "poskytovatel", "title": "Poskytovatel", "plural": "Poskytovatelé"},
        {"id": "uzivatel", "title": "Uživatel", "plural": "Uživatelé", "private": True},
    ]
    process.functions = [
        {"id": "vedouci", "title": "Vedoucí", "kind": "leader", "public": True}
    ]
    add_organisations(process)
    fill_ledger(process)
    fill_catalogue(app.Plone)


def add_organisations(process) -> None:
    from plone.dexterity.utils import createContentInContainer as create

    for number in range(MEMBERS):
        create(
            process["providers"],
            "kpss.Organisation",
            id=f"org-{number}",
            title=f"Organizace {number}",
        )


def fill_ledger(process) -> None:
    """Facts as the subscribers write them; a body after a body."""
    from kpss.addon.bodies.ledger.keeping import keep_process
    from kpss.addon.bodies.ledger.rebuilding import present_ledger

    keep_process(process)
    book = present_ledger()
    bodies = [body.UID() for body in process["bodies"].objectValues()]
    measured = process["bodies"][BODY].UID()
    others = [uid for uid in bodies if uid != measured]
    for number in range(MEMBERSHIPS):
        if number < MEMBERS + PAST:
            add_member(book, process, measured, number, ended=number >= MEMBERS)
        else:
            body = others[number % len(others)]
            add_member(book, process, body, number, ended=number % 3 == 0)


def add_member(book, process, body: str, number: int, *, ended: bool) -> None:
    from kpss.addon.bodies.rules.facts import MembershipFact
    from kpss.addon.bodies.rules.people import PersonFact
    from kpss.addon.bodies.rules.publicity import Consent
    from kpss.addon.codelists.collation import sort_key

    person, name = f"p-{number:012x}", f"Jan Novák {number}"
    book.put_person(
        PersonFact(
            uid=f"{number:032x}",
            id=person,
            process=process.UID(),
            name=name,
            sort=sort_key(name),
            office_email=f"{person}@example.org",
            consents=(Consent("name", SINCE),) if number % 2 else (),
        )
    )
    book.put_membership(
        MembershipFact(
            uid=f"{number + MEMBERSHIPS:032x}",
            id=f"m-{number:012x}",
            process=process.UID(),
            body=body,
            person=person,
            valid_from=SINCE,
            valid_to=date(2023, 12, 31) if ended else None,
            function=None if number else "vedouci",
            party=("zadavatel", "poskytovatel", "uzivatel")[number % 3],
            organisation=f"org-{number % MEMBERS}",
        )
    )


class Entry:
    """Something of stock Plone in the catalogue, as cheap as it can be."""

    portal_type = "Document"
    meta_type = "Dexterity Item"

    def __init__(self, portal, number: int):
        self.id = f"entry-{number}"
        self.title = f"Dokument {number}"
        folder = f"folder-{0 if number < MEMBERS else 1 + number % BODIES}"
        self.path = (*portal.getPhysicalPath(), folder, self.id)

    def getPhysicalPath(self):
        return self.path

    def getId(self):
        return self.id

    def Title(self):
        return self.title

    def sortable_title(self):
        return self.title.casefold()

    def allowedRolesAndUsers(self):
        return ["Anonymous"]


def fill_catalogue(portal) -> None:
    wanted = ["path", "portal_type", "Title", "sortable_title", "allowedRolesAndUsers"]
    for number in range(MEMBERSHIPS):
        entry = Entry(portal, number)
        catalog = portal.portal_catalog._catalog
        catalog.catalogObject(entry, "/".join(entry.path), idxs=wanted)


def query(portal) -> int:
    """What a page that lists a folder of 30 asks: a query, titles and addresses."""
    brains = portal.portal_catalog.searchResults(
        path={"query": "/Plone/folder-0", "depth": 1},
        portal_type="Document",
        sort_on="sortable_title",
    )
    return len([(brain.Title, brain.getURL()) for brain in brains])


def roster(portal) -> int:
    """The lines of a body on a day, for an anonymous reader."""
    from kpss.addon.bodies.roster.roster import Roster

    body = portal["process"]["bodies"][BODY]
    return len(Roster(body, date(2024, 5, 3)).lines)


def compare(runs: int) -> Result:
    """Both in one transaction as nobody, in turn."""
    from AccessControl.SecurityManagement import noSecurityManager
    from zope.component.hooks import setSite

    with root() as app:
        noSecurityManager()
        setSite(app.Plone)
        assert query(app.Plone) == MEMBERS, query(app.Plone)
        assert roster(app.Plone) == MEMBERS * 2 // 3, roster(app.Plone)
        works = (
            lambda _index: took(lambda: roster(app.Plone)),
            lambda _index: took(lambda: query(app.Plone)),
        )
        ours, stock = in_turn(works, runs)
        transaction.abort()
    return Result(ROSTER, ours, stock, 2.0)


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        with root() as app:
            build(app)
        return [pages(Reader(application), PAGE, runs), compare(runs)]


if __name__ == "__main__":
    finish(run(int(sys.argv[1]) if sys.argv[1:] else 25))
