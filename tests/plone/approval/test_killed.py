"""A process that is killed while it records a decision leaves all of it or nothing.

The database of the layer is copied into a file, and a child of this process, which has
everything loaded, records in it and kills itself at a point on the way to the disk.
"""

from AccessControl.SecurityManagement import newSecurityManager
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.pinning import KEY as PINNED
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.notices.outbox import KEY as NOTICES
from kpss.addon.numbering.book import KEY as NUMBERS
from pathlib import Path
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from Testing.makerequest import makerequest
from tests.plone.approval.conftest import add_document
from ZODB.blob import is_blob_record
from ZODB.Connection import TransactionMetaData
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.utils import z64
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
import os
import pytest
import shutil
import signal
import transaction


DAY = date.today()


@pytest.fixture(scope="class")
def kept(zatec, functional_portal_class, tmp_path_factory):
    """A file with the site and grant rules that wait for the steering group."""
    with api.env.adopt_roles(["Manager"]):
        document = add_document(zatec, "Dotační pravidla", "grant_rules")
        actions.start(document, on=DAY)
        decide(document, Said(0, "submitted", DAY))
        # So that the next body has another copy
        document.description = "Pro řídící skupinu"
    transaction.commit()
    folder = tmp_path_factory.mktemp("kept")
    with opened(folder) as database:
        copy_present(functional_portal_class._p_jar.db().storage, database.storage)
    return folder, document.getId()


def copy_present(source, target) -> None:
    """Every object as it is now, in one transaction."""
    present = {
        one.oid: (one.data, one.tid)
        for recorded in source.iterator()
        for one in recorded
    }
    whole = TransactionMetaData()
    target.tpc_begin(whole)
    for oid, (data, tid) in present.items():
        serial = target.getTid(oid) if oid == z64 else z64
        if is_blob_record(data):
            kept = Path(target.temporaryDirectory()) / oid.hex()
            shutil.copy(source.loadBlob(oid, tid), kept)
            target.storeBlob(oid, serial, data, str(kept), "", whole)
        else:
            target.store(oid, serial, data, "", whole)
    target.tpc_vote(whole)
    target.tpc_finish(whole)


@contextmanager
def opened(folder):
    database = DB(FileStorage(str(folder / "Data.fs"), blob_dir=str(folder / "blobs")))
    try:
        yield database
    finally:
        database.close()


def found(folder, document_id: str) -> dict[str, int]:
    """How much there is of everything that one decision makes."""
    with opened(folder) as database:
        connection = database.open(transaction.TransactionManager())
        portal = connection.root()["Application"]["plone"]
        process = portal["zatec"]
        kept = IAnnotations(portal)
        body = process["bodies"]["rs"]
        document = process["documents"][document_id]
        resolutions = [
            one.getId()
            for one in body.objectValues()
            if one.portal_type == "kpss.Resolution"
        ]
        counters = kept.get(NUMBERS, {}).get(body.UID(), {})
        paths = portal.portal_catalog._catalog.uids
        counted = {
            "entries": len(document.workflow_history[WORKFLOW]),
            "resolutions": len(resolutions),
            "catalogued": sum(
                any(path.endswith(f"/rs/{one}") for path in paths)
                for one in resolutions
            ),
            "numbers": sum(one.last for one in counters.values()),
            "copies": len(kept[PINNED].get(document.UID(), ())),
            "news": len(kept[NOTICES].news),
            "step": document.workflow_history[WORKFLOW][-1]["review_state"],
        }
        connection.close()
        return counted


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def before(storage, name: str) -> None:
    setattr(storage, name, lambda *args, **more: kill())


def after(storage, name: str) -> None:
    done = getattr(storage, name)

    def last(*args, **more):
        done(*args, **more)
        kill()

    setattr(storage, name, last)


def record(folder, document_id: str, arm: Callable) -> None:
    """In the child: one decision with a new resolution; ``arm`` sets where it ends."""
    transaction.begin()
    storage = FileStorage(str(folder / "Data.fs"), blob_dir=str(folder / "blobs"))
    connection = DB(storage).open()
    app = makerequest(connection.root()["Application"])
    setRequest(app.REQUEST)
    setSite(app["plone"])
    owner = app.acl_users.getUserById(SITE_OWNER_NAME)
    newSecurityManager(None, owner.__of__(app.acl_users))
    document = app["plone"]["zatec"]["documents"][document_id]
    decide(document, Said(1, "approved", DAY, resolution=NewResolution()))
    arm(storage)
    transaction.commit()


def killed(folder, document_id: str, arm: Callable) -> int:
    """The signal by which the child ended; 0: by itself."""
    child = os.fork()
    if child == 0:
        try:
            record(folder, document_id, arm)
        finally:
            # Whatever happens, the child is never a second run of the tests
            os._exit(1)
    _pid, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


#: Where it ends, and whether the decision is there afterwards.
POINTS = [
    ("before the commit", lambda storage: kill(), False),
    ("before it is written", lambda storage: before(storage, "tpc_vote"), False),
    ("half written", lambda storage: after(storage, "store"), False),
    ("written, not confirmed", lambda storage: after(storage, "tpc_vote"), False),
    ("before it is confirmed", lambda storage: before(storage, "_finish"), False),
    ("confirmed", lambda storage: after(storage, "_finish"), True),
]


class TestKilled:
    @pytest.mark.parametrize(
        ("arm", "is_there"),
        [point[1:] for point in POINTS],
        ids=[point[0] for point in POINTS],
    )
    def test_all_or_nothing_is_there(self, kept, tmp_path, arm, is_there):
        folder, document_id = kept
        copy = tmp_path / "site"
        shutil.copytree(folder, copy)
        was = found(copy, document_id)
        assert killed(copy, document_id, arm) == signal.SIGKILL
        grown = {"entries", "resolutions", "catalogued", "numbers", "copies", "news"}
        expected = {name: was[name] + is_there for name in grown}
        expected["step"] = "department" if is_there else "steering"
        assert found(copy, document_id) == expected
