"""Who sees a meeting, its items and papers: moved on as fields and state say."""

from AccessControl.Permission import pname
from Acquisition import aq_base
from kpss.addon.approval.writing import judged
from kpss.addon.interfaces import IBroughtEvent
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules import visibility as rules
from kpss.addon.meetings.who import rules_of
from plone import api
from zope.container.interfaces import IContainerModifiedEvent


#: Of a meeting, beside the workflow that says how far it is; of an item the only one.
OF_MEETING = "kpss_visibility_workflow", "kpss_visibility"
OF_ITEM = "kpss_item_workflow", "review_state"
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
    """prepared, internal or public.

    What the workflow tool says, read at once: a page asks it of hundreds of items.
    """
    workflow, variable = _by(obj)
    kept = getattr(aq_base(obj), "workflow_history", None)
    entries = kept.get(workflow) if kept else None
    return entries[-1][variable] if entries else rules.PREPARED


def _by(obj) -> tuple[str, str]:
    return OF_MEETING if IMeeting.providedBy(obj) else OF_ITEM


def is_public(obj) -> bool:
    return visibility_of(obj) == rules.PUBLIC


def settle(meeting) -> None:
    """The meeting and everything in it are seen by whom they are meant for."""
    _move(
        meeting,
        rules.of_meeting(
            meeting.publicity,
            rules_of(meeting).meetings_public,
            minutes_published=_has_public_minutes(meeting),
        ),
    )
    for item in items_of(meeting):
        settle_item(item)


def _has_public_minutes(meeting) -> bool:
    """Minutes are of a room below; their state is known by the name of the workflow."""
    return any(
        one.portal_type == "kpss.Minutes" and api.content.get_state(one) == "published"
        for one in meeting.objectValues()
    )


def is_open_to_public(meeting) -> bool:
    """Whether everybody may come, whatever is known of it."""
    by_rules = rules_of(meeting).meetings_public
    return rules.of_meeting(meeting.publicity, by_rules) == rules.PUBLIC


def settle_item(item) -> None:
    meeting = meeting_of(item)
    wanted = rules.of_item(
        item.publicity,
        visibility_of(meeting),
        state_of(meeting),
        was_convened=bool(meeting.number),
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
    # None: by whoever sees the item
    wanted = None if public else roles
    changed = [name for name in READING if _mapping(paper, name) != wanted]
    for name in changed:
        # Written only where it differs: this always makes a change
        paper.manage_permission(name, wanted or (), acquire=int(public))
    if changed:
        paper.reindexObjectSecurity()


def settle_papers() -> None:
    """After an import: permissions of single files are not carried."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="kpss.AgendaItem"):
        item = brain._unrestrictedGetObject()
        for paper in item.objectValues():
            settle_paper(item, paper)


def as_its_item(paper) -> bool:
    """Whether a paper is seen by whoever sees its item."""
    return _mapping(paper, "View") is None


def _mapping(paper, name: str) -> tuple[str, ...] | None:
    return getattr(aq_base(paper), pname(name), None)


def _move(obj, wanted: str) -> None:
    if visibility_of(obj) == wanted:
        return
    transition = f"make_{wanted}"
    with judged(obj, transition):
        api.portal.get_tool("portal_workflow").doActionFor(
            obj, transition, wf_id=_by(obj)[0], comment=""
        )
    obj.reindexObject(idxs=["allowedRolesAndUsers", "review_state"])


def settled_by(obj, event) -> None:
    """Subscriber: what was added, changed or moved on is seen by whom it is meant for."""
    if IBroughtEvent.providedBy(event):
        # An import brings the states too; what they follow from may come later
        return
    if IContainerModifiedEvent.providedBy(event):
        # Something was put in or moved, which settles itself
        return
    if IMeeting.providedBy(obj):
        settle(obj)
    else:
        settle_item(obj)
