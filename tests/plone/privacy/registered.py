"""What the add-on has registered for readers, asked of the component registry.

A registration that comes later is among it by itself.
"""

from collections.abc import Iterator
from functools import cache
from kpss.addon.interfaces import IKpssLayer
from plone.restapi.interfaces import IExpandableElement
from typing import NamedTuple
from zope.component import getGlobalSiteManager
from zope.component import getUtilitiesFor
from zope.interface import implementedBy
from zope.interface import Interface
from zope.interface.interfaces import IInterface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer
from zope.schema.interfaces import IVocabularyFactory
from zope.viewlet.interfaces import IViewlet
import re


OURS = "/kpss/addon/"
SERVICE = re.compile(r"(GET|POST|PATCH|PUT|DELETE)_application_json_(@.*)?\Z")


class Registration(NamedTuple):
    """``place``: the interface or class of the content that it is for."""

    kind: str
    place: type
    name: str
    method: str = "GET"

    def __str__(self) -> str:
        verb = "" if self.method == "GET" else f"{self.method} "
        return f"{self.kind} {verb}{self.name} of {self.place.__name__}"

    def is_for(self, obj) -> bool:
        if IInterface.providedBy(self.place):
            return self.place.providedBy(obj)
        return isinstance(obj, self.place)


@cache
def registrations(*, ours: bool = True) -> list[Registration]:
    """Pages, services, expanders and viewlets: of the add-on, or of stock Plone."""
    found = set()
    for adapter in _adapters():
        if (OURS in str(getattr(adapter.info, "file", ""))) is ours:
            found |= set(_read(adapter))
    return sorted(found, key=str)


def vocabularies() -> list[str]:
    """Names of the vocabularies of the add-on."""
    names = [name for name, _factory in getUtilitiesFor(IVocabularyFactory)]
    return sorted(name for name in names if name.startswith("kpss."))


def stock_vocabularies() -> list[str]:
    """Names of all others."""
    names = [name for name, _factory in getUtilitiesFor(IVocabularyFactory)]
    return sorted(name for name in names if not name.startswith("kpss."))


def _adapters() -> Iterator:
    """Tests stack registries: what is below is asked too, each once."""
    managers = [getGlobalSiteManager()]
    for manager in managers:
        yield from manager.registeredAdapters()
        managers.extend(one for one in manager.__bases__ if one not in managers)


def _read(adapter) -> Iterator[Registration]:
    required = [_plain(one) for one in adapter.required]
    if len(required) < 2:
        return
    place, name = required[0], adapter.name
    service = SERVICE.match(name)
    if adapter.provided is IExpandableElement:
        yield Registration("expander", place, name)
    elif adapter.provided.isOrExtends(IViewlet) and len(required) == 4:
        yield Registration("viewlet", place, name)
    elif service and len(required) == 2:
        yield Registration("service", place, service[2] or "", service[1])
    elif len(required) == 2 and name and _is_for_browsers(required[1], place):
        yield Registration("page", place, name)
    elif len(required) == 3 and "IDexterityFTI" in required[2].__name__:
        yield Registration("page", place, f"++add++{name}")


def _is_for_browsers(layer, place) -> bool:
    is_error = isinstance(place, type) and issubclass(place, Exception)
    return layer in (IKpssLayer, IDefaultBrowserLayer, Interface) and not is_error


def _plain(required):
    """The class of a registration that is for a class."""
    inherit = getattr(required, "inherit", None)
    if inherit is not None and required is implementedBy(inherit):
        return inherit
    return required
