"""The PAS plugin: what a user is in the bodies today, as groups.

Groups are computed from the ledger, never stored; so nothing has to run when
a membership begins or ends. The plugin lists nothing: it only knows a group whose id
somebody already has.

It is asked for roles, not for groups: Plone looks for groups of groups and for global
roles of every group of a user several times a page, which costs 0.4 ms per group. Ours
are in no group and have no global role, so they come to the user after that, last.
"""

from AccessControl import ClassSecurityInfo
from AccessControl.class_init import InitializeClass
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterable
from datetime import date
from kpss.addon.bodies.ledger.ledger import Ledger
from kpss.addon.bodies.ledger.site import KEY
from kpss.addon.bodies.rights.groups import is_ours
from kpss.addon.bodies.rights.groups import title_of
from kpss.addon.bodies.rules.grants import held_on
from Products.PlonePAS.interfaces.group import IGroupIntrospection
from Products.PlonePAS.plugins.autogroup import VirtualGroup
from Products.PluggableAuthService.interfaces.plugins import IGroupEnumerationPlugin
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.interfaces.plugins import IRolesPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from Products.PluggableAuthService.PropertiedUser import PropertiedUser
from typing import Any
from zope.interface import implementer


@implementer(
    IRolesPlugin, IGroupEnumerationPlugin, IGroupIntrospection, IPropertiesPlugin
)
class MembershipGroups(BasePlugin):
    """Groups ``kpss:<UID of a body or process>:<member, substitute, guest or function>``."""

    meta_type = "KPSS Memberships"
    security = ClassSecurityInfo()

    def __init__(self, id: str, title: str = ""):
        self._setId(id)
        self.title = title

    @security.private
    def getRolesForPrincipal(self, principal, request=None) -> tuple[str, ...]:
        """No global roles, ever; the user is given the groups of today."""
        if isinstance(aq_base(principal), PropertiedUser):
            principal._addGroups(self.groups_of(principal.getId()))
        return ()

    @security.private
    def groups_of(self, user_id: str | None) -> tuple[str, ...]:
        """What the user is today: one key of a BTree.

        Never raises, whoever is asked about.
        """
        book = self._ledger() if isinstance(user_id, str) else None
        if book is None or is_ours(user_id):
            return ()
        grants = book.grants_of(user_id)
        return tuple(sorted(held_on(grants, date.today()))) if grants else ()

    def _ledger(self) -> Ledger | None:
        """Not by ``api.portal``: users are looked up also where no site is set.

        Nor by IAnnotations, which takes half the time of the whole plugin.
        """
        users = aq_inner(aq_parent(aq_inner(self)))
        annotations = getattr(aq_base(aq_parent(users)), "__annotations__", None)
        return None if annotations is None else annotations.get(KEY)

    @security.private
    def enumerateGroups(
        self,
        id: str | Iterable[str] | None = None,
        exact_match: bool = False,
        sort_by: str | None = None,
        max_results: int | None = None,
        **criteria: Any,
    ) -> tuple[dict[str, str], ...]:
        """Groups by their whole ids; no search, so that nobody can list them."""
        if criteria or not id:
            return ()
        asked = (id,) if isinstance(id, str) else id
        found = ((one, title_of(one)) for one in asked if is_ours(one))
        return tuple(
            {"id": one, "groupid": one, "title": title, "pluginid": self.getId()}
            for one, title in found
            if title is not None
        )

    @security.private
    def getGroupById(self, group_id: str) -> VirtualGroup | None:
        """The group of a body or process that exists."""
        title = title_of(group_id) if is_ours(group_id) else None
        return None if title is None else VirtualGroup(group_id, title=title)

    @security.private
    def getGroups(self) -> tuple:
        return ()

    @security.private
    def getGroupIds(self) -> tuple:
        return ()

    @security.private
    def getGroupMembers(self, group_id: str) -> tuple:
        """Nobody: who is in a body is read from its roster."""
        return ()

    @security.private
    def getPropertiesForUser(self, user, request=None) -> dict[str, str]:
        """The title of a group of ours; nothing of people."""
        group_id = user.getId()
        title = title_of(group_id) if is_ours(group_id) else None
        return {} if title is None else {"title": title}


InitializeClass(MembershipGroups)
