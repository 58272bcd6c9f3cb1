"""The home page of a section: three doors, then what there is; rooms below add parts."""

from kpss.addon.codelists.collation import sort_key
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser import BrowserView
from Products.Five.viewlet.manager import ViewletManagerBase
from zope.viewlet.interfaces import IViewletManager


class IProcessHome(IViewletManager):
    """Parts of the home page; each room registers its own with a weight."""


class HomeManager(ViewletManagerBase):
    """Parts from the lowest weight to the highest."""

    def sort(self, viewlets):
        # Set in ZCML it is a text
        return sorted(viewlets, key=lambda named: int(named[1].weight))


class HomeView(BrowserView):
    """The home page itself."""

    @property
    def may_manage(self) -> bool:
        return api.user.has_permission("kpss.addon: Manage Process", obj=self.context)


class PagesViewlet(ViewletBase):
    """Starting pages and other stock content of the section that the reader may see."""

    weight = 30

    def pages(self) -> list[dict]:
        """Title, summary and address of documents and folders, in the editor's order."""
        return children_of(
            self.context, ["Document", "Folder", "Link", "News Item", "Event"]
        )


class StagesViewlet(ViewletBase):
    """Stages of the process with their steps (NAM-18..43)."""

    weight = 40

    def stages(self) -> list[dict]:
        """The stages as kept; each step with the title of the body at its gate."""
        return [
            {
                "title": stage["title"],
                "steps": [
                    {**step, "gate_title": self.body_title(step.get("gate"))}
                    for step in stage.get("steps", ())
                ],
            }
            for stage in self.context.stages or ()
        ]

    def body_title(self, body_id: str | None) -> str | None:
        """The title of a body that the reader may see."""
        brains = body_id and api.content.find(
            context=self.context["bodies"], depth=1, id=body_id
        )
        return brains[0].Title if brains else None


class TerritoryViewlet(ViewletBase):
    """Territory units, and processes of districts under this one (PRA-12, PRA-34)."""

    weight = 50

    def districts(self) -> list[dict]:
        return children_of(self.context, ["kpss.Process"])

    def units(self) -> list[str]:
        """Titles in the alphabet; numbers in a name sort as numbers."""
        return [
            row["title"]
            for row in sorted(self.context.units or (), key=_by_name_and_number)
        ]

    def count(self):
        number = len(self.context.units or ())
        return plural(
            number,
            _("units_one", default="${number} unit"),
            _("units_few", default="${number} units"),
            _("units_many", default="${number} units"),
        )


def children_of(container, portal_types: list[str]) -> list[dict]:
    """Title, summary and address of what stands in a container, in its order.

    Only what the reader may see.
    """
    brains = api.content.find(
        context=container,
        depth=1,
        portal_type=portal_types,
        sort_on="getObjPositionInParent",
    )
    return [
        {"title": brain.Title, "description": brain.Description, "url": brain.getURL()}
        for brain in brains
    ]


def _by_name_and_number(row: dict) -> tuple:
    name, _space, number = row["title"].rpartition(" ")
    if number.isdigit():
        return sort_key(name), int(number)
    return sort_key(row["title"]), 0
