"""The way to the attendance of a body, for those inside."""

from plone.app.layout.viewlets.common import ViewletBase


class StatisticsLink(ViewletBase):
    """On the page of a body."""
