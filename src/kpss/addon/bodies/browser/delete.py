"""Deleting a body that something refers to is not offered; closing is."""

from kpss.addon.bodies.references import referrers
from kpss.addon.i18n import translate
from plone.app.content.browser.actions import DeleteConfirmationForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class DeleteBodyForm(DeleteConfirmationForm):
    """The stock confirmation, or the reasons why not."""

    reasons_template = ViewPageTemplateFile("delete.pt")

    def reasons(self) -> list[str]:
        return [translate(reason) for reason in referrers(self.context)]

    def render(self):
        return self.reasons_template() if self.reasons() else super().render()
