"""Where the ledger of a site is kept."""

from kpss.addon.bodies.ledger.ledger import Ledger
from plone import api
from zope.annotation.interfaces import IAnnotations


#: The number is the format of what is kept: with every change of what the facts or
#: tables mean it grows, so that a ledger in another format is never read. Without one
#: nobody is named and nobody has rights, until it is made anew.
KEY = "kpss.addon.ledger.1"
_EMPTY = Ledger()
_PREFIX = "kpss.addon.ledger"


def ledger() -> Ledger:
    """The ledger of the present site, for reading; an empty one where there is none."""
    return IAnnotations(api.portal.get()).get(KEY, _EMPTY)


def has_ledger() -> bool:
    """Whether the site has a ledger in the present format."""
    return KEY in IAnnotations(api.portal.get())


def new_ledger() -> Ledger:
    """An empty ledger in place of any there was."""
    forget_ledger()
    found = IAnnotations(api.portal.get())[KEY] = Ledger()
    return found


def forget_ledger() -> None:
    """No ledger is left, in whatever format."""
    annotations = IAnnotations(api.portal.get())
    for key in [key for key in annotations if key.startswith(_PREFIX)]:
        del annotations[key]
