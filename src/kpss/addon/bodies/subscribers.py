"""What happens to a body when it is moved, renamed, copied or deleted."""

from Acquisition import aq_parent
from kpss.addon.bodies.ledger.keeping import refresh_process
from kpss.addon.bodies.membership.strangers import drop_strangers
from kpss.addon.bodies.references import referrers
from kpss.addon.bodies.references import rename_references
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import REFERENCES
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.process.moving import is_itself
from kpss.addon.process.moving import is_renamed
from kpss.addon.process.moving import is_taken_over
from kpss.addon.process.moving import leaves_process
from kpss.addon.process.moving import stays_in_process
from kpss.addon.process.sections import process_of
from zExceptions import BadRequest
from zope.event import notify
from zope.i18nmessageid import Message
from zope.lifecycleevent import ObjectModifiedEvent


#: Transitions that take a body out of the archive.
REOPENING = {"reopen", "reopen_internal"}


def refuse_leaving(body, event) -> None:
    """A body that something refers to is neither deleted nor moved out of its process.

    Nothing is asked when the whole section, process or site goes.
    """
    if not leaves_process(body, event):
        return
    reasons = list(dict.fromkeys(translate(reason) for reason in referrers(body)))
    if reasons:
        raise BadRequest(translate(refusal(body, reasons)))


def refusal(body, reasons: list[str]) -> Message:
    """Why a body is not removed; ``reasons`` name what refers to it."""
    mapping = {"body": body.title, "reasons": ", ".join(reasons)}
    return plural(
        len(reasons),
        _(
            "body_kept_one",
            default="${body} cannot be removed, because something refers to it: "
            "${reasons}. Close it with a date instead; it stays in the archive.",
            mapping=mapping,
        ),
        _(
            "body_kept_few",
            default="${body} cannot be removed, because ${number} things refer to it: "
            "${reasons}. Close it with a date instead; it stays in the archive.",
            mapping=mapping,
        ),
        _(
            "body_kept_many",
            default="${body} cannot be removed, because ${number} things refer to it: "
            "${reasons}. Close it with a date instead; it stays in the archive.",
            mapping=mapping,
        ),
    )


def follow_rename(body, event) -> None:
    """References follow when the id changes."""
    if not is_renamed(body, event):
        return
    process = process_of(event.newParent)
    if process is not None and stays_in_process(event):
        rename_references(process, event.oldName, event.newName)
        refresh_process(process)


def settle_in(body, event) -> None:
    """A body that came from elsewhere drops references that its new process lacks.

    A copy is never a second supreme managing body.
    """
    if not is_itself(body, event):
        return
    process = process_of(aq_parent(body))
    if process is None:
        return
    others = {
        fact["id"]: fact for fact in body_facts(process) if fact["id"] != body.getId()
    }
    for name in REFERENCES:
        if getattr(body, name, None) and getattr(body, name) not in others:
            setattr(body, name, None)
    if body.supreme and any(fact["supreme"] for fact in others.values()):
        body.supreme = False
    body.reindexObject(idxs=["kpss_body"])
    drop_strangers(body, process)


def settle_moved(body, event) -> None:
    """The same for a body moved between processes."""
    if is_taken_over(body, event):
        settle_in(body, event)


def clear_closing(body, event) -> None:
    """A reopened body has no last day."""
    if event.transition is not None and event.transition.id in REOPENING:
        body.valid_to = body.closed_by = body.closed_by_date = body.merged_into = None
        notify(ObjectModifiedEvent(body))
