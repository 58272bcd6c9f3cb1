"""Who sees a meeting, its items and papers: moved on as fields and state say."""

from AccessControl.Permission import pname
from Acquisition import aq_base
from kpss.addon.approval.writing import judged
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import visibility as rules
from kpss.addon.meetings.who import rules_of
from plone import api


WORKFLOW, VARIABLE = "kpss_visibility_workflow", "kpss_visibility"
#: Who reads a paper that is not public, beside those who may see its item.
READERS = (
    "Manager",
    "Site Administrator",
    "KPSS Coordinator",
    "KPSS Guarantor",
    "KPSS Methodologist",
    "KPSS Department Clerk",
    "KPSS Council Secretary",
    "KPSS Body Chair",
    "KPSS Body Member",
)
#: As long as it is being prepared.
PREPARERS = tuple(
    role for role in READERS if role not in ("KPSS Methodologist", "KPSS Body Member")
)
READING = ("View", "Access contents information")


def visibility_of(obj) -> str:
    """prepared, internal or public."""
    tool = api.portal.get_tool("portal_workflow")
    return tool.getInfoFor(obj, VARIABLE, rules.PREPARED)


def is_public(obj) -> bool:
    return visibility_of(obj) == rules.PUBLIC


def settle(meeting) -> None:
    """The meeting and everything in it are seen by whom they are meant for."""
    _move(
        meeting, rules.of_meeting(meeting.publicity, rules_of(meeting).meetings_public)
    )
    for item in items_of(meeting):
        settle_item(item)


def settle_item(item) -> None:
    meeting = meeting_of(item)
    wanted = rules.of_item(
        item.publicity,
        visibility_of(meeting),
        state_of(meeting),
        was_convened=records_of(meeting).roster is not None,
        proposed=bool(item.proposed_by),
    )
    _move(item, wanted)
    for paper in item.objectValues():
        settle_paper(item, paper, wanted)


def settle_paper(item, paper, seen: str | None = None) -> None:
    """A paper is public only when it is flagged and its item is public."""
    seen = visibility_of(item) if seen is None else seen
    flagged = paper.getId() in (item.public_papers or ())
    public = flagged and seen == rules.PUBLIC
    roles = PREPARERS if seen == rules.PREPARED else READERS
    before = {name: _mapping(paper, name) for name in READING}
    for name in READING:
        # Acquired: whoever sees the item
        paper.manage_permission(name, () if public else roles, acquire=int(public))
    if before != {name: _mapping(paper, name) for name in READING}:
        paper.reindexObjectSecurity()


def _mapping(paper, name: str):
    return getattr(aq_base(paper), pname(name), None)


def _move(obj, wanted: str) -> None:
    if visibility_of(obj) == wanted:
        return
    transition = f"make_{wanted}"
    with judged(obj, transition):
        api.portal.get_tool("portal_workflow").doActionFor(
            obj, transition, wf_id=WORKFLOW, comment=""
        )
    obj.reindexObject(idxs=["allowedRolesAndUsers", "kpss_visibility"])


def settled_by(obj, event) -> None:
    """Subscriber: what was added, changed or moved on is seen by whom it is meant for."""
    if IMeeting.providedBy(obj):
        settle(obj)
    else:
        settle_item(obj)
