"""A draft is recorded: organisations, people, memberships; nothing is published."""

from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.bodies.importing.draft import Draft
from kpss.addon.bodies.importing.plans import MembershipPlan
from kpss.addon.bodies.importing.plans import PersonPlan
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.process.template_content import add_content
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


@dataclass(frozen=True)
class Recorded:
    """How many were created, and how many of those that were there changed."""

    organisations: int = 0
    people: int = 0
    memberships: int = 0
    changed_people: int = 0
    changed_memberships: int = 0


class NotReady(ValueError):
    """The draft has errors; nothing was recorded."""


def apply_draft(process, draft: Draft) -> Recorded:
    """Record everything in one transaction. Raises NotReady when the draft has errors."""
    if not draft.ready:
        raise NotReady(draft)
    for address, title in draft.organisations.items():
        add_content(process["providers"], "kpss.Organisation", address, title=title)
    people = [_record_person(process["people"], one) for one in draft.people.values()]
    memberships = [_record_membership(one) for one in _principals_first(draft)]
    return Recorded(
        len(draft.organisations),
        people.count("new"),
        memberships.count("new"),
        people.count("changed"),
        memberships.count("changed"),
    )


def _principals_first(draft: Draft) -> Iterable[MembershipPlan]:
    return sorted(
        draft.memberships, key=lambda one: bool(one.values.get("substitute_of"))
    )


def _record_person(section, plan: PersonPlan) -> str:
    """ "new", "changed" or "same"."""
    given = [
        {"what": what, "given_on": day, "text_version": None, "withdrawn_on": None}
        for what, day in plan.consents.items()
    ]
    if plan.obj is None:
        add_content(section, "kpss.Person", plan.id, **plan.values, consents=given)
        return "new"
    values = {name: plan.values[name] for name in sorted(plan.changed)}
    if given:
        values["consents"] = [*(plan.obj.consents or ()), *given]
    return _change(plan.obj, IPerson, values)


def _record_membership(plan: MembershipPlan) -> str:
    """ "new", "changed" or "same"."""
    if plan.obj is None:
        add_content(plan.body, "kpss.Membership", plan.id, **plan.values)
        return "new"
    values = {name: plan.values[name] for name in sorted(plan.changed)}
    return _change(plan.obj, IMembership, values)


def _change(obj, schema, values: dict) -> str:
    if not values:
        return "same"
    for name, value in values.items():
        setattr(obj, name, value)
    notify(ObjectModifiedEvent(obj, Attributes(schema, *values)))
    return "changed"
