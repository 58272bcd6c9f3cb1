"""A resolution imposes tasks."""

from Acquisition import aq_parent
from datetime import date
from kpss.addon.i18n import _
from kpss.addon.resolutions.book import ADOPTED
from kpss.addon.resolutions.resolution import IResolution
from kpss.addon.resolutions.searching import STATES
from kpss.addon.tasks.interfaces import IImposer
from plone import api
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IImposer)
@adapter(IResolution)
class ImposingResolution:
    """What is said of a resolution beside its tasks."""

    def __init__(self, context):
        self.context = context

    @property
    def label(self) -> Message:
        if not self.context.number:
            return _("Resolution without a number")
        return _("Resolution ${number}", mapping={"number": self.context.number})

    @property
    def number(self) -> str | None:
        return self.context.number

    @property
    def on(self) -> date | None:
        return self.context.decided_on

    @property
    def body(self) -> str:
        return aq_parent(self.context).getId()

    @property
    def is_public(self) -> bool:
        return api.content.get_state(self.context) in STATES

    @property
    def refused(self) -> Message | None:
        if api.content.get_state(self.context) in ADOPTED:
            return None
        return _("Only a resolution that was adopted and holds imposes tasks.")
