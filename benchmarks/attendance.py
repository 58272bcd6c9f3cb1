"""Saving the attendance sheet of a large meeting compared with a stock edit.

    .venv/bin/python benchmarks/attendance.py [pairs of runs, 25 by default]

A meeting of 57 members (Praha) and 60 items. ``PATCH @attendance`` of everybody at once,
as the button saves it, and of one person, as a click saves it, against ``PATCH`` of title
and text of a stock page that stands as deep. In turn, in one process; the processor's
time with the commit.
"""

from approval import leave_letters
from base64 import b64encode
from chart import plain_site
from chart import Result
from chart import root
from chart import start
from chart import table
from chart import WARM_UP
from collections.abc import Callable
from datetime import date
from datetime import datetime
from datetime import UTC
from pathlib import Path
from statistics import median
from time import process_time
import io
import json
import sys
import tempfile


MEMBERS, ITEMS = 57, 60
MEETING = "/Plone/process/bodies/skupina/setkani"
PAGE = "/Plone/a/b/c/stranka"
STATUSES = ("present", "absent")
NAME, PASSWORD = "spravce", "Tajemstvi-12345"
LOGIN = "Basic " + b64encode(f"{NAME}:{PASSWORD}".encode()).decode()


def build(app) -> list[str]:
    """Answers the UIDs of the memberships."""
    from kpss.addon.meetings.progress import perform
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    portal = plain_site(app)
    portal.portal_workflow.setDefaultChain("simple_publication_workflow")
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
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


def send(application: Callable, path: str, data: dict) -> float:
    """Milliseconds of a PATCH by the manager."""
    body, status = json.dumps(data).encode(), []
    environ = {
        "REQUEST_METHOD": "PATCH",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SCRIPT_NAME": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT": "application/json",
        "HTTP_AUTHORIZATION": LOGIN,
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    begin = process_time()
    answer = application(
        environ, lambda line, headers, exc_info=None: status.append(line)
    )
    text = b"".join(answer)
    took = (process_time() - begin) * 1000
    assert status[-1][:3] in ("200", "204"), (status, text[:500])
    return took


def measure(application: Callable, members: list[str], runs: int) -> list[Result]:
    def sheet(index: int) -> float:
        status = STATUSES[index % 2]
        roster = [{"member": one, "status": status} for one in members]
        return send(application, f"{MEETING}/@attendance", {"roster": roster})

    def click(index: int) -> float:
        status = STATUSES[(index + 1) % 2]
        roster = [{"member": members[index % MEMBERS], "status": status}]
        return send(application, f"{MEETING}/@attendance", {"roster": roster})

    def stock(index: int) -> float:
        text = f"<p>Text číslo {index} o sociálních službách.</p>"
        data = {"title": f"Stránka {index}", "text": text}
        return send(application, PAGE, data)

    works = (sheet, click, stock)
    times: dict[Callable, list[float]] = {work: [] for work in works}
    for index in range(WARM_UP + runs):
        for work in works if index % 2 else reversed(works):
            times[work].append(work(index))
    found = {work: median(times[work][WARM_UP:]) for work in works}
    return [
        Result(f"{title} / a stock edit", found[ours], found[stock], 1.0)
        for ours, title in (
            (sheet, f"the sheet of {MEMBERS} members with {ITEMS} items"),
            (click, "one click on it"),
        )
    ]


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home))
        leave_letters()
        with root() as app:
            members = build(app)
        return measure(application, members, runs)


if __name__ == "__main__":
    found = run(int(sys.argv[1]) if sys.argv[1:] else 25)
    print(table(found))
    sys.exit(any(r.ratio is not None and r.ratio > r.allowed for r in found))
