"""Whoever is named to verify reads the minutes, also from outside the body."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterable
from functools import cached_property
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.rights.roles import Roles
from kpss.addon.minutes.history import acts_of
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.minutes import IMinutes
from kpss.addon.minutes.rules.verification import substitutes_of
from kpss.addon.process.roles import BODY_MEMBER
from zope.component import adapter
from zope.interface import implementer


READS: Roles = (BODY_MEMBER,)


@implementer(ILocalRoleProvider)
@adapter(IMinutes)
class VerifierRoles:
    """Reads as a member of the body, these minutes only; functions have roles already."""

    def __init__(self, context):
        self.context = context

    @cached_property
    def accounts(self) -> set[str]:
        """Of people named for the meeting and of substitutes."""
        named = list(meeting_of(self.context).verifiers or ())
        named += substitutes_of(acts_of(self.context)).values()
        people = (person_by_id(self.context, one) for one in named)
        return {user for one in people if (user := getattr(one, "user_id", None))}

    def getRoles(self, principal_id: str) -> Roles:
        return READS if principal_id in self.accounts else ()

    def getAllRoles(self) -> Iterable[tuple[str, Roles]]:
        return [(one, READS) for one in sorted(self.accounts)]
