"""Saving the attendance sheet of a large meeting compared with a stock edit.

    .venv/bin/python benchmarks/attendance.py [pairs of runs, 25 by default]

A meeting of 57 members (Praha) and 60 items. ``PATCH @attendance`` of everybody at once,
as the button saves it, and of one person, as a click saves it, against ``PATCH`` of title
and text of a stock page that stands as deep. In turn, in one process; the processor's
time with the commit.
"""

from datetime import date
from datetime import datetime
from datetime import UTC
from measuring.asking import Reader
from measuring.ratios import finish
from measuring.ratios import in_turn
from measuring.ratios import Result
from measuring.zope import leave_letters
from measuring.zope import root
from measuring.zope import site_with_addon
from measuring.zope import start
from pathlib import Path
import sys
import tempfile


MEMBERS, ITEMS = 57, 60
MEETING = "/Plone/process/bodies/skupina/setkani"
PAGE = "/Plone/a/b/c/stranka"
STATUSES = ("present", "absent")
NAME, PASSWORD = "spravce", "Tajemstvi-12345"


def build(app) -> list[str]:
    """Answers the UIDs of the memberships."""
    from kpss.addon.meetings.progress import perform
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    portal = site_with_addon(app, workflow="simple_publication_workflow")
    api.user.create(
        username=NAME,
        email="spravce@mesto.example",
        password=PASSWORD,
        roles=("Member", "Manager"),
    )
    process = create(
        portal, "kpss.Process", id="process", title="Plánování", municipality="Město"
    )
    body = create(
        process["bodies"], "kpss.Body", id="skupina", title="Skupina", kind="steering"
    )
    create(body, "kpss.Rules", title="Pravidla", quorum=">1/2", majority=">1/2")
    members = []
    for index in range(MEMBERS):
        person = create(
            process["people"],
            "kpss.Person",
            given_name="Jana",
            family_name=f"Nová {index}",
        )
        made = create(
            body,
            "kpss.Membership",
            person=person.getId(),
            valid_from=date(2020, 1, 1),
            voting=True,
        )
        members.append(made.UID())
    meeting = create(
        body, "kpss.Meeting", id="setkani", title="Setkání", start=datetime.now(UTC)
    )
    for index in range(ITEMS):
        create(meeting, "kpss.AgendaItem", title=f"Bod {index}")
    for transition in ("convene", "open"):
        perform(meeting, transition)
    folder = portal
    for id in ("a", "b", "c"):
        folder = create(folder, "Folder", id=id, title=id)
    create(folder, "Document", id="stranka", title="Stránka")
    return members


def measure(reader: Reader, members: list[str], runs: int) -> list[Result]:
    def save(url: str, data: dict) -> float:
        answer = reader.patch(url, data)
        assert answer.status in (200, 204), (answer.status, answer.text[:500])
        return answer.took

    def sheet(index: int) -> float:
        status = STATUSES[index % 2]
        roster = [{"member": one, "status": status} for one in members]
        return save(f"{MEETING}/@attendance", {"roster": roster})

    def click(index: int) -> float:
        status = STATUSES[(index + 1) % 2]
        roster = [{"member": members[index % MEMBERS], "status": status}]
        return save(f"{MEETING}/@attendance", {"roster": roster})

    def stock(index: int) -> float:
        text = f"<p>Text číslo {index} o sociálních službách.</p>"
        data = {"title": f"Stránka {index}", "text": text}
        return save(PAGE, data)

    *ours, edit = in_turn((sheet, click, stock), runs)
    titles = (
        f"the sheet of {MEMBERS} members with {ITEMS} items",
        "one click on it",
    )
    return [
        Result(f"{title} / a stock edit", one, edit, 1.0)
        for title, one in zip(titles, ours, strict=True)
    ]


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        leave_letters()
        with root() as app:
            members = build(app)
        return measure(Reader(application, NAME, PASSWORD), members, runs)


if __name__ == "__main__":
    finish(run(int(sys.argv[1]) if sys.argv[1:] else 25))
