"""``PATCH {document}/@history``: the stock service, by our rules of changing a text."""

from kpss.addon.documents.reverting import reverted
from kpss.addon.documents.reverting import RevertRefused
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.restapi_errors import FlatConflict
from kpss.addon.restapi_errors import refuse_field
from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.services.history.patch import HistoryPatch


class RevertDocument(HistoryPatch):
    """Answers 409 where the text may not be changed, 400 where there is no such version."""

    def reply(self):
        version = json_body(self.request).get("version")
        if not self._is_there(version):
            raise refuse_field(
                "version", _("There is no such version."), code="version_unknown"
            )
        try:
            with reverted(self.context, version):
                return super().reply()
        except RevertRefused as refused:
            raise FlatConflict(
                translate(refused.sentence), code="text_closed"
            ) from refused

    def _is_there(self, version: object) -> bool:
        if isinstance(version, bool) or not isinstance(version, int):
            return False
        repository = api.portal.get_tool("portal_repository")
        length = repository.getHistoryMetadata(self.context).getLength(
            countPurged=False
        )
        return 0 <= version < length
