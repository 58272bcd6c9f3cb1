"""The newest resolutions on the home page of a process."""

from kpss.addon.browser.dates import day
from kpss.addon.resolutions.browser.register import row_of
from kpss.addon.resolutions.searching import Asked
from kpss.addon.resolutions.searching import search
from plone.app.layout.viewlets.common import ViewletBase


SHOWN = 5


class ResolutionsHome(ViewletBase):
    """The newest that the reader may see; nothing where there are none."""

    weight = 30
    day = staticmethod(day)

    @property
    def rows(self) -> list[dict]:
        found = search(self.context, Asked()).first(SHOWN)
        return [row_of(brain) for brain in found]
