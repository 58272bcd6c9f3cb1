"""Attachments of a resolution are stock files, as public as the resolution."""

from datetime import date
from io import BytesIO
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.plone.notices.conftest import beroun  # noqa: F401
from tests.plone.rights.conftest import browser_of
from tests.plone.roster.town import session
import pytest
import transaction


@pytest.fixture
def browse(functional_portal_class):
    def quiet(user=None):
        page = browser_of(functional_portal_class, user)
        page.raiseHttpErrors = False
        return page

    return quiet


@pytest.fixture
def resolution(beroun):  # noqa: F811
    transaction.begin()
    return createContentInContainer(
        beroun["bodies"]["ks"],
        "kpss.Resolution",
        title="Schvaluje rozdělení dotací",
        verb="approves",
        decided_on=date.today(),
    )


def attach(resolution, title="Tabulka dotací"):
    return createContentInContainer(
        resolution,
        "File",
        title=title,
        file=NamedBlobFile(b"tabulka", filename="tabulka.csv"),
    )


def test_clerk_adds_a_file_before_it_is_published(browse, resolution):
    page = browse("referent")
    page.open(resolution.absolute_url())
    page.getLink("Add an attachment").click()
    page.getControl(name="form.widgets.title").value = "Příloha"
    page.getControl(name="form.widgets.file").add_file(
        BytesIO(b"tabulka"), "text/plain", "priloha.txt"
    )
    page.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert [one.title for one in resolution.objectValues()] == ["Příloha"]
    page.open(resolution.absolute_url())
    assert "Příloha" in page.contents


def test_visitor_reads_it_only_when_the_resolution_is_published(browse, resolution):
    file = attach(resolution)
    api.content.transition(resolution, "adopt")
    visitor = browse()
    visitor.open(f"{file.absolute_url()}/@@download/file")
    assert visitor.contents != "tabulka"
    assert "login" in visitor.url
    api.content.transition(resolution, "publish")
    visitor = browse()
    visitor.open(resolution.absolute_url())
    assert "Tabulka dotací" in visitor.contents
    assert "Add an attachment" not in visitor.contents
    visitor.open(f"{file.absolute_url()}/@@download/file")
    assert visitor.contents == "tabulka"


def test_published_attachments_are_not_changed(browse, resolution):
    file = attach(resolution)
    for name in ("adopt", "publish"):
        api.content.transition(resolution, name)
    for user in ("referent", "koordinator", "predsedkyne"):
        with api.env.adopt_user(username=user):
            for permission in (
                "Modify portal content",
                "Delete objects",
                "plone.app.contenttypes: Add File",
            ):
                for obj in (resolution, file):
                    assert not api.user.has_permission(permission, obj=obj)


def test_a_member_does_not_correct_what_is_published(
    browse, resolution, functional_portal_class
):
    for name in ("adopt", "publish"):
        api.content.transition(resolution, name)
    page = browse("clen")
    page.open(resolution.absolute_url())
    assert "kpss-correct" not in page.contents
    page.open(f"{resolution.absolute_url()}/@@kpss-correct")
    assert 'name="reason"' not in page.contents
    clerk = browse("referent")
    clerk.open(f"{resolution.absolute_url()}/@@kpss-correct")
    clerk.getControl(name="title").value = "Schvaluje rozdělení"
    clerk.getControl(name="reason").value = "Jméno v názvu."
    clerk.getControl(name="save").click()
    transaction.begin()
    [kept] = resolution.corrections
    assert kept["by"] == "referent"
    with session(functional_portal_class, accept="application/json") as rest:
        data = rest.get(resolution.absolute_url()).json()
    assert data["title"] == "Schvaluje rozdělení"
    assert "corrections" not in data


def test_only_files_stand_in_a_resolution(resolution):
    with pytest.raises(ValueError):
        createContentInContainer(resolution, "Document", title="Stránka")
