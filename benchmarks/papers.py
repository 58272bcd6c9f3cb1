"""Papers of a large meeting beside the typst compile alone, and the memory of a ZIP.

    .venv/bin/python benchmarks/papers.py [megabytes of papers, 240 by default]

The agenda with what is proposed and the attendance list of a meeting with 60 items and
57 members (Praha): everything gathered and compiled, against typst that gets the values
ready; the processor's time, in turn. The ZIP of 60 papers: how much more memory the
process takes at most while it is made and read.
"""

from chart import HEAD_OF_CONF
from chart import plain_site
from chart import Result
from chart import root
from chart import start
from chart import table
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
import os
import sys
import tempfile
import transaction


ITEMS, MEMBERS = 60, 57
RUNS, WARM_UP = 9, 2
#: What gathering may add to the compile; megabytes of memory for a ZIP of any size.
ALLOWED, MEMORY = 2.0, 40
#: Files are kept where a server keeps them.
IN_FILES = """\
<zodb_db main>
    cache-size 30000
    <blobstorage>
        blob-dir {home}/blobs
        <filestorage>
            path {home}/Data.fs
        </filestorage>
    </blobstorage>
    mount-point /
</zodb_db>
"""
TEXT = "Služba je určena lidem, kteří ji potřebují, a jejich rodinám. " * 12


def build(app, megabytes: int):
    """The meeting, convened; a paper of random bytes on each item."""
    from kpss.addon.meetings.times import now
    from plone.dexterity.utils import createContentInContainer as create
    from plone.namedfile.file import NamedBlobFile

    portal = plain_site(app)
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
    process = create(
        portal, "kpss.Process", id="process", title="Plánování", municipality="Město"
    )
    body = create(
        process["bodies"], "kpss.Body", id="ks", title="Skupina", kind="steering"
    )
    for index in range(MEMBERS):
        person = create(
            process["people"],
            "kpss.Person",
            given_name="Jana",
            family_name=f"Příjmení{index}",
        )
        create(
            body,
            "kpss.Membership",
            person=person.getId(),
            valid_from=date(2020, 1, 1),
            basis="other",
            voting=True,
        )
    start = now().replace(microsecond=0)
    meeting = create(body, "kpss.Meeting", id="setkani", start=start)
    size = megabytes * 1_000_000 // ITEMS
    for index in range(ITEMS):
        item = create(
            meeting,
            "kpss.AgendaItem",
            title=f"Bod {index}",
            text=TEXT,
            proposal=TEXT,
            minutes=5,
        )
        file = NamedBlobFile(os.urandom(size), filename="podklad.pdf")
        create(item, "File", title=f"Podklad {index}", file=file)
        transaction.commit()
    return meeting


def papers(meeting) -> list[Result]:
    from kpss.addon.meetings.papers.agenda import AgendaPaper
    from kpss.addon.meetings.papers.attendance import AttendancePaper
    from kpss.addon.printing.typst_pdf import pdf_of

    found = []
    for name, paper_class in (("agenda", AgendaPaper), ("attendance", AttendancePaper)):
        ready = paper_class(meeting, date.today()).paper()
        works = (
            lambda made=paper_class: pdf_of(made(meeting, date.today()).paper()),
            lambda ready=ready: pdf_of(ready),
        )
        times: tuple[list[float], list[float]] = ([], [])
        for _run in range(WARM_UP + RUNS):
            for work, kept in zip(works, times, strict=True):
                kept.append(took(work))
        ours, alone = (median(one[WARM_UP:]) for one in times)
        title = f"{name}.pdf, {ITEMS} items, {MEMBERS} members / typst alone"
        found.append(Result(title, ours, alone, ALLOWED))
    return found


def took(work: Callable) -> float:
    begin = process_time()
    work()
    return (process_time() - begin) * 1000


def memory(meeting) -> tuple[int, int]:
    """Megabytes of the ZIP, and by how much the process grew at most."""
    from kpss.addon.meetings.papers.agenda import InvitationPaper
    from kpss.addon.meetings.papers.package import Package
    from kpss.addon.printing.zip_file import zip_of

    # The highest mark is that of the present moment
    Path("/proc/self/clear_refs").write_text("5")
    before = highest()
    packed = zip_of(Package(InvitationPaper(meeting, date.today())).entries())
    size = sum(map(len, packed))
    return size // 1_000_000, (highest() - before) // 1000


def highest() -> int:
    """The most memory that the process had, in kilobytes."""
    status = Path("/proc/self/status").read_text()
    [line] = [one for one in status.splitlines() if one.startswith("VmHWM:")]
    return int(line.split()[1])


def main(megabytes: int) -> None:
    from zope.component.hooks import setSite

    with tempfile.TemporaryDirectory() as home:
        start(Path(home), HEAD_OF_CONF + IN_FILES)
        with root() as app:
            meeting = build(app, megabytes)
            setSite(app.Plone)
            found = papers(meeting)
            size, grown = memory(meeting)
    print(table(found))
    print(f"\nA ZIP of {size} MB: {grown} MB of memory more (at most {MEMORY})")
    if grown > MEMORY or any(one.ratio > one.allowed for one in found):
        sys.exit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 240)
