"""The bodies of a process and what the present user is in them, for the approval."""

from collections.abc import Iterator
from collections.abc import Mapping
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
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.bodies.registry import seen_functions
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.process import roles
from kpss.addon.process.process import IProcess
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
        return self._once("managing", self._managing)

    def function_titles(self) -> Mapping[str, str]:
        return {row["id"]: row["title"] for row in seen_functions(self.process)}

    def acting(self) -> Acting:
        user_id = api.user.get_current().getId()
        return self._once(f"acting {user_id}", lambda: self._present(user_id))

    def acting_of(self, user_id: str) -> Acting:
        return self._acting(user_id)

    def may_see(self, body_id: str) -> bool:
        return may_see_body(self.process, body_id)

    def _once(self, what: str, make):
        return once((what, self.process.UID(), date.today()), make)

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
            for fact in body_facts(self.process)
        }

    def _managing(self) -> str | None:
        found = [fact["id"] for fact in body_facts(self.process) if fact["supreme"]]
        return found[0] if found else None

    def _present(self, user_id: str | None) -> Acting:
        if user_id is None:
            return Acting()
        manages = bool(api.user.has_permission(RECORD_ANY, obj=self.process))
        return replace(self._acting(user_id), manages=manages)

    def _acting(self, user_id: str) -> Acting:
        here = set(api.user.get_roles(username=user_id, obj=self.process))
        held = (*self._held(user_id), *self._held_by_role(here))
        return Acting(
            user=user_id,
            person=self._person(user_id),
            held=held,
            member_of=frozenset(self._seats(user_id)),
            coordinates=roles.COORDINATOR in here,
            advises=roles.METHODOLOGIST in here,
        )

    def _person(self, user_id: str) -> str | None:
        for process, person in ledger().people_of(user_id):
            if process == self.process.UID():
                return person
        return None

    def _grants(self, user_id: str) -> Iterator[tuple[str, str]]:
        """Names of what is held today with the ids of the bodies."""
        today, ids = date.today(), {one.uid: one.id for one in self.bodies().values()}
        for grant in ledger().grants_of(user_id):
            if grant.scope in ids and grant.span.holds(today):
                yield grant.name, ids[grant.scope]

    def _held(self, user_id: str) -> Iterator[Held]:
        kinds = {row["id"]: row["kind"] for row in self.process.functions or ()}
        for name, body in self._grants(user_id):
            if name in kinds:
                yield Held(name, kinds[name], body)

    def _seats(self, user_id: str) -> Iterator[str]:
        for name, body in self._grants(user_id):
            if name == MEMBER:
                yield body

    def _held_by_role(self, here: set[str]) -> Iterator[Held]:
        """A role on the process counts as the functions of its kind."""
        for role, kind in KIND_OF_ROLE.items():
            if role not in here:
                continue
            for row in self.process.functions or ():
                if row["kind"] == kind:
                    yield Held(row["id"], kind, row.get("body") or "")
