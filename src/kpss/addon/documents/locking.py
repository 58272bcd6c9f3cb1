"""Whether a text may be changed once bodies have decided about it, or it is approved."""

from kpss.addon.approval.case import Case
from kpss.addon.approval.pinning import pinned
from kpss.addon.approval.pinning import plain
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.wording import change_of_text
from kpss.addon.approval.rules.wording import CLOSED
from kpss.addon.approval.rules.wording import LOCKED
from kpss.addon.approval.rules.wording import NEEDS_NOTE
from kpss.addon.approval.same_text import same
from kpss.addon.documents.fields import main_of
from kpss.addon.i18n import _
from plone.uuid.interfaces import IUUID
from typing import Any
from z3c.form.interfaces import NOT_CHANGED
from zope.i18nmessageid import Message


#: What a decision is about.
DECIDED_FIELDS = ("title", "text", "file")

WHY = {
    LOCKED: _(
        "A body has decided about this text. It can be changed after the document is "
        "returned to the draft."
    ),
    CLOSED: _(
        "The document has been approved, so its text stays. Propose a change: a new "
        "document repeals this one when it is approved."
    ),
}


def changes(document) -> str:
    """What it takes to change the text now, by the rules; of an annex as of its main."""
    case = Case(main_of(document))
    return change_of_text(case.standing, getattr(case.process, "text_changes", None))


def refuse_change(document, data) -> tuple[str, Message] | None:
    """The field that may not be changed so, and why; ``data`` has the new values.

    Over REST the content has the new values already: they are compared with the copy
    that was kept with the decision.
    """
    if IUUID(document, None) is None:
        # On its way into the section: nobody has decided anything
        return None
    answer = changes(document)
    if answer not in WHY:
        return None
    copy = copy_of_decision(document)
    for name in DECIDED_FIELDS if copy is not None else ():
        new = getattr(data, name)
        # A form sends no file when the one that is there stays
        if new is not NOT_CHANGED and not same(plain(new), copy.get(name)):
            return name, WHY[answer]
    return None


def copy_of_decision(document) -> dict[str, Any] | None:
    """What the last body decided about; None where no copy is kept."""
    main = main_of(document)
    case = Case(main)
    found = [one for one in case.moving if one.decided_copy and one.kind != STARTED]
    copy = pinned(main.UID(), found[-1].decided_copy) if found else None
    if copy is None or main is document:
        return copy
    for annex in copy.get("annexes") or ():
        if annex.get("annex_number") == document.annex_number:
            return annex
    return None


def needs_note(document) -> bool:
    """Whether a change of the text has to say what was changed and why."""
    return IUUID(document, None) is not None and changes(document) == NEEDS_NOTE


def text_of(document) -> dict[str, Any]:
    """What a decision is about, as plain values."""
    return {name: plain(getattr(document, name)) for name in DECIDED_FIELDS}
