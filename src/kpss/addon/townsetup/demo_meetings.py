"""The meetings of the demo's towns: held ones with minutes, and those that are coming."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from kpss.addon.approval.deciding import as_data
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.convening.replying import OFFICE
from kpss.addon.meetings.convening.replying import record_reply
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import perform
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.progress import CLOSE
from kpss.addon.meetings.rules.progress import CONVENE
from kpss.addon.meetings.rules.progress import ENTER
from kpss.addon.meetings.rules.replies import Reply
from kpss.addon.meetings.times import at
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.minutes.history import Entry
from kpss.addon.minutes.history import write
from kpss.addon.minutes.making import build
from kpss.addon.minutes.minutes import wording_of
from kpss.addon.minutes.publishing import advance as advance_minutes
from kpss.addon.minutes.rules.states import CLOSE as CLOSE_MINUTES
from kpss.addon.minutes.rules.states import PUBLISH
from kpss.addon.minutes.rules.states import SUBMIT
from kpss.addon.minutes.rules.verification import VERIFIED
from kpss.addon.minutes.verifying import freeze_complete
from kpss.addon.minutes.verifying import needs_of
from kpss.addon.process.template_content import add_content
from kpss.addon.townsetup.demo_files import FOLDER
from typing import Any
import yaml


Data = dict[str, Any]
HELD_STATES = ("held", "closed")


def add_meetings(process) -> int:
    """Create the town's meetings as they stand today; their number."""
    path = FOLDER / "meetings" / f"{process.getId()}.yaml"
    if not path.exists():
        return 0
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    for row in rows:
        Scene(process, row).play()
    return len(rows)


class Scene:
    """One meeting, brought to the state that its row names."""

    def __init__(self, process, row: Data):
        self.process = process
        self.row = row
        self.body = process["bodies"][row["body"]]

    def play(self) -> None:
        state = self.row.get("state", "planned")
        self.meeting = self.add()
        self.items = list(self.add_items())
        if state == "convened":
            advance(self.meeting, CONVENE)
            self.answer()
        if state in HELD_STATES:
            # Nobody is told of what was long ago
            perform(self.meeting, ENTER)
            self.attend()
            for item, row in self.items:
                self.deal_with(item, row)
        if state == "closed":
            perform(self.meeting, CLOSE)
        if self.row.get("minutes"):
            self.write_minutes(self.row["minutes"])

    def add(self):
        row, start = self.row, self.start
        return add_content(
            self.body,
            "kpss.Meeting",
            row.get("id") or start.date().isoformat(),
            start=start,
            end=start + timedelta(minutes=row.get("length", 120)),
            place=row["place"],
            publicity=row.get("publicity"),
            note=row.get("note"),
            online_link=row.get("online_link"),
            simple=row.get("simple", False),
        )

    @property
    def start(self) -> datetime:
        day = self.row.get("day") or date.today() + timedelta(days=self.row["in_days"])
        hours, minutes = self.row.get("time", "15.00").split(".")
        return at(datetime.combine(day, time(int(hours), int(minutes))))

    def add_items(self) -> Iterator[tuple[Any, Data]]:
        """The standing items that came by themselves go where the row says so."""
        standing = {
            one.kind: one
            for one in self.meeting.objectValues()
            if one.portal_type == "kpss.AgendaItem"
        }
        for row in self.row["items"]:
            item = standing.pop(row.get("kind", "item"), None)
            if item is None:
                item = add_content(
                    self.meeting,
                    "kpss.AgendaItem",
                    row["id"],
                    title=row["title"],
                    kind=row.get("kind", "item"),
                    level=row.get("level", 1),
                    publicity=row.get("publicity", "public"),
                    presenter=row.get("presenter"),
                    minutes=row.get("length"),
                    text=row.get("text"),
                    proposal=row.get("proposal"),
                )
            document = row.get("about")
            if document:
                item.subject_uid = self.process["documents"][document].UID()
                item.reindexObject()
            yield item, row

    @property
    def members(self) -> dict[str, str]:
        """Members by name without titles."""
        people = {
            one.UID(): f"{one.given_name} {one.family_name}"
            for one in self.process["people"].objectValues()
        }
        items = records_of(self.meeting).snapshot["items"]
        return {people[one["person"]]: one["member"] for one in items}

    def attend(self) -> None:
        """Everybody on the roster was there but those who are named."""
        said = dict.fromkeys(self.row.get("excused", ()), "excused")
        said |= dict.fromkeys(self.row.get("absent", ()), "absent")
        said |= dict.fromkeys(self.row.get("online", ()), "online")
        members = self.members
        changes = [
            Change(member, {"status": said.get(name, "present")})
            for name, member in members.items()
        ]
        for number in self.row.get("missing_from", ()):
            # Of a large roster by their place
            member = list(members.values())[number]
            changes = [one for one in changes if one.member != member]
            changes.append(Change(member, {"status": "absent"}))
        mark(self.meeting, changes)

    def answer(self) -> None:
        members = self.members
        for name, row in (self.row.get("replies") or {}).items():
            reply = Reply(row["state"], row.get("reason", ""))
            record_reply(self.meeting, members[name], reply, OFFICE)

    def deal_with(self, item, row: Data) -> None:
        item.notes = row.get("notes")
        vote = row.get("vote")
        if vote:
            key = record_vote(
                item,
                VoteSaid(
                    question=vote.get("question", ""),
                    votes_for=vote["for"],
                    against=vote.get("against", 0),
                    abstained=vote.get("abstained", 0),
                ),
            )
            self.name_resolution(item, key, vote.get("resolution"))
        elif row.get("outcome"):
            end_item(item, row["outcome"])

    def name_resolution(self, item, key: str, number: str | None) -> None:
        """The resolution that stands in the register already."""
        if number is None:
            return
        book, on = IResolutionBook(self.process), self.start.date()
        found = book.numbered(self.row["body"], number, on)
        records = votes_of(item)
        records.put("votes", key, {**records.votes[key], "resolution": as_data(found)})

    def write_minutes(self, state: str) -> None:
        minutes = build(self.meeting)
        if state == "draft":
            return
        needs = needs_of(minutes)
        if not needs:
            advance_minutes(minutes, CLOSE_MINUTES)
        else:
            advance_minutes(minutes, SUBMIT)
            on = self.start.date() + timedelta(days=5)
            for need in needs:
                more = {"wording": wording_of(minutes)}
                write(minutes, Entry(VERIFIED, on, need.people[0], None, more))
            freeze_complete(minutes)
        if state == "published":
            advance_minutes(minutes, PUBLISH)
