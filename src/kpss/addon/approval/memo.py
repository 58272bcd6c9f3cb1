"""What is worked out once a request: a page asks for every transition."""

from collections.abc import Callable
from collections.abc import Hashable
from typing import TypeVar
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
import transaction


T = TypeVar("T")
KEY = "kpss.addon.approval"
#: Beside the values: what was saved of the transaction when they were made.
SAVED = object()


def once(key: Hashable, make: Callable[[], T]) -> T:
    """The value made for the key before in this request, or made now.

    Nothing is kept once anything was changed: what follows from it may have changed too.
    """
    request = getRequest()
    position = _saved()
    if request is None or position is None:
        return make()
    kept = IAnnotations(request).setdefault(KEY, {})
    # The transaction itself: what was committed begins another one
    saved = transaction.get(), position
    if kept.get(SAVED) != saved:
        kept.clear()
        kept[SAVED] = saved
    if key not in kept:
        kept[key] = make()
    return kept[key]


def _saved() -> int | None:
    """How much of the transaction stands in savepoints; None: there are changes beside.

    A savepoint puts the changes away: without this they would seem never to have been
    made, and after a rollback never to have gone.
    """
    connection = getattr(getSite(), "_p_jar", None)
    # What is to be written at the commit; ZODB tells it by no public name
    if connection is None or connection._registered_objects:
        return None
    storage = connection._savepoint_storage
    return 0 if storage is None else storage.position


def has_changes() -> bool:
    """Whether the transaction has changed anything that stands in no savepoint yet."""
    return _saved() is None
