"""A small right template, and ways to spoil it."""

from AccessControl.SecurityManagement import newSecurityManager
from datetime import date
from freezegun import freeze_time
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.townsetup import demo
from kpss.addon.townsetup.shipped import shipped_templates
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.distribution.api import site as site_api
from tests.plone.kept import keep
from zope.component.hooks import setSite
import logging
import pytest


SMALL = """\
format: 1
id: mestys
municipality:
  title: Městys Zkouška
  ico: "00233129"
process:
  title: Plánování služeb
parties:
  - id: zadavatel
    title: zadavatel
  - id: verejnost
    title: veřejnost
    counts_as: zadavatel
functions:
  - id: koordinator
    title: Koordinátorka
    kind: coordinator
    body: odbor
    tasks:
      - svolává
      - zapisuje
bodies:
  - id: rada
    title: Rada
    kind: council
    acts: [decides]
    rules:
      document: Jednací řád rady
      values:
        quorum: {value: ">1/2", source: default}
        min_meetings_per_year: {value: 2}
  - id: odbor
    title: Odbor
    kind: department
    parent: rada
  - id: seniori
    title: Senioři
    kind: working_group
    parent: odbor
    target_groups: [seniori]
chains:
  - id: plan
    title: Plán
    document_kinds: [community_plan]
    purpose: adoption
    steps:
      - body: seniori
        act: prepares
      - body: rada
        act: decides
pages:
  - id: zasady
    title: Zásady
    text: <p>Každý může přijít.</p>
agendas:
  - id: seniori
    templates:
      - title: Obvyklé setkání
        items:
          - title: Kontrola úkolů
            kind: tasks_check
          - title: Různé
            minutes: 10
"""


@pytest.fixture(scope="session")
def small() -> str:
    """A template with a little of everything."""
    return SMALL


@pytest.fixture
def spoiled(small):
    """``spoiled(old, new)``: the small template with a text replaced once."""

    def spoil(old: str, new: str) -> str:
        assert old in small, "the small template has changed"
        return small.replace(old, new, 1)

    return spoil


@pytest.fixture
def as_manager(portal):
    """The test acts as a manager."""
    with api.env.adopt_roles(["Manager"]):
        yield


#: The day of the demo's tests.
TODAY = date(2026, 11, 22)
ANSWERS = {
    "site_id": "ukazka",
    "title": "Město – intranet a web",
    "default_language": "cs",
    "portal_timezone": "Europe/Prague",
    "setup_content": True,
}


@pytest.fixture(scope="class")
def demo_of(functional_app_class):
    """``demo_of("beroun", accounts=True)``: a demo site of some of its towns."""
    app = functional_app_class
    owner = app.acl_users.getUserById(SITE_OWNER_NAME)
    newSecurityManager(None, owner.__of__(app.acl_users))
    # As in zope.conf; with the layer's 400 objects the new site is put away too soon
    app._p_jar._cache.cache_size = 30_000

    def build(*names, accounts):
        towns = [one for one in shipped_templates() if one.id in names]
        answers = {**ANSWERS, "demo_accounts": accounts} if accounts else ANSWERS

        def found():
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(demo, "shipped_templates", lambda: towns)
                site_api.create(app, "kpss-demo", answers)

        keep(app, f"demo of {sorted(names)}, accounts: {accounts}", found)
        created = app[ANSWERS["site_id"]]
        setSite(created)
        return created

    with freeze_time(TODAY, ignore=["Zope2", "ZODB"]):
        yield build
    setSite(None)


@pytest.fixture(scope="class")
def demo_log():
    """Lines that the demo's building wrote into the log."""
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    demo.logger.addHandler(handler)
    demo.logger.setLevel(logging.INFO)
    yield lines
    demo.logger.removeHandler(handler)


@pytest.fixture(scope="class")
def roster(site):
    """``roster("beroun", "ks", day)``: the roster of a body of the demo."""

    def find(town, body, on=TODAY):
        return Roster(site[town]["bodies"][body], on)

    return find


@pytest.fixture(scope="class")
def seat_of(roster):
    """``seat_of(family name, town, body, day)``: the only seat, None when there is none."""

    def find(family, *where):
        sittings = roster(*where).sittings
        seats = [one.seat for one in sittings if family in one.person.name]
        assert len(seats) <= 1
        return seats[0] if seats else None

    return find
