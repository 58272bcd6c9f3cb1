"""A process inside another one (a district under its city) is a matter of its own.

Roles of the outer process do not reach into it unless it is opened. The setting of the
process and the check box "inherit" of its Sharing tab are the same thing.
"""

from Acquisition import aq_base
from Acquisition import aq_parent
from kpss.addon.process.roles import COORDINATOR
from kpss.addon.process.sections import process_of
from plone import api
from plone.app.workflow.interfaces import ILocalrolesModifiedEvent


def settle_moved(process, event) -> None:
    """Subscriber: the process was added, pasted or moved, or what it is in was."""
    if event.newParent is None:
        return
    if is_nested(process):
        close(process, not process.open_to_parent)
        if event.oldParent is None:
            keep_founder(process)
    elif event.oldParent is not None and process_of(event.oldParent) is not None:
        close(process, False)


def settle_modified(process, event) -> None:
    """Subscriber: the setting may have changed, or the Sharing tab was saved."""
    if not is_nested(process):
        return
    if ILocalrolesModifiedEvent.providedBy(event):
        process.open_to_parent = not is_closed(process)
    else:
        close(process, not process.open_to_parent)


def is_nested(process) -> bool:
    return process_of(aq_parent(process)) is not None


def is_closed(process) -> bool:
    return bool(getattr(aq_base(process), "__ac_local_roles_block__", None))


def close(process, closed: bool) -> None:
    """Take roles from outside, or do not; the catalogue learns of a change."""
    if is_closed(process) != closed:
        process.__ac_local_roles_block__ = closed or None
        process.reindexObjectSecurity()


def keep_founder(process) -> None:
    """Who founds a closed process coordinates it, until taken off its Sharing tab.

    The coordinator of the outer process would lock herself out of what she founds.
    """
    user = api.user.get_current()
    if user.getId() is None or not is_closed(process):
        return
    if not user.has_permission("kpss.addon: Manage Process", process):
        process.manage_addLocalRoles(user.getId(), [COORDINATOR])
        process.reindexObjectSecurity()
