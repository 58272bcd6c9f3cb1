"""Choices of a membership: ids of what stands in the same process."""

from Acquisition import aq_base
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from zope import schema


class InProcess(schema.Choice):
    """The id of something in the process; what is stored stays valid."""

    def _validate(self, value):
        stored = getattr(aq_base(self.context), self.__name__, None)
        if value is not None and value == stored:
            return
        if value is not None and value not in self.vocabulary:
            raise Refused(
                _("There is no ${id} in this process.", mapping={"id": str(value)})
            )
        super()._validate(value)
