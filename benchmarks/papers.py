"""Papers of a large meeting beside the typst compile alone, and the memory of a ZIP.

    .venv/bin/python benchmarks/papers.py [megabytes of papers, 240 by default]

The agenda with what is proposed, the attendance list and the minutes of a meeting of 60
items and 57 members (Praha) that was convened and held, with votes: everything gathered
and compiled, against typst that gets the values ready; the processor's time, in turn. The
ZIP of 60 papers: how much more memory the process takes at most while it is made and read.
"""

from datetime import date
from measuring.meetings import add_meeting
from measuring.meetings import add_town
from measuring.meetings import convene
from measuring.meetings import hold
from measuring.meetings import ITEMS
from measuring.meetings import MEMBERS
from measuring.ratios import in_turn
from measuring.ratios import Result
from measuring.ratios import table
from measuring.ratios import took
from measuring.zope import IN_FILES
from measuring.zope import leave_letters
from measuring.zope import root
from measuring.zope import site_with_addon
from measuring.zope import start
from pathlib import Path
import sys
import tempfile


RUNS, WARM_UP = 9, 2
#: What gathering may add to the compile; megabytes of memory for a ZIP of any size.
ALLOWED, MEMORY = 2.0, 40


def build(app, megabytes: int):
    """The meeting after it was held, and its minutes."""
    from kpss.addon.minutes.making import build as build_minutes

    body = add_town(site_with_addon(app))
    size = megabytes * 1_000_000 // ITEMS
    meeting = add_meeting(body, "held", days=0, paper=size)
    convene(meeting)
    hold(meeting)
    return meeting, build_minutes(meeting)


def papers(meeting, minutes) -> list[Result]:
    from kpss.addon.meetings.papers.agenda import AgendaPaper
    from kpss.addon.meetings.papers.attendance import AttendancePaper
    from kpss.addon.minutes.paper import MinutesPaper
    from kpss.addon.printing.typst_pdf import pdf_of

    today = date.today()
    makers = {
        "agenda": lambda: AgendaPaper(meeting, today).paper(),
        "attendance": lambda: AttendancePaper(meeting, today).paper(),
        "minutes": lambda: MinutesPaper(minutes, today, public=False).paper(),
    }
    found = []
    for name, make in makers.items():
        ready = make()
        works = (
            lambda _index, make=make: took(lambda: pdf_of(make())),
            lambda _index, ready=ready: took(lambda: pdf_of(ready)),
        )
        ours, alone = in_turn(works, RUNS, WARM_UP)
        title = f"{name}.pdf, {ITEMS} items, {MEMBERS} members / typst alone"
        found.append(Result(title, ours, alone, ALLOWED))
    return found


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
        start(Path(home), IN_FILES)
        leave_letters()
        with root() as app:
            meeting, minutes = build(app, megabytes)
            setSite(app.Plone)
            found = papers(meeting, minutes)
            size, grown = memory(meeting)
    print(table(found))
    print(f"\nA ZIP of {size} MB: {grown} MB of memory more (at most {MEMORY})")
    if grown > MEMORY or any(one.ratio > one.allowed for one in found):
        sys.exit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 240)
