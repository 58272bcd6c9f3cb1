"""The register of resolutions and how it grows, compared with stock ``@search``.

    .venv/bin/python benchmarks/register.py [resolutions, 1,000 and 100,000 by default]

Reads what ``make bench-data SIZE=`` has made. Where that is missing, a site is built
beside it: a few resolutions as content, all others as entries of the catalogue only,
which is all that the register reads. Asked in turn as a visitor; the processor's time;
the least of three turns for each size.
"""

from dataclasses import replace
from measuring.asking import Reader
from measuring.ratios import finish
from measuring.ratios import pages
from measuring.ratios import Pair
from measuring.ratios import Result
import subprocess
import sys
import transaction


RUNS, TURNS = 15, 3
SIZES = (1_000, 100_000)
AS_CONTENT = 100
SEARCH = "/Plone/++api++/@search?portal_type=kpss.Resolution&b_size=25"
FIELDS = "&metadata_fields=kpss_resolution&metadata_fields=review_state"
# The newest stand as content: ``@search`` wakes what it lists
STOCK = f"{SEARCH}{FIELDS}&sort_on=kpss_order&sort_order=descending"
REST = "/Plone/++api++/process/@resolutions"
PAGE = "/Plone/process/resolutions"
ONE_BODY = "?year=2026&body=organ-0"
#: Of services, compared with ``@search``.
SERVICES = (
    ("@resolutions of a year and a body", REST + ONE_BODY),
    ("@resolutions without a filter", REST),
)
#: Of pages, compared with themselves in a small register.
PAGES = (
    ("register, this year", PAGE),
    ("register, a year and a body", PAGE + ONE_BODY),
    ("register, all years", f"{PAGE}?year=all"),
)
GROWTH = 1.2


class Entry:
    """What the catalogue is told of a resolution; it has no other attributes."""

    def __init__(self, index: int, body, values: dict, known: dict):
        from kpss.addon.numbering.rules.numbers import order

        day, number = values["decided_on"].isoformat(), values["number"]
        parts = "".join(f"{one:09}{text}" for _k, one, text in order(number))
        fact = {
            **known["kpss_resolution"],
            **{"number": number, "date": day, "text": values["public_text"]},
            **{"body": body.getId(), "body_title": body.title},
        }
        self.__dict__.update(
            {
                **known,
                **{"id": f"usneseni-{index}", "getId": f"usneseni-{index}"},
                **{"Title": values["title"], "UID": f"{index:032x}"},
                **{
                    "kpss_order": f"{day}|{parts}",
                    "kpss_resolved_on": day,
                    "kpss_number": number,
                },
                **{"kpss_author_body": body.getId(), "kpss_resolution": fact},
                "SearchableText": f"{values['title']} {number}",
            }
        )

    def getPhysicalPath(self):
        return self.path


def build(app, town) -> None:
    """Content and, above that, entries like those of the last content."""
    from devel import bench_data
    from plone.indexer.interfaces import IIndexableObject
    from zope.interface import alsoProvides

    process, size = bench_data.process_in(app, town), town.size
    bench_data.fill(process, town, min(size, AS_CONTENT))
    catalog = app.Plone.portal_catalog
    known = known_of(catalog)
    for index in range(AS_CONTENT, size):
        body_id, values = town.resolution(index)
        body = process["bodies"][body_id]
        entry = Entry(index, body, values, known)
        entry.path = (*body.getPhysicalPath(), entry.id)
        alsoProvides(entry, IIndexableObject)
        catalog.catalog_object(entry, "/".join(entry.path))
        if index % 2000 == 0:
            transaction.commit()
    transaction.commit()


def known_of(catalog) -> dict:
    """The columns of a resolution and what its indexes are asked."""
    brain = catalog.unrestrictedSearchResults(portal_type="kpss.Resolution")[0]
    columns = {name: getattr(brain, name) for name in catalog.schema()}
    resolution = brain._unrestrictedGetObject()
    return {
        # A column without a value would make @search wake the object
        **{name: None if callable(one) else one for name, one in columns.items()},
        **{"allowedRolesAndUsers": ["Anonymous"], "kpss_kind": "approves"},
        **{"effective": resolution.effective(), "expires": resolution.expires()},
        **{"created": resolution.created(), "modified": resolution.modified()},
    }


def results(size: int) -> list[Result]:
    """In a process of its own, as Zope is configured once in a process."""
    from devel import bench_data

    town = bench_data.Town(size)
    if not town.is_complete:
        town = replace(town, folder="entries")
    application = bench_data.start(town.home)
    if not town.is_complete:
        with bench_data.as_manager() as app:
            build(app, town)
        town.complete()
    reader, found = Reader(application), []
    for title, url in (*SERVICES, *PAGES):
        title = f"{title}, {size:,}" + (" / @search" if url.startswith(REST) else "")
        pair = Pair(title, url, STOCK, 0.5)
        found.append(pages(reader, pair, RUNS))
    return found


def of_size(size: int) -> list[Result]:
    command = [sys.executable, __file__, "--one", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    lines = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    return [
        Result(title, float(ours), float(stock), float(allowed))
        for title, ours, stock, allowed in lines
    ]


def least(*runs: Result) -> Result:
    """Sizes are measured in processes of their own: the least disturbed run counts."""
    ours, stock = (
        min(getattr(one, name) for one in runs) for name in ("ours", "stock")
    )
    return replace(runs[0], ours=ours, stock=stock)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        for one in results(int(sys.argv[2])):
            print(one.title, one.ours, one.stock, one.allowed, sep="\t")
        sys.exit()
    sizes = [int(one) for one in sys.argv[1:]] or SIZES
    turns = [[of_size(size) for size in sizes] for _turn in range(TURNS)]
    by_size = [list(map(least, *runs)) for runs in zip(*turns, strict=True)]
    found = [one for part in by_size for one in part[: len(SERVICES)]]
    if len(sizes) > 1:
        pages = (part[len(SERVICES) :] for part in (by_size[0], by_size[-1]))
        found += [
            Result(f"{large.title} / {sizes[0]:,}", large.ours, small.ours, GROWTH)
            for small, large in zip(*pages, strict=True)
        ]
    finish(found)
