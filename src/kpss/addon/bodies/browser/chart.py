"""Who plans and who decides: the organisation chart of a process (BER-14, ZAT-90)."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.chart import Chart
from kpss.addon.bodies.roster.rosters import Rosters
from kpss.addon.bodies.rules.arranging import arrange
from kpss.addon.bodies.rules.arranging import Level
from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.chart import depth_first
from kpss.addon.browser.titled import ITitledView
from kpss.addon.codelists.bodies import ACTS
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from Products.Five.browser import BrowserView
from zope.interface import implementer


class ChartOfPeople(Chart):
    """The chart with the holders of functions whose names the reader may know."""

    @cached_property
    def functions(self) -> list[dict]:
        """Rows of functions; beside the office that each follows, who holds it."""
        rosters = Rosters(self.process, self.on)
        return [
            {**row, "office": self._office(rosters, row)}
            for row in self.process.functions or ()
        ]

    def _office(self, rosters: Rosters, row: dict) -> str | None:
        body_id, office = row.get("body"), row.get("office")
        names = rosters.names(body_id, row["id"]) if body_id in self.shown else None
        return ", ".join(part for part in (names, office) if part) or None


class ChartTexts(BrowserView):
    """What the page and the picture of the chart have in common."""

    @cached_property
    def chart(self) -> Chart:
        return ChartOfPeople(self.context, on=date.today())

    @cached_property
    def level(self) -> Level:
        """The roots of the chart in their places."""
        return arrange(self.chart.roots)

    @property
    def title(self) -> str:
        return self.context.chart_title or translate(_("Who plans and who decides"))

    @cached_property
    def act_titles(self) -> dict[str, str]:
        return {act: translate(title) for act, title in ACTS}

    def acts(self, box: Box) -> str:
        """What a box does, in the town's own words where it has them."""
        return box.act_text or ", ".join(self.act_titles[act] for act in box.acts)

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The acts that colour some box, with their titles."""
        leading = {node.box.leading_act for node in depth_first(self.chart.roots)}
        return [
            (act, title) for act, title in self.act_titles.items() if act in leading
        ]

    @property
    def parties(self) -> str:
        """The parties as the towns write them: commissioners–providers–users (BER-13)."""
        rows = self.context.parties or ()
        return "–".join(row.get("plural") or row["title"] for row in rows)


@implementer(ITitledView)
class OrganisationView(ChartTexts):
    """The page: nested lists that the style sheet draws as a tree."""

    def __call__(self):
        # The tree needs the width of the columns beside it
        self.request.set("disable_plone.leftcolumn", 1)
        self.request.set("disable_plone.rightcolumn", 1)
        return self.index()

    def level_class(self, level: Level) -> str:
        if level.columns is None:
            return "kpss-level kpss-row"
        return f"kpss-level kpss-stack kpss-columns-{level.columns}"

    def box_class(self, box: Box) -> str:
        return f"kpss-box kpss-act-{box.leading_act or 'none'}"

    def count(self, level: Level) -> str:
        """How many boxes a folded list hides."""
        number = len(level.places)
        if level.is_groups:
            message = plural(
                number,
                _("folded_groups_one", default="${number} working group"),
                _("folded_groups_few", default="${number} working groups"),
                _("folded_groups_many", default="${number} working groups"),
            )
        else:
            message = plural(
                number,
                _("folded_bodies_one", default="${number} body"),
                _("folded_bodies_few", default="${number} bodies"),
                _("folded_bodies_many", default="${number} bodies"),
            )
        return translate(message)
