"""``PATCH {minutes}/@history``: an earlier version again, while nothing is verified."""

from kpss.addon.i18n import translate
from kpss.addon.minutes.making import CLOSED_TEXT
from kpss.addon.minutes.making import is_frozen
from kpss.addon.restapi_errors import FlatConflict
from plone.restapi.services.history.patch import HistoryPatch


class RevertMinutes(HistoryPatch):
    """Answers 409 where the minutes are verified."""

    def reply(self):
        if is_frozen(self.context):
            raise FlatConflict(translate(CLOSED_TEXT), code="frozen")
        return super().reply()
