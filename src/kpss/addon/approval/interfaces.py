"""What other rooms give to and take from the approval of a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.rules.acting import Acting
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


@dataclass(frozen=True)
class ActingBody:
    """A body of the process, whoever may see it; not for a reader's eyes as it is."""

    id: str
    uid: str
    title: str
    url: str
    kind: str
    exists: bool


class IActingBodies(Interface):
    """Adapter of a process: its bodies, and what the present user is in them today."""

    def bodies() -> Mapping[str, ActingBody]:
        """All bodies by id."""

    def managing_body() -> str | None:
        """Id of the body that is supreme inside the process (BER-42), or None."""

    def function_titles() -> Mapping[str, str]:
        """Titles by id of the functions that the present user may know of."""

    def acting() -> Acting:
        """What the present user is today."""

    def acting_of(user_id: str) -> Acting:
        """What an account is in the bodies today, without what it manages in the site."""

    def may_see(body_id: str) -> bool:
        """Whether the present user may see the body."""


@dataclass(frozen=True)
class ResolutionView:
    """A resolution as plain values. ``url`` None: recorded by number only."""

    uid: str | None
    body: str
    number: str | None
    on: date
    url: str | None = None
    title: str | None = None


class IResolutionBook(Interface):
    """Adapter of a process: the resolutions that decisions refer to."""

    def get(uid: str) -> ResolutionView | None:
        """The resolution of the process, whoever may see it; None: there is none."""

    def of_body(body_id: str, on: date | None = None) -> list[ResolutionView]:
        """Adopted resolutions of a body, newest first, that a decision may name."""

    def record(
        body_id: str,
        *,
        on: date,
        verb: str,
        title: str,
        text: str | None,
        number: str | None,
        subject: str | None,
        external: bool = False,
        per_rollam: bool = False,
    ) -> ResolutionView:
        """Create an adopted resolution; ``number`` None: the next one of the body.

        ``subject``: UID of what it decides. ``external``: the body keeps it by itself.
        ``per_rollam``: decided outside a meeting.
        Raises approval.refusals.Refusal with the field ``number`` where it is taken.
        """

    def numbered(body_id: str, number: str, on: date) -> ResolutionView | None:
        """The resolution of a body with this number, of this day."""

    def adopted_on_subject(uid: str) -> list[ResolutionView]:
        """Resolutions whose subject is the object with this UID, oldest first."""


class IApprovable(Interface):
    """Marks what goes through an approval chain."""


class IPinnedWith(Interface):
    """Subscription adapter of an approvable: what else a body saw beside its fields."""

    def data(on: date | None) -> dict:
        """Plain data by keys of its own, such as annexes; as of a day, None: now."""


class IApprovals(Interface):
    """Adapter of a process: its approvables that were approved, by the documents room."""

    def approved() -> list:
        """The objects, whoever may see them; no annexes."""

    def under_way() -> list:
        """The objects that are being approved, whoever may see them; no annexes."""

    def get(document_id: str) -> object | None:
        """The approvable with this id, whoever may see it."""


class IFollowers(Interface):
    """Subscription adapter of an approvable: what has its state, such as annexes."""

    def followers() -> list:
        """The objects."""


class IStepRecorded(IObjectEvent):
    """Something was recorded in the history of an approvable."""

    entry = Attribute("The ``approval.history.Record`` that was added.")
    before = Attribute("The ``rules.case.Standing`` before it.")
    after = Attribute("The ``rules.case.Standing`` after it.")
