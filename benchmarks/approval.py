"""The register of resolutions and a step of an approval compared with stock Plone.

    .venv/bin/python benchmarks/approval.py [resolutions, 1,000 by default]

``@resolutions`` with its usual filter (one year and body) and without any, against stock
``@search`` for the same type and the same number of items, asked in turn as a visitor; a
recorded decision against a stock transition, each on objects of their own. The
processor's time.
"""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from measuring.asking import Reader
from measuring.ratios import finish
from measuring.ratios import in_turn
from measuring.ratios import pages
from measuring.ratios import Pair
from measuring.ratios import Result
from measuring.ratios import took
from measuring.zope import in_fresh_request
from measuring.zope import leave_letters
from measuring.zope import root
from measuring.zope import site_with_addon
from measuring.zope import start
from pathlib import Path
import sys
import tempfile
import transaction


STEPS = 80
WARM_UP = 5
RUNS = 25
YEAR = 2026
SEARCH = "/Plone/++api++/@search?portal_type=kpss.Resolution&b_size=25"
FIELDS = "&metadata_fields=kpss_resolution&metadata_fields=review_state"


def pairs(number: int) -> tuple[Pair, ...]:
    search = f"{SEARCH}{FIELDS}&sort_on=created&sort_order=descending"
    resolutions = "/Plone/++api++/process/@resolutions"
    return (
        Pair(
            f"@resolutions of a year and a body among {number:,} / @search",
            f"{resolutions}?year={YEAR}&body=rs",
            search,
            0.5,
        ),
        Pair(
            f"@resolutions without a filter, {number:,} / @search",
            resolutions,
            search,
            0.5,
        ),
    )


def build(app, number: int) -> None:
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    portal = site_with_addon(app, workflow="simple_publication_workflow")
    process = create(
        portal,
        "kpss.Process",
        id="process",
        title="Plánování",
        municipality="Město",
    )
    create(
        process["chains"],
        "kpss.ApprovalChain",
        id="zpravy",
        title="Zprávy",
        document_kinds=["report"],
        steps=[
            {"body": "rs", "act": "prepares"},
            {"body": "rada", "act": "decides"},
        ],
    )
    for id, kind in (("rs", "steering"), ("rada", "council")):
        create(process["bodies"], "kpss.Body", id=id, title=id, kind=kind)
    for index in range(number):
        body = process["bodies"]["rs" if index % 2 else "rada"]
        made = create(
            body,
            "kpss.Resolution",
            title=f"Usnesení {index}",
            decided_on=date(YEAR, 12, 31) - timedelta(days=index % 3000),
            number=f"{index + 1}/{index % 7}",
            public_text="Text usnesení o sociálních službách.",
        )
        for transition in ("adopt", "publish"):
            api.content.transition(made, transition)
        if index % 500 == 499:
            transaction.commit()
    # As deep in the site as the documents: what is deeper takes Plone longer
    pages = create(create(portal, "Folder", id="slozka"), "Folder", id="stranky")
    for index in range(STEPS):
        create(
            process["documents"],
            "kpss.Document",
            id=f"zprava-{index}",
            title=f"Zpráva {index}",
            document_kind="report",
        )
        for kind in ("publish", "submit"):
            create(pages, "Document", id=f"{kind}-{index}", title=f"Stránka {index}")
    api.content.transition(process, "publish")
    transaction.commit()


def steps() -> list[Result]:
    """Handing on to the next body against publishing a page and against submitting one.

    A page that is published needs no local roles in the catalogue; one that is submitted
    stays closed, as a document that is handed on does.
    """
    from kpss.addon.approval import actions
    from kpss.addon.approval.deciding import decide
    from kpss.addon.approval.said import Said
    from plone import api
    from zope.component.hooks import setSite

    today = date.today()

    def ours(portal, index: int) -> None:
        document = portal["process"]["documents"][f"zprava-{index}"]
        decide(document, Said(0, "submitted", today))

    def publish(portal, index: int) -> None:
        page = portal["slozka"]["stranky"][f"publish-{index}"]
        api.content.transition(page, "publish")

    def submit(portal, index: int) -> None:
        page = portal["slozka"]["stranky"][f"submit-{index}"]
        api.content.transition(page, "submit")

    with root() as app:
        setSite(app.Plone)
        documents = app.Plone["process"]["documents"]
        for index in range(STEPS):
            actions.start(documents[f"zprava-{index}"])
        transaction.commit()
        works = [committed(app, work) for work in (ours, publish, submit)]
        decision, *stock = in_turn(works, STEPS - WARM_UP, WARM_UP)
    titles = ("publishing", "submitting")
    return [
        Result(f"a recorded decision / {title} a page", decision, one, 1.5)
        for title, one in zip(titles, stock, strict=True)
    ]


def committed(app, work: Callable) -> Callable[[int], float]:
    """The work with its commit, each time in a request of its own."""

    def timed(index: int) -> float:
        portal = in_fresh_request(app).Plone
        return took(lambda: (work(portal, index), transaction.commit()))

    return timed


def run(number: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        leave_letters()
        with root() as app:
            build(app, number)
        reader = Reader(application)
        return [*(pages(reader, pair, RUNS) for pair in pairs(number)), *steps()]


if __name__ == "__main__":
    finish(run(int(sys.argv[1]) if sys.argv[1:] else 1000))
