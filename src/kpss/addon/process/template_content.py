"""Creating what a town template asks for, under exactly its id."""

from kpss.addon.i18n import _
from kpss.addon.process.addresses import is_reserved
from kpss.addon.process.section import Section
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import Row
from plone import api
from plone.base.utils import check_id
from plone.dexterity.utils import createContent
from zope.i18nmessageid import Message


def add_content(container, portal_type: str, content_id: str, **values):
    """Create an object whose id is the given one; the name chooser would alter it.

    Whether the user may is asked once, before anything is applied.
    """
    content = createContent(portal_type, **values)
    content.id = content_id
    return container[container._setObject(content_id, content)]


def section_of(process, name: str):
    """The folder of the process; an empty one for a process that is nowhere yet."""
    section = process.get(name)
    return nowhere(Section, name, process) if section is None else section


def nowhere(factory, content_id: str, container):
    """An object in its place that is not stored there: it answers what a new one would."""
    content = factory(content_id)
    content.portal_type = f"kpss.{factory.__name__}"
    return content.__of__(container)


def move_to(obj, transition: str) -> None:
    """Do the transition, where there is one and the person may."""
    workflow = api.portal.get_tool("portal_workflow")
    if transition in {action["id"] for action in workflow.getTransitionsFor(obj)}:
        workflow.doActionFor(obj, transition)


def refuse_address(container, content_id: str) -> Message | None:
    """Why nothing can be created under the id here; None when it can."""
    if content_id in container.objectIds():
        return _("The address ${id} is already used here.", mapping={"id": content_id})
    # Plone asks the new object, which stands for the container here
    if is_reserved(container, content_id) or check_id(
        container, content_id, contained_by=container
    ):
        return _("The address ${id} is reserved.", mapping={"id": content_id})
    return None


def creation_row(container, item: dict, **row) -> Row:
    """The row of something that is not there yet: created, unless its address is refused."""
    reason = refuse_address(container, item["id"])
    return Row(
        title=item["title"],
        verdict=REFUSE if reason else CREATE,
        reason=reason,
        **row,
    )


def refuse_locked(obj) -> Message | None:
    """Why the object cannot be changed now: somebody else is editing it."""
    lock = obj.restrictedTraverse("@@plone_lock_info", None)
    if lock is None or not lock.is_locked_for_current_user():
        return None
    info = lock.lock_info() or {}
    return _(
        "${name} is editing this right now.",
        mapping={"name": info.get("fullname") or info.get("creator") or "?"},
    )
