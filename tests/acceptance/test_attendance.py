"""A meeting of Beroun's coordination group is recorded: keys, two windows, one screen."""

from axe_playwright_python.sync_playwright import Axe
from tests.acceptance.conftest import NARROW
from tests.acceptance.conftest import WIDE
from tests.acceptance.czech import english_left
from tests.acceptance.hands import ask
from tests.acceptance.hands import Hand
from tests.acceptance.hands import person_at
from tests.acceptance.hands import today
from tests.acceptance.test_public_pages import FRAME
from tests.acceptance.test_public_pages import RULES
import pytest


@pytest.fixture(scope="module")
def meeting(site):
    """Held the simple way today, so that nothing has to be sent first."""
    made = ask(
        f"{site}/beroun/bodies/ks",
        {
            "@type": "kpss.Meeting",
            "title": "Jednání k zápisu",
            "id": "k-zapisu",
            "start": f"{today().isoformat()}T15:00",
            "simple": True,
        },
    )
    for title in ("Grantový program", "Realizační plán 2027"):
        ask(
            made["@id"],
            {
                "@type": "kpss.AgendaItem",
                "title": title,
                "proposal": "Koordinační skupina schvaluje předložený návrh.",
            },
        )
    return made["@id"]


@pytest.fixture
def coordinator(chromium, site):
    """``coordinator()``: a window of the coordinator."""
    pages = []

    def window(**options):
        pages.append(person_at(chromium, site, "koordinatorka", **options))
        return pages[-1]

    yield window
    for page in pages:
        assert page.problems == []
        page.context.close()


def statuses(page) -> list[str]:
    return page.eval_on_selector_all(
        "tr[data-member]",
        "rows => rows.map(row => {"
        " const one = row.querySelector('input[type=radio]:checked');"
        " return one ? one.value : ''; })",
    )


def test_one_key_a_person_is_saved_at_once(coordinator, meeting):
    page = coordinator()
    page.goto(f"{meeting}/@@kpss-attendance")
    assert "Přítomno 0 z 8 členů" in page.inner_text("#kpss-quorum")
    page.focus("tr[data-member] input[type=radio]")
    page.keyboard.press("N")
    page.wait_for_selector("text=Uloženo v")
    # Clicked by mistake: nothing is recorded
    page.focus("tr[data-member] input[type=radio]")
    page.keyboard.press("X")
    page.wait_for_load_state("networkidle")
    page.reload()
    assert statuses(page)[0] == ""
    page.focus("tr[data-member] input[type=radio]")
    for key in "PPPPDON":
        page.keyboard.press(key)
    page.wait_for_selector(
        "text=Přítomno 5 z 8 členů, potřeba 5: usnášeníschopná.", timeout=15_000
    )
    page.wait_for_selector("text=Uloženo v")
    page.wait_for_load_state("networkidle")
    page.reload()
    expected = ["present"] * 4 + ["online", "excused", "absent", ""]
    assert statuses(page)[:8] == expected
    assert "alert-success" in page.get_attribute("#kpss-quorum", "class")


def test_two_windows_lose_nothing(coordinator, meeting):
    one, other = coordinator(), coordinator()
    for page in (one, other):
        page.goto(f"{meeting}/@@kpss-attendance")
    rows = "tr[data-member]"
    one.locator(rows).nth(6).locator("label", has_text="omluven").click()
    one.wait_for_selector("text=Uloženo v")
    other.locator(rows).nth(7).locator("label", has_text="přítomen").first.click()
    other.wait_for_selector("text=Přítomno 6 z 8 členů")
    # What was recorded in the first window is seen in the second
    assert statuses(other)[6:8] == ["excused", "present"]
    one.reload()
    assert statuses(one)[6:8] == ["excused", "present"]


def test_what_is_wrong_stands_beside_the_person(coordinator, meeting):
    page = coordinator()
    page.goto(f"{meeting}/@@kpss-attendance")
    row = page.locator("tr[data-member]").first
    row.locator("summary").click()
    row.locator("input[name^=left]").first.fill("99")
    row.locator("input[name^=left]").first.press("Tab")
    page.wait_for_selector(".kpss-row-problem:has-text('není bod zdejšího programu')")
    left = row.locator("input[name^=left]").first
    left.fill("2")
    left.press("Tab")
    page.wait_for_selector("text=Přítomno 5 z 8 členů")
    left.fill("")
    left.press("Tab")
    page.wait_for_selector("text=Přítomno 6 z 8 členů")


def test_who_left_comes_back_by_one_more_field(coordinator, meeting):
    page = coordinator()
    page.goto(f"{meeting}/@@kpss-attendance")
    row = page.locator("tr[data-member]").first
    row.locator("summary").click()
    assert row.locator(".kpss-again").count() == 0
    left = row.locator("input[name^=left]").first
    left.fill("15:30")
    left.press("Tab")
    page.wait_for_selector("text=Přítomno 5 z 8 členů")
    back = row.locator(".kpss-again input").first
    back.fill("15:10")
    back.press("Tab")
    page.wait_for_selector(".kpss-row-problem:has-text('později než odchod')")
    back.fill("16:00")
    back.press("Tab")
    page.wait_for_selector("text=Přítomno 6 z 8 členů")
    assert row.locator("summary").inner_text().startswith("do 15:30, od 16:00")
    page.wait_for_load_state("networkidle")
    page.reload()
    row = page.locator("tr[data-member]").first
    assert row.locator("summary").inner_text().startswith("do 15:30, od 16:00")
    row.locator("summary").click()
    assert row.locator(".kpss-again input").first.input_value() == "16:00"
    # What the script wrote is what the button compares with
    page.click("button[name=save] >> visible=true")
    page.wait_for_load_state()
    assert "Nic se nezměnilo." in page.inner_text("body")
    row = page.locator("tr[data-member]").first
    row.locator("summary").click()
    for field in (
        row.locator(".kpss-again input").first,
        row.locator("input[name^=left]").first,
    ):
        field.fill("")
        field.press("Tab")
    page.wait_for_function("!document.querySelector('.kpss-again')")


def test_vote_and_resolution_on_one_screen(coordinator, meeting):
    hand = Hand(coordinator())
    page = hand.page
    page.goto(meeting)
    page.locator("a[href$='realizacni-plan-2027/@@kpss-vote']").first.click()
    page.wait_for_load_state()
    for name, number in (("for", "5"), ("against", "0"), ("abstained", "1")):
        page.fill(f"#{name}", number)
    hand.click("button[name=vote]")
    assert "Přijato: potřeba 4 z 6 přítomných." in page.inner_text("main")
    button = page.inner_text("button[name=follow]")
    number = button.removeprefix("Zapsat usnesení ")
    hand.click("button[name=follow]")
    assert f"Usnesení {number}" in page.inner_text("main")
    assert hand.counted() == 2


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize(
    "path", ["/@@kpss-attendance", "/realizacni-plan-2027/@@kpss-vote"]
)
def test_pages_pass_axe_fit_and_are_czech(coordinator, meeting, size, path):
    page = coordinator(viewport=size)
    page.goto(f"{meeting}{path}")
    result = Axe().run(page, context=FRAME, options=RULES)
    assert result.violations_count == 0, result.generate_report()
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1], "the page scrolls sideways"
    assert english_left(page) == []


def test_by_name_unfolds_the_names_and_hides_the_numbers(coordinator, meeting):
    page = coordinator()
    page.goto(f"{meeting}/grantovy-program/@@kpss-vote")
    numbers = ("#for", "#against", "#abstained")
    assert all(page.is_visible(one) for one in numbers)
    assert not page.is_visible("#rest")
    page.fill("#for", "6")
    page.check("[name=method][value=named]")
    assert not any(page.is_visible(one) for one in numbers)
    assert page.is_visible("#rest")
    page.check("[name=method][value=open]")
    assert page.input_value("#for") == "6"
    assert not page.is_visible("#rest")
    # Numbers that are hidden are not sent
    page.check("[name=method][value=named]")
    page.click("button[name=vote]")
    page.wait_for_selector("#method-error:has-text('Vyberte hlasy jednotlivých členů')")
    # What was typed is still there
    page.check("[name=method][value=open]")
    assert page.input_value("#for") == "6"
    page.check("[name=method][value=named]")
    page.select_option("#rest", "for")
    page.click("button[name=vote]")
    page.wait_for_selector("text=pro 6, proti 0")


def test_the_sheet_tells_which_votes_do_not_fit_and_who_is_left(coordinator, meeting):
    page = coordinator()
    page.goto(f"{meeting}/@@kpss-attendance")
    assert not page.is_visible("#kpss-unfitting")
    row = page.locator("tr[data-member]").first
    row.locator("label", has_text="omluven").click()
    page.wait_for_selector("#kpss-unfitting >> text=Grantový program")
    row.locator("label", has_text="nezaznamenáno").click()
    count = "button[name=the_rest] .kpss-count"
    page.wait_for_function(f"document.querySelector('{count}')?.textContent === '1'")
    row.locator("label", has_text="přítomen").first.click()
    page.wait_for_selector("#kpss-unfitting", state="hidden")
    assert not page.is_visible("button[name=the_rest]")
