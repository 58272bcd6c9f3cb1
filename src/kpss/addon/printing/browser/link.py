"""The way from the page of a document to its submission, from a process to templates."""

from plone.app.layout.viewlets.common import ViewletBase


class SubmissionLink(ViewletBase):
    """For who may download it; an annex is a part of the package of its main document."""

    def render(self) -> str:
        return "" if self.context.annex_of else self.index()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-submission"


class TemplatesLink(ViewletBase):
    """On the home page of a process, for who manages it."""

    weight = 90
