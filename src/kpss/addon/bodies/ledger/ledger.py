"""The ledger: plain facts of people, memberships and bodies, and what follows.

One persistent object per site, in its annotations, kept by events (``keeping``) and
rebuilt by one command (``rebuilding``). It knows no content, only facts; so rosters and
rights are read without waking objects. Everything in it is private: ``roster`` and
``rights`` are the only rooms that read it for others.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterable
from collections.abc import Iterator
from kpss.addon.bodies.rules.facts import BodyFact
from kpss.addon.bodies.rules.facts import FunctionFact
from kpss.addon.bodies.rules.facts import MembershipFact
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.grants import Grant
from kpss.addon.bodies.rules.grants import grants_of
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.bodies.rules.stints import stints_of
from persistent import Persistent


#: A person is known by process and id: the same id in a copied process is another one.
Who = tuple[str, str]


class Ledger(Persistent):
    """Facts come in by ``put_…`` and go by ``drop_…``; what follows is kept in step."""

    def __init__(self):
        self._processes = OOBTree()  # process → functions and public parties
        self._bodies = OOBTree()  # body → BodyFact
        self._of_process = OOBTree()  # process → bodies
        self._people = OOBTree()  # Who → PersonFact
        self._memberships = OOBTree()  # membership → MembershipFact
        self._of_person = OOBTree()  # Who → memberships
        self._recorded_in = OOBTree()  # body → memberships recorded in it
        self._stints = OOBTree()  # Who → stints
        self._seated_in = OOBTree()  # body → ids of people with a stint in it
        self._accounts = OOBTree()  # user id → people linked with the account
        self._grants = OOBTree()  # user id → grants

    # What is read

    def structure(self, process: str) -> Structure:
        """The bodies and functions of a process; empty when it is not known."""
        functions, parties = self._processes.get(process, ((), frozenset()))
        return Structure(
            process,
            {uid: self._bodies[uid] for uid in self._of_process.get(process, ())},
            {one.id: one for one in functions},
            parties,
        )

    def body(self, uid: str) -> BodyFact | None:
        return self._bodies.get(uid)

    def person(self, process: str, person: str) -> PersonFact | None:
        return self._people.get((process, person))

    def people(self, process: str) -> list[PersonFact]:
        """Everybody recorded in the process, in Czech order."""
        found = self._people.values((process, ""), (process, "\uffff"))
        return sorted(found, key=lambda one: (one.sort, one.id))

    def membership(self, uid: str) -> MembershipFact | None:
        return self._memberships.get(uid)

    def recorded_in(self, body: str) -> list[MembershipFact]:
        """Memberships that stand in the body itself."""
        return [self._memberships[uid] for uid in self._recorded_in.get(body, ())]

    def recorded_of(self, process: str, person: str) -> list[MembershipFact]:
        """All memberships of a person in the process."""
        return [
            self._memberships[uid] for uid in self._of_person.get((process, person), ())
        ]

    def stints_in(self, body: str) -> Iterator[Stint]:
        """What everybody is and was in the body, own and derived."""
        fact = self._bodies.get(body)
        for person in self._seated_in.get(body, ()) if fact is not None else ():
            for stint in self._stints[fact.process, person]:
                if stint.body == body:
                    yield stint

    def stints_of(self, process: str, person: str) -> tuple[Stint, ...]:
        return self._stints.get((process, person), ())

    def grants_of(self, user_id: str) -> tuple[Grant, ...]:
        return self._grants.get(user_id, ())

    def people_of(self, user_id: str) -> tuple[Who, ...]:
        """The people linked with an account, at most one in a process."""
        return self._accounts.get(user_id, ())

    def person_of(self, process: str, user_id: str) -> PersonFact | None:
        """The person of the process that is linked with an account."""
        for known, person in self.people_of(user_id):
            if known == process:
                return self.person(process, person)
        return None

    # What is written

    def put_process(
        self,
        uid: str,
        functions: Iterable[FunctionFact],
        public_parties: Iterable[str],
    ) -> None:
        known = tuple(functions), frozenset(public_parties)
        if self._processes.get(uid) != known:
            self._processes[uid] = known
            self._settle_all(uid)

    def drop_process(self, uid: str) -> None:
        """Everything of the process goes, at once."""
        for who in list(self._people.keys((uid, ""), (uid, "\uffff"))):
            self._unlink(who)
            del self._people[who]
        for who in list(self._of_person.keys((uid, ""), (uid, "\uffff"))):
            for membership in self._of_person.pop(who):
                del self._memberships[membership]
            self._stints.pop(who, None)
        for body in self._of_process.pop(uid, ()):
            for table in (self._bodies, self._recorded_in, self._seated_in):
                table.pop(body, None)
        self._processes.pop(uid, None)

    def put_body(self, fact: BodyFact) -> None:
        if self._bodies.get(fact.uid) == fact:
            return
        self._leave_other_process(fact)
        self._bodies[fact.uid] = fact
        _add(self._of_process, fact.process, fact.uid)
        self._settle_all(fact.process)

    def _leave_other_process(self, fact: BodyFact) -> None:
        """A body that moved between processes leaves the former one."""
        known = self._bodies.get(fact.uid)
        if known is not None and known.process != fact.process:
            self.drop_body(fact.uid)

    def drop_body(self, uid: str) -> None:
        fact = self._bodies.pop(uid, None)
        if fact is not None:
            _discard(self._of_process, fact.process, uid)
            self._settle_all(fact.process)

    def put_person(self, fact: PersonFact) -> None:
        who = fact.process, fact.id
        if self._people.get(who) == fact:
            return
        self._unlink(who)
        self._people[who] = fact
        if fact.user_id:
            linked = self._accounts.get(fact.user_id, ())
            self._accounts[fact.user_id] = tuple(sorted({*linked, who}))
            self._grant(fact.user_id)

    def drop_person(self, process: str, person: str) -> None:
        who = process, person
        self._unlink(who)
        self._people.pop(who, None)

    def put_membership(self, fact: MembershipFact) -> None:
        known = self._memberships.get(fact.uid)
        if known == fact:
            return
        if known is not None:
            self.drop_membership(fact.uid)
        self._memberships[fact.uid] = fact
        _add(self._recorded_in, fact.body, fact.uid)
        _add(self._of_person, (fact.process, fact.person), fact.uid)
        self._settle(fact.process, fact.person)

    def drop_membership(self, uid: str) -> None:
        fact = self._memberships.pop(uid, None)
        if fact is not None:
            _discard(self._recorded_in, fact.body, uid)
            _discard(self._of_person, (fact.process, fact.person), uid)
            self._settle(fact.process, fact.person)

    # What follows

    def _settle_all(self, process: str) -> None:
        structure = self.structure(process)
        keys = self._of_person.keys((process, ""), (process, "\uffff"))
        for _process, person in list(keys):
            self._settle(process, person, structure)

    def _settle(
        self, process: str, person: str, structure: Structure | None = None
    ) -> None:
        """Stints and grants of one person follow from the facts."""
        who = process, person
        before = self._stints.get(who, ())
        after = stints_of(
            self.recorded_of(process, person), structure or self.structure(process)
        )
        if after == before:
            return
        if after:
            self._stints[who] = after
        else:
            del self._stints[who]
        left = {one.body for one in before} - {one.body for one in after}
        entered = {one.body for one in after} - {one.body for one in before}
        for body in left:
            _discard(self._seated_in, body, person)
        for body in entered:
            _add(self._seated_in, body, person)
        fact = self._people.get(who)
        if fact is not None and fact.user_id:
            self._grant(fact.user_id)

    def _grant(self, user_id: str) -> None:
        grants = tuple(
            grant
            for process, person in self._accounts.get(user_id, ())
            for grant in grants_of(process, self.stints_of(process, person))
        )
        if grants:
            self._grants[user_id] = grants
        else:
            self._grants.pop(user_id, None)

    def _unlink(self, who: Who) -> None:
        """The account that the person was linked with loses what came from it."""
        fact = self._people.get(who)
        if fact is None or not fact.user_id:
            return
        rest = tuple(one for one in self._accounts.get(fact.user_id, ()) if one != who)
        if rest:
            self._accounts[fact.user_id] = rest
        else:
            self._accounts.pop(fact.user_id, None)
        self._grant(fact.user_id)


def _add(table: OOBTree, key, value: str) -> None:
    if key not in table:
        table[key] = OOTreeSet()
    table[key].insert(value)


def _discard(table: OOBTree, key, value: str) -> None:
    known = table.get(key)
    if known is not None and value in known:
        known.remove(value)
        if not known:
            del table[key]
