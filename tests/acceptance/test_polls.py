"""A date poll in the browser without JavaScript: begun, answered, a date chosen."""

from axe_playwright_python.sync_playwright import Axe
from datetime import timedelta
from email import message_from_bytes
from email import policy
from tests.acceptance.conftest import NARROW
from tests.acceptance.conftest import open_page
from tests.acceptance.conftest import WIDE
from tests.acceptance.czech import english_left
from tests.acceptance.hands import Hand
from tests.acceptance.hands import log_in
from tests.acceptance.hands import person_at
from tests.acceptance.hands import today
from tests.acceptance.test_public_pages import RULES
import pytest
import re
import time


GROUP = "beroun/bodies/ps-seniori"
LINK = re.compile(r"https?://\S+/@@kpss-dates/\S+")


@pytest.fixture
def person(chromium, site):
    """``person("koordinatorka")``: somebody of the demo, without JavaScript."""
    pages = []

    def at(name):
        pages.append(person_at(chromium, site, name, java_script_enabled=False))
        return Hand(pages[-1])

    yield at
    for page in pages:
        page.context.close()


def links_in(folder, title: str) -> set[str]:
    """Signed links from the mails about a poll, when they have gone."""
    found: set[str] = set()
    for _attempt in range(30):
        for path in (folder / "new").glob("*"):
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            text = mail.get_body(("plain",)).get_content()
            if title in mail["Subject"]:
                found |= set(LINK.findall(text))
        if found:
            return found
        time.sleep(1)
    return found


def begin(hand, site: str, title: str) -> str:
    """The address of a new poll of the group, which the coordinator has begun."""
    page = hand.page
    page.goto(f"{site}/{GROUP}")
    hand.click("main a[href$='@@kpss-ask-dates']")
    page.fill("#title", title)
    page.fill("#time", "15.00")
    page.fill("#minutes", "90")
    page.fill("#place", "Klub")
    for number, days in enumerate((30, 32, 37)):
        day = today() + timedelta(days=days)
        page.fill(f"#row-{number}-day", day.isoformat())
    page.fill("#until", (today() + timedelta(days=10)).isoformat())
    hand.click("main button[name=look]")
    hand.click("main button[name=save]")
    assert "/@@kpss-poll/" in page.url, page.inner_text("main")
    return page.url


def test_members_answer_and_the_coordinator_chooses(person, plain, site, var):
    title = "Jarní schůzka"
    coordinator = person("koordinatorka")
    poll = begin(coordinator, site, title)
    begun = coordinator.counted()
    # From the page of the group: the form, a look at what is in the way, the mails
    assert begun == 3

    # A member with an account
    member = person("clenka-skupiny")
    member.page.goto(f"{site}/{GROUP}")
    member.click("main a[href*='@@kpss-my-dates/']")
    for number, answer in ((1, 1), (2, 2), (3, 3)):
        member.page.locator(f"label[for='date-d{number}-{answer}']").click()
    member.click("main button[name=save]")
    assert "odpověď je zapsána" in member.page.content()
    said = member.page.inner_text("#kpss-counts >> xpath=..")
    assert "v nejhorším" in said

    # Somebody without one, by the link in the mail
    links = links_in(var / "mail", title)
    assert links
    plain.goto(sorted(links)[0])
    assert title in plain.inner_text("h1")
    plain.locator("label[for='date-d1-1']").click()
    plain.fill("#note", "Přijdu až po třetí.")
    plain.click("main button[name=save]")
    assert "odpověď je zapsána" in plain.content()

    # By telephone, then the date is chosen
    page = coordinator.page
    page.goto(poll)
    coordinator.click("main a[href*='?who=']")
    page.locator("label[for='date-d1-1']").click()
    coordinator.click("main button[name=save]")
    table = page.inner_text("main").replace("\u00a0", " ")
    assert "zatím nejlepší" in table and "usnášeníschopnosti" in table
    coordinator.click("main button[name=choose][value=d1]")
    assert "termín vybrán" in page.inner_text("main")
    coordinator.click("main dl a[href*='/bodies/ps-seniori/']")
    assert "Klub" in page.inner_text("main")
    assert page.refused == [] and member.page.refused == []
    plain.reload()
    assert "Termín je vybrán" in plain.inner_text("main")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_pages_are_accessible_fit_and_are_czech(chromium, person, site, var, size):
    title = f"Termín {size['width']}"
    poll = begin(person("koordinatorka"), site, title)
    [link, *_rest] = links_in(var / "mail", title)
    page = open_page(chromium, viewport=size)
    log_in(page, site, "koordinatorka", "koordinatorka")
    for address in (
        f"{site}/{GROUP}/@@kpss-ask-dates",
        f"{site}/{GROUP}/@@kpss-polls",
        f"{site}/{GROUP}",
        poll,
        link,
    ):
        assert page.goto(address).status == 200, address
        found = Axe().run(page, context="main", options=RULES)
        assert [one["id"] for one in found.response["violations"]] == [], address
        assert english_left(page) == [], address
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], address
    who = page.goto(poll) and page.get_attribute("main a[href*='?who=']", "href")
    page.goto(who)
    found = Axe().run(page, context="main", options=RULES)
    assert [one["id"] for one in found.response["violations"]] == []
    assert english_left(page) == [] and page.problems == []
    page.context.close()
