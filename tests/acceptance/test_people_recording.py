"""The coordinator changes the leader of a group; her rights come from membership alone."""

from datetime import date
from datetime import timedelta
from tests.acceptance.hands import add_account
from tests.acceptance.hands import ask
from tests.acceptance.hands import Hand
from tests.acceptance.hands import person_at
from tests.acceptance.hands import today
import pytest


STEERING = "Koordinační skupina KPSS"
INTERNAL = "Podklady pro vedoucí"
ACCOUNT = "nova-vedouci"
#: From the site's front page to the two days of the coordination group.
CLICKS = {"ends_the_term": 4, "adds_a_leader": 2, "sees_her_in_the_steering_body": 2}


@pytest.fixture(scope="module")
def internal_page(site) -> str:
    """A page in the coordination group that the public does not see, and an account."""
    add_account(site, ACCOUNT, "Zora Nováčková")
    page = {"@type": "Document", "title": INTERNAL}
    return ask(f"{site}/beroun/bodies/ks", page)["@id"]


@pytest.fixture(params=[False, True], ids=["without scripts", "with scripts"])
def scripts(request) -> bool:
    return request.param


@pytest.fixture
def coordinator(chromium, site, scripts):
    page = person_at(chromium, site, "koordinatorka", java_script_enabled=scripts)
    yield Hand(page)
    page.context.close()


def test_new_leader_of_a_group_sits_in_the_coordination_group_from_that_day(
    coordinator, chromium, plain, site, scripts, internal_page, capsys
):
    """Each part begins where the one before ended."""
    group, old, given, family, account = (
        ("Občané ohrožení", "Bystrolesný", "Vilma", "Horáčková", "")
        if scripts
        else ("Rodiny s dětmi", "Habřinolesná", "Zora", "Nováčková", ACCOUNT)
    )
    if account:
        assert not may_read(chromium, site, account, internal_page)
    first = today()
    counted = {}
    ends_the_term(coordinator, group, old, first - timedelta(days=1))
    counted["ends_the_term"] = coordinator.counted()
    adds_a_leader(coordinator, given, family, first, account)
    counted["adds_a_leader"] = coordinator.counted()
    sees_her_in_the_steering_body(coordinator, family, old, first)
    counted["sees_her_in_the_steering_body"] = coordinator.counted()
    with capsys.disabled():
        print(f"\nclicks, {'with' if scripts else 'without'} scripts: {counted}")
    # An account is behind one more line
    assert counted == CLICKS | ({"adds_a_leader": 3} if account else {})
    assert coordinator.page.problems == []
    assert coordinator.page.refused == []
    if account:
        assert may_read(chromium, site, account, internal_page)
    plain.goto(f"{site}/beroun/bodies/ks")
    assert family not in plain.content()


def ends_the_term(hand: Hand, group: str, leader: str, last: date) -> None:
    hand.click("#portal-globalnav >> text=Beroun")
    hand.click(f"#kpss-open >> text={group}")
    hand.click(f"#content tr:has-text('{leader}') >> a:has-text('Ukončit')")
    hand.page.fill("#valid_to", last.isoformat())
    hand.click("#content button[name=save]")
    assert group in hand.heading()
    assert leader not in hand.page.inner_text("#content table")


def adds_a_leader(
    hand: Hand, given: str, family: str, first: date, account: str
) -> None:
    hand.click("#content >> text=Přidat člena")
    page = hand.page
    page.fill("#given_name", given)
    page.fill("#family_name", family)
    page.select_option("#function", label="Vedoucí pracovní skupiny")
    page.select_option("#party", index=1)
    assert page.input_value("#valid_from") == first.isoformat()
    if account:
        hand.click("#kpss-extras > summary")
        page.fill("#user_id", account)
    hand.click("#content button[name=save]")
    said = page.inner_text(".portalMessage, [role=status], [role=alert]")
    assert family in said
    assert family in page.inner_text("[aria-labelledby=kpss-functions]")


def sees_her_in_the_steering_body(hand: Hand, new: str, old: str, first: date) -> None:
    hand.click(f".kpss-path >> text={STEERING}")
    assert STEERING in hand.heading()
    row = hand.page.locator(f"#content tr:has-text('{new}')")
    assert row.count() == 1
    assert "zapsáno v jiném orgánu" in row.inner_text()
    hand.page.fill("#kpss-on", (first - timedelta(days=1)).isoformat())
    hand.click("#content form:has(#kpss-on) button")
    table = hand.page.inner_text("#content table")
    assert new not in table
    assert old in table


def may_read(chromium, site: str, account: str, address: str) -> bool:
    page = person_at(chromium, site, account)
    page.goto(address)
    seen = page.locator(f"h1:has-text('{INTERNAL}')").count() == 1
    assert seen != bool(page.refused)
    page.context.close()
    return seen
