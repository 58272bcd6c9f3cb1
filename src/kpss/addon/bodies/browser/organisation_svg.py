"""The organisation chart as a picture to download."""

from kpss.addon.bodies.browser.chart import ChartTexts
from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.svg import Caption
from kpss.addon.bodies.rules.svg import draw
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone import api
from urllib.parse import quote


class OrganisationSvg(ChartTexts):
    """``organisation.svg``: the same boxes as on the page, nothing folded."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "image/svg+xml; charset=utf-8")
        name = quote(self.filename)
        response.setHeader(
            "Content-Disposition", f"attachment; filename*=UTF-8''{name}"
        )
        return draw(self.level, self.words, self.caption)

    @property
    def filename(self) -> str:
        return translate(
            _(
                "chart_filename",
                default="${process}-organisation-chart.svg",
                mapping={"process": self.context.getId()},
            )
        )

    @property
    def caption(self) -> Caption:
        process = self.context
        return Caption(
            title=self.title,
            description=process.chart_lead or process.title,
            language=api.portal.get_current_language(process),
            groups_label=process.label_working_groups or "",
            legend=self.legend,
            notes=[note for note in (self.parties, process.chart_note) if note],
        )

    def words(self, box: Box) -> list[str]:
        """The lines under the title of a box."""
        functions = [
            f"{function.title} ({function.office})"
            if function.office
            else function.title
            for function in box.functions
        ]
        is_open = (
            translate(_("Open to everyone interested")) if box.open_to_all else None
        )
        lines = (
            box.subtitle,
            self.acts(box),
            box.office,
            *functions,
            box.composition_text,
            is_open,
        )
        return [line for line in lines if line]
