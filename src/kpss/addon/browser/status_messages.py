"""Signs of status messages, which are named by an untranslated message in Plone."""

from kpss.addon.i18n import translate
from plone.app.layout.viewlets.globalstatusmessage import GlobalStatusMessage


class StatusMessages(GlobalStatusMessage):
    """The stock viewlet; its template hands the name of a sign on as it is."""

    def display_info_for_mtype(self, mtype: str) -> dict[str, str]:
        info = super().display_info_for_mtype(mtype)
        return {**info, "msg": translate(info["msg"])}
