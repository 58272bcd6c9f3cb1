"""What documents say of each other stays true when one is renamed, moved, copied, deleted.

One that has been submitted stays where it is (``approval/subscribers.py``); this is about
drafts, their annexes and the copies of anything.
"""

from Acquisition import aq_base
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.wording import FREE
from kpss.addon.documents.approving import annexes_of
from kpss.addon.documents.fields import documents_of
from kpss.addon.documents.fields import main_of
from kpss.addon.documents.locking import changes
from kpss.addon.documents.renaming import FIELDS
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.moving import is_itself
from kpss.addon.process.moving import is_renamed
from kpss.addon.process.moving import is_taken_over
from kpss.addon.process.moving import leaves_process
from kpss.addon.process.sections import process_of
from Products.CMFCore.indexing import processQueue
from zExceptions import BadRequest
from zope.i18nmessageid import Message


#: What belongs to the original and to no copy: its main document, days, predecessor.
OF_THE_ORIGINAL = ("annex_of", "annex_number", "effect_on", "valid_to", "repeals")


def begin_anew(document, event) -> None:
    """A copy is a draft of its own, never a second annex with the same number."""
    for name in OF_THE_ORIGINAL:
        if getattr(aq_base(document), name, None):
            setattr(document, name, [] if name == "repeals" else None)


def settle_in(document, event) -> None:
    """A copy that was pasted, perhaps into another process."""
    if is_itself(document, event):
        _forget_strangers(document)


def refuse_leaving(document, event) -> None:
    """Nothing is asked when the whole section, process or site goes."""
    if not is_itself(document, event) or event.oldParent is None:
        return
    reason = why_it_stays(document, leaves=leaves_process(document, event))
    if reason is not None:
        raise BadRequest(translate(reason))


def why_it_stays(document, *, leaves: bool) -> Message | None:
    main = main_of(document)
    if main is not document:
        if changes(main) == FREE:
            return None
        return _(
            "“${title}” is an annex of “${main}”, about which a body has decided "
            "already, so it belongs to the records and stays at its address.",
            mapping={"title": document.title, "main": main.title},
        )
    if not leaves:
        return None
    # Annexes of this very request are asked for too
    processQueue()
    annexes = [one.title for one in annexes_of(document)]
    if not annexes:
        return None
    return _(
        "“${title}” has annexes: ${annexes}. Delete or move them first.",
        mapping={"title": document.title, "annexes": ", ".join(annexes)},
    )


def follow_document(document, event) -> None:
    """A draft that is renamed keeps its annexes; in another process it names nobody."""
    if is_taken_over(document, event):
        begin_anew(document, event)
        _forget_strangers(document)
    elif is_renamed(document, event):
        _rename(document, event.oldName, event.newName)


def _rename(document, old: str, new: str) -> None:
    for one in documents_of(document).values():
        if getattr(one, "annex_of", None) == old:
            one.annex_of = new
            one.reindexObject(idxs=["kpss_annex_of"])
        if old in (getattr(one, "repeals", None) or ()):
            one.repeals = [new if name == old else name for name in one.repeals]


def _forget_strangers(document) -> None:
    """Bodies of the process where it came from."""
    process = process_of(document)
    if process is None:
        return
    bodies = IActingBodies(process).bodies()
    for name in FIELDS:
        if (getattr(aq_base(document), name, None) or None) not in (None, *bodies):
            setattr(document, name, None)
    document.reindexObject(idxs=["kpss_author_body", "kpss_annex_of"])
