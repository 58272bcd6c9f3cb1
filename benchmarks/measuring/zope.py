"""Zope in this process with a plain site of Plone, and what stands beside the pages."""

from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
import sys
import transaction


sys.path.insert(0, str(Path(__file__).parents[2]))

HEAD_OF_CONF = """\
instancehome {home}
clienthome {home}
default-zpublisher-encoding utf-8
"""
IN_MEMORY = """\
<zodb_db main>
    cache-size 30000
    <mappingstorage>
    </mappingstorage>
    mount-point /
</zodb_db>
"""
#: For files: a database in memory does not take blobs.
IN_FILES = """\
<zodb_db main>
    cache-size 30000
    <filestorage>
        path {home}/Data.fs
        blob-dir {home}/blobs
    </filestorage>
    mount-point /
</zodb_db>
"""
SITE_ZCML = """\
<configure xmlns="http://namespaces.zope.org/zope"
           xmlns:five="http://namespaces.zope.org/five">
  <include package="Zope2.App" />
  <five:loadProducts file="meta.zcml" />
  <five:loadProducts />
  <five:loadProductsOverrides />
</configure>
"""


def start(home: Path, database: str = IN_MEMORY) -> Callable:
    """Zope with its database, and with everything that names itself a plugin of Plone."""
    from Zope2.Startup.run import make_wsgi_app
    from ZPublisher.httpexceptions import HTTPExceptionHandler

    (home / "etc").mkdir(parents=True)
    (home / "etc" / "site.zcml").write_text(SITE_ZCML)
    conf = home / "etc" / "zope.conf"
    conf.write_text((HEAD_OF_CONF + database).format(home=home))
    return HTTPExceptionHandler(make_wsgi_app({}, str(conf)))


@contextmanager
def root():
    """The application root as a manager, with a request; committed at the end."""
    from AccessControl.SecurityManagement import newSecurityManager
    from AccessControl.SecurityManagement import noSecurityManager
    from Testing.makerequest import makerequest
    from zope.globalrequest import clearRequest
    from zope.globalrequest import setRequest
    import Zope2

    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    if app.acl_users.getUserById("admin") is None:
        app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    yield app
    transaction.commit()
    noSecurityManager()
    clearRequest()
    app._p_jar.close()


def in_fresh_request(app):
    """The same root in a request of its own: what one works out once is worked out anew."""
    from Acquisition import aq_base
    from Testing.makerequest import makerequest
    from zope.component.hooks import setSite
    from zope.globalrequest import setRequest

    fresh = makerequest(aq_base(app))
    setRequest(fresh.REQUEST)
    setSite(fresh.Plone)
    return fresh


def site_with_addon(app, workflow: str | None = None):
    """The plain site with our profile. ``workflow``: of stock content."""
    from devel.plain_site import plain_site

    portal = plain_site(app)
    remove_portlets(portal)
    if workflow is not None:
        portal.portal_workflow.setDefaultChain(workflow)
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
    return portal


def remove_portlets(portal) -> None:
    """The navigation portlet would print all documents beside the stock pages."""
    from plone.portlets.interfaces import IPortletAssignmentMapping
    from plone.portlets.interfaces import IPortletManager
    from zope.component import getMultiAdapter
    from zope.component import getUtility

    for name in ("plone.leftcolumn", "plone.rightcolumn"):
        manager = getUtility(IPortletManager, name=name, context=portal)
        mapping = getMultiAdapter((portal, manager), IPortletAssignmentMapping)
        for portlet in list(mapping):
            del mapping[portlet]


def leave_letters() -> None:
    """They go in a thread, which is not the work that is measured, nor may it conflict."""
    from kpss.addon.notices.background import IStartDelivery
    from zope.component import getGlobalSiteManager

    getGlobalSiteManager().unregisterUtility(provided=IStartDelivery)
