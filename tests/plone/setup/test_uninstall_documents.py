"""After uninstalling, documents and resolutions stay readable, and private what was."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval import talking
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.testing.zope import Browser
import pytest
import transaction


def text(words: str) -> RichTextValue:
    return RichTextValue(f"<p>{words}</p>", "text/html", "text/x-html-safe")


@pytest.fixture
def uninstalled(functional_portal):
    portal = functional_portal
    login(portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        portal, "kpss.Process", id="mesto", title="Plánování", municipality="Město"
    )
    body = api.content.create(
        process["bodies"], "kpss.Body", id="rs", title="Řídicí skupina", kind="steering"
    )
    api.content.create(
        process["chains"],
        "kpss.ApprovalChain",
        id="obecny",
        title="Obecný postup",
        document_kinds=["report"],
        steps=[{"body": "rs", "act": "decides"}],
    )
    api.content.transition(process, "publish")
    document = createContentInContainer(
        process["documents"],
        "kpss.Document",
        id="zprava",
        title="Výroční zpráva",
        document_kind="report",
        text=text("Veřejné znění."),
        file=NamedBlobFile(b"verejny", filename="zprava.txt"),
        explanatory_report=text("neverejna duvodova zprava"),
        working_file=NamedBlobFile(b"pracovni", filename="pracovni-soubor.txt"),
    )
    talking.comment(document, "neverejna pripominka")
    actions.start(document)
    decide(
        document,
        Said(
            0,
            "approved",
            date.today(),
            comment="neverejny duvod",
            resolution=NewResolution(text="neverejny text usneseni"),
        ),
    )
    createContentInContainer(
        process["documents"],
        "kpss.Document",
        id="koncept",
        title="Neverejny koncept",
        document_kind="report",
        text=text("neverejne zneni"),
    )
    [resolution] = [
        one for one in body.objectValues() if one.portal_type == "kpss.Resolution"
    ]
    resolution.public_text = "Text usnesení pro veřejnost."
    api.content.transition(resolution, "publish")
    transaction.commit()
    applyProfile(portal, "kpss.addon:uninstall")
    transaction.commit()
    return portal, document.getId(), resolution.absolute_url()


def test_owner_reads_what_was_written(uninstalled, manager):
    portal, _document, resolution = uninstalled
    manager.open(f"{portal.absolute_url()}/mesto/documents/zprava")
    assert "Výroční zpráva" in manager.contents
    assert "Veřejné znění." in manager.contents
    manager.open(f"{portal.absolute_url()}/mesto/documents/koncept")
    assert "neverejne zneni" in manager.contents
    manager.open(f"{portal.absolute_url()}/mesto/documents/zprava")
    assert "neverejna duvodova zprava" in manager.contents
    manager.getLink("pracovni-soubor.txt").click()
    assert "pracovni" in str(manager.contents)
    manager.open(resolution)
    assert "neverejny text usneseni" in manager.contents
    assert "Text usnesení pro veřejnost." in manager.contents


SECRETS = ("neverejn", "Neverejn", "pracovni")


def addresses(uninstalled) -> list[str]:
    portal, document, resolution = uninstalled
    base = f"{portal.absolute_url()}/mesto/documents"
    return [
        f"{base}/{document}",
        f"{base}/{document}/@@download/working_file",
        f"{base}/{document}/@@historyview",
        f"{base}/koncept",
        base,
        resolution,
    ]


def test_visitor_reads_what_was_public_and_nothing_else(uninstalled, functional_app):
    visitor = Browser(functional_app)
    visitor.raiseHttpErrors = False
    first, *others = addresses(uninstalled)
    visitor.open(first)
    assert "Veřejné znění." in visitor.contents
    for address in (first, *others):
        visitor.open(address)
        for secret in SECRETS:
            assert secret not in visitor.contents.replace(address, ""), address


def test_programs_read_no_more(uninstalled, anonymous_rest):
    portal = uninstalled[0].absolute_url()
    paths = [one.removeprefix(portal) for one in addresses(uninstalled)]
    assert anonymous_rest.get(paths[0]).json()["title"] == "Výroční zpráva"
    for path in (*paths, "/@search?metadata_fields=_all"):
        found = anonymous_rest.get(path).text
        for secret in SECRETS:
            assert secret not in found.replace(path, ""), path
