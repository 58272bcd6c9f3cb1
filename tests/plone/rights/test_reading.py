"""A member reads internal pages from the first day to the last, and nobody reindexes."""

from datetime import date
from freezegun import freeze_time
from plone import api
from plone.restapi.testing import RelativeSession
from tests.plone.rights.conftest import PASSWORD
import pytest
import transaction


FIRST, LAST = date(2024, 3, 1), date(2024, 6, 30)
#: A day and whether the member may read.
DAYS = [
    ("2024-02-29", False),
    ("2024-03-01", True),
    ("2024-06-30", True),
    ("2024-07-01", False),
]


@pytest.fixture(params=["public", "internal"])
def town(request, town_on_server):
    """An internal steering group with an internal page, in a process of either kind."""
    town = town_on_server
    if request.param == "public":
        api.content.transition(town.process, "publish")
    api.content.transition(town["ks"], "hide")
    town.page("ks")
    town.page("seniori")
    town.sit("seniori", "petr", "vedouci", since=FIRST, valid_to=LAST)
    town.sit("ks", "jana", since=FIRST, valid_to=LAST)
    transaction.commit()
    return town


@pytest.fixture
def session(town):
    with RelativeSession(town.portal.absolute_url()) as session:
        session.headers["Accept"] = "application/json"
        yield session


@pytest.mark.parametrize("user_id", ["jana", "petr"])
def test_in_the_browser(town, browse, user_id):
    """Jana is a member; Petr is one by leading a working group (BER-63)."""
    browser = browse(user_id)
    for day, readable in DAYS:
        with freeze_time(day):
            for url in (
                town["ks"].absolute_url(),
                f"{town['ks'].absolute_url()}/zapis",
            ):
                assert is_read(browser, url) == readable, (day, url)
            site = town.portal.absolute_url()
            browser.open(f"{site}/@@search?SearchableText=poznamky")
            assert ("/ks/zapis" in browser.contents) == readable, day


def is_read(browser, url):
    browser.open(url)
    return browser.url == url


def test_over_rest(town, session):
    session.auth = ("jana", PASSWORD)
    path = "/beroun/bodies/ks/zapis"
    for day, readable in DAYS:
        with freeze_time(day):
            assert session.get(path).status_code == (200 if readable else 401), day
            found = session.get("/@search?portal_type=Document").json()["items"]
            site = town.portal.absolute_url()
            urls = {item["@id"].removeprefix(site) for item in found}
            assert (path in urls) == readable, day
            assert "/beroun/bodies/seniori/zapis" not in urls


def test_nothing_was_reindexed_nor_written(town, session):
    session.auth = ("jana", PASSWORD)
    connection = town.portal._p_jar
    before = connection.db().lastTransaction()
    for day, _readable in DAYS:
        with freeze_time(day):
            session.get("/beroun/bodies/ks/zapis")
    assert connection.db().lastTransaction() == before


def test_coordinator_adds_a_leader_who_reads_the_steering_group(town, browse, session):
    """Recorded over REST; from the next request on, without reindexing."""
    town.sit("odbor", "iva", "koordinator")
    person = town.person("nova").getId()
    browser = browse("nova")
    page = f"{town['ks'].absolute_url()}/zapis"
    assert not is_read(browser, page)
    session.auth = ("iva", PASSWORD)
    answer = session.post(
        "/beroun/bodies/rodiny",
        json={
            "@type": "kpss.Membership",
            "person": person,
            "function": "vedouci",
            "valid_from": "2024-03-01",
        },
    )
    assert answer.status_code == 201, answer.text
    for day, readable in (("2024-02-29", False), ("2024-03-01", True)):
        with freeze_time(day):
            assert is_read(browser, page) == readable, day


def test_coordinator_works_in_the_browser_from_the_first_day(town, browse):
    town.sit("odbor", "iva", "koordinator", since=FIRST)
    browser = browse("iva")
    edit = f"{town['ks'].absolute_url()}/edit"
    with freeze_time("2024-02-29"):
        assert not is_read(browser, edit)
    with freeze_time("2024-03-01"):
        assert is_read(browser, edit)


def test_leader_edits_the_text_of_the_group_but_not_its_place(town, browse):
    browser = browse("petr")
    with freeze_time("2024-03-01"):
        browser.open(f"{town['seniori'].absolute_url()}/edit")
        names = browser.contents.split('name="')[1:]
        names = {name.split('"')[0] for name in names}
        assert "form.widgets.tasks" in names or "form.widgets.mission" in names
        assert not [
            n for n in names if ".parent" in n or ".valid_from" in n or ".kind" in n
        ]
        browser.getControl(name="form.buttons.save").click()
        assert "Changes saved" in browser.contents


def test_leader_changes_no_place_over_rest(town, session):
    session.auth = ("petr", PASSWORD)
    with freeze_time("2024-03-01"):
        path = "/beroun/bodies/seniori"
        session.patch(path, json={"parent": "ks", "valid_to": "2024-05-01"})
        answer = session.patch(path, json={"title": "Senioři a jejich blízcí"})
        assert answer.status_code == 204
        for method, where in (
            ("DELETE", path),
            ("PATCH", "/beroun/bodies/rodiny"),
            ("POST", f"{path}/@workflow/hide"),
        ):
            refused = session.request(method, where, json={"title": "x"})
            assert refused.status_code in (400, 401, 403), (method, where)
    transaction.begin()
    assert town["seniori"].parent is None
    assert town["seniori"].valid_to is None
    assert "rodiny" in town.bodies and town["rodiny"].title == "Rodiny"
