"""A meeting of the city's group in the browser: 57 members, verified by two (PRA-19)."""

from datetime import datetime
from datetime import timedelta
from tests.acceptance.hands import Hand
from tests.acceptance.hands import person_at
from zoneinfo import ZoneInfo
import pytest


ZONE = ZoneInfo("Europe/Prague")
GROUP = "praha/bodies/ps-kpss"


@pytest.fixture
def person(chromium, site):
    """``person("predseda-praha")``: somebody of the demo, without JavaScript."""
    hands = []

    def at(name):
        page = person_at(chromium, site, name, java_script_enabled=False)
        hands.append(Hand(page))
        return hands[-1]

    yield at
    for hand in hands:
        hand.page.context.close()


def test_57_members_and_minutes_verified_by_two_persons(person, site, plain):
    now = datetime.now(ZONE)
    if now.hour == 23 and now.minute > 40:
        pytest.skip("A meeting that begins later today cannot be planned any more")
    hand = person("koordinator-praha")
    page = hand.page
    begins = now + timedelta(minutes=15)
    page.goto(f"{site}/{GROUP}/@@kpss-add-meeting")
    page.fill("#day", begins.date().isoformat())
    page.fill("#time", f"{begins:%H:%M}")
    page.select_option("#agenda", index=0)
    hand.click("main button[name=save]")
    address = page.url.partition("/@@")[0]
    page.goto(f"{address}/@@kpss-agenda")
    page.fill("#title", "Společná metodika")
    hand.click("main button[name=save]:not(.visually-hidden)")
    page.goto(f"{address}/@@kpss-convene")
    hand.click("main button[name=convene]")

    # Opened; two are excused, all others are here
    page.goto(address)
    hand.click("form[action$='@@kpss-advance'] button[name=save]")
    hand.counted()
    page.goto(f"{address}/@@kpss-attendance")
    sheet = page.locator("main tr[data-member]")
    assert sheet.count() >= 57
    for number in (3, 8):
        excused = sheet.nth(number).locator("input[value=excused]")
        page.locator(f"label[for='{excused.get_attribute('id')}']").click()
    hand.click("main button[name=all_present]")
    assert hand.counted() == 1
    said = page.inner_text("#kpss-quorum").replace("\u00a0", " ")
    assert "Přítomno 55 z 57 členů, potřeba 29: usnášeníschopná." in said

    # A vote, the end, the minutes
    page.goto(f"{address}/@@kpss-agenda")
    links = page.locator(f"main a[href^='{address}/item-']").all()
    ids = {one.get_attribute("href")[len(address) + 1 :] for one in links}
    items = sorted({one.partition("/")[0].partition("?")[0] for one in ids})
    page.goto(address)
    mine = page.locator("main a", has_text="Společná metodika").first
    own = mine.get_attribute("href")
    for item in items:
        if f"{address}/{item}" != own:
            page.goto(f"{address}/{item}/@@kpss-vote")
            hand.click("main button[value=discussed]")
    page.goto(f"{own}/@@kpss-vote")
    for name, number in (("for", "40"), ("against", "5"), ("abstained", "10")):
        page.fill(f"main [name={name}]", number)
    hand.click("main button[name=vote]")
    assert "potřeba 28" in page.inner_text("main").replace("\u00a0", " ")
    page.goto(address)
    hand.click("form[action$='@@kpss-advance'] button[name=save]")
    page.goto(f"{address}/@@kpss-minutes")
    hand.click("main button[name=save]")
    page.goto(f"{address}/minutes/@@kpss-advance?transition=submit")
    hand.click("main button[name=save]")

    # One is not enough, nobody verifies twice
    page.goto(f"{address}/minutes")
    hand.click("main a[href$='@@kpss-verify']")
    hand.click("main button[name=save]")
    page.goto(f"{address}/minutes")
    assert page.locator("main a[href$='@@kpss-verify']").count() == 0
    assert "Kontrolní součet" not in page.inner_text("main")

    chair = person("predseda-praha")
    chair.page.goto(f"{address}/minutes")
    chair.click("main a[href$='@@kpss-verify']")
    chair.click("main button[name=save]")
    chair.page.goto(f"{address}/minutes")
    assert "Kontrolní součet" in chair.page.inner_text("main")

    page.goto(f"{address}/minutes/@@kpss-advance?transition=publish")
    hand.click("main button[name=save]")
    assert hand.page.refused == [] and chair.page.refused == []
    assert plain.goto(f"{address}/minutes").status == 200
    assert "pro 40" in plain.inner_text("main")
