"""The ledger made anew from the content, and what was wrong with the old one."""

from collections.abc import Iterator
from kpss.addon.bodies.ledger.keeping import keep_body
from kpss.addon.bodies.ledger.keeping import keep_membership
from kpss.addon.bodies.ledger.keeping import keep_person
from kpss.addon.bodies.ledger.keeping import keep_process
from kpss.addon.bodies.ledger.ledger import Ledger
from kpss.addon.bodies.ledger.site import forget_ledger
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.ledger.site import ledger_for_writing
from plone import api


#: In this order, so that nobody is settled before the bodies are known.
KEEPERS = (
    ("kpss.Process", keep_process),
    ("kpss.Body", keep_body),
    ("kpss.WorkingGroup", keep_body),
    ("kpss.Person", keep_person),
    ("kpss.Membership", keep_membership),
)


def rebuild() -> list[str]:
    """Make the ledger of the site anew; answer what differed, one line per entry."""
    before = dict(entries(ledger()))
    forget_ledger()
    ledger_for_writing()
    for portal_type, keep in KEEPERS:
        for obj in _content(portal_type):
            keep(obj)
    after = dict(entries(ledger()))
    return sorted(
        str(key)
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    )


def entries(book: Ledger) -> Iterator[tuple]:
    """Every entry of every table with its table's name."""
    # ``vars`` of an object not yet loaded from the database is empty
    book._p_activate()
    for name, table in sorted(vars(book).items()):
        for key, value in table.items():
            yield (name, key), tuple(value) if hasattr(value, "keys") else value


def _content(portal_type: str) -> Iterator:
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type=portal_type):
        yield brain._unrestrictedGetObject()
