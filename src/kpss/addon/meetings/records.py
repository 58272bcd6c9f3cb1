"""What is recorded of a meeting beside its fields, as plain JSON in BTrees.

One key is one person (or guest, or sending): two who record at the same time different
people do not conflict. A value is replaced, never changed in place. Plain BTrees in an
annotation open also when this package is gone; a copy begins without them.
"""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "kpss.addon.meeting"
OF_MEETING = (
    "attendance",
    "guests",
    "replies",
    "sendings",
    "sittings",
    "links",
    "invited",
    "tellings",
)
OF_ITEM = ("votes", "interests", "ballots")
ROSTER, REVISION, CALENDAR = "roster", "revision", "calendar"
#: Of a meeting: how much was recorded of it and of its items.
SHOWN = "shown"
#: Kept as one value.
WHOLE = (ROSTER, CALENDAR)
Values = Mapping[str, Any]


class Records:
    """The records of one object; the same object always has the same ones."""

    names: tuple[str, ...] = ()

    def __init__(self, context):
        self.context = context
        kept = IAnnotations(context)
        if KEY not in kept:
            kept[KEY] = _empty(self.names)
        self.kept: OOBTree = kept[KEY]

    def __getitem__(self, name: str) -> OOBTree:
        return self.kept[name]

    @property
    def revision(self) -> int:
        """Grows with every change: whether what somebody saw is still so."""
        return self.kept[REVISION]()

    def touch(self) -> None:
        """Say that something was recorded; two who do so do not conflict."""
        self.kept[REVISION].change(1)

    def put(self, name: str, key: str, value: Values) -> None:
        """Keep a value, which is not to be changed any more."""
        self.kept[name][key] = dict(value)
        self.touch()

    def drop(self, name: str, key: str) -> None:
        if self.kept[name].pop(key, None) is not None:
            self.touch()


class MeetingRecords(Records):
    """Of a meeting, see docs/architecture.md.

    ``roster``: {"on", "taken", "frozen", "snapshot"}; None until it was taken.
    ``attendance`` and ``replies`` by member (UID of a membership), ``guests`` by random
    keys, ``sendings`` and ``sittings`` by keys that grow with time. ``links``: digests of
    signed links; ``invited``: guests of this meeting by random keys; ``tellings``: what
    all were told, by number; ``calendar``: {"sequence", "shown"}, None at first.
    """

    names = OF_MEETING

    @property
    def shown(self) -> int:
        """Grows with every record of the meeting and of an item in it, for caches."""
        counter = self.kept.get(SHOWN)
        return counter() if counter is not None else 0

    def show(self) -> None:
        if SHOWN not in self.kept:
            self.kept[SHOWN] = Length()
        self.kept[SHOWN].change(1)

    def touch(self) -> None:
        super().touch()
        self.show()

    @property
    def roster(self) -> dict[str, Any] | None:
        return self.kept.get(ROSTER)

    @roster.setter
    def roster(self, value: dict[str, Any]) -> None:
        self.kept[ROSTER] = value
        self.touch()

    @property
    def is_frozen(self) -> bool:
        """Whether the roster stays as it is: the meeting was opened."""
        return bool((self.roster or {}).get("frozen"))

    @property
    def snapshot(self) -> dict[str, Any]:
        """The roster as ``bodies.roster.snapshot`` made it; empty until it was taken."""
        return (self.roster or {}).get("snapshot") or {"items": []}

    @property
    def calendar(self) -> dict[str, Any] | None:
        return self.kept.get(CALENDAR)

    @calendar.setter
    def calendar(self, value: dict[str, Any]) -> None:
        # Nobody records it, so nobody is told that something was recorded
        self.kept[CALENDAR] = value

    @property
    def attendance(self) -> OOBTree:
        return self.kept["attendance"]

    @property
    def guests(self) -> OOBTree:
        return self.kept["guests"]

    @property
    def replies(self) -> OOBTree:
        return self.kept["replies"]

    @property
    def sendings(self) -> OOBTree:
        return self.kept["sendings"]

    @property
    def sittings(self) -> OOBTree:
        return self.kept["sittings"]

    @property
    def links(self) -> OOBTree:
        return self.kept["links"]

    @property
    def invited(self) -> OOBTree:
        return self.kept["invited"]

    @property
    def tellings(self) -> OOBTree:
        return self.kept["tellings"]


class ItemRecords(Records):
    """Of an item: ``votes`` by keys that grow with time, ``interests`` by member.

    ``ballots``: those that members gave themselves outside a meeting, by member.
    """

    names = OF_ITEM

    def touch(self) -> None:
        super().touch()
        records_of(aq_parent(aq_inner(self.context))).show()

    @property
    def votes(self) -> OOBTree:
        return self.kept["votes"]

    @property
    def interests(self) -> OOBTree:
        return self.kept["interests"]

    @property
    def ballots(self) -> OOBTree:
        return self.kept["ballots"]


def _empty(names: tuple[str, ...]) -> OOBTree:
    made = OOBTree({name: OOBTree() for name in names})
    made[REVISION], made[SHOWN] = Length(), Length()
    return made


def records_of(meeting) -> MeetingRecords:
    return MeetingRecords(meeting)


def votes_of(item) -> ItemRecords:
    return ItemRecords(item)


def begin(obj, event=None) -> None:
    """Subscriber: what is added has empty records, so that reading writes nothing."""
    kind_of(obj)(obj)


def forget(obj, event=None) -> None:
    """Subscriber: a copy is a new meeting, nothing was recorded of it."""
    kept = getattr(aq_base(obj), "__annotations__", None)
    if kept is not None:
        kept.pop(KEY, None)


def kind_of(obj) -> type[Records]:
    return MeetingRecords if obj.portal_type == "kpss.Meeting" else ItemRecords


def records_to_carry(uids: set[str] | None = None) -> dict[str, Any]:
    """For an export: UID -> the records that are not empty."""
    return {
        obj.UID(): dict(_plain(kind_of(obj)(obj).kept))
        for obj in _with_records()
        if uids is None or obj.UID() in uids
    }


def _plain(kept: OOBTree) -> Iterator[tuple[str, Any]]:
    for name, value in kept.items():
        if name == REVISION:
            yield name, value()
        elif isinstance(value, OOBTree):
            yield name, dict(value)
        elif name != SHOWN:
            yield name, value


def records_brought(data: dict[str, Any]) -> None:
    """From an import; what has records here already keeps them."""
    for obj in _with_records():
        brought = data.get(obj.UID())
        records = kind_of(obj)(obj)
        if not brought or records.revision:
            continue
        for name in records.names:
            records.kept[name].update(brought.get(name) or {})
        for name in WHOLE:
            if brought.get(name):
                records.kept[name] = brought[name]
        records.kept[REVISION].set(brought.get(REVISION) or 0)


def _with_records() -> Iterator:
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        portal_type=["kpss.Meeting", "kpss.AgendaItem"]
    ):
        yield brain._unrestrictedGetObject()
