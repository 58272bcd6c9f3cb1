"""The coordinator's role in the Sharing tab of a process."""

from kpss.addon.i18n import _
from kpss.addon.process.localroles import COORDINATOR
from plone.app.workflow.interfaces import ISharingPageRole
from zope.interface import implementer


@implementer(ISharingPageRole)
class CoordinatorSharing:
    """Offered where the process may be managed."""

    title = _("Coordinates the planning")
    required_permission = "kpss.addon: Manage Process"
    required_interface = None


ROLE_NAME = COORDINATOR
