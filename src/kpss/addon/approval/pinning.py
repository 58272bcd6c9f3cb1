"""What a body saw when it decided: a frozen copy of the document, kept for ever.

The copies stand in a book of the site, by the UID of the document and a checksum, so
that neither a revert nor a copy of the document touches them. Files are kept by their
SHA-256; relations are ids with titles.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from functools import cache
from kpss.addon.approval.interfaces import IPinnedWith
from kpss.addon.approval.same_text import same
from kpss.addon.process.uids import uid_of
from persistent.mapping import PersistentMapping
from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.utils import iterSchemata
from plone.namedfile.interfaces import INamed
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import subscribers
from zope.schema import getFieldsInOrder
import hashlib
import json


KEY = "kpss.addon.pinned"
OURS = "kpss.addon."
#: Tagged value of a schema: kept in the copy, but not what the body decides about.
ACCOMPANYING = "kpss.addon.accompanying"


def book(*, create: bool = False) -> OOBTree:
    """UID -> checksum -> copy; an empty one that is kept nowhere where there is none."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        if not create:
            return OOBTree()
        annotations[KEY] = OOBTree()
    return annotations[KEY]


def forget_book() -> None:
    """For uninstalling."""
    IAnnotations(api.portal.get()).pop(KEY, None)


def pin(obj, on: date) -> tuple[str, dict[str, Any]]:
    """Keep what ``obj`` was at the end of the day; its checksum, and what is known of it.

    ``{"version": number or None, "saved": ISO time}``: version None when the document
    keeps none that old, the present text is then the nearest there is.
    """
    seen, version = as_of(obj, on)
    data = copy_of(seen, obj, on)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    copies = book(create=True).setdefault(uid_of(obj), OOBTree())
    if checksum not in copies:
        copies[checksum] = PersistentMapping(json=text)
    return checksum, {"version": version}


def pinned(uid: str, checksum: str) -> dict[str, Any] | None:
    """The copy, or None when it is not there (after an import from elsewhere)."""
    copy = book().get(uid, {}).get(checksum)
    return None if copy is None else json.loads(copy["json"])


def copies_to_carry(uids: set[str] | None = None) -> dict[str, dict[str, str]]:
    """For an export: UID -> checksum -> JSON; ``uids``: only of these documents."""
    return {
        uid: {checksum: copy["json"] for checksum, copy in copies.items()}
        for uid, copies in book().items()
        if uids is None or uid in uids
    }


def copies_brought(data: dict[str, dict[str, str]]) -> int:
    """From an import; how many were refused because they are not what was pinned."""
    refused = 0
    for uid, copies in data.items():
        for checksum, text in copies.items():
            if hashlib.sha256(text.encode()).hexdigest() != checksum:
                refused += 1
                continue
            kept = book(create=True).setdefault(uid, OOBTree())
            if checksum not in kept:
                kept[checksum] = PersistentMapping(json=text)
    return refused


def is_as_pinned(obj, checksum: str) -> bool:
    """Whether the document is as in the copy; what only goes with it may be another."""
    copy = pinned(uid_of(obj), checksum)
    if copy is None:
        return False
    return same(_decided(copy, obj), _decided(copy_of(obj, obj), obj))


def _decided(copy: dict[str, Any], obj) -> dict[str, Any]:
    """The copy without what goes with the document to a meeting."""
    accompanying = {
        name
        for schema in iterSchemata(obj)
        if schema.queryTaggedValue(ACCOMPANYING)
        for name, _field in getFieldsInOrder(schema)
    }
    found = {name: one for name, one in copy.items() if name not in accompanying}
    if "annexes" in found:
        found["annexes"] = [_decided(one, obj) for one in found["annexes"]]
    return found


def as_of(obj, on: date) -> tuple[Any, int | None]:
    """The document as it was at the end of a day, and the number of that version."""
    end = datetime.combine(on + timedelta(days=1), time()).astimezone()
    found: tuple[Any, int | None] = obj, getattr(obj, "version_id", None)
    if obj.modified().timeTime() < end.timestamp():
        return found
    for version in versions_of(obj):
        if version.at < end:
            repository = api.portal.get_tool("portal_repository")
            return repository.retrieve(obj, version.number).object, version.number
    return obj, None


@dataclass(frozen=True)
class Version:
    """A saved wording. ``number``: of the stock versioning; ``note``: of who saved it."""

    number: int
    at: datetime
    note: str


def versions_of(obj) -> Iterator[Version]:
    """The newest first; none of what keeps no versions, or has none yet."""
    repository = api.portal.get_tool("portal_repository")
    if not repository.isVersionable(obj):
        return
    history = repository.getHistoryMetadata(obj)
    for number in reversed(
        range(history.getLength(countPurged=False) if history else 0)
    ):
        data = history.retrieve(number, countPurged=False)
        saved = data["metadata"]["sys_metadata"]
        at = datetime.fromtimestamp(saved["timestamp"]).astimezone()
        yield Version(data.get("version_id", number), at, saved["comment"] or "")


def copy_of(seen, obj, on: date | None = None) -> dict[str, Any]:
    """All our fields as plain data; files by their sums. ``seen`` may be a version.

    ``on``: the day of which everything else is; None: as it is now.
    """
    data: dict[str, Any] = {"title": seen.title, "portal_type": obj.portal_type}
    for schema in iterSchemata(obj):
        for name, default in _fields_of_ours(schema):
            data[name] = plain(_value(seen, name, default))
    for more in subscribers((obj,), IPinnedWith):
        data.update(more.data(on))
    return data


@cache
def _fields_of_ours(schema) -> tuple[tuple[str, Any], ...]:
    """Names and defaults; none of a schema that is not of this package."""
    if not schema.__identifier__.startswith(OURS):
        return ()
    return tuple((name, one.default) for name, one in getFieldsInOrder(schema))


def _value(seen, name: str, default: Any) -> Any:
    """What ``seen`` has in the field; never set: its default.

    Asked for as an attribute, Dexterity would look for it in every schema.
    """
    base = aq_base(seen)
    base._p_activate()
    if name in vars(base) or hasattr(type(base), name):
        return getattr(seen, name)
    return default


def plain(value: Any) -> Any:
    """A value of a field as the copy has it."""
    if value is None or type(value) in (str, bool, int):
        return value
    if IRichTextValue.providedBy(value):
        return {"text": value.raw, "type": value.mimeType}
    if INamed.providedBy(value):
        return {
            "filename": value.filename,
            "size": value.getSize(),
            "sha256": _sum_of(value),
        }
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(one) for one in value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (str, int, bool)) or value is None else str(value)


def _sum_of(named) -> str:
    """The sum of a file, read in pieces: it may be large."""
    found = hashlib.sha256()
    for piece in _pieces(named):
        found.update(piece)
    return found.hexdigest()


def _pieces(named) -> Iterator[bytes]:
    if not hasattr(named, "open"):
        yield named.data
        return
    with named.open() as source:
        while piece := source.read(1 << 20):
            yield piece
