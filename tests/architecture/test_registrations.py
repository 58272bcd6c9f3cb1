"""What is registered for browsers and programs, and for whom; read from the ZCML."""

from functools import cache
from lxml import etree
from tests.architecture.sources import ROOT


LAYER = "kpss.addon.interfaces.IKpssLayer"
#: name → why it is bound to no layer
WITHOUT_LAYER = {
    "kpss-guard": "a workflow guard, asked also where no layer is set",
    "kpss-may-be-archived": "a workflow guard, asked also where no layer is set",
}
#: name → why anybody may call it; writes and internal pages never stand here
PUBLIC = {
    "zope2.View": "whoever may see the object",
}
DIRECTIVES = {
    "page",
    "view",
    "viewlet",
    "viewletManager",
    "service",
    "resourceDirectory",
}


@cache
def registrations():
    """Pairs of file and element for every page, viewlet and service."""
    return [
        (path.relative_to(ROOT), element)
        for path in sorted(ROOT.rglob("*.zcml"))
        for element in etree.parse(str(path)).iter(etree.Element)
        if etree.QName(element).localname in DIRECTIVES and "name" in element.attrib
    ]


def test_everything_is_bound_to_our_layer():
    loose = {
        element.get("name")
        for _path, element in registrations()
        if element.get("layer") != LAYER
    }
    assert loose == set(WITHOUT_LAYER)


#: For whoever has the token in the address, with an account or without one; each page
#: answers as if it were not there to everybody else.
BY_TOKEN = {"kpss-invitation", "kpss-ballots", "kpss-dates", "kpss-my-calendar"}
#: An error is told to everybody who meets it.
ERROR = "transaction.interfaces.TransientError"


def test_everything_asks_for_a_permission_and_nothing_is_public():
    for path, element in registrations():
        if etree.QName(element).localname == "resourceDirectory":
            continue
        permission = element.get("permission")
        assert permission, (path, element.get("name"))
        is_public = permission in {"zope.Public", "zope2.Public"}
        is_meant = element.get("name") in BY_TOKEN or element.get("for") == ERROR
        assert not is_public or is_meant, (path, element.get("name"))


def test_what_writes_never_stands_behind_a_read_permission():
    for path, element in registrations():
        if element.get("method") in {"POST", "PATCH", "DELETE", "PUT"}:
            assert element.get("permission") not in PUBLIC, (path, element.get("name"))


def test_files_are_read():
    assert len(registrations()) > 15
