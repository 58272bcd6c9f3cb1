"""The demo as people see it: a server of its own and Debian's Chromium."""

from pathlib import Path
from playwright.sync_api import sync_playwright
import os
import pytest
import shutil
import signal
import socket
import subprocess
import sys


ROOT = Path(__file__).parents[2]
#: Chromium talks to nobody but the demo.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def var(tmp_path_factory) -> Path:
    """Where the demo keeps its data; its mails are in the folder ``mail``."""
    if "KPSS_ACCEPTANCE_SITE" in os.environ:
        return Path(os.environ.get("KPSS_VAR") or ROOT / "var")
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def site(var) -> str:
    """The address of a freshly built demo site; it ends with the tests.

    ``KPSS_ACCEPTANCE_SITE``: the address of a fresh demo that runs already.
    """
    if running := os.environ.get("KPSS_ACCEPTANCE_SITE"):
        yield running
        return
    port = free_port()
    environment = {
        **os.environ,
        "KPSS_VAR": str(var),
        "PYTHONUNBUFFERED": "1",
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "devel.run", str(port)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    said = []
    for line in server.stdout:
        said.append(line)
        if line.startswith("Konec"):
            break
    else:
        pytest.fail("the demo did not start:\n" + "".join(said))
    yield f"http://localhost:{port}/Plone"
    server.send_signal(signal.SIGINT)
    server.wait(timeout=60)


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "Chromium is missing: run `make acceptance`, which installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def open_page(chromium, **options):
    context = chromium.new_context(locale="cs-CZ", **options)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    return page


@pytest.fixture(params=[WIDE, NARROW], ids=["1280", "390"])
def visitor(request, chromium):
    """A visitor's page, wide and narrow."""
    page = open_page(chromium, viewport=request.param)
    yield page
    page.context.close()


@pytest.fixture
def plain(chromium):
    """A visitor without JavaScript."""
    page = open_page(chromium, viewport=WIDE, java_script_enabled=False)
    yield page
    page.context.close()


@pytest.fixture
def admin(chromium, site):
    """The demo's administrator, logged in through the form."""
    page = open_page(chromium, viewport=WIDE, accept_downloads=True)
    page.goto(f"{site}/login")
    page.fill("#__ac_name", "admin")
    page.fill("#__ac_password", "admin")
    page.click("button[type=submit][name*=login], input[name*=login]")
    page.wait_for_load_state()
    yield page
    page.context.close()
