"""What an item deals with: a document whose step is this body's, or a task."""

from AccessControl.PermissionRole import rolesForPermissionOn
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.case import case_of
from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.chain import Step
from kpss.addon.codelists.collation import sort_key
from kpss.addon.meetings.who import body_of
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import search
from kpss.addon.tasks.searching import UNFINISHED
from plone import api
from plone.base.utils import safe_text


#: Types that an item may deal with.
TYPES = ("kpss.Document", "kpss.Task", "kpss.Resolution")
#: Most characters of the title of an item that is called as its subject.
LONGEST = 200


@dataclass(frozen=True)
class Subject:
    """For who may see it; ``type``: its portal type."""

    uid: str
    title: str
    url: str
    type: str


def subject_of(item) -> Subject | None:
    """What the item deals with, where the reader may see it."""
    return seen_subject(item, item.subject_uid)


def seen_subject(context, uid: str | None) -> Subject | None:
    """What has the UID in the process, for the reader; None also for another type."""
    obj = subject_by_uid(context, uid)
    if obj is None or not api.user.has_permission("View", obj=obj):
        return None
    return Subject(obj.UID(), obj.title, obj.absolute_url(), obj.portal_type)


def subject_by_uid(context, uid: str | None):
    """Whoever may see it; not for a reader's eyes."""
    process = process_of(context)
    if process is None:
        return None
    path = "/".join(process.getPhysicalPath())
    return object_by_uid(uid, path=path, portal_type=list(TYPES))


def documents_for(meeting) -> list[Subject]:
    """Documents that wait for the body of the meeting, and that the reader may see."""
    body, process = body_of(meeting), process_of(meeting)
    found = [
        Subject(one.UID(), one.title, one.absolute_url(), one.portal_type)
        for one in IApprovals(process).under_way()
        if step_at(one, body) is not None and api.user.has_permission("View", obj=one)
    ]
    return sorted(found, key=lambda one: sort_key(one.title))


def step_at(document, body) -> Step | None:
    """The current step of a document, when it is the body's."""
    case = case_of(document)
    index = case.standing.current
    if case.standing.status != RUNNING or index is None:
        return None
    step = case.chain.steps[index]
    if step.body_kind is not None:
        return step if step.body_kind == body.kind else None
    return step if step.body == body.getId() else None


def tasks_for(meeting, today: date) -> list[Subject]:
    """Unfinished tasks of the body that the reader may see, the most urgent first."""
    process = process_of(meeting)
    asked = Asked(body=body_of(meeting).getId(), group=UNFINISHED)
    return [
        Subject(
            one.brain.UID,
            safe_text(one.brain.Title),
            one.brain.getURL(),
            "kpss.Task",
        )
        for one in search(process, asked, today=today)
        if one.seen
    ]


def title_of_subject(context, uid: str) -> str:
    """What an item that deals with this is called; short enough for a title."""
    subject = subject_by_uid(context, uid)
    title = subject.title if subject is not None else ""
    return title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"


def is_for_everybody(context, uid: str) -> bool:
    """Whether who is not logged in may know of it."""
    subject = subject_by_uid(context, uid)
    return subject is not None and "Anonymous" in rolesForPermissionOn("View", subject)
