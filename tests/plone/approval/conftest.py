"""Žatec's own chains and bodies, without people; documents are added by the tests."""

from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.shipped import shipped_templates
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.kept import keep
from tests.plone.roster.town import session
import pytest


def build(portal, town: str):
    """A public process from a shipped template."""
    template = next(one for one in shipped_templates() if one.id == town)
    return create_process(portal, template.data, town, public=True).process


def add_document(process, title: str, kind: str, **fields):
    """A draft of the kind in the section of documents."""
    return createContentInContainer(
        process["documents"],
        "kpss.Document",
        title=title,
        document_kind=kind,
        **{"purpose": "adoption", **fields},
    )


@pytest.fixture(scope="class")
def zatec(functional_portal_class):
    portal = functional_portal_class
    with api.env.adopt_roles(["Manager"]):
        keep(portal, "zatec", lambda: build(portal, "zatec"))
    return portal["zatec"]


def _session(name, **kw):
    @pytest.fixture(scope="class", name=name)
    def made(zatec, functional_portal_class):
        found = session(functional_portal_class, **kw)
        yield found
        found.close()

    return made


anonymous_rest = _session("anonymous_rest", accept="application/json")
rest = _session("rest", user="owner", accept="application/json")
