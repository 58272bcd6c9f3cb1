"""Letters go after the commit, in a thread: nobody waits for a mail server.

The thread has a connection and transactions of its own. What cannot be sent stays in
the outbox for the next time; ``@@kpss-deliver`` is for the hours when nobody works.
"""

from collections.abc import Callable
from contextlib import closing
from kpss.addon.notices.delivery import deliver
from plone import api
from Testing.makerequest import makerequest
from typing import Any
from ZODB.POSException import ConnectionStateError
from zope.component import queryUtility
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import Interface
from zope.interface import provider
import logging
import threading
import transaction


LOG = logging.getLogger("kpss.addon.notices")
#: One at a time in a process; who comes meanwhile is served by a further round.
BUSY = threading.Lock()
#: Databases by the path of the site in which letters wait.
WANTED: dict[str, Any] = {}


class IStartDelivery(Interface):
    """Utility that starts a delivery; where there is none, only ``@@kpss-deliver`` does."""

    def __call__(run: Callable[[], None]) -> None:
        """Call ``run`` soon."""


@provider(IStartDelivery)
def in_thread(run: Callable[[], None]) -> None:
    threading.Thread(target=run, name="kpss-letters", daemon=True).start()


def deliver_after_commit() -> None:
    """Once in a transaction, however much has happened in it."""
    site = api.portal.get()
    current = transaction.get()
    if site._p_jar is None or _is_planned(current):
        return
    database, path = site._p_jar.db(), "/".join(site.getPhysicalPath())
    current.addAfterCommitHook(_start, (database, path))


def _is_planned(current) -> bool:
    return any(hook is _start for hook, _args, _more in current.getAfterCommitHooks())


def _start(committed: bool, database, path: str) -> None:
    start = queryUtility(IStartDelivery) if committed else None
    if start is not None:
        start(lambda: run(database, path))


def run(database, path: str) -> None:
    """Deliver in a connection of its own; nobody who works is disturbed by it."""
    WANTED[path] = database
    # Asked again after the lock is free: who came meanwhile has found it taken
    while WANTED and BUSY.acquire(blocking=False):
        try:
            _rounds()
        except ConnectionStateError:
            LOG.info("The site goes down; letters that are left wait in it.")
        finally:
            BUSY.release()


def _rounds() -> None:
    """A round for each site that was asked for."""
    while WANTED:
        try:
            path, database = WANTED.popitem()
        except KeyError:
            return
        _round(database, path)


def _round(database, path: str) -> None:
    transaction.begin()
    with closing(database.open()) as connection:
        try:
            app = makerequest(connection.root()["Application"])
            site = app.unrestrictedTraverse(path)
            setRequest(app.REQUEST)
            setSite(site)
            deliver(site)
        finally:
            transaction.abort()
            setSite(None)
            clearRequest()
