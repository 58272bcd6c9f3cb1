"""The containers of a section refuse what does not belong into them with a sentence."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone.dexterity.content import Container
from zExceptions import BadRequest


class SectionContainer(Container):
    """Pasting a type that is not allowed is bad input, not a fault of the server."""

    def _verifyObjectPaste(self, obj, validate_src=True):
        try:
            super()._verifyObjectPaste(obj, validate_src)
        except ValueError as refusal:
            message = _(
                "${item} does not belong into ${container}.",
                mapping={"item": obj.title, "container": self.title},
            )
            raise BadRequest(translate(message)) from refusal
