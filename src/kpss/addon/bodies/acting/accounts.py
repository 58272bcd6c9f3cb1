"""The accounts that are something in a process."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from collections.abc import Iterator
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.process import roles
from plone import api


#: Roles of the process that the Sharing tab gives to people without a membership.
OURS = frozenset(
    (
        roles.COORDINATOR,
        roles.GUARANTOR,
        roles.METHODOLOGIST,
        roles.DEPARTMENT_CLERK,
        roles.COUNCIL_SECRETARY,
    )
)


def accounts_in(process) -> set[str]:
    """Linked with a person of the process, or with a role of ours here or above."""
    found = {
        one.user_id
        for one in ledger().people(process.UID())
        if one.user_id and not one.archived
    }
    return found | set(_with_role(process))


def _with_role(process) -> Iterator[str]:
    groups = api.portal.get_tool("acl_users")
    for place in aq_chain(aq_inner(process)):
        given = getattr(place, "__ac_local_roles__", None) or {}
        for principal, held in (given() if callable(given) else given).items():
            if OURS.isdisjoint(held):
                continue
            group = groups.getGroupById(principal)
            yield from (principal,) if group is None else group.getMemberIds()
