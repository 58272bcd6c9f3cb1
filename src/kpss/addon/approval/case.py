"""An approvable as the rules see it: its chain, its history and where it stands."""

from AccessControl import getSecurityManager
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from kpss.addon.approval.chains.reading import chains_of
from kpss.addon.approval.frozen import settled
from kpss.addon.approval.history import EFFECT
from kpss.addon.approval.history import Record
from kpss.addon.approval.interfaces import ActingBody
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.memo import once
from kpss.addon.approval.past import Past
from kpss.addon.approval.past import past_of
from kpss.addon.approval.rules.acting import Acting
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.case import Standing
from kpss.addon.approval.rules.case import STARTABLE
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import chain_for
from kpss.addon.approval.rules.deadlines import deadline
from kpss.addon.approval.rules.facts import Document
from kpss.addon.approval.rules.validity import Validity
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.process.sections import process_of
from kpss.addon.process.uids import uid_of


#: Chain of a document for which the process has none.
NO_CHAIN = Chain("", "", ())


class Case:
    """Gathered once; a new one is made after anything was recorded (``case_of``)."""

    def __init__(self, obj):
        self.obj = obj
        self.process = process_of(obj)

    @cached_property
    def _past(self) -> Past:
        return past_of(self.obj)

    @property
    def records(self) -> list[Record]:
        return self._past.records

    @property
    def moving(self) -> list[Record]:
        """Entries that move it along, all starts included."""
        return self._past.moving

    @property
    def has_started(self) -> bool:
        return self._past.last_start is not None

    @cached_property
    def bodies(self) -> Mapping[str, ActingBody]:
        return IActingBodies(self.process).bodies()

    @cached_property
    def acting(self) -> Acting:
        return IActingBodies(self.process).acting()

    @cached_property
    def chain(self) -> Chain:
        """The chain that it follows, or followed last; else the one it would start."""
        if not self.has_started:
            return self.offered[0] if self.offered else NO_CHAIN
        return self._past.chain

    @cached_property
    def offered(self) -> tuple[Chain, ...]:
        """Chains that it may start, for its kind and purpose, settled for its author."""
        found = chain_for(
            chains_of(self.process), self.obj.document_kind, self.obj.purpose
        )
        return tuple(settled(one, self.obj.author_body, self.bodies) for one in found)

    @cached_property
    def frozen_bodies(self) -> Mapping[str, Mapping[str, str]]:
        """Titles and kinds of the bodies as they were called when it started."""
        if not self.has_started:
            return {}
        return self._past.start.chain["bodies"]

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Kinds of bodies by id; of a running document those of its start."""
        return Kinds(self)

    def body_title(self, body_id: str | None) -> str:
        """What the body is called; as it was called when the document started."""
        if body_id in self.frozen_bodies:
            return self.frozen_bodies[body_id]["title"]
        return self.bodies[body_id].title if body_id in self.bodies else body_id or ""

    @cached_property
    def standing(self) -> Standing:
        if not self.has_started:
            return follow(self.chain, ())
        return self._past.standing

    @cached_property
    def starts_with(self) -> Chain:
        """The chain of the next start."""
        if self.standing.status in STARTABLE:
            return self.offered[0] if self.offered else NO_CHAIN
        return self.chain

    @cached_property
    def document(self) -> Document:
        if not self.obj.important:
            # The managing body has a say in important ones only
            return Document(kind=self.obj.document_kind)
        return Document(
            kind=self.obj.document_kind,
            important=True,
            managing_body=IActingBodies(self.process).managing_body(),
        )

    @cached_property
    def deadline(self) -> date | None:
        """The last day of the current step; None: it has none."""
        standing = self.standing
        if standing.current is None or standing.since is None:
            return None
        step = self.chain.steps[standing.current]
        return deadline(step, standing.since, HOLIDAYS)

    @cached_property
    def approving(self) -> Record | None:
        """The entry by which it was approved."""
        return self.moving[-1] if self.standing.status == APPROVED else None

    @cached_property
    def validity(self) -> Validity:
        """From when to when, and what it repeals, as it was approved."""
        if self.approving is None:
            return Validity(self.obj.getId())
        more = self.approving.more or {}
        for record in self.records:
            # A correction of the dates is an entry of its own
            if record.kind == EFFECT and record.more:
                more = {**more, **record.more}
        return Validity(
            key=self.obj.getId(),
            approved_on=self.approving.on,
            effect_on=_day(more.get("effect_on")),
            valid_to=_day(more.get("valid_to")),
            repeals=tuple(more.get("repeals") or ()),
        )


class Kinds(Mapping[str, str]):
    """Kinds of bodies; the process is asked only for one that the start does not know.

    Most decisions therefore look at no other body than those of their chain.
    """

    def __init__(self, case: Case):
        self.case = case

    def __getitem__(self, body_id: str) -> str:
        known = self.case.frozen_bodies.get(body_id)
        if known is not None:
            return known["kind"]
        if not body_id:
            raise KeyError(body_id)
        return self.case.bodies[body_id].kind

    def __iter__(self) -> Iterator[str]:
        return iter({*self.case.bodies, *self.case.frozen_bodies})

    def __len__(self) -> int:
        return len(set(self))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def case_of(obj) -> Case:
    """The case, worked out once a request until anything is recorded or changed."""
    user = getSecurityManager().getUser().getId()
    return once(("case", uid_of(obj), user, date.today()), lambda: Case(obj))
