"""What our rights add to a stock page of the site, for a user in twenty bodies.

    .venv/bin/python benchmarks/rights.py [pairs of runs, 150 by default]

The same page for the same user of the same site, with our groups and without them, in
turn, as ``chart.py`` measures pairs; the processor's time.
"""

from base64 import b64encode
from chart import plain_site
from chart import remove_portlets
from chart import root
from chart import start
from chart import WARM_UP
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
import io
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

    portal = plain_site(app)
    remove_portlets(portal)
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
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
    status = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": url,
        "QUERY_STRING": "",
        "SCRIPT_NAME": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "HTTP_AUTHORIZATION": "Basic "
        + b64encode(f"{user}:{PASSWORD}".encode()).decode(),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    begin = process_time()
    answer = application(environ, lambda line, *_rest: status.append(line))
    text = b"".join(answer)
    spent = (process_time() - begin) * 1000
    if status != ["200 OK"] or f">{user}<".encode() not in text.replace(b"\n", b""):
        print(f"{url} does not greet {user}: {status}", file=sys.stderr)
    return spent


def measure(application: Callable, url: str, user: str, runs: int) -> tuple:
    """Medians with our rights and without them."""
    with_ours, without = [], []
    for run in range(WARM_UP + runs):
        for ours in (True, False) if run % 2 else (False, True):
            if ours:
                with_ours.append(timed(application, url, user))
            else:
                with without_rights():
                    without.append(timed(application, url, user))
    return median(with_ours[WARM_UP:]), median(without[WARM_UP:])


def main(runs: int) -> bool:
    """Print the table; whether every ratio is within the aim."""
    good = True
    print("| Pages | with our rights | without | ratio | aim |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        with root() as app:
            build(app)
        for title, url, user in PAGES:
            ours, without = measure(application, url, user, runs)
            ratio = ours / without
            good = good and ratio <= ALLOWED
            print(
                f"| {title}, in {BODIES} bodies | {ours:.1f} ms | {without:.1f} ms "
                f"| {ratio:.3f} | ≤ {ALLOWED} |"
            )
    return good


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if sys.argv[1:] else 150))
