"""Going back to an earlier version is a change of the text like any other."""

from AccessControl import Unauthorized
from Acquisition import aq_base
from collections.abc import Iterator
from contextlib import contextmanager
from kpss.addon.documents.changing import told
from kpss.addon.documents.locking import changes
from kpss.addon.documents.locking import WHY
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone import api
from plone.dexterity.utils import iterSchemata
from zope.i18nmessageid import Message
from zope.schema import getFieldNames


MODIFY = "Modify portal content"


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
    if not api.user.has_permission(MODIFY, obj=document):
        raise Unauthorized(MODIFY)
    why = WHY.get(changes(document))
    if why is not None:
        raise RevertRefused(why)
    note = _("The text of version ${version} again.", mapping={"version": version})
    kept = api.portal.get_tool("portal_repository").retrieve(document, version)
    then = set(vars(aq_base(kept.object)))
    with told(document, translate(note)):
        yield
        forget_later(document, then)


def forget_later(document, then: set[str]) -> None:
    """Fields that the version had not are empty again; stock leaves them as they are."""
    base = aq_base(document)
    for schema in iterSchemata(document):
        for name in getFieldNames(schema):
            if name in vars(base) and name not in then:
                delattr(base, name)
