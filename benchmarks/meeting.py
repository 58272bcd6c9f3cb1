"""How long the page of a meeting takes compared with a stock page, in one process.

    .venv/bin/python benchmarks/meeting.py [pairs of runs, 25 by default]

A public meeting that was convened, with 60 items and a paper on each, in a body of 57
members (PRA-11); for a visitor, for one of the members and for who records it, each
against the page of a document for the same reader.
"""

from base64 import b64encode
from chart import HEAD_OF_CONF
from chart import measure
from chart import Pair
from chart import plain_site
from chart import remove_portlets
from chart import Result
from chart import root
from chart import start
from chart import table
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from datetime import timedelta
from pathlib import Path
import sys
import tempfile


ITEMS, MEMBERS = 60, 57
MEMBER, COORDINATOR = "clen-0", "koordinator"
PASSWORD = "Tajemstvi-12345"
#: Papers are blobs, which a database in memory does not take.
ON_DISK = (
    HEAD_OF_CONF
    + """\
<zodb_db main>
    cache-size 30000
    <filestorage>
        path {home}/Data.fs
        blob-dir {home}/blobs
    </filestorage>
    mount-point /
</zodb_db>
"""
)
PAGE = Pair(
    f"meeting of {ITEMS} items and {MEMBERS} members / page of a document",
    "/Plone/process/bodies/ps/meeting",
    "/Plone/document",
    2.0,
)


def build(app) -> None:
    """A site with a meeting and a document of about as many words."""
    from plone import api
    from plone.app.textfield import RichTextValue
    from plone.dexterity.utils import createContentInContainer as create

    portal = plain_site(app)
    remove_portlets(portal)
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
    text = RichTextValue(
        "<p>Co je třeba projednat.</p>" * ITEMS, "text/html", "text/x-html-safe"
    )
    document = create(portal, "Document", id="document", title="Program", text=text)
    process = create(
        portal,
        "kpss.Process",
        id="process",
        title="Plánování",
        municipality="Město",
        functions=[
            {"id": "koordinator", "title": "Koordinátor", "kind": "coordinator"}
        ],
    )
    body = create(process["bodies"], "kpss.WorkingGroup", id="ps", title="Skupina")
    create(body, "kpss.Rules", title="Pravidla", meetings_public="public")
    for number in range(MEMBERS):
        add_member(process, body, f"clen-{number}")
    add_member(process, body, COORDINATOR, function="koordinator")
    add_meeting(body)
    for obj in (document, process):
        api.content.transition(obj, "publish")


def add_member(process, body, user_id: str, function: str | None = None) -> None:
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    api.user.create(
        username=user_id, email=f"{user_id}@mesto.example", password=PASSWORD
    )
    person = create(
        process["people"],
        "kpss.Person",
        given_name="Jana",
        family_name=user_id,
        user_id=user_id,
    )
    create(
        body,
        "kpss.Membership",
        person=person.getId(),
        function=function,
        valid_from=date(2020, 1, 1),
    )


def add_meeting(body) -> None:
    from kpss.addon.meetings.agenda.adding import add_item
    from kpss.addon.meetings.agenda.papers import add_papers
    from kpss.addon.meetings.agenda.papers import Upload
    from kpss.addon.meetings.progress import perform
    from kpss.addon.meetings.times import now
    from plone.dexterity.utils import createContentInContainer as create

    meeting = create(
        body,
        "kpss.Meeting",
        id="meeting",
        start=now() + timedelta(days=14),
        place="Radnice",
    )
    for number in range(ITEMS):
        item = add_item(
            meeting,
            title=f"Bod číslo {number}",
            level=2 if number % 4 == 3 else 1,
            presenter="Host",
            minutes=5,
        )
        add_papers(item, [Upload(b"x" * 1000, "Podklad.pdf", 1000)], public=True)
    perform(meeting, "convene")


def as_reader(application: Callable, user_id: str) -> Callable:
    """The same application, asked by an account."""
    credentials = b64encode(f"{user_id}:{PASSWORD}".encode()).decode()

    def asked(environ, start_response):
        return application(
            {**environ, "HTTP_AUTHORIZATION": f"Basic {credentials}"}, start_response
        )

    return asked


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home), ON_DISK)
        with root() as app:
            build(app)
        readers = (
            ("a visitor", application),
            ("a member", as_reader(application, MEMBER)),
            ("who records", as_reader(application, COORDINATOR)),
        )
        return [
            measure(asked, replace(PAGE, title=f"{PAGE.title}, {who}"), runs)
            for who, asked in readers
        ]


if __name__ == "__main__":
    found = run(int(sys.argv[1]) if sys.argv[1:] else 25)
    print(table(found))
    sys.exit(any(r.ratio is not None and r.ratio > r.allowed for r in found))
