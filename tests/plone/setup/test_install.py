"""Installing changes nothing that is not ours; uninstalling leaves nothing but content."""

from lxml import etree
from plone.app.testing import applyProfile
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.exportimport.exporters import Exporter
from plone.exportimport.exporters import get_exporter
from plone.exportimport.importers import get_importer
from plone.exportimport.importers import Importer
import difflib
import io
import pytest
import re
import tarfile


#: A registry record of Plone has the time of the export as its default.
NOW = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+")


def settings(portal) -> dict[str, str]:
    """Everything that GenericSetup can export, file by file."""
    setup = portal.portal_setup
    snapshot = setup._doRunExportSteps(
        [
            step
            for step in setup.listExportSteps()
            if step not in {"content", "step_registries"}
        ]
    )
    tarball = io.BytesIO(snapshot["tarball"])
    with tarfile.open(fileobj=tarball, mode="r:gz") as archive:
        return {
            member.name: NOW.sub("now", read(archive, member))
            for member in archive.getmembers()
            if member.isfile()
        }


def read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    return archive.extractfile(member).read().decode("utf-8", "replace")


def without_ours(name: str, text: str) -> list[str]:
    """The lines of a settings file, without the elements that are ours by name or value."""
    if not name.endswith(".xml"):
        return text.splitlines()
    root = etree.fromstring(text.encode("utf-8"))
    for element in list(root.iter()):
        own = [*element.attrib.values(), element.text or ""]
        if (
            any("kpss" in value.lower() for value in own)
            and element.getparent() is not None
        ):
            parent = element.getparent()
            parent.remove(element)
            if len(parent) == 0:
                # Written as an empty element again
                parent.text = None
    lines = etree.tostring(root, encoding="unicode").splitlines()
    return [line.strip() for line in lines if line.strip()]


@pytest.fixture
def uninstalled(portal):
    """The site of the layer without the add-on."""
    login(portal.aq_parent, SITE_OWNER_NAME)
    applyProfile(portal, "kpss.addon:uninstall")
    yield portal


def test_uninstalled_site_has_no_trace_in_any_setting(uninstalled):
    traces = {
        name: [line.strip() for line in text.splitlines() if "kpss" in line.lower()]
        for name, text in settings(uninstalled).items()
    }
    assert {name: lines for name, lines in traces.items() if lines} == {}


def test_uninstalled_site_is_exported_and_imported_by_plone_alone(uninstalled):
    assert type(get_exporter(uninstalled)) is Exporter
    assert type(get_importer(uninstalled)) is Importer


def test_installing_changes_nothing_that_is_not_ours(uninstalled):
    before = settings(uninstalled)
    applyProfile(uninstalled, "kpss.addon:default")
    after = settings(uninstalled)
    changed = {
        name: [
            line
            for line in difflib.ndiff(
                without_ours(name, before[name]) if name in before else [],
                without_ours(name, after[name]) if name in after else [],
            )
            if line[:1] in "+-"
        ]
        for name in sorted(set(before) | set(after))
        if "kpss" not in name
    }
    assert {name: lines for name, lines in changed.items() if lines} == {}


def test_installing_and_uninstalling_comes_back_to_the_same_settings(uninstalled):
    before = settings(uninstalled)
    applyProfile(uninstalled, "kpss.addon:default")
    applyProfile(uninstalled, "kpss.addon:uninstall")
    assert settings(uninstalled) == before
