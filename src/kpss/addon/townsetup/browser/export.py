"""A process as a file that another town can start from."""

from kpss.addon.townsetup.export import export_data
from kpss.addon.townsetup.writing import write
from Products.Five.browser import BrowserView


class ExportTemplate(BrowserView):
    """Download of the process as a town template."""

    def __call__(self) -> bytes:
        text = write(export_data(self.context))
        response = self.request.response
        name = f"{self.context.getId()}.yaml"
        response.setHeader("Content-Type", "text/yaml; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return text.encode()
