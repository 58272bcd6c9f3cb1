"""A whole meeting in the browser: planned, convened, recorded, its minutes published."""

from axe_playwright_python.sync_playwright import Axe
from datetime import datetime
from datetime import timedelta
from tests.acceptance.conftest import NARROW
from tests.acceptance.conftest import open_page
from tests.acceptance.czech import english_left
from tests.acceptance.hands import Hand
from tests.acceptance.hands import log_in
from tests.acceptance.hands import person_at
from tests.acceptance.test_public_pages import RULES
from zoneinfo import ZoneInfo
import pytest


ZONE = ZoneInfo("Europe/Prague")
KS = "beroun/bodies/ks"
HELD = f"{KS}/2026-10-20"
COMING = (datetime.now(ZONE) + timedelta(days=12)).date().isoformat()
#: Private people of the demo: nobody outside may read their names.
PRIVATE = ("Březolesná", "Sněholesná", "Rovnolesná", "Dobrolesná")
OF_COORDINATOR = (
    f"{KS}/@@kpss-add-meeting",
    f"{KS}/@@kpss-plan-meetings",
    f"{KS}/@@kpss-meetings",
    f"{KS}/{COMING}",
    f"{KS}/{COMING}/@@kpss-agenda",
    f"{KS}/{COMING}/@@kpss-convene",
    f"{KS}/{COMING}/@@kpss-replies",
    f"{KS}/{COMING}/@@kpss-attendance",
    f"{KS}/{COMING}/@@kpss-advance?transition=cancel",
    HELD,
    f"{HELD}/realizacni-plan-2027",
    f"{HELD}/minutes",
)
OF_EVERYBODY = (
    "beroun/@@kpss-meetings",
    f"{KS}/{COMING}",
    HELD,
    f"{HELD}/realizacni-plan-2027",
    f"{HELD}/minutes",
)


@pytest.fixture
def person(chromium, site):
    """``person("koordinatorka")``: somebody of the demo, without JavaScript."""
    pages = []

    def at(name, **options):
        options = {"java_script_enabled": False, **options}
        pages.append(person_at(chromium, site, name, **options))
        return Hand(pages[-1])

    yield at
    for page in pages:
        page.context.close()


def tick(page, choice) -> None:
    """As people do, by its label."""
    page.locator(f"label[for='{choice.get_attribute('id')}']").click()


def test_whole_meeting_of_the_coordination_group(person, site, plain):
    now = datetime.now(ZONE)
    if now.hour == 23 and now.minute > 40:
        pytest.skip("A meeting that begins later today cannot be planned any more")
    hand = person("koordinatorka")
    page = hand.page

    # Planned with two items
    page.goto(f"{site}/{KS}")
    hand.click("a[href$='@@kpss-add-meeting']")
    begins = now + timedelta(minutes=15)
    page.fill("#day", begins.date().isoformat())
    page.fill("#time", f"{begins:%H:%M}")
    page.select_option("#agenda", index=0)
    hand.click("main button[name=save]")
    address = page.url.partition("/@@")[0]
    hand.click("a[href$='@@kpss-agenda']")
    for title in ("Návrh katalogu", "Různé"):
        page.fill("#title", title)
        hand.click("main button[name=save]:not(.visually-hidden)")
    planned = hand.counted()

    # Convening an existing agenda, from the page of the body
    page.goto(f"{site}/{KS}")
    hand.click(f"main a[href='{address}']")
    hand.click("main a[href$='@@kpss-convene']")
    hand.click("main button[name=convene]")
    convened = hand.counted()
    assert convened <= 6
    page.goto(address)
    assert "svoláno" in page.inner_text("main")

    # Opened, everybody marked, one is excused
    hand.click("form[action$='@@kpss-advance'] button[name=save]")
    hand.click("main a[href$='@@kpss-attendance']")
    for one in page.locator("main input[value=present]").all():
        tick(page, one)
    tick(page, page.locator("main input[value=excused]").nth(1))
    hand.click("main button[name=save]:not(.visually-hidden)")
    said = page.inner_text("main").replace("\u00a0", " ")
    assert "Přítomno 7 z 8 členů, potřeba 5: usnášeníschopná." in said

    # A vote with its resolution, and how the other items ended
    page.goto(f"{address}/item-2/@@kpss-vote")
    for name, number in (("for", "6"), ("against", "0"), ("abstained", "1")):
        page.fill(f"main [name={name}]", number)
    hand.click("main button[name=vote]")
    assert "potřeba 4" in page.inner_text("main").replace("\u00a0", " ")
    hand.click("main button[name=follow]")
    for item in ("item-1", "item-3"):
        page.goto(f"{address}/{item}/@@kpss-vote")
        page.fill("#notes", f"Mluvila paní {PRIVATE[0]}.")
        hand.click("main button[value=discussed]")
    recorded = hand.counted()

    # Ended, closed, the minutes built and published
    for _step in ("end", "close"):
        page.goto(address)
        hand.click("form[action$='@@kpss-advance'] button[name=save]")
    assert "uzavřeno" in page.inner_text("main")
    hand.click(
        "main a[href$='@@kpss-minutes'], main form[action$='@@kpss-minutes'] button"
    )
    if "/@@kpss-minutes" in page.url:
        hand.click("main button[name=save]")
    for step in ("close", "publish"):
        page.goto(f"{address}/minutes")
        hand.click(f"main a[href$='transition={step}']")
        hand.click("main button[name=save]")
    print("clicks:", planned, convened, recorded, hand.counted())
    assert page.refused == []

    # Everybody reads what was decided and no private name
    for path in ("", "/minutes", "/item-3"):
        assert plain.goto(address + path).status == 200, path
        text = plain.content()
        assert [name for name in PRIVATE if name in text] == [], path
    plain.goto(f"{address}/minutes")
    said = plain.inner_text("main")
    assert "pro 6" in said and "Přijato: potřeba " in said.replace("\u00a0", " ")


@pytest.fixture
def dragging(chromium, site):
    """The coordinator of the demo on the page of an agenda, with JavaScript."""
    page = person_at(chromium, site, "koordinatorka")
    page.goto(f"{site}/{KS}/{COMING}/@@kpss-agenda")
    yield page
    page.context.close()


def order(page) -> list[str]:
    return [
        one.get_attribute("id") for one in page.locator("ol.kpss-agenda > li").all()
    ]


def drag(page, item: str, other: str) -> None:
    """To the upper half of the other one."""
    handle = page.locator(f"#{item} .kpss-drag")
    handle.scroll_into_view_if_needed()
    handle.hover()
    page.mouse.down()
    box = page.locator(f"#{other}").bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 5, steps=5)
    page.mouse.up()


def test_items_of_an_agenda_are_dragged(dragging):
    page = dragging
    before = order(page)
    drag(page, before[-1], before[0])
    page.wait_for_selector("#kpss-agenda-said:has-text('Přesunuto')")
    said = page.locator("#kpss-agenda-said").inner_text()
    assert said.startswith("Sdělení: Přesunuto")
    moved = [before[-1], *before[:-1]]
    assert order(page) == moved
    numbers = page.locator("ol.kpss-agenda .kpss-agenda-number").all_inner_texts()
    assert numbers[0] == "1."
    page.reload()
    assert order(page) == moved
    # By the keyboard it goes as without scripts
    page.locator(f"#{before[-1]} button[value^=down]").press("Enter")
    page.wait_for_load_state()
    assert order(page)[0] == before[0]


def test_an_order_that_is_not_saved_is_as_it_was(dragging):
    page = dragging
    before = order(page)
    page.route("**/@@kpss-agenda", lambda route: route.abort())
    drag(page, before[-1], before[0])
    page.wait_for_selector("#kpss-agenda-said:has-text('Pořadí se neuložilo')")
    assert order(page) == before


def test_public_minutes_name_no_private_person(visitor, site):
    for path in OF_EVERYBODY:
        answer = visitor.goto(f"{site}/{path}")
        assert answer.status == 200, path
        assert [name for name in PRIVATE if name in visitor.content()] == [], path
        assert english_left(visitor) == []
        found = Axe().run(visitor, context="main", options=RULES)
        assert [one["id"] for one in found.response["violations"]] == [], path


@pytest.mark.parametrize("path", OF_COORDINATOR)
def test_pages_are_accessible_also_on_a_phone(chromium, site, path):
    page = open_page(chromium, viewport=NARROW)
    log_in(page, site, "koordinatorka", "koordinatorka")
    assert page.goto(f"{site}/{path}").status == 200
    found = Axe().run(page, context="main", options=RULES)
    assert [one["id"] for one in found.response["violations"]] == []
    assert english_left(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert page.problems == []
    page.context.close()
