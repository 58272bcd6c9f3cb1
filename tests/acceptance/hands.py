"""Somebody at the browser: logs in through the form, clicks, and the clicks are counted."""

from base64 import b64encode
from datetime import date
from datetime import datetime
from tests.acceptance.conftest import open_page
from tests.acceptance.conftest import WIDE
from urllib.request import build_opener
from urllib.request import ProxyHandler
from urllib.request import Request
from zoneinfo import ZoneInfo
import json


class Hand:
    """A page whose clicks are counted; typing is not a click, a link is never skipped."""

    def __init__(self, page):
        self.page = page
        self.clicks = 0

    def click(self, selector: str) -> None:
        self.page.locator(selector).locator("visible=true").first.click()
        self.page.wait_for_load_state()
        self.clicks += 1

    def counted(self) -> int:
        """Clicks since the last count."""
        clicks, self.clicks = self.clicks, 0
        return clicks

    def heading(self) -> str:
        return self.page.inner_text("h1")


def log_in(page, site: str, name: str, password: str) -> None:
    page.goto(f"{site}/login")
    page.fill("#__ac_name", name)
    page.fill("#__ac_password", password)
    page.click("button[type=submit][name*=login], input[name*=login]")
    page.wait_for_load_state()


def person_at(chromium, site: str, name: str, **options):
    """A page of one of the demo's people, whose password is the name; close its context."""
    page = open_page(chromium, **{"viewport": WIDE, **options})
    page.refused = []
    page.on("response", lambda answer: note_refusal(page, answer))
    log_in(page, site, name, name)
    return page


def note_refusal(page, answer) -> None:
    if answer.status >= 400 or "require_login" in answer.url:
        page.refused.append((answer.status, answer.url))


def ask(address: str, data: dict | None = None, method: str | None = None):
    """What REST answers the administrator; None when it says nothing."""
    request = Request(
        address,
        None if data is None else json.dumps(data).encode(),
        {
            "Accept": "application/json",
            "Content-Type": "application/json",
            "Authorization": "Basic " + b64encode(b"admin:admin").decode(),
        },
        method=method,
    )
    with build_opener(ProxyHandler({})).open(request) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def add_account(site: str, name: str, full_name: str) -> None:
    """Somebody who may do nothing but log in; the password is the name."""
    person = {"username": name, "fullname": full_name, "password": name}
    created = ask(f"{site}/@users", {**person, "email": f"{name}@ukazka.example"})
    assert created["roles"] == ["Member"]


def today() -> date:
    """Today as the demo's server has it."""
    return datetime.now(ZoneInfo("Europe/Prague")).date()
