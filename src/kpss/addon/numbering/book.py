"""The numbers given in a site: one counter for each body and period.

Each is a persistent object of its own: two who take a number at once conflict, and the
second one, tried again by the publisher, gets the next. Kept by the UID of the body, so
a copied body begins anew.
"""

from BTrees.OOBTree import OOBTree
from kpss.addon.numbering.rules.numbers import number_in
from kpss.addon.numbering.rules.numbers import Place
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.numbering.rules.numbers import written
from persistent import Persistent
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "kpss.addon.numbers"


class NumberTaken(ValueError):
    """Another one has the number already."""


class Counter(Persistent):
    """The last number that was given, and all that are taken, by their text."""

    def __init__(self):
        self.last = 0
        self.taken = OOBTree()  # number as text -> UID of who has it

    def next(self, pattern: str, place: Place, owner: str) -> str:
        """The next number for ``owner``; one that was written by hand is passed over."""
        while True:
            self.last += 1
            text = written(pattern, self.last, place)
            if same(text) not in self.taken:
                self.taken[same(text)] = owner
                return text

    def following(self, pattern: str, place: Place) -> str:
        """What ``next`` would give; nothing is taken."""
        last = self.last + 1
        while same(written(pattern, last, place)) in self.taken:
            last += 1
        return written(pattern, last, place)

    def claim(self, text: str, number: int | None, owner: str) -> None:
        """Take a number written by hand or imported; raises NumberTaken."""
        known = self.taken.get(same(text))
        if known is not None and known != owner:
            raise NumberTaken(text)
        self.taken[same(text)] = owner
        if number is not None and number > self.last:
            self.last = number

    def give_back(self, text: str, number: int | None, owner: str) -> bool:
        """A number that nobody needs; only the last one is given again."""
        if self.taken.get(same(text)) != owner:
            return False
        del self.taken[same(text)]
        if number is None or number != self.last:
            return False
        self.last -= 1
        return True


def counter(body_uid: str, period: str) -> Counter:
    """The counter of a body in a period, for writing."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    of_body = annotations[KEY].setdefault(body_uid, OOBTree())
    if period not in of_body:
        of_body[period] = Counter()
    return of_body[period]


def owner_of(body_uid: str, period: str, text: str) -> str | None:
    """The UID of who has the number; None when nobody has."""
    found = IAnnotations(api.portal.get()).get(KEY, {}).get(body_uid, {}).get(period)
    return None if found is None else found.taken.get(same(text))


def coming_number(body_uid: str, pattern: str, place: Place) -> str:
    """The number that would be given next; somebody else may be quicker."""
    of_body = IAnnotations(api.portal.get()).get(KEY, {}).get(body_uid, {})
    return (of_body.get(place.period) or Counter()).following(pattern, place)


def give_next(body_uid: str, pattern: str, place: Place, owner: str) -> str:
    return counter(body_uid, place.period).next(pattern, place, owner)


def claim(body_uid: str, pattern: str, place: Place, text: str, owner: str) -> None:
    """Raises NumberTaken."""
    number = number_in(pattern, text, place)
    counter(body_uid, place.period).claim(text, number, owner)


def give_back(body_uid: str, pattern: str, place: Place, text: str, owner: str) -> bool:
    """Whether the number may be given again."""
    number = number_in(pattern, text, place)
    return counter(body_uid, place.period).give_back(text, number, owner)


def numbers_to_carry(uids: set[str] | None = None) -> dict[str, Any]:
    """For an export: body -> period -> last number and who has which."""
    bodies = IAnnotations(api.portal.get()).get(KEY, {})
    return {
        uid: {
            period: {"last": one.last, "taken": dict(one.taken)}
            for period, one in periods.items()
        }
        for uid, periods in bodies.items()
        # Meetings are numbered beside the resolutions of the body
        if uids is None or uid.partition(":")[0] in uids
    }


def numbers_brought(data: dict[str, Any]) -> None:
    """From an import; a number that is taken here stays with whoever has it."""
    for uid, periods in data.items():
        for period, kept in periods.items():
            present = counter(uid, period)
            for text, owner in kept["taken"].items():
                present.taken.setdefault(text, owner)
            if kept["last"] > present.last:
                present.last = kept["last"]


def forget_numbers() -> None:
    """For uninstalling."""
    IAnnotations(api.portal.get()).pop(KEY, None)
