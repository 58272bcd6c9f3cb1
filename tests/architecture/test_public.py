"""Exactly what stands in the tables with a reason is public."""

from lxml import etree
from tests.architecture import public
from tests.architecture.sources import ROOT
from tests.architecture.sources import texts
import pytest
import re


#: For whoever sees the content, or for everybody.
OPEN = {"zope2.View", "zope2.Public", "zope.Public"}
KINDS = {
    "page": "page",
    "view": "page",
    "service": "service",
    "viewlet": "part",
    "viewletManager": "part",
}


def elements(*names):
    for path in sorted(ROOT.rglob("*.zcml")):
        for element in etree.parse(str(path)).iter(etree.Element):
            if etree.QName(element).localname in names:
                yield element


def registered(kind):
    return [
        element
        for element in elements(*KINDS)
        if KINDS[etree.QName(element).localname] == kind
    ]


def key(element):
    return element.get("for").rpartition(".")[2], element.get("name", "")


def is_open(element):
    return element.get("permission") in OPEN


@pytest.mark.parametrize(
    "kind, table", [("page", public.PAGES), ("service", public.SERVICES)]
)
def test_public_pages_and_services_are_those_of_the_table(kind, table):
    found = {key(element) for element in registered(kind) if is_open(element)}
    assert found == set(table)


def test_public_parts_of_pages_are_those_of_the_table():
    found = {element.get("name") for element in registered("part") if is_open(element)}
    assert found == set(public.PARTS)


@pytest.mark.parametrize("kind", ["page", "service", "part"])
def test_everything_else_asks_for_a_permission_of_ours_or_to_manage(kind):
    wrong = {
        key(element): element.get("permission")
        for element in registered(kind)
        if not is_open(element)
        and not element.get("permission", "").startswith("kpss.addon.")
        and element.get("permission") not in public.MANAGE
    }
    assert wrong == {}


def test_nothing_that_writes_is_public():
    assert [
        e for e in registered("service") if is_open(e) and e.get("method") != "GET"
    ] == []


def test_expanders_are_those_of_the_table():
    classes = {
        name
        for text in texts("py").values()
        for name in re.findall(
            r"@implementer\(IExpandableElement\)\n(?:@.*\n)*class (\w+)", text
        )
    }
    found = {
        element.get("name")
        for element in elements("adapter")
        if element.get("factory", "").rpartition(".")[2] in classes
    }
    assert found == set(public.EXPANDERS)


def test_vocabularies_are_those_of_the_tables():
    names = {element.get("name", "") for element in elements("utility")}
    found = {name for name in names if name.startswith("kpss.addon.")}
    assert found == set(public.VOCABULARIES) | public.CLOSED_VOCABULARIES


def test_vocabularies_of_people_ask_for_a_permission():
    closed = {
        name
        for text in texts("py").values()
        for name in re.findall(r'PERMISSIONS\["(kpss\.[\w.]+)"\]', text)
    }
    assert closed == public.CLOSED_VOCABULARIES


def test_every_line_has_a_reason():
    tables = (public.PAGES, public.SERVICES, public.PARTS, public.EXPANDERS)
    assert all(reason for table in tables for reason in table.values())
    assert all(public.VOCABULARIES.values())
