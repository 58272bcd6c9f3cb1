"""The page of a person, for those who may see people of the process."""

from kpss.addon.bodies.people.consents import CONSENT_KINDS
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from plone import api
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView


class PersonView(BrowserView):
    """Facts of a person; the private part for those who may see it."""

    day = staticmethod(day)

    @property
    def consents(self) -> list[dict]:
        return [
            {**row, "title": title_of(CONSENT_KINDS, row["what"])}
            for row in self.context.consents or ()
        ]

    @property
    def is_archived(self) -> bool:
        return api.content.get_state(self.context, None) == "archived"

    @property
    @memoize
    def may_see_private(self) -> bool:
        return self._may("kpss.addon: View Private Contact")

    @property
    def may_edit(self) -> bool:
        return self._may("Modify portal content")

    def _may(self, permission: str) -> bool:
        return api.user.has_permission(permission, obj=self.context)
