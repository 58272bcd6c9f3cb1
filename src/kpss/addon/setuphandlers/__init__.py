"""What the profiles need beside their XML."""

from plone.base.interfaces import INonInstallable
from zope.interface import implementer


@implementer(INonInstallable)
class HiddenProfiles:
    """Profiles that the add-ons control panel and site creation do not offer."""

    def getNonInstallableProfiles(self):
        return ["kpss.addon:uninstall"]
