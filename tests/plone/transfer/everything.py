"""All that is kept of a process, as plain values that can be compared."""

from Acquisition import aq_base
from kpss.addon.approval.case import case_of
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.approval.pinning import copies_to_carry
from kpss.addon.bodies.ledger.rebuilding import entries
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.meetings.records import records_to_carry
from kpss.addon.notices.outbox import choices_to_carry
from kpss.addon.numbering.book import numbers_to_carry
from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from plone.namedfile.interfaces import INamed
from typing import Any


#: Of a version or of the import itself, and the same day written otherwise.
APART = ("_tree", "_count", "_mt_index", "cmf_uid", "modification_date_migrated")
#: Indexes: of the number of a version, and of the moment when it was indexed.
NOT_OF_OURS = ("cmf_uid", "Date")
MOMENTS = ("creation_date", "modification_date", "workflow_history")


def books() -> dict[str, Any]:
    """What stands in annotations of the site."""
    return {
        "pinned": copies_to_carry(),
        "numbers": numbers_to_carry(),
        "meetings": records_to_carry(),
        "letters": choices_to_carry(),
        "ledger": dict(entries(ledger())),
    }


def content(path: str) -> dict[str, dict[str, Any]]:
    """Attributes, index data and histories of ours by path."""
    catalog = api.portal.get_tool("portal_catalog")
    return {
        brain.getPath(): _one(brain._unrestrictedGetObject(), catalog, brain.getRID())
        for brain in catalog.unrestrictedSearchResults(path=path)
        if brain.portal_type.startswith("kpss.")
    }


def _one(obj, catalog, rid) -> dict[str, Any]:
    base = aq_base(obj)
    base._p_activate()
    data = {
        name: plainly(value)
        for name, value in vars(base).items()
        if not name.startswith(("__", "_v_")) and name not in (*APART, *MOMENTS)
    }
    data["modified"] = int(base.modification_date.timeTime())
    data["history"] = _history(base)
    index = catalog.getIndexDataForRID(rid)
    data["index"] = {
        name: sorted(value) if isinstance(value, list) else value
        for name, value in index.items()
        if name not in NOT_OF_OURS
    }
    if IApprovable.providedBy(obj):
        case = case_of(obj)
        data["standing"] = case.standing
        data["validity"] = case.validity
    return data


def _history(base) -> dict[str, Any]:
    return {
        workflow: [
            {**dict(one), "time": int(one["time"].timeTime())} for one in statuses
        ]
        for workflow, statuses in (
            getattr(base, "workflow_history", None) or {}
        ).items()
    }


def plainly(value: Any) -> Any:
    if IRichTextValue.providedBy(value):
        return value.raw, value.mimeType, value.outputMimeType
    if INamed.providedBy(value):
        return value.filename, value.contentType, value.data
    # Kinds matter: a list that is not persistent would not be saved when it grows
    return value if isinstance(value, str) else (type(value).__name__, value)
