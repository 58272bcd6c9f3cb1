"""The containers of a section refuse what does not belong into them with a sentence."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.addresses import AddressReserved
from kpss.addon.process.addresses import is_reserved
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

    def _checkId(self, content_id, allow_dup=0):
        """Whatever adds or renames asks this; name choosers then take another id."""
        if is_reserved(self, content_id):
            raise AddressReserved(content_id)
        super()._checkId(content_id, allow_dup)

    def _get_id(self, content_id):
        """The id of what is pasted: altered where it is taken, and where reserved."""
        if is_reserved(self, content_id):
            content_id = f"copy_of_{content_id}"
        return super()._get_id(content_id)
