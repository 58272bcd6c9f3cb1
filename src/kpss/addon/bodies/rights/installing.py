"""The plugin in a site: put in on installing, taken out on uninstalling."""

from kpss.addon.bodies.rights.plugin import MembershipGroups
from plone import api
from Products.PlonePAS.interfaces.group import IGroupIntrospection
from Products.PluggableAuthService.interfaces.plugins import IGroupEnumerationPlugin
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin
from Products.PluggableAuthService.interfaces.plugins import IRolesPlugin


PLUGIN = "kpss_memberships"
INTERFACES = (
    IRolesPlugin,
    IGroupEnumerationPlugin,
    IGroupIntrospection,
    IPropertiesPlugin,
)


def add_plugin() -> None:
    """Users have the groups of their memberships; a second time nothing happens."""
    users = api.portal.get_tool("acl_users")
    if PLUGIN not in users.objectIds():
        users._setObject(PLUGIN, MembershipGroups(PLUGIN, "Memberships in bodies"))
    for interface in INTERFACES:
        if PLUGIN not in users.plugins.listPluginIds(interface):
            users.plugins.activatePlugin(interface, PLUGIN)


def remove_plugin() -> None:
    """Memberships give no rights any more."""
    users = api.portal.get_tool("acl_users")
    if PLUGIN not in users.objectIds():
        return
    for interface in INTERFACES:
        if PLUGIN in users.plugins.listPluginIds(interface):
            users.plugins.deactivatePlugin(interface, PLUGIN)
    users._delObject(PLUGIN)
