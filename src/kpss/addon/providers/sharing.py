"""The provider's editor in the Sharing tab of its own organisation."""

from kpss.addon.i18n import _
from kpss.addon.providers.organisation import IOrganisation
from plone.app.workflow.interfaces import ISharingPageRole
from zope.interface import implementer


@implementer(ISharingPageRole)
class ProviderEditorSharing:
    """Whoever looks after what the section says of one organisation."""

    title = _("Edits this organisation")
    required_permission = "kpss.addon: Manage Process"
    required_interface = IOrganisation
