"""What is worked out once a request: a page asks for every transition."""

from collections.abc import Callable
from collections.abc import Hashable
from typing import TypeVar
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.globalrequest import getRequest


T = TypeVar("T")
KEY = "kpss.addon.approval"


def once(key: Hashable, make: Callable[[], T]) -> T:
    """The value made for the key before in this request, or made now.

    Nothing is kept once anything was changed: what follows from it may have changed too.
    """
    request = getRequest()
    if request is None or has_changes():
        return make()
    kept = IAnnotations(request).setdefault(KEY, {})
    if key not in kept:
        kept[key] = make()
    return kept[key]


def has_changes() -> bool:
    """Whether the transaction has changed anything in the database yet."""
    connection = getattr(getSite(), "_p_jar", None)
    # What is to be written at the commit; ZODB tells it by no public name
    return connection is None or bool(connection._registered_objects)
