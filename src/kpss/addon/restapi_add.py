"""Adding content over plone.restapi: what it reads before any code of ours is texts."""

from kpss.addon.fields import check_shape
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.restapi_errors import FlatBadRequest
from plone.restapi.deserializer import json_body
from plone.restapi.services.content.add import FolderPost
from zope.schema import TextLine


#: What plone.restapi takes for texts unseen; a number or a list makes it fail.
TEXTS = ("@type", "id", "title", "UID", "language", "translation_of")


class AddContent(FolderPost):
    """``POST`` into content of ours."""

    def reply(self):
        refused = {}
        data = json_body(self.request)
        for name in TEXTS:
            try:
                if data.get(name) is not None:
                    check_shape(TextLine(), data[name])
            except Refused as refusal:
                refused[name] = refusal.message
        if refused:
            raise FlatBadRequest(
                _("The data were not accepted; nothing was saved."),
                code="invalid",
                fields=refused,
            )
        return super().reply()
