"""Subscribers: the ledger follows what happens to the content."""

from Acquisition import aq_base
from Acquisition import aq_parent
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.ledger.corrections import log_correction
from kpss.addon.bodies.ledger.entering import enter_body
from kpss.addon.bodies.ledger.entering import enter_membership
from kpss.addon.bodies.ledger.entering import enter_person
from kpss.addon.bodies.ledger.entering import enter_process
from kpss.addon.bodies.ledger.gathering import membership_fact
from kpss.addon.bodies.ledger.rebuilding import present_ledger
from kpss.addon.bodies.membership.finding import memberships_in
from kpss.addon.process.sections import process_of
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent


def keep_process(process, event=None) -> None:
    """Functions and public parties of the process."""
    if IContainerModifiedEvent.providedBy(event):
        return
    enter_process(present_ledger(), process)


def forget_process(process, event) -> None:
    """A process goes with everything in it, before its parts go one by one."""
    present_ledger().drop_process(process.UID())


def keep_body(body, event=None) -> None:
    """The body, its life and what its rules say of membership."""
    # Each membership added to it modifies the body as a container, too
    if not IContainerModifiedEvent.providedBy(event):
        enter_body(present_ledger(), body)


def forget_body(body, event) -> None:
    present_ledger().drop_body(body.UID())


def keep_rules(rules, event) -> None:
    """Rules were added, changed, moved or removed: their body says something else."""
    for place in _places(rules, event):
        if IBody.providedBy(place):
            keep_body(place)


def _places(rules, event) -> list:
    """Where the rules are and were; nowhere when more than the rules goes."""
    if not IObjectMovedEvent.providedBy(event):
        return [aq_parent(rules)]
    if aq_base(event.object) is aq_base(rules):
        return [event.oldParent, event.newParent]
    return [] if event.newParent is None else [aq_parent(rules)]


def keep_person(person, event=None) -> None:
    enter_person(present_ledger(), person)


def follow_person(person, event) -> None:
    """A person who was moved or removed leaves the process where he or she was."""
    if aq_base(event.object) is not aq_base(person) or event.oldParent is None:
        return
    former = process_of(event.oldParent)
    if former is not None:
        present_ledger().drop_person(former.UID(), event.oldName)
    if event.newParent is not None:
        keep_person(person)


def keep_membership(membership, event=None) -> None:
    """The membership as it is now; a change of one that was kept is logged."""
    book = present_ledger()
    before = book.membership(membership.UID())
    if before is not None:
        log_correction(membership, before, membership_fact(membership))
    enter_membership(book, membership)


def follow_membership(membership, event) -> None:
    """A membership was added, given another id, or removed."""
    if event.newParent is None:
        forget_membership(membership)
    else:
        keep_membership(membership)


def forget_membership(membership) -> None:
    present_ledger().drop_membership(membership.UID())


def refresh_process(process) -> None:
    """After ids of bodies changed: everything that names bodies is read again."""
    keep_process(process)
    for body in process["bodies"].objectValues():
        keep_body(body)
    for membership in memberships_in(process):
        # The same membership under a new name of a body: nothing to log
        if membership.reserved_by:
            enter_membership(present_ledger(), membership)
