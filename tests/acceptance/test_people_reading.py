"""Who reads and edits what in a working group: everything comes from membership."""

from contextlib import contextmanager
from tests.acceptance.hands import add_account
from tests.acceptance.hands import ask
from tests.acceptance.hands import Hand
from tests.acceptance.hands import person_at
import pytest


GROUP = "beroun/bodies/ps-seniori"
#: Of another group; her account is linked in the test only.
OTHER = "clenka-rodin"
TITLE = "Zápis z návštěvy klubu"
MISSION = "Hledáme, co seniorům v Berouně chybí."
#: Service users who sit in the group, or sat there.
SERVICE_USERS = ("Březolesná", "Horolesný")


@contextmanager
def reading(chromium, site, name):
    page = person_at(chromium, site, name)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def page_of_the_group(chromium, site) -> str:
    """Written by the leader: the group's mission, and a page inside the group."""
    link_account(site, OTHER, "Šípkolesná")
    with reading(chromium, site, "vedouci-skupiny") as page:
        page.goto(f"{site}/{GROUP}")
        page.click("#edit-zone >> text=Úpravy")
        # A tab once the scripts have made it one; a legend before
        Hand(page).click("#content >> text=Poslání a úkoly")
        page.frame_locator("[id*=mission] iframe").locator("body").click()
        page.keyboard.press("Control+A")
        page.keyboard.type(MISSION)
        page.click("#form-buttons-save")
        page.wait_for_load_state()
        assert MISSION in page.inner_text("[aria-labelledby=kpss-mission]")
        page.click("#edit-zone >> text=Přidat novou položku")
        page.click("#plone-contentmenu-factories a:has-text('Stránka')")
        page.fill("[name='form.widgets.IDublinCore.title']", TITLE)
        page.click("#form-buttons-save")
        page.wait_for_load_state()
        assert page.inner_text("h1") == TITLE
        assert page.problems == []
        assert page.refused == []
        return page.url.removesuffix("/view")


def link_account(site, name, family_name) -> None:
    add_account(site, name, "Členka skupiny Rodiny s dětmi")
    found = ask(f"{site}/beroun/@search?portal_type=kpss.Person&b_size=200")
    (person,) = (one for one in found["items"] if family_name in one["title"])
    ask(person["@id"], {"user_id": name}, method="PATCH")


def may_edit(page) -> bool:
    return page.locator("#edit-zone >> text=Úpravy").count() > 0


def test_leader_records_no_members_and_changes_no_rules(
    chromium, site, page_of_the_group
):
    with reading(chromium, site, "vedouci-skupiny") as page:
        page.goto(f"{site}/{GROUP}")
        assert may_edit(page)
        assert page.locator("#content >> text=Přidat člena").count() == 0
        assert page.locator("#content >> text=Ukončit").count() == 0
        for address in ("@@kpss-add-member", "rules/edit", "kpss-close"):
            page.refused.clear()
            page.goto(f"{site}/{GROUP}/{address}")
            assert page.refused, address


def test_member_reads_and_does_not_edit(chromium, site, page_of_the_group):
    with reading(chromium, site, "clenka-skupiny") as page:
        page.goto(f"{site}/{GROUP}")
        assert not may_edit(page)
        assert SERVICE_USERS[0] in page.inner_text("#content table")
        page.click(f"#content >> text={TITLE}")
        page.wait_for_load_state()
        assert page.inner_text("h1") == TITLE
        assert not may_edit(page)
        assert page.refused == []
        page.goto(f"{page_of_the_group}/edit")
        assert page.refused


@pytest.mark.parametrize("name", [OTHER, "poskytovatelka", None])
def test_others_read_neither_the_page_nor_the_names(
    chromium, site, page_of_the_group, plain, name
):
    page = person_at(chromium, site, name) if name else plain
    page.goto(f"{site}/{GROUP}")
    assert TITLE not in page.content()
    for service_user in SERVICE_USERS:
        assert service_user not in page.content()
    answer = page.goto(page_of_the_group)
    refused = (f"{site}/login", f"{site}/insufficient-privileges")
    assert answer.status in (401, 403) or page.url.startswith(refused)
    assert TITLE not in page.inner_text("body")
    if name:
        page.context.close()


def test_ber_18_methodologist_reads_everything_and_decides_nothing(
    chromium, site, page_of_the_group
):
    with reading(chromium, site, "metodicka") as page:
        page.goto(f"{site}/{GROUP}")
        assert SERVICE_USERS[0] in page.inner_text("#content table")
        for manage in ("Přidat člena", "Ukončit", "Přejmenovat"):
            assert page.locator(f"#content >> text={manage}").count() == 0
        assert not may_edit(page)
        page.goto(page_of_the_group)
        assert page.inner_text("h1") == TITLE
        assert not may_edit(page)
        page.goto(f"{site}/beroun/people")
        assert page.locator("#content a:has-text('Březolesná')").count() == 1
        assert page.locator("#content >> text=Přidat osobu").count() == 0
        assert page.refused == []


def test_plain_editor_sees_no_names_of_service_users(chromium, site):
    with reading(chromium, site, "redaktorka") as page:
        page.goto(f"{site}/{GROUP}")
        assert page.inner_text("#content h1").startswith("Senioři")
        for service_user in SERVICE_USERS:
            assert service_user not in page.content()
        assert page.locator("#kpss-on").count() == 0
        for address in ("people", "@@kpss-import-members", "@@kpss-new-term"):
            page.refused.clear()
            page.goto(f"{site}/beroun/{address}")
            assert page.refused or "Březolesná" not in page.content(), address
