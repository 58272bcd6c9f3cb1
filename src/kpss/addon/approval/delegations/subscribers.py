"""A delegation under which something was decided stays."""

from Acquisition import aq_base
from kpss.addon.approval.history import records_of
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from plone import api
from zExceptions import BadRequest


def refuse_losing(delegation, event) -> None:
    """Nothing is asked when its body goes."""
    if aq_base(event.object) is not aq_base(delegation) or event.oldParent is None:
        return
    if is_used(delegation):
        raise BadRequest(
            translate(
                _(
                    "Something was decided under this delegation, so it belongs to the "
                    "records. End it with a last day instead."
                )
            )
        )


def is_used(delegation) -> bool:
    """Whether the history of any document of the process names it."""
    process = process_of(delegation)
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(process.getPhysicalPath()),
        object_provides=IApprovable.__identifier__,
    )
    uid = delegation.UID()
    return any(
        record.delegation == uid
        for brain in brains
        for record in records_of(brain._unrestrictedGetObject())
    )
