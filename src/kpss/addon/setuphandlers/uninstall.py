"""Uninstalling: nothing stays but readable content.

A naive uninstall makes content of ours answer 500. So a type that has content keeps
its FTI and workflow, with a stock class and a plain model of its readable fields;
everything else goes. The classes of the objects change too, so that they open even
when the package is gone from the environment.
"""

from Acquisition import aq_base
from collections.abc import Callable
from collections.abc import Iterable
from kpss.addon.approval.pinning import forget_book as forget_pinned
from kpss.addon.bodies.ledger.site import forget_ledger
from kpss.addon.bodies.rights.installing import remove_plugin
from kpss.addon.notices.outbox import forget_outbox
from kpss.addon.numbering.book import forget_numbers
from kpss.addon.process.roles import ROLES
from kpss.addon.setuphandlers.readable import IN_WORDS
from kpss.addon.setuphandlers.readable import readable_model
from kpss.addon.setuphandlers.types import content_of
from kpss.addon.setuphandlers.types import follow_fti
from kpss.addon.setuphandlers.types import our_types
from plone import api


WORKFLOWS = (
    "kpss_process_workflow",
    "kpss_body_workflow",
    "kpss_rules_workflow",
    "kpss_person_workflow",
    "kpss_membership_workflow",
    "kpss_approval_workflow",
    "kpss_resolution_workflow",
    "kpss_task_workflow",
    "kpss_meeting_workflow",
    "kpss_visibility_workflow",
    "kpss_item_workflow",
    "kpss_minutes_workflow",
)
INDEXES = (
    "kpss_sort",
    "kpss_kind",
    "kpss_person",
    "kpss_annex_of",
    "kpss_author_body",
    "kpss_in_force_from",
    "kpss_in_force_to",
    "kpss_number",
    "kpss_on",
    "kpss_resolved_on",
    "kpss_order",
    "kpss_subject",
    "kpss_depends_on",
)
COLUMNS = ("kpss_body", "kpss_document", "kpss_resolution", "kpss_task", "kpss_meeting")
#: Attributes in which the portal keeps our permissions.
PERMISSION_PREFIX = "_kpss_addon__"
#: What rooms keep in the site beside content; each takes its own away, in this order.
ROOMS: tuple[Callable[[], None], ...] = (
    remove_plugin,
    forget_ledger,
    forget_pinned,
    forget_outbox,
    forget_numbers,
)


def after_uninstall(context) -> None:
    """Types, workflows, indexes, roles and permissions go; content stays readable.

    For those who could read it before and have a role of the site; the workflows that
    stay keep people and memberships from everybody else.
    """
    remove_local_roles()
    tell_in_words()
    kept = []
    for portal_type in our_types():
        objects = list(content_of(portal_type))
        if objects:
            keep_readable(portal_type, objects)
            kept.append(portal_type)
        else:
            api.portal.get_tool("portal_types").manage_delObjects([portal_type])
    remove_workflows(kept)
    remove_versioning(kept)
    remove_from_catalog()
    remove_roles_and_permissions()
    for take_away in ROOMS:
        take_away()


def tell_in_words() -> None:
    """While everything is still ours: words tell the titles of other content."""
    for portal_type, (name, _title, make) in IN_WORDS.items():
        for obj in content_of(portal_type):
            setattr(obj, name, make(obj))


def keep_readable(portal_type: str, objects: list) -> None:
    """The type shows its texts with stock means; nothing can be added to it."""
    fti = api.portal.get_tool("portal_types")[portal_type]
    is_container = bool(fti.allowed_content_types)
    fti.manage_changeProperties(
        model_source=readable_model(portal_type),
        schema="",
        klass="plone.dexterity.content.Container"
        if is_container
        else "plone.dexterity.content.Item",
        behaviors=("plone.namefromtitle",),
        default_view="view",
        view_methods=("view",),
        add_permission="cmf.ManagePortal",
        global_allow=False,
        allowed_content_types=(),
        filter_content_types=True,
    )
    for obj in objects:
        if getattr(obj, "layout", None):
            del obj.layout
        # A title that our class makes from names is stored
        title = obj.title
        follow_fti(obj)
        if obj.title != title:
            obj.title = title
            obj.reindexObject(idxs=["Title"])


def remove_local_roles() -> None:
    """Nobody has a role of ours any more, on our content nor on a page among it."""
    catalog = api.portal.get_tool("portal_catalog")
    paths = [
        brain.getPath()
        for brain in catalog.unrestrictedSearchResults(portal_type="kpss.Process")
    ]
    remove_from([api.portal.get()])
    if paths:
        brains = catalog.unrestrictedSearchResults(path=paths)
        remove_from(brain._unrestrictedGetObject() for brain in brains)


def remove_from(objects: Iterable) -> None:
    for obj in objects:
        local = getattr(aq_base(obj), "__ac_local_roles__", None) or {}
        for principal, roles in list(local.items()):
            rest = [role for role in roles if role not in ROLES]
            if len(rest) < len(roles):
                obj.manage_delLocalRoles([principal])
                if rest:
                    obj.manage_setLocalRoles(principal, rest)


def remove_workflows(kept: list[str]) -> None:
    """A workflow stays only for types that stay, without a guard that needs our code."""
    tool = api.portal.get_tool("portal_workflow")
    gone = [name for name in tool.listChainOverrides() if name[0].startswith("kpss.")]
    for portal_type, _chain in gone:
        if portal_type not in kept:
            tool.setChainForPortalTypes([portal_type], ())
            del tool._chains_by_type[portal_type]
    needed = {
        workflow for name in kept for workflow in tool.getChainForPortalType(name)
    }
    for name in WORKFLOWS:
        if name not in needed and name in tool.objectIds():
            tool.manage_delObjects([name])
        elif name in tool.objectIds():
            for transition in tool[name].transitions.objectValues():
                if transition.guard is not None:
                    transition.guard.expr = None


def remove_versioning(kept: list[str]) -> None:
    """Types that are gone are not versioned."""
    repository = api.portal.get_tool("portal_repository")
    versionable = [
        name
        for name in repository.getVersionableContentTypes()
        if not name.startswith("kpss.") or name in kept
    ]
    repository.setVersionableContentTypes(versionable)
    policies = repository._version_policy_mapping
    diff = api.portal.get_tool("portal_diff")._pt_diffs
    for mapping in (policies, diff):
        for name in [
            name for name in mapping if name.startswith("kpss.") and name not in kept
        ]:
            del mapping[name]


def remove_from_catalog() -> None:
    catalog = api.portal.get_tool("portal_catalog")
    for name in INDEXES:
        if name in catalog.indexes():
            catalog.delIndex(name)
    for name in COLUMNS:
        if name in catalog.schema():
            catalog.delColumn(name)


def remove_roles_and_permissions() -> None:
    portal = api.portal.get()
    portal.__ac_roles__ = tuple(
        role for role in portal.__ac_roles__ if role not in ROLES
    )
    role_manager = portal.acl_users.portal_role_manager
    for role in set(ROLES) & set(role_manager.listRoleIds()):
        role_manager.removeRole(role)
    for name in [name for name in vars(portal) if name.startswith(PERMISSION_PREFIX)]:
        delattr(portal, name)
