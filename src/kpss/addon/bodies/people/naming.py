"""Ids of people and memberships are random: an address says nothing of anybody."""

from Acquisition import aq_base
from kpss.addon.process.addresses import AddressChooser
from zope.interface import Attribute
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


class RandomChooser(AddressChooser):
    """Chooses ids where people and memberships are.

    Forms and REST suggest the title; only an id that the object was given stays.
    """

    def chooseName(self, name, obj):
        given = name and name == getattr(aq_base(obj), "id", None)
        if IRandomlyNamed.providedBy(obj) and not given:
            name = random_id(obj.id_prefix)
        return super().chooseName(name, obj)
