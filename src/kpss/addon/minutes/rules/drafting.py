"""Parts of minutes in their order, each of lines (BER-30).

A line is a code with its parameters; the sentences are made at the edge.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from kpss.addon.meetings.rules.stays import STATUSES
from kpss.addon.minutes.rules.gathered import Gathered
from kpss.addon.minutes.rules.gathered import GUESTS
from kpss.addon.minutes.rules.gathered import Item
from kpss.addon.minutes.rules.gathered import PUBLIC
from kpss.addon.minutes.rules.gathered import UNKNOWN
from typing import Any


HEADING, ATTENDANCE, ITEM, TASKS, END = "heading", "attendance", "item", "tasks", "end"
KINDS = (HEADING, ATTENDANCE, ITEM, TASKS, END)

#: Outcomes that a vote itself gives an item.
BY_VOTE = ("passed", "failed", "agreed")


@dataclass(frozen=True)
class Line:
    """One sentence: a code and what it says; ``text``: written by people, as it is."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A part before it is put into words; ``public``: lines for the public instead."""

    key: str
    kind: str
    title: str | None
    lines: Sequence[Line]
    public: Sequence[Line] | None = None
    publicity: str = PUBLIC


def drafts(meeting: Gathered) -> list[Draft]:
    """The parts in the order in which minutes have them."""
    parts = [
        Draft(
            HEADING, HEADING, None, list(_heading(meeting)), _public_heading(meeting)
        ),
        Draft(
            *(ATTENDANCE, ATTENDANCE, None),
            lines=list(_attendance(meeting)),
            public=list(_public_attendance(meeting)),
        ),
    ]
    parts += [_item(one) for one in meeting.items]
    tasks = [Line("task", {"task": one}) for one in meeting.tasks]
    parts.append(Draft(TASKS, TASKS, None, tasks, _without_names(tasks)))
    parts.append(Draft(END, END, None, list(_end(meeting))))
    return [one for one in parts if one.lines or one.kind == ITEM]


def _heading(meeting: Gathered) -> Iterator[Line]:
    yield Line("body", {"body": meeting.body})
    if meeting.deadline:
        yield Line("deadline", {"until": meeting.deadline})
    else:
        yield from _when(meeting)
    if meeting.minute_taker:
        yield Line("minute_taker", {"name": meeting.minute_taker})


def _when(meeting: Gathered) -> Iterator[Line]:
    *earlier, last = meeting.sittings
    for one in earlier:
        yield Line("sat", {"day": one.day, "start": one.start, "end": one.end or ""})
    if last.start:
        yield Line("when", {"day": last.day, "start": last.start})
    else:
        yield Line("day", {"day": last.day})
    if meeting.place:
        yield Line("place", {"place": meeting.place})
    if meeting.presiding:
        yield Line("presiding", {"name": meeting.presiding})


def _public_heading(meeting: Gathered) -> list[Line]:
    return [
        line
        for line in _heading(replace(meeting, minute_taker=None))
        if line.code != "presiding"
    ]


def _attendance(meeting: Gathered) -> Iterator[Line]:
    for status in (*STATUSES, None):
        there = [one for one in meeting.attendees if one.status == status]
        if there:
            yield Line("status", {"status": status or UNKNOWN, "count": len(there)})
            for one in there:
                yield Line("attendee", {"attendee": one})
    if meeting.guests:
        yield Line("status", {"status": GUESTS, "count": len(meeting.guests)})
        for name in meeting.guests:
            yield Line("guest", {"name": name})
    yield from _quorum(meeting)


def _public_attendance(meeting: Gathered) -> Iterator[Line]:
    """Numbers alone; attendance by name never leaves the inside.

    Not even by party: a party of one person would tell.
    """
    for status in STATUSES:
        there = [one for one in meeting.attendees if one.status == status]
        if not there:
            continue
        yield Line("number", {"status": status, "count": len(there)})
    if meeting.guests:
        yield Line("number", {"status": GUESTS, "count": len(meeting.guests)})
    yield from _quorum(meeting)


def _quorum(meeting: Gathered) -> Iterator[Line]:
    """At the beginning, and how many came in the course when these were others."""
    judged = meeting.quorum
    if not judged:
        return
    yield Line("quorum_at_start", judged)
    if judged.get("whole", judged["present"]) != judged["present"]:
        yield Line("came", judged)


def _item(item: Item) -> Draft:
    title = f"{item.number} {item.title}" if item.number else item.title
    lines = [] if item.kind == "heading" else list(_of_item(item))
    public = _without_names(_of_item(_for_public(item)))
    differs = None if public == lines else public
    return Draft(item.key, ITEM, title, lines, differs, item.publicity)


def _without_names(lines: Iterable[Line]) -> list[Line]:
    """Without who voted how, who declared an interest and who is responsible.

    Of tasks only those that the process tells of.
    """
    found = []
    for line in lines:
        if line.code == "task":
            if not line.params["task"].public:
                continue
            task = replace(line.params["task"], responsible=None)
            found.append(Line("task", {"task": task}))
        elif line.code not in ("ballots", "interest", "presenter"):
            found.append(line)
    return found


def _for_public(item: Item) -> Item:
    """Without what was asked in a vote: that is for those inside, as on the page."""
    return replace(
        item,
        resolutions=[replace(one, text=one.public) for one in item.resolutions],
        votes=[replace(one, explained=one.public, question=None) for one in item.votes],
    )


def _of_item(item: Item) -> Iterator[Line]:
    if item.presenter:
        yield Line("presenter", {"name": item.presenter})
    if item.notes:
        yield Line("text", {"text": item.notes})
    for name, reason in item.interests:
        yield Line("interest", {"name": name, "reason": reason})
    told = None
    for vote in item.votes:
        if vote.quorum is not None and vote.quorum != told:
            told = vote.quorum
            yield Line("answered" if vote.answered else "quorum", told)
        yield Line("agreed" if vote.votes_for is None else "vote", {"vote": vote})
        for choice, names in vote.ballots:
            yield Line("ballots", {"choice": choice, "names": ", ".join(names)})
    for resolution in item.resolutions:
        yield Line("resolution", {"resolution": resolution})
    for task in item.tasks:
        yield Line("task", {"task": task})
    if item.postponed_to:
        yield Line("postponed", {"to": item.postponed_to})
    elif item.outcome and not _is_said(item):
        yield Line("outcome", {"outcome": item.outcome})


def _is_said(item: Item) -> bool:
    """Whether the outcome is that of the only vote, whose sentence says it."""
    return len(item.votes) == 1 and item.outcome in BY_VOTE


def _end(meeting: Gathered) -> Iterator[Line]:
    end = meeting.sittings[-1].end
    if end and not meeting.deadline:
        yield Line("end", {"end": end})
