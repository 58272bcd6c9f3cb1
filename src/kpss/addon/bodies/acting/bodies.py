"""The bodies of a process and what the present user is in them, for the approval."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from kpss.addon.approval.interfaces import ActingBody
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.memo import once
from kpss.addon.approval.possible import RECORD_ANY
from kpss.addon.approval.rules.acting import Acting
from kpss.addon.approval.rules.acting import CLERK
from kpss.addon.approval.rules.acting import GUARANTOR
from kpss.addon.approval.rules.acting import Held
from kpss.addon.approval.rules.acting import SECRETARY
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import exists
from kpss.addon.bodies.registry import Fact
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.bodies.registry import seen_functions
from kpss.addon.bodies.rules.grants import Grant
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.process import roles
from kpss.addon.process.process import IProcess
from kpss.addon.process.uids import uid_of
from plone import api
from zope.component import adapter
from zope.interface import implementer


#: Roles given in the Sharing tab mean the functions of this kind.
KIND_OF_ROLE = {
    roles.DEPARTMENT_CLERK: CLERK,
    roles.GUARANTOR: GUARANTOR,
    roles.COUNCIL_SECRETARY: SECRETARY,
}


@implementer(IActingBodies)
@adapter(IProcess)
class ActingBodies:
    """Read once a request: a page asks for every transition."""

    def __init__(self, process):
        self.process = process

    def bodies(self) -> Mapping[str, ActingBody]:
        return self._once("bodies", self._bodies)

    def managing_body(self) -> str | None:
        return self._managing()

    def function_titles(self) -> Mapping[str, str]:
        return {row["id"]: row["title"] for row in seen_functions(self.process)}

    def acting(self) -> Acting:
        security = getSecurityManager()
        who = security.getUser().getId()
        return self._once(f"acting {who}", lambda: self._present(security))

    def acting_of(self, user_id: str) -> Acting:
        user = api.user.get(userid=user_id)
        return self._acting(user.getUser()) if user is not None else Acting()

    def may_see(self, body_id: str) -> bool:
        return may_see_body(self.process, body_id)

    def _once(self, what: str, make):
        return once((what, uid_of(self.process), date.today()), make)

    def _bodies(self) -> dict[str, ActingBody]:
        today = date.today()
        return {
            fact["id"]: ActingBody(
                id=fact["id"],
                uid=fact["UID"],
                title=fact["title"],
                url=fact["url"],
                kind=fact["kind"],
                exists=exists(fact, today),
            )
            for fact in self._facts()
        }

    def _managing(self) -> str | None:
        found = [fact["id"] for fact in self._facts() if fact["supreme"]]
        return found[0] if found else None

    def _facts(self) -> list[Fact]:
        return self._once("facts", lambda: body_facts(self.process))

    def _present(self, security) -> Acting:
        manages = bool(security.checkPermission(RECORD_ANY, self.process))
        return replace(self._acting(security.getUser()), manages=manages)

    def _acting(self, user) -> Acting:
        user_id = user.getId()
        if user_id is None:
            return Acting()
        here = set(user.getRolesInContext(self.process))
        known = ledger()
        grants = tuple(self._here_today(known.grants_of(user_id)))
        person = known.person_of(uid_of(self.process), user_id)
        return Acting(
            user=user_id,
            person=person.id if person is not None else None,
            held=(*self._held(grants), *self._held_by_role(here)),
            member_of=frozenset(body for name, body in grants if name == MEMBER),
            coordinates=roles.COORDINATOR in here,
            advises=roles.METHODOLOGIST in here,
        )

    def _here_today(self, grants: Sequence[Grant]) -> Iterator[tuple[str, str]]:
        """Names of what is held today with the ids of the bodies."""
        if not grants:
            return
        today, ids = date.today(), {one.uid: one.id for one in self.bodies().values()}
        for grant in grants:
            if grant.scope in ids and grant.span.holds(today):
                yield grant.name, ids[grant.scope]

    def _held(self, grants: Iterable[tuple[str, str]]) -> Iterator[Held]:
        kinds = {row["id"]: row["kind"] for row in self.process.functions or ()}
        for name, body in grants:
            if name in kinds:
                yield Held(name, kinds[name], body)

    def _held_by_role(self, here: set[str]) -> Iterator[Held]:
        """A role on the process counts as the functions of its kind."""
        for role, kind in KIND_OF_ROLE.items():
            if role not in here:
                continue
            for row in self.process.functions or ():
                if row["kind"] == kind:
                    yield Held(row["id"], kind, row.get("body") or "")
