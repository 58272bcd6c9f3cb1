"""What follows an entry, and what may not happen to a document under way."""

from Acquisition import aq_base
from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.history import EFFECT
from kpss.addon.approval.history import FOLLOWED
from kpss.addon.approval.history import MOVING
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.standing import follow_on
from kpss.addon.approval.standing import settle
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from zExceptions import BadRequest
from zope.i18nmessageid import Message


def settle_after(obj, event) -> None:
    """Annexes follow; after an approval the stored states follow the dates."""
    if event.entry.kind == FOLLOWED:
        return
    today = date.today()
    follow_on(obj, today)
    if event.after.status == APPROVED and event.entry.kind in (*MOVING, EFFECT):
        # The workflow tells the catalogue only after its subscribers
        obj.reindexObject(idxs=["review_state"])
        settle(process_of(obj), today)


def refuse_losing_the_record(obj, event) -> None:
    """What was submitted is a record: it stays where it is, under its address.

    Nothing is asked when the whole section, process or site goes.
    """
    if aq_base(event.object) is not aq_base(obj) or event.oldParent is None:
        return
    reason = why_it_stays(obj)
    if reason is not None:
        raise BadRequest(translate(reason))


def why_it_stays(obj) -> Message | None:
    """Why it is neither deleted nor moved; None for a draft that nobody has submitted."""
    if not Case(obj).moving:
        return None
    return _(
        "“${title}” has been submitted for approval, so it belongs to the records and "
        "stays at its address. Withdraw it if it is not to go on.",
        mapping={"title": obj.title},
    )
