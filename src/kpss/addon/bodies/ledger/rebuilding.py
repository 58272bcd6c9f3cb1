"""The ledger made anew from the content, and what was wrong with the old one."""

from collections.abc import Iterator
from kpss.addon.bodies.ledger.entering import enter_body
from kpss.addon.bodies.ledger.entering import enter_membership
from kpss.addon.bodies.ledger.entering import enter_person
from kpss.addon.bodies.ledger.entering import enter_process
from kpss.addon.bodies.ledger.ledger import Ledger
from kpss.addon.bodies.ledger.site import has_ledger
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.ledger.site import new_ledger
from plone import api


#: In this order, so that nobody is settled before the bodies are known.
ENTERING = (
    ("kpss.Process", enter_process),
    ("kpss.Body", enter_body),
    ("kpss.WorkingGroup", enter_body),
    ("kpss.Person", enter_person),
    ("kpss.Membership", enter_membership),
)


def rebuild() -> list[str]:
    """Make the ledger of the site anew; answer what differed, one line per entry."""
    before = dict(entries(ledger()))
    book = new_ledger()
    for portal_type, enter in ENTERING:
        for obj in _content(portal_type):
            enter(book, obj)
    after = dict(entries(book))
    return sorted(
        str(key)
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    )


def present_ledger() -> Ledger:
    """The ledger for writing; where there is none in the present format, a new one."""
    if not has_ledger():
        rebuild()
    return ledger()


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
