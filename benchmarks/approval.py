"""The register of resolutions and a step of an approval compared with stock Plone.

    .venv/bin/python benchmarks/approval.py [resolutions, 1,000 by default]

``@resolutions`` with its usual filter (one year and body) and without any, against stock
``@search`` for the same type and the same number of items, asked in turn as a visitor; a
recorded decision against a stock transition, each on objects of their own. The
processor's time.
"""

from chart import ask
from chart import measure
from chart import Pair
from chart import plain_site
from chart import Result
from chart import root
from chart import start
from chart import table
from collections.abc import Callable
from datetime import date
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import process_time
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

    portal = plain_site(app)
    portal.portal_workflow.setDefaultChain("simple_publication_workflow")
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
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

    works = (ours, publish, submit)
    times: dict[Callable, list[float]] = {work: [] for work in works}
    with root() as app:
        setSite(app.Plone)
        documents = app.Plone["process"]["documents"]
        for index in range(STEPS):
            actions.start(documents[f"zprava-{index}"])
        transaction.commit()
        for index in range(STEPS):
            for work in works if index % 2 else reversed(works):
                times[work].append(took(app, work, index))
    found = {work: median(times[work][WARM_UP:]) for work in works}
    return [
        Result(f"a recorded decision / {title} a page", found[ours], found[stock], 1.5)
        for title, stock in (("publishing", publish), ("submitting", submit))
    ]


def took(app, work: Callable, index: int) -> float:
    """Milliseconds of a piece of work with its commit, in a request of its own.

    What a request works out once is thus worked out at every step.
    """
    from Acquisition import aq_base
    from Testing.makerequest import makerequest
    from zope.component.hooks import setSite
    from zope.globalrequest import setRequest

    fresh = makerequest(aq_base(app))
    setRequest(fresh.REQUEST)
    setSite(fresh.Plone)
    begin = process_time()
    work(fresh.Plone, index)
    transaction.commit()
    return (process_time() - begin) * 1000


def leave_letters() -> None:
    """They go in a thread, which is not the work of who decides, nor may it conflict."""
    from kpss.addon.notices.background import IStartDelivery
    from zope.component import getGlobalSiteManager

    getGlobalSiteManager().unregisterUtility(provided=IStartDelivery)


def run(number: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        leave_letters()
        with root() as app:
            build(app, number)
        found = []
        for pair in pairs(number):
            assert ask(application, pair.ours)[0] == 200, pair.ours
            assert ask(application, pair.stock)[0] == 200, pair.stock
            found.append(measure(application, pair, RUNS))
        return [*found, *steps()]


if __name__ == "__main__":
    found = run(int(sys.argv[1]) if sys.argv[1:] else 1000)
    print(table(found))
    sys.exit(any(r.ratio is not None and r.ratio > r.allowed for r in found))
