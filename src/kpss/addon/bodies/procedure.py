"""``kpss.Rules``: the rules of procedure of a body, from a day on."""

from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from plone.dexterity.content import Item
from plone.supermodel import model
from zope.interface import implementer


class IRules(model.Schema):
    """Rules of procedure."""

    title = Name(title=_("Title"))


@implementer(IRules, IKpssContent)
class Rules(Item):
    """Rules of procedure of a body."""
