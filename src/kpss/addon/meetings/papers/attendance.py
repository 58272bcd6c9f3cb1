"""The attendance list: to be signed before the meeting, with what was recorded after it."""

from collections.abc import Iterable
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.attendance.texts import STATUS_TITLES
from kpss.addon.meetings.papers import texts
from kpss.addon.meetings.papers.meeting_paper import facts_of
from kpss.addon.meetings.papers.meeting_paper import MeetingPaper
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import table
from kpss.addon.printing.word.kinds import ATTENDANCE
from kpss.addon.process.meeting_words import named
from zope.i18nmessageid import Message


#: Empty lines for guests that nobody announced.
EMPTY = 5
SHARES = (2, 9, 9, 8)


class AttendancePaper(MeetingPaper):
    """Names everybody on the roster; only for who sees inside the meeting."""

    kind = ATTENDANCE

    def facts(self):
        return {
            **facts_of(self.context),
            "presiding": self.presiding(),
            "quorum": self._quorum(),
        }

    def _quorum(self) -> str | None:
        if not self.sheet.was_recorded:
            return None
        return " ".join(self.said(self.sheet.of_beginning))

    def sections(self):
        lines = self.sheet.lines
        members = [one for one in lines if one.seat.kind != GUEST]
        guests = [one for one in lines if one.seat.kind == GUEST]
        rows = [
            (one.name, self._represents(one), self._was_there(one)) for one in members
        ]
        return {
            "members": self._table(texts.MEMBERS_HEAD, rows, texts.MEMBERS_CAPTION),
            "guests": self._guests(guests),
        }

    def _guests(self, on_roster: list[RosterLine]) -> Blocks:
        rows = [
            (one.name, self._represents(one), self._was_there(one)) for one in on_roster
        ]
        for kept in self.sheet.records.guests.values():
            rows.append((kept.get("name"), kept.get("organisation"), ""))
        if not self.sheet.was_recorded:
            rows += [("", "", "")] * EMPTY
        caption = named(texts.GUESTS_CAPTION, self.context, self.say)
        return self._table(texts.GUESTS_HEAD, rows, caption)

    def _table(
        self,
        head: tuple[Message, ...],
        rows: Iterable[tuple[str | None, str | None, str]],
        caption: Message,
    ) -> Blocks:
        last = texts.ATTENDANCE if self.sheet.was_recorded else texts.SIGNATURE
        numbered = [
            (
                f"{number}.",
                name or "",
                of or "",
                said if self.sheet.was_recorded else texts.SIGNED_HERE,
            )
            for number, (name, of, said) in enumerate(rows, 1)
        ]
        if not numbered:
            return ()
        names = self.said((*head, last))
        return (table(names, numbered, self.say(caption), SHARES),)

    def _represents(self, line: RosterLine) -> str:
        """Functions, party, organisation; what tells apart who may vote."""
        seat = line.seat
        said = [*line.functions, line.party_title, seat.organisation or ""]
        if seat.kind == SUBSTITUTE:
            said.append(self.say(self._for_whom(seat.substitute_of)))
        elif not seat.voting:
            said.append(self.say(texts.NO_VOTE))
        return ", ".join(filter(None, said))

    def _for_whom(self, member: str | None) -> Message:
        other = self.sheet.by_member.get(member or "")
        if other is None:
            return texts.SUBSTITUTE_OF_NOBODY
        return Message(texts.SUBSTITUTE, mapping={"name": other.name})

    def _was_there(self, line: RosterLine) -> str:
        kept = self.sheet.kept_of(line.member)
        said = [STATUS_TITLES.get(kept["status"] or "")]
        said += self.sheet.stays_said(kept, self.say)
        for name, text in (("substitute", texts.INSTEAD), ("proxy", texts.PROXY)):
            other = self.sheet.by_member.get(kept[name] or "")
            if other is not None:
                said.append(Message(text, mapping={"name": other.name}))
        return ", ".join(self.say(one) for one in said if one)
