"""What was made of the items of a meeting, for the reader: resolutions and their tasks.

The catalogue is asked for all items at once, and only where something was made at all.
"""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import entry
from kpss.addon.tasks.searching import Found
from kpss.addon.tasks.searching import search
from plone import api
from plone.base.utils import safe_text
from typing import Any


#: Words and an address; without one the reader may know of it and not open it.
Link = tuple[str, str]


def resolutions_of(item) -> list[str]:
    """UIDs of the resolutions that were recorded from its votes, whoever may see them."""
    votes = votes_of(item).votes.values()
    return [made["uid"] for one in votes if (made := one.get("resolution"))]


class Consequences:
    """``items``: gives those of the meeting of which a page speaks. ``made``: as
    ``resolutions_of``, where the votes were read already."""

    def __init__(
        self,
        meeting,
        items: Callable[[], Iterable],
        made: Callable[[Any], list[str]] = resolutions_of,
    ):
        self.meeting = meeting
        self.items = items
        self.made = made

    @cached_property
    def process(self):
        return process_of(self.meeting)

    def of(self, item) -> list[Link]:
        """Resolutions that the reader may see, and tasks as the pages of tasks tell them."""
        found: list[Link] = []
        for uid in self.made(item):
            brain = self.resolutions.get(uid)
            if brain is not None:
                found.append((_called(brain), brain.getURL()))
            found += [_task(one) for one in self.tasks[uid]]
        return found

    @cached_property
    def uids(self) -> list[str]:
        return [uid for item in self.items() for uid in self.made(item)]

    @cached_property
    def resolutions(self) -> dict[str, Any]:
        brains = api.portal.get_tool("portal_catalog").searchResults(
            path="/".join(self.process.getPhysicalPath()),
            portal_type="kpss.Resolution",
            UID=self.uids,
        )
        return {brain.UID: brain for brain in brains}

    @cached_property
    def tasks(self) -> Mapping[str, list[Found]]:
        """By the UID of the resolution that imposes them."""
        asked = Asked(imposed_by=tuple(self.uids))
        found: dict[str, list[Found]] = defaultdict(list)
        for one in search(self.process, asked, today=date.today()):
            found[entry(one.brain, "kpss_subject")].append(one)
        return found


def _called(brain) -> str:
    number = brain.kpss_resolution["number"]
    if not number:
        return safe_text(brain.Title)
    return translate(_("Resolution ${number}", mapping={"number": number}))


def _task(found: Found) -> Link:
    title = safe_text(found.brain.Title)
    words = translate(_("Task: ${title}", mapping={"title": title}))
    return words, found.brain.getURL() if found.seen else ""


def item_of(resolution):
    """The item from which the resolution was recorded, whoever may see it, or None.

    It is looked for among the meetings of its body on its day; what was decided outside
    a meeting may be of another one.
    """
    if resolution.decided_on is None:
        return None
    asked = {"kpss_on": resolution.decided_on.isoformat()}
    if resolution.per_rollam:
        asked = {"kpss_kind": PER_ROLLAM}
    body, uid = resolution.aq_inner.aq_parent, resolution.UID()
    for brain in meetings_of(body, **asked):
        for item in items_of(brain._unrestrictedGetObject()):
            if uid in resolutions_of(item):
                return item
    return None
