"""A link to the templates on the form that adds a process by hand."""

from plone.app.layout.viewlets.common import ViewletBase


class HintViewlet(ViewletBase):
    """Only on the add form of a process."""

    @property
    def available(self) -> bool:
        return self.view.ti.getId() == "kpss.Process"

    def render(self):
        return super().render() if self.available else ""
