"""A large meeting (Praha): 60 items, each with a paper, in a body of 57 members."""

from datetime import date
from datetime import timedelta
import os


ITEMS, MEMBERS = 60, 57
#: Every so many items are voted on by name, another one is only discussed.
NAMED_EVERY, DISCUSSED_EVERY = 10, 3
MEMBER, COORDINATOR = "clen-0", "koordinator"
PASSWORD = "Tajemstvi-12345"
TEXT = "Služba je určena lidem, kteří ji potřebují, a jejich rodinám. " * 12


def add_town(portal):
    """The body in its process; its members and who coordinates have accounts."""
    from plone.dexterity.utils import createContentInContainer as create

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
    create(
        body,
        "kpss.Rules",
        title="Pravidla",
        meetings_public="public",
        quorum=">1/2",
        majority=">1/2",
    )
    for number in range(MEMBERS):
        _add_member(process, body, f"clen-{number}")
    _add_member(process, body, COORDINATOR, function="koordinator")
    return body


def _add_member(process, body, user_id: str, function: str | None = None) -> None:
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    api.user.create(
        username=user_id, email=f"{user_id}@mesto.example", password=PASSWORD
    )
    person = create(
        process["people"],
        "kpss.Person",
        given_name="Jana",
        family_name=f"Nová{user_id}",
        user_id=user_id,
    )
    create(
        body,
        "kpss.Membership",
        person=person.getId(),
        function=function,
        valid_from=date(2020, 1, 1),
        basis="other",
        voting=function is None,
    )


def add_meeting(body, id: str, *, days: int, items: int = ITEMS, paper: int = 1000):
    """Planned so many days from today. ``paper``: bytes of a paper."""
    from kpss.addon.meetings.agenda.adding import add_item
    from kpss.addon.meetings.agenda.papers import add_papers
    from kpss.addon.meetings.agenda.papers import Upload
    from kpss.addon.meetings.times import now
    from plone.dexterity.utils import createContentInContainer as create

    start = now().replace(microsecond=0) + timedelta(days=days)
    meeting = create(body, "kpss.Meeting", id=id, start=start, place="Radnice")
    for number in range(items):
        item = add_item(
            meeting,
            title=f"Bod číslo {number}",
            level=2 if number % 4 == 3 else 1,
            presenter="Host",
            minutes=5,
            text=TEXT,
            proposal=TEXT,
        )
        add_papers(item, [Upload(os.urandom(paper), "Podklad.pdf", paper)], public=True)
    return meeting


def convene(meeting) -> None:
    from kpss.addon.meetings.progress import perform

    perform(meeting, "convene")


def hold(meeting) -> None:
    """With everybody's attendance; most items are voted on, some of them by name."""
    from kpss.addon.meetings.attendance.change import Change
    from kpss.addon.meetings.attendance.marking import mark
    from kpss.addon.meetings.progress import items_of
    from kpss.addon.meetings.progress import perform
    from kpss.addon.meetings.records import records_of

    perform(meeting, "open")
    seats = records_of(meeting).snapshot["items"]
    voting = [one["member"] for one in seats if one["voting"]]
    absent = voting[::10]
    changes = [
        Change(one["member"], {"status": "present"})
        for one in seats
        if one["member"] not in absent
    ]
    mark(meeting, [*changes, *(Change(one, {"status": "excused"}) for one in absent)])
    present = [one for one in voting if one not in absent]
    for number, item in enumerate(items_of(meeting)):
        _deal_with(item, number, present)
    perform(meeting, "end")


def _deal_with(item, number: int, present: list[str]) -> None:
    from kpss.addon.meetings.rules.ballots import Ballot
    from kpss.addon.meetings.voting.ending import end_item
    from kpss.addon.meetings.voting.recording import record_vote
    from kpss.addon.meetings.voting.said import VoteSaid

    item.notes = TEXT
    if number % NAMED_EVERY == 0:
        ballots = tuple(Ballot(one, "for") for one in present)
        record_vote(item, VoteSaid("Kdo je pro?", method="named", ballots=ballots))
    elif number % DISCUSSED_EVERY == 0:
        end_item(item, "discussed")
    else:
        counts = {"votes_for": len(present) - 5, "against": 3, "abstained": 2}
        record_vote(item, VoteSaid("Kdo je pro?", **counts))
