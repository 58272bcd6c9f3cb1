"""Writing what was judged: people first, then endings, then beginnings."""

from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.recording.changes import Beginning
from kpss.addon.bodies.recording.changes import Changes
from kpss.addon.bodies.recording.changes import Ending
from kpss.addon.bodies.recording.people import PersonDraft
from kpss.addon.process.template_content import add_content
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


def write(process, changes: Changes) -> list:
    """Do all of it; answer the new memberships in the order of the beginnings."""
    for person in changes.people:
        write_person(process, person)
    for old in changes.endings:
        write_ending(old)
    return [write_beginning(new) for new in changes.beginnings]


def write_person(process, draft: PersonDraft):
    return add_content(process["people"], "kpss.Person", draft.id, **draft.new)


def write_beginning(new: Beginning):
    return add_content(new.body, "kpss.Membership", new.id, **new.complete)


def write_ending(old: Ending) -> None:
    """Give the last day; the ledger logs it."""
    membership = old.membership
    membership.valid_to = old.last_day
    if old.reason:
        membership.end_reason = old.reason
    changed = Attributes(IMembership, "valid_to", "end_reason")
    notify(ObjectModifiedEvent(membership, changed))


def write_organisation(process, values: dict):
    """A new organisation; its id is made from its title."""
    return createContentInContainer(
        process["providers"], "kpss.Organisation", checkConstraints=False, **values
    )
