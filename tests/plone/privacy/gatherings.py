"""Meetings of the marked town: one that everybody may see, one that is closed.

What everybody may read of the first has no mark: when, where, the public item and its
public paper. All else is for those who are invited, and some of it for nobody of the
readers.
"""

from datetime import timedelta
from kpss.addon.approval.deciding import as_data
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.papers_seen import publish_paper
from kpss.addon.meetings.progress import perform
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.times import now
from kpss.addon.minutes import history
from kpss.addon.minutes.minutes import IMinutes
from plone import api
from plone.dexterity.utils import createContentInContainer as create
from plone.namedfile.file import NamedBlobFile


SENIORI, RODINY = ("member",), ("stranger",)
#: That a closed meeting is held, also its permanent guest knows.
HELD = (*RODINY, "guest")
TOLD_TO_GUESTS = ("title", "place")
NOT_TEXTS = {
    "kind": "regular",
    "publicity": None,
    "simple": False,
    "presiding": None,
    "minute_taker": None,
    "verifiers": None,
}
OF_ITEM = {
    "kind": "item",
    "level": 1,
    "minutes": 10,
    "late": False,
    "outcome": None,
    "subject_uid": None,
    "proposed_by": None,
    "postponed_to": None,
    "postponed_from": None,
    "public_papers": None,
}


def make_meetings(town) -> None:
    meeting = make_meeting(
        town,
        "a public meeting",
        "seniori",
        SENIORI,
        title="Veřejné setkání",
        place="Knihovna",
        publicity="public",
        id="setkani",
    )
    item = make_item(
        town, meeting, "a public item", SENIORI, title="Veřejný bod", publicity="public"
    )
    add_paper(town, item, "paper of members", SENIORI)
    publish_paper(item, add_paper(town, item, None, ()).getId(), True)
    make_item(town, meeting, "an internal item", SENIORI, publicity="internal")
    make_item(town, meeting, "a hidden item", (), publicity="hidden")
    unknown = town.unknown.getId()
    make_item(
        *(town, meeting, "a proposal", ()),
        publicity="public",
        proposed_by=unknown,
        put_forward_by=unknown,
    )
    perform(meeting, "convene")
    fill_records(town, meeting, item, "a public meeting", SENIORI)
    make_minutes(town, meeting, "published minutes", SENIORI, title="Zápis ze setkání")
    closed = make_meeting(
        town, "a closed meeting", "rodiny", RODINY, known_to=HELD, publicity="closed"
    )
    make_item(town, closed, "an item of a closed meeting", RODINY, publicity="public")
    perform(closed, "convene")
    # In a state of its own, so that the walk visits both
    perform(closed, "open")
    fill_records(town, closed, None, "a closed meeting", RODINY)
    make_minutes(town, closed, "minutes of a closed meeting", RODINY)


def make_meeting(town, what, body, seen_by, *, known_to=(), id=None, **public):
    """``known_to``: who may know that it is held, and where."""
    known_to = known_to or seen_by
    start = (now() + timedelta(days=30)).replace(microsecond=0)
    given = {**NOT_TEXTS, "start": start, "end": start + timedelta(hours=2), **public}
    mark = town.secrets.mark
    given.setdefault(
        "online_link", f"https://video.example/{mark(f'link of {what}', seen_by)}"
    )
    readers = {None: seen_by, **dict.fromkeys(TOLD_TO_GUESTS, known_to)}
    values = town.secrets.fill(IMeeting, what, given, readers)
    values.pop("number", None)
    town.filled.setdefault(IMeeting, values)
    made = create(
        town.bodies[body],
        "kpss.Meeting",
        id=id or mark(f"id of {what}", known_to),
        **values,
    )
    if id is None:
        town.secrets.keep(made.UID(), f"UID of {what}", known_to)
        for item in made.objectValues():
            town.secrets.keep(item.UID(), f"UID of a standing item of {what}", seen_by)
    return made


def make_item(town, meeting, what, seen_by, **public):
    # Only its own room writes it, so no mark is put there by itself
    refusal = town.secrets.mark(f"refusal of {what}", seen_by)
    given = {**OF_ITEM, "refusal": refusal, **public}
    values = town.secrets.fill(IAgendaItem, what, given, {None: seen_by})
    town.filled.setdefault(IAgendaItem, values)
    is_public = "title" in public
    id = "verejny-bod" if is_public else town.secrets.mark(f"id of {what}", seen_by)
    made = create(meeting, "kpss.AgendaItem", id=id, **values)
    if not is_public:
        town.secrets.keep(made.UID(), f"UID of {what}", seen_by)
        add_paper(town, made, f"paper of {what}", seen_by)
    return made


def make_minutes(town, meeting, what, seen_by, **public) -> None:
    """Whole minutes with marks; published where they have a title for everybody."""
    mark = town.secrets.mark
    rows = {
        "parts": [part(mark, what, seen_by)],
        "shown": [
            {
                "text": mark(f"word of {what}", seen_by),
                "reason": mark(f"why of {what}", seen_by),
            }
        ],
        "concealed": [{"text": mark(f"hidden word of {what}", seen_by)}],
        "public_parts": None,
        "checksum": mark(f"checksum of {what}", seen_by),
        "file": NamedBlobFile(
            mark(f"file of {what}", seen_by).encode(), filename="zapis.txt"
        ),
    }
    values = town.secrets.fill(IMinutes, what, {**rows, **public}, {None: seen_by})
    town.filled.setdefault(IMinutes, values)
    made = create(
        meeting, "kpss.Minutes", checkConstraints=False, id="minutes", **values
    )
    if not public:
        town.secrets.keep(made.UID(), f"UID of {what}", seen_by)
    person, today = town.unknown.getId(), now().date()
    history.write(made, history.Entry("submit", today), "submit")
    objection = mark(f"objection to {what}", seen_by)
    more = {"number": 1, "wording": "x"}
    history.write(made, history.Entry("objected", today, person, objection, more))
    appendix = mark(f"appendix of {what}", seen_by)
    history.write(made, history.Entry(history.APPENDIX, today, person, appendix))
    if public:
        history.write(made, history.Entry("freeze", today), "freeze")
        history.write(made, history.Entry("publish", today), "publish")
        made.public_parts = [{"key": "a", "title": "Bod", "text": "Veřejný text"}]


def part(mark, what, seen_by) -> dict:
    """As it is kept; hidden from the public, whatever would be made of its words."""
    texts = ("title", "generated", "edited", "inside")
    return {
        "key": "a",
        "kind": "item",
        "source": "x",
        "public": mark(f"public lines of {what}", seen_by),
        "publicity": "internal",
        "seen": "x",
        "gone": False,
        **{name: mark(f"{name} of {what}", seen_by) for name in texts},
    }


def add_paper(town, item, what, seen_by):
    """``what`` None: one that everybody may read."""

    def mark(part):
        return town.secrets.mark(f"{part} of {what}", seen_by) if what else part

    made = create(
        item,
        "File",
        id=mark("id"),
        title=mark("title"),
        file=NamedBlobFile(
            mark("content").encode(), filename=f"{mark('file name')}.txt"
        ),
    )
    if what:
        town.secrets.keep(made.UID(), f"UID of {what}", seen_by)
    return made


def adopted(town, body, what, seen_by) -> dict:
    """A resolution before it is published, as it is kept with a vote."""

    def mark(part):
        return town.secrets.mark(f"{part} of a resolution of {what}", seen_by)

    made = create(
        town.bodies[body],
        "kpss.Resolution",
        id=mark("id"),
        title=mark("title"),
        text=mark("text"),
        decided_on=now().date(),
        verb="approves",
    )
    api.content.transition(made, "adopt")
    made.number = mark("number")
    made.reindexObject()
    town.secrets.keep(made.UID(), f"UID of a resolution of {what}", seen_by)
    return as_data(IResolutionBook(town.process).get(made.UID()))


def vote_by_name(mark, what, seen_by, member, resolution) -> dict:
    """A vote of which everybody may read the numbers."""
    numbers = {"for": 1, "against": 0, "abstained": 0, "not_voted": 0}
    return {
        **numbers,
        "question": mark(f"question voted on in {what}", seen_by),
        "method": "named",
        "ballots": {member: "for"},
        "by_party": {"zadavatel": {"for": 1, "against": 0, "abstained": 0}},
        "members": 1,
        "present": 1,
        "excluded": 0,
        "quorate": True,
        "majority": ">1/2",
        "basis": "present",
        "tie_rule": None,
        "result": "passed",
        "required": 1,
        "base": 1,
        "explanation": [
            {
                "code": "passed.of_present",
                "params": {"for": 1, "required": 1, "base": 1},
            }
        ],
        "repeats": None,
        "amends": None,
        "at": "2026-01-01T10:00:00+00:00",
        "resolution": resolution,
        "by": mark(f"who recorded votes of {what}", ()),
        "history": [
            {
                "value": {**numbers, "result": "passed"},
                "why": mark(f"why a vote was corrected in {what}", seen_by),
                "corrected": {"at": "2026-01-02T10:00:00+00:00", "by": None},
            }
        ],
    }


def fill_records(town, meeting, item, what, seen_by) -> None:
    """Names and words in everything that is recorded beside the fields."""
    mark = town.secrets.mark
    records = records_of(meeting)
    member = mark(f"member of {what}", seen_by)
    records.roster = {
        "on": "2026-01-01",
        "taken": "2026-01-01T10:00:00+00:00",
        "frozen": False,
        "snapshot": {
            "items": [
                {
                    "member": member,
                    "person": mark(f"person of {what}", seen_by),
                    "name": mark(f"name on the roster of {what}", seen_by),
                    "party": "zadavatel",
                    "party_title": "zadavatel",
                    "organisation": mark(f"organisation of {what}", seen_by),
                    "functions": [],
                    "function_titles": [],
                    "kind": "member",
                    "basis": ["application"],
                    "voting": True,
                    "unit": None,
                    "substitute_of": None,
                }
            ]
        },
    }
    records.put("attendance", member, {"status": "present"})
    guest = {
        "name": mark(f"name of a guest of {what}", seen_by),
        "organisation": mark(f"organisation of a guest of {what}", seen_by),
    }
    records.put("guests", "host", {**guest, "kind": "expert", "status": "present"})
    records.put(
        "replies",
        member,
        {
            "state": "excused",
            "reason": mark(f"apology for {what}", ()),
            "substitute": None,
            "name": None,
            "at": "2026-01-01T10:00:00+00:00",
            "by": "self",
            "late": False,
        },
    )
    invited = {
        "name": mark(f"guest of {what}", ()),
        "organisation": None,
        "email": f"{mark(f'address of a guest of {what}', ())}@example.org",
        "everything": True,
    }
    records.put("invited", "g1", invited)
    for key, one in list(records.sendings.items()):
        told = {"name": mark(f"told of {what}", ()), "address": invited["email"]}
        records.put("sendings", key, {**one, **told})
    if item is not None:
        votes_of(item).put(
            "interests",
            member,
            {
                "reason": mark(f"interest declared in {what}", seen_by),
                "excluded": False,
            },
        )
        resolution = adopted(town, meeting.aq_parent.getId(), what, seen_by)
        vote = vote_by_name(mark, what, seen_by, member, resolution)
        votes_of(item).put("votes", "0001", vote)
