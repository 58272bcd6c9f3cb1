"""What people pages add to the home page of a process: doors for those who may enter."""

from kpss.addon.bodies.peoplepages.own import own_fact
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


class PeopleHome(ViewletBase):
    """Links to the overview of people and to one's own page."""

    weight = 15

    def update(self):
        super().update()
        self.may_see_people = "people" in self.context and api.user.has_permission(
            "kpss.addon: View People", obj=self.context["people"]
        )
        self.is_linked = own_fact(self.context) is not None
