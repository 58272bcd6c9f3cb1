"""Ids of people and memberships are random: an address says nothing of anybody."""

from plone.base.interfaces import INameFromTitle
from zope.component import adapter
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
import re
import secrets


#: What an id looks like that was made here.
RANDOM_ID = re.compile(r"[a-z]-[0-9a-f]{12}\Z")


class IRandomlyNamed(Interface):
    """Content whose id is random."""

    id_prefix = Attribute("A letter that says what it is.")


def random_id(prefix: str) -> str:
    """A new id, such as p-3f9a0c41d27b."""
    return f"{prefix}-{secrets.token_hex(6)}"


@implementer(INameFromTitle)
@adapter(IRandomlyNamed)
class RandomName:
    """What Plone's name chooser asks for when nobody gave an id, in forms and REST."""

    def __init__(self, context):
        self.title = random_id(context.id_prefix)
