"""What a folder of the process holds, in the Czech alphabet."""

from plone import api
from plone.base.batch import Batch
from Products.Five.browser import BrowserView


class SectionView(BrowserView):
    """A batched list of titles and summaries, from the catalogue alone."""

    def batch(self) -> Batch:
        brains = api.content.find(context=self.context, depth=1, sort_on="kpss_sort")
        try:
            start = max(0, int(self.request.form.get("b_start", 0)))
        except ValueError:
            start = 0
        return Batch(brains, size=50, start=start)

    def addable(self) -> list:
        """Types that the reader may add here."""
        return [
            fti
            for fti in self.context.allowedContentTypes()
            if fti.isConstructionAllowed(self.context)
        ]
