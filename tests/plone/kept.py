"""What many classes begin with is built once and stored anew for each of them.

Every class, or test, still has a database of its own: only the building is spared, not
the separation. What it makes outside the database (sessions, files) is not kept.
"""

from collections.abc import Callable
from pathlib import Path
from ZODB.blob import is_blob_record
from ZODB.Connection import TransactionMetaData
from ZODB.POSException import POSKeyError
from ZODB.utils import z64
import shutil
import tempfile
import transaction


#: By name: what the building wrote, as object id, record and the file of a blob.
_kept: dict[str, list[tuple[bytes, bytes, Path | None]]] = {}
_files = tempfile.TemporaryDirectory(prefix="kpss-kept-")


def keep(portal, name: str, build: Callable[[], object]) -> None:
    """Commits what ``build`` makes in the site; the second time it is not called.

    The class has written nothing before. ``name`` says what is built, and with what.
    """
    database = portal._p_jar.db()
    assert len(database.storage.changes) == 0, "something was written before"
    if name in _kept:
        transaction.abort()
        _store(database, _kept[name])
        transaction.begin()
        return
    build()
    transaction.commit()
    _kept[name] = _written(database.storage.changes)


def _written(changes) -> list[tuple[bytes, bytes, Path | None]]:
    """The last record of every object that was written."""
    last = {
        record.oid: (record.data, record.tid)
        for change in changes.iterator()
        for record in change
    }
    return [
        (oid, data, _file(changes, oid, tid) if is_blob_record(data) else None)
        for oid, (data, tid) in last.items()
    ]


def _file(changes, oid: bytes, tid: bytes) -> Path:
    copy = Path(_files.name) / f"{oid.hex()}-{tid.hex()}"
    shutil.copyfile(changes.loadBlob(oid, tid), copy)
    return copy


def _store(database, records) -> None:
    """In one transaction that other connections hear of, as if an object wrote them."""
    storage = database._mvcc_storage.new_instance()
    storage.poll_invalidations()
    meta = TransactionMetaData()
    storage.tpc_begin(meta)
    for oid, data, file in records:
        serial = _serial(storage, oid)
        if file is None:
            storage.store(oid, serial, data, "", meta)
        else:
            copy = Path(storage.temporaryDirectory()) / file.name
            shutil.copyfile(file, copy)
            storage.storeBlob(oid, serial, data, str(copy), "", meta)
    storage.tpc_vote(meta)
    storage.tpc_finish(meta)
    storage.release()


def _serial(storage, oid: bytes) -> bytes:
    try:
        return storage.load(oid)[1]
    except POSKeyError:
        return z64
