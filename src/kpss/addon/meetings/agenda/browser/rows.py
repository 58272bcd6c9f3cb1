"""Lines of the agenda in the words of the reader, as a page prints them.

A long agenda is printed many times: what several items say alike is put into words once,
and the template has little to ask.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from functools import cache
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.meetings import OUTCOMES
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.meetings.agenda.reading import Line
from kpss.addon.meetings.agenda.reading import PaperLine
from kpss.addon.meetings.browser.times import clock
from kpss.addon.meetings.interfaces import IToldOfItems
from kpss.addon.meetings.rules.agenda import TASKS_CHECK
from kpss.addon.meetings.rules.visibility import HIDDEN
from zope.component import subscribers
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Row:
    """``marks``: class and words; ``links``: words and where they lead, empty where the
    reader may not go; ``told``: what other rooms say; ``record_url``: where the reader
    records, empty for others."""

    id: str
    url: str
    title: str
    begins: Message | str
    number: str
    facts: str
    papers: tuple[PaperLine, ...]
    marks: list[tuple[str, str]]
    links: list[tuple[Message | str, str]]
    told: list[str]
    record_url: str
    is_check: bool

    @property
    def has_more(self) -> bool:
        return bool(self.links or self.told or self.record_url or self.is_check)


@dataclass
class Entry:
    """An item with its sub-items."""

    row: Row
    subs: list[Row] = field(default_factory=list)


@dataclass
class Chapter:
    """The title of a heading, empty before the first one, with its items."""

    heading: str = ""
    entries: list[Entry] = field(default_factory=list)


def chapters(lines: Iterable[Line], words: "Words") -> list[Chapter]:
    found = [Chapter()]
    for line in lines:
        entries = found[-1].entries
        if line.is_heading:
            found.append(Chapter(line.title))
        elif line.sub and entries:
            entries[-1].subs.append(words.row(line))
        else:
            entries.append(Entry(words.row(line)))
    return [one for one in found if one.heading or one.entries]


class Words:
    """Of one page; ``items``: those of the meeting by their ids.

    ``marks_internal``: whether it says something that an item is not for everybody.
    """

    def __init__(self, meeting, items: dict, *, marks_internal: bool):
        self.url = meeting.absolute_url()
        self.items = items
        self.marks_internal = marks_internal
        self.tellers = subscribers([meeting], IToldOfItems)
        # Not of messages with values, which are told apart by their words only
        self.word = cache(translate)
        self.minutes = cache(lambda number: translate(minutes(number)))
        self.size = cache(lambda number: translate(size(number)))

    def row(self, line: Line) -> Row:
        item = self.items[line.id]
        facts = facts_of(line, self.minutes)
        pages = [page for one in self.tellers if (page := one.page(item))]
        return Row(
            id=line.id,
            url=line.url,
            title=line.title,
            begins=clock(line.begins),
            number=line.number,
            facts=facts,
            papers=line.papers,
            marks=[*self._marks(line), *self._warnings(item)],
            links=[
                *self._links(line),
                *(link for one in self.tellers for link in one.links(item)),
            ],
            told=[said for one in self.tellers for said in one.told(item)],
            record_url=f"{line.url}/{pages[0]}" if pages else "",
            is_check=line.kind == TASKS_CHECK,
        )

    def _marks(self, line: Line) -> Iterator[tuple[str, str]]:
        if line.is_internal and self.marks_internal:
            yield "text-bg-light border", self.word(_("members only"))
        if line.publicity == HIDDEN:
            yield "text-bg-secondary", self.word(_("hidden"))
        if line.late:
            yield "text-bg-warning", self.word(_("added late"))
        if line.outcome:
            yield "text-bg-primary", self.word(title_of(OUTCOMES, line.outcome))

    def _warnings(self, item) -> Iterator[tuple[str, str]]:
        for one in self.tellers:
            for said in one.warnings(item):
                yield "text-bg-warning", said

    def _links(self, line: Line) -> Iterator[tuple[Message | str, str]]:
        if line.subject is not None:
            yield line.subject.title, line.subject.url
        if line.postponed_from:
            url = f"{self.url}/resolveuid/{line.postponed_from}"
            yield _("postponed from an earlier meeting"), url
        if line.postponed_to:
            url = f"{self.url}/resolveuid/{line.postponed_to}"
            yield _("goes on at another meeting"), url


def facts_of(line: Line, minutes: Callable[[int], str]) -> str:
    """Who presents an item, and how long it takes."""
    length = minutes(line.minutes) if line.minutes else ""
    return " · ".join(one for one in (line.presenter, length) if one)


def minutes(number: int) -> Message:
    return plural(
        number,
        _("minutes_one", default="${number} minute"),
        _("minutes_few", default="${number} minutes"),
        _("minutes_many", default="${number} minutes"),
    )
