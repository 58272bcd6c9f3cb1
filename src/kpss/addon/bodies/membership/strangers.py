"""A body copied into another process comes without the people of the former one."""

from kpss.addon.bodies.ledger.rebuilding import present_ledger
from kpss.addon.bodies.membership.finding import memberships_in


def drop_strangers(body, process) -> None:
    """Take out memberships whose person the process does not have.

    They never were memberships of this body, so nobody is asked whether they may go.
    """
    people = process.get("people", {})
    for membership in memberships_in(body):
        if membership.person not in people:
            present_ledger().drop_membership(membership.UID())
            membership.unindexObject()
            body._delObject(membership.getId(), suppress_events=True)
