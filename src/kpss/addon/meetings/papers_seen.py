"""A file that comes into an item is internal until it is flagged as public."""

from Acquisition import aq_parent
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.visibility import settle_paper


def paper_added(paper, event) -> None:
    """Subscriber to all files; those outside of items are no concern of ours."""
    item = aq_parent(paper)
    if IAgendaItem.providedBy(item):
        settle_paper(item, paper)


def publish_paper(item, paper_id: str, public: bool) -> None:
    """Flag a paper as one that everybody may read, or take the flag away."""
    flagged = [one for one in item.public_papers or () if one != paper_id]
    item.public_papers = [*flagged, paper_id] if public else flagged
    if paper_id in item.objectIds():
        settle_paper(item, item[paper_id])
