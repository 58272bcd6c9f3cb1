"""What our rights add to a stock page of the site, for a user in twenty bodies.

    .venv/bin/python benchmarks/rights.py [pairs of runs, 150 by default]

The same page for the same user of the same site, with our groups and without them, in
turn, as ``chart.py`` measures pairs; the processor's time.
"""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from measuring.asking import Reader
from measuring.ratios import finish
from measuring.ratios import in_turn
from measuring.ratios import Result
from measuring.zope import root
from measuring.zope import site_with_addon
from measuring.zope import start
from pathlib import Path
import sys
import tempfile


BODIES, LED = 20, 2
ALLOWED = 1.05
PASSWORD = "Tajemstvi-12345"
PAGES = (
    ("page of a document for a member of the site", "/Plone/stranka", "clen"),
    ("page of a document for an editor", "/Plone/stranka", "editor"),
)


def build(app) -> None:
    """A site with a document, and two users who sit in twenty bodies each.

    They lead two of them: each body gives a group, the two one more.
    """
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    portal = site_with_addon(app)
    page = create(portal, "Document", id="stranka", title="Stránka")
    api.content.transition(page, "publish")
    functions = [{"id": "vedouci", "title": "Vedoucí", "kind": "leader"}]
    process = create(
        portal,
        "kpss.Process",
        id="process",
        title="Plánování",
        municipality="Město",
        functions=functions,
    )
    for _title, _url, user in PAGES:
        api.user.create(email=f"{user}@x.cz", username=user, password=PASSWORD)
        create(
            process["people"],
            "kpss.Person",
            id=user,
            given_name="Jana",
            family_name=user,
            user_id=user,
        )
    api.user.grant_roles(username="editor", roles=["Editor"])
    for number in range(BODIES):
        body = create(process["bodies"], "kpss.WorkingGroup", title=f"Skupina {number}")
        for _title, _url, user in PAGES:
            create(
                body,
                "kpss.Membership",
                person=user,
                function="vedouci" if number < LED else None,
                valid_from=date(2020, 1, 1),
            )


@contextmanager
def without_rights() -> Iterator[None]:
    """As if the plugin were not there.

    The local roles are for bodies and processes only, so a page of the site never asks
    them; to unregister them would empty the caches of all adapters and cost more.
    """
    from kpss.addon.bodies.rights.plugin import MembershipGroups

    ours = MembershipGroups.getRolesForPrincipal
    MembershipGroups.getRolesForPrincipal = lambda self, principal, request=None: ()
    yield
    MembershipGroups.getRolesForPrincipal = ours


def timed(application: Callable, url: str, user: str) -> float:
    """Milliseconds of the processor from the request to the last byte."""
    answer = Reader(application, user, PASSWORD).get(url)
    greets = f">{user}<".encode() in answer.text.replace(b"\n", b"")
    if answer.status != 200 or not greets:
        raise SystemExit(f"{url} does not greet {user}: {answer.status}")
    return answer.took


def compare(application: Callable, title: str, url: str, user: str, runs: int):
    def with_rights(_index: int) -> float:
        return timed(application, url, user)

    def without(_index: int) -> float:
        with without_rights():
            return timed(application, url, user)

    ours, stock = in_turn((with_rights, without), runs)
    return Result(f"{title}, in {BODIES} bodies", ours, stock, ALLOWED)


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        with root() as app:
            build(app)
        return [compare(application, *page, runs) for page in PAGES]


if __name__ == "__main__":
    finish(run(int(sys.argv[1]) if sys.argv[1:] else 150))
