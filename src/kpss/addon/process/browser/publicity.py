"""The publicity banner on every page of a section that sets it (NAM-01)."""

from kpss.addon.process.sections import process_of
from plone.app.layout.viewlets.common import ViewletBase


class PublicityViewlet(ViewletBase):
    """Text and logos of the funders; nothing outside a section that sets them."""

    @property
    def process(self):
        return process_with_publicity(self.context)

    def render(self):
        return self.index() if self.process is not None else ""


def process_with_publicity(context):
    """The nearest process above that sets the publicity, or None."""
    process = process_of(context)
    while process is not None and not (
        process.publicity_text or process.publicity_logo
    ):
        process = process_of(process.__parent__)
    return process
