"""What is registered for browsers and programs, and for whom; read from the ZCML."""

from lxml import etree
from pathlib import Path


ROOT = Path(__file__).parents[2] / "src" / "kpss" / "addon"
LAYER = "kpss.addon.interfaces.IKpssLayer"
#: name → why it is bound to no layer
WITHOUT_LAYER = {
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


def registrations():
    """Pairs of file and element for every page, viewlet and service."""
    for path in sorted(ROOT.rglob("*.zcml")):
        for element in etree.parse(str(path)).iter(etree.Element):
            if (
                etree.QName(element).localname in DIRECTIVES
                and "name" in element.attrib
            ):
                yield path.relative_to(ROOT), element


def test_everything_is_bound_to_our_layer():
    loose = {
        element.get("name")
        for _path, element in registrations()
        if element.get("layer") != LAYER
    }
    assert loose == set(WITHOUT_LAYER)


def test_everything_asks_for_a_permission_and_nothing_is_public():
    for path, element in registrations():
        if etree.QName(element).localname == "resourceDirectory":
            continue
        permission = element.get("permission")
        assert permission, (path, element.get("name"))
        assert permission not in {"zope.Public", "zope2.Public"}, (
            path,
            element.get("name"),
        )


def test_what_writes_never_stands_behind_a_read_permission():
    for path, element in registrations():
        if element.get("method") in {"POST", "PATCH", "DELETE", "PUT"}:
            assert element.get("permission") not in PUBLIC, (path, element.get("name"))


def test_files_are_read():
    assert len(list(registrations())) > 15
