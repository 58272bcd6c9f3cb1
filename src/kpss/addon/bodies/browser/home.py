"""What bodies add to the home page of a section."""

from datetime import date
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import exists
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.process.browser.home import children_of
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from plone.memoize.view import memoize


class BodiesHome(ViewletBase):
    """Doors to the chart and to open groups, then who manages and who prepares."""

    weight = 10

    @property
    @memoize
    def active(self) -> list[dict]:
        today = date.today()
        facts = body_facts(self.context, unrestricted=False)
        return [fact for fact in facts if exists(fact, today)]

    @property
    def count(self):
        return plural(
            len(self.active),
            _("bodies_one", default="${number} body or working group"),
            _("bodies_few", default="${number} bodies and working groups"),
            _("bodies_many", default="${number} bodies and working groups"),
        )

    @property
    def open_groups(self) -> list[dict]:
        """Groups that anyone interested may join."""
        return [fact for fact in self.active if fact["open_to_all"]]

    @property
    def pages(self) -> list[dict]:
        """Starting pages; the first one is a door."""
        return children_of(self.context, ["Document"])

    @property
    def managing(self) -> list[dict]:
        return [fact for fact in self.active if fact["supreme"]]

    @property
    def working_groups(self) -> list[dict]:
        return [fact for fact in self.active if fact["kind"] == "working_group"]

    @property
    def may_add(self) -> bool:
        """Whether the reader founds bodies here."""
        section = self.context.get("bodies")
        return section is not None and api.user.has_permission(
            "kpss.addon: Add Body", obj=section
        )
