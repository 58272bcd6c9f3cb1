"""Test layers: one site with the add-on, built once."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from zope.component import provideUtility


def leave_to_the_test(run) -> None:
    """Starts no delivery of letters."""


class KpssLayer(PloneSandboxLayer):
    """A site with kpss.addon installed."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        from kpss.addon.notices.background import IStartDelivery
        import kpss.addon
        import plone.app.versioningbehavior
        import plone.restapi

        self.loadZCML(package=plone.restapi)
        self.loadZCML(package=plone.app.versioningbehavior)
        self.loadZCML(package=kpss.addon)
        # Tests deliver letters themselves, not in a thread
        provideUtility(leave_to_the_test, IStartDelivery)

    def setUpPloneSite(self, portal):
        portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        applyProfile(portal, "kpss.addon:default")


FIXTURE = KpssLayer()
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="KpssLayer:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="KpssLayer:Functional"
)
