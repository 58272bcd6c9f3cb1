"""The invitation and the agenda with what is proposed (BER-55)."""

from collections.abc import Iterator
from kpss.addon.meetings.agenda.reading import Line
from kpss.addon.meetings.browser.times import clock
from kpss.addon.meetings.papers import texts
from kpss.addon.meetings.papers.meeting_paper import facts_of
from kpss.addon.meetings.papers.meeting_paper import MeetingPaper
from kpss.addon.printing.paper import Block
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Cell
from kpss.addon.printing.paper import Heading
from kpss.addon.printing.paper import Listing
from kpss.addon.printing.paper import Paragraph
from kpss.addon.printing.paper import paragraphs
from kpss.addon.printing.paper import plain
from kpss.addon.printing.paper import Run
from kpss.addon.printing.paper import Table
from kpss.addon.printing.word.kinds import AGENDA
from kpss.addon.printing.word.kinds import INVITATION
from kpss.addon.process.meeting_words import named


#: Widths of the columns: number, item, time, who presents.
SHARES = (2, 14, 3, 6)


class AgendaPaper(MeetingPaper):
    """The agenda; on each item what it is about and what is proposed, for insiders."""

    kind = AGENDA

    def facts(self):
        return facts_of(self.context)

    def sections(self):
        return {"agenda": self.overview(), "items": tuple(self._details())}

    def overview(self) -> Blocks:
        """The items as a table; columns of which nothing is known are left out."""
        lines = self.lines
        if not lines:
            return ()
        wanted = (
            True,
            True,
            any(one.begins for one in lines),
            any(one.presenter for one in lines),
        )
        head = tuple(
            Cell(plain(self.say(one)))
            for one, wants in zip(texts.AGENDA_HEAD, wanted, strict=True)
            if wants
        )
        rows = tuple(self._row(one, wanted, len(head)) for one in lines)
        shares = tuple(one for one, wants in zip(SHARES, wanted, strict=True) if wants)
        caption = self.say(named(texts.AGENDA_CAPTION, self.context, self.say))
        return (Table(len(head), (head,), rows, caption, shares),)

    def _row(
        self, line: Line, wanted: tuple[bool, ...], columns: int
    ) -> tuple[Cell, ...]:
        if line.is_heading:
            return (Cell((Run(line.title, bold=True),), columns=columns),)
        values = (
            self.number(line),
            self._titled(line),
            self.say(clock(line.begins)),
            line.presenter,
        )
        return tuple(
            Cell(plain(value))
            for value, wants in zip(values, wanted, strict=True)
            if wants
        )

    def number(self, line: Line) -> str:
        return f"{line.number}." if line.number else ""

    def _titled(self, line: Line) -> str:
        marks = [texts.LATE] if line.late else []
        if self.inside and line.is_internal:
            marks.append(texts.INTERNAL)
        said = ", ".join(self.said(marks))
        return f"{line.title} ({said})" if said else line.title

    def _details(self) -> Iterator[Block]:
        for line in self.lines:
            blocks = tuple(self._detail(line))
            if blocks:
                title = f"{self.number(line)} {line.title}".strip()
                yield Heading(2, plain(title))
                yield from blocks

    def _detail(self, line: Line) -> Iterator[Block]:
        item = self.context[line.id]
        if self.inside:
            yield from paragraphs(item.text)
            if item.proposal:
                yield Paragraph((Run(self.say(texts.PROPOSAL), bold=True),))
                yield from paragraphs(item.proposal)
        if line.papers:
            yield Paragraph((Run(self.say(texts.PAPERS), bold=True),))
            yield Listing(
                tuple((Paragraph(plain(one.title or one.id)),) for one in line.papers)
            )


class InvitationPaper(AgendaPaper):
    """When, where and what about; how to join and a message for those invited."""

    kind = INVITATION

    def facts(self):
        online = self.context.online_link if self.inside else None
        return {
            **facts_of(self.context),
            "online": online,
            "presiding": self.presiding(),
        }

    def sections(self):
        message = self.context.note if self.inside else None
        return {"message": paragraphs(message), "agenda": self.overview()}
