"""How long our public pages take compared with stock Plone, in one process.

    .venv/bin/python benchmarks/chart.py [pairs of runs, 25 by default]

Builds a site of its own in memory with the theme and everything that a visitor gets,
and asks it through WSGI as an anonymous visitor; nothing is cached between requests but
what Zope itself keeps. The two pages of a pair are asked in turn, so that whatever else
the machine does falls on both, and it is the processor's time that is measured: the
database is in memory, so there is nothing else to wait for.
"""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
import io
import sys
import tempfile
import transaction


sys.path.insert(0, str(Path(__file__).parents[1]))


BODIES = 300
WARM_UP = 3
WORDS = "konzultace, připomínkování, stanoviska"
HEAD_OF_CONF = """\
instancehome {home}
clienthome {home}
default-zpublisher-encoding utf-8
"""
IN_MEMORY = """\
<zodb_db main>
    cache-size 30000
    <mappingstorage>
    </mappingstorage>
    mount-point /
</zodb_db>
"""
SITE_ZCML = """\
<configure xmlns="http://namespaces.zope.org/zope"
           xmlns:five="http://namespaces.zope.org/five">
  <include package="Zope2.App" />
  <five:loadProducts file="meta.zcml" />
  <five:loadProducts />
  <five:loadProductsOverrides />
</configure>
"""


@dataclass(frozen=True)
class Pair:
    """Our page, the stock page that does the same work, and the ratio we allow."""

    title: str
    ours: str
    stock: str
    allowed: float


PAIRS = (
    Pair(
        f"chart of {BODIES} bodies / folder listing of {BODIES} documents",
        "/Plone/process/organisation",
        f"/Plone/folder/listing_view?b_size={BODIES}",
        1.0,
    ),
    Pair(
        f"page of one of {BODIES} bodies / page of a document",
        "/Plone/process/bodies/ps-100",
        "/Plone/folder/document-100",
        1.5,
    ),
)


@dataclass(frozen=True)
class Result:
    """Medians in milliseconds; None where our page is not there yet."""

    title: str
    ours: float | None
    stock: float
    allowed: float

    @property
    def ratio(self) -> float | None:
        return None if self.ours is None else self.ours / self.stock


def start(home: Path, conf: str = HEAD_OF_CONF + IN_MEMORY) -> Callable:
    """Zope with its database, and with everything that names itself a plugin of Plone."""
    from Zope2.Startup.run import make_wsgi_app
    from ZPublisher.httpexceptions import HTTPExceptionHandler

    (home / "etc").mkdir(parents=True)
    (home / "etc" / "site.zcml").write_text(SITE_ZCML)
    (home / "etc" / "zope.conf").write_text(conf.format(home=home))
    return HTTPExceptionHandler(make_wsgi_app({}, str(home / "etc" / "zope.conf")))


@contextmanager
def root():
    """The application root as a manager, with a request; committed at the end."""
    from AccessControl.SecurityManagement import newSecurityManager
    from AccessControl.SecurityManagement import noSecurityManager
    from Testing.makerequest import makerequest
    from zope.globalrequest import clearRequest
    from zope.globalrequest import setRequest
    import Zope2

    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    yield app
    transaction.commit()
    noSecurityManager()
    clearRequest()
    app._p_jar.close()


def plain_site(app):
    """See ``devel/plain_site.py``."""
    from devel.plain_site import plain_site

    return plain_site(app)


def build(app) -> None:
    """A site with a process of 300 bodies beside a folder of 300 documents.

    Text is the same on both sides, and no portlets stand beside either.
    """
    from plone import api
    from plone.app.textfield import RichTextValue

    portal = plain_site(app)
    remove_portlets(portal)
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
    text = RichTextValue("<p>Co je třeba.</p>" * 20, "text/html", "text/x-html-safe")
    for obj in (add_documents(portal, text), add_bodies(portal, text)):
        api.content.transition(obj, "publish")


def add_documents(portal, text):
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    folder = create(portal, "Folder", id="folder", title="Dokumenty")
    for number in range(BODIES):
        document = create(
            folder,
            "Document",
            id=f"document-{number}",
            title=f"Dokument {number}",
            description=WORDS,
            text=text,
        )
        api.content.transition(document, "publish")
    return folder


def add_bodies(portal, text):
    from plone.dexterity.utils import createContentInContainer as create

    process = create(
        portal, "kpss.Process", id="process", title="Plánování", municipality="Město"
    )
    for number, (body_id, kind, parent) in enumerate(tree()):
        create(
            process["bodies"],
            "kpss.WorkingGroup" if kind == "working_group" else "kpss.Body",
            id=body_id,
            title=f"Orgán {number}",
            kind=kind,
            parent=parent,
            acts=["prepares"],
            act_text=WORDS,
            chart_order=number,
            mission=text,
        )
    return process


def remove_portlets(portal) -> None:
    """The navigation portlet would print all 300 documents beside the stock pages."""
    from plone.portlets.interfaces import IPortletAssignmentMapping
    from plone.portlets.interfaces import IPortletManager
    from zope.component import getMultiAdapter
    from zope.component import getUtility

    for name in ("plone.leftcolumn", "plone.rightcolumn"):
        manager = getUtility(IPortletManager, name=name, context=portal)
        mapping = getMultiAdapter((portal, manager), IPortletAssignmentMapping)
        for portlet in list(mapping):
            del mapping[portlet]


def tree():
    """Ids, kinds and parents: a council, ten steering groups, the rest under them."""
    yield "rada", "council", None
    for group in range(10):
        yield f"rs-{group}", "steering", "rada"
    for number in range(BODIES - 11):
        yield f"ps-{number}", "working_group", f"rs-{number % 10}"


def ask(application: Callable, url: str) -> tuple[int, int]:
    """Status and length of the answer to an anonymous visitor."""
    path, _mark, query = url.partition("?")
    status = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SCRIPT_NAME": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
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
    body = application(
        environ, lambda line, headers, exc_info=None: status.append(line)
    )
    length = sum(map(len, body))
    return int(status[-1].split()[0]), length


def measure(application: Callable, pair: Pair, runs: int) -> Result:
    if ask(application, pair.stock)[0] != 200:
        raise SystemExit(f"{pair.stock} does not answer; nothing to compare with")
    if ask(application, pair.ours)[0] != 200:
        stock = [timed(application, pair.stock) for _run in range(runs)]
        return Result(pair.title, None, median(stock), pair.allowed)
    times: dict[str, list[float]] = {pair.ours: [], pair.stock: []}
    for run in range(WARM_UP + runs):
        for url in (pair.ours, pair.stock) if run % 2 else (pair.stock, pair.ours):
            times[url].append(timed(application, url))
    ours, stock = (median(times[url][WARM_UP:]) for url in (pair.ours, pair.stock))
    return Result(pair.title, ours, stock, pair.allowed)


def timed(application: Callable, url: str) -> float:
    """Milliseconds of the processor from the request to the last byte."""
    begin = process_time()
    ask(application, url)
    return (process_time() - begin) * 1000


def table(results: list[Result]) -> str:
    lines = ["| Pages | ours | stock | ratio | aim |", "|---|---|---|---|---|"]
    for result in results:
        ours = "not there yet" if result.ours is None else f"{result.ours:.0f} ms"
        ratio = "–" if result.ratio is None else f"{result.ratio:.2f}"
        lines.append(
            f"| {result.title} | {ours} | {result.stock:.0f} ms | {ratio} "
            f"| ≤ {result.allowed} |"
        )
    return "\n".join(lines)


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        with root() as app:
            build(app)
        return [measure(application, pair, runs) for pair in PAIRS]


if __name__ == "__main__":
    found = run(int(sys.argv[1]) if sys.argv[1:] else 25)
    print(table(found))
    sys.exit(any(r.ratio is not None and r.ratio > r.allowed for r in found))
