"""Going back to an earlier version is a change of the text like any other."""

from collections.abc import Iterator
from contextlib import contextmanager
from kpss.addon.documents.changing import told
from kpss.addon.documents.locking import changes
from kpss.addon.documents.locking import WHY
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from zope.i18nmessageid import Message


class RevertRefused(Exception):
    """The text may not be changed now; the argument says why."""

    @property
    def sentence(self) -> Message:
        return self.args[0]


@contextmanager
def reverted(document, version: object) -> Iterator[None]:
    """The block goes back to a version; in the history it is said to which.

    Raises RevertRefused where the text may not be changed.
    """
    why = WHY.get(changes(document))
    if why is not None:
        raise RevertRefused(why)
    note = _("The text of version ${version} again.", mapping={"version": version})
    with told(document, translate(note)):
        yield
