"""A warning on the home page of a process: what names a body that is not there."""

from kpss.addon.bodies.missing import chains_without_body
from kpss.addon.bodies.missing import functions_without_body
from kpss.addon.bodies.missing import stages_without_body
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


class MissingBodies(ViewletBase):
    """Shown to whoever may edit the process; nobody else learns of it."""

    weight = 5
    functions: list
    stages: list
    chains: list

    def update(self):
        super().update()
        may_edit = api.user.has_permission("Modify portal content", obj=self.context)
        ready = may_edit and "bodies" in self.context.objectIds()
        self.functions = functions_without_body(self.context) if ready else []
        self.stages = stages_without_body(self.context) if ready else []
        self.chains = chains_without_body(self.context) if ready else []
