"""How long our public pages take compared with stock Plone, in one process.

    .venv/bin/python benchmarks/chart.py [pairs of runs, 25 by default]

Builds a site of its own in memory with the theme and everything that a visitor gets,
and asks it through WSGI as an anonymous visitor; nothing is cached between requests but
what Zope itself keeps. The two pages of a pair are asked in turn, so that whatever else
the machine does falls on both, and it is the processor's time that is measured: the
database is in memory, so there is nothing else to wait for.
"""

from measuring.asking import Reader
from measuring.ratios import finish
from measuring.ratios import pages
from measuring.ratios import Pair
from measuring.ratios import Result
from measuring.zope import root
from measuring.zope import site_with_addon
from measuring.zope import start
from pathlib import Path
import sys
import tempfile


BODIES = 300
WORDS = "konzultace, připomínkování, stanoviska"

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


def build(app) -> None:
    """A site with a process of 300 bodies beside a folder of 300 documents.

    Text is the same on both sides, and no portlets stand beside either.
    """
    from plone import api
    from plone.app.textfield import RichTextValue

    portal = site_with_addon(app)
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


def tree():
    """Ids, kinds and parents: a council, ten steering groups, the rest under them."""
    yield "rada", "council", None
    for group in range(10):
        yield f"rs-{group}", "steering", "rada"
    for number in range(BODIES - 11):
        yield f"ps-{number}", "working_group", f"rs-{number % 10}"


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        with root() as app:
            build(app)
        return [pages(Reader(application), pair, runs) for pair in PAIRS]


if __name__ == "__main__":
    finish(run(int(sys.argv[1]) if sys.argv[1:] else 25))
