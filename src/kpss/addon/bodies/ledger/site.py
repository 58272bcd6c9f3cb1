"""Where the ledger of a site is kept."""

from kpss.addon.bodies.ledger.ledger import Ledger
from plone import api
from zope.annotation.interfaces import IAnnotations


KEY = "kpss.addon.ledger"
_EMPTY = Ledger()


def ledger() -> Ledger:
    """The ledger of the present site, for reading; an empty one before installing."""
    return IAnnotations(api.portal.get()).get(KEY, _EMPTY)


def ledger_for_writing() -> Ledger:
    """The ledger of the present site, made when there is none."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Ledger()
    return annotations[KEY]


def forget_ledger() -> None:
    """Nothing is left; for uninstalling and rebuilding."""
    IAnnotations(api.portal.get()).pop(KEY, None)
