"""``{body}/@@kpss-attendance-statistics`` and ``attendance-statistics.csv`` of a year."""

from functools import cached_property
from kpss.addon.bodies.roster.csv_export import answer
from kpss.addon.bodies.roster.csv_export import table
from kpss.addon.codelists.collation import sort_key
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.meetings.planning.browser.meetings import MeetingsPage
from kpss.addon.meetings.rules.progress import CLOSED
from kpss.addon.meetings.rules.progress import HELD
from kpss.addon.meetings.rules.statistics import by_party
from kpss.addon.meetings.rules.statistics import by_person
from kpss.addon.meetings.rules.statistics import Row
from kpss.addon.meetings.rules.statistics import Seat
from kpss.addon.meetings.rules.statistics import total
from kpss.addon.meetings.statistics.frequency import findings_of
from kpss.addon.meetings.statistics.gathering import seats_of
from kpss.addon.meetings.statistics.texts import finding_text
from kpss.addon.meetings.who import sees_inside
from kpss.addon.process.meeting_words import named
from kpss.addon.tasks.browser.words import percent
from zope.i18nmessageid import Message


NUMBERS = (
    _("Seats at meetings"),
    _("Took part"),
    _("Of it a substitute"),
    _("statistics_excused", default="Excused"),
    _("Missed"),
    _("Not recorded"),
    _("Share"),
)
WITHOUT_PARTY = _("without a party")


class StatisticsPage(MeetingsPage):
    """Held meetings of a year at which attendance was recorded."""

    numbers = NUMBERS

    @property
    def title(self) -> str:
        heading = _("Attendance: ${what}", mapping={"what": self.context.title})
        return translate(heading)

    @cached_property
    def seats(self) -> list[list[Seat]]:
        held = [one for one in self.found if one.review_state in (HELD, CLOSED)]
        meetings = [one._unrestrictedGetObject() for one in held]
        return seats_of(one for one in meetings if sees_inside(one))

    @property
    def count(self) -> Message:
        count = plural(
            len(self.seats),
            _("counted_one", default="Counted from ${number} meeting."),
            _("counted_few", default="Counted from ${number} meetings."),
            _("counted_many", default="Counted from ${number} meetings."),
        )
        return named(count, self.context)

    @property
    def findings(self) -> list[tuple[bool, Message]]:
        """Whether a rule is broken, and a sentence."""
        found = findings_of(self.context, self.year)
        return [(one.is_broken, finding_text(one)) for one in found]

    @property
    def people(self) -> list[Row]:
        return sorted(by_person(self.seats), key=lambda one: sort_key(one.name))

    @property
    def parties(self) -> list[Row]:
        found = by_party(self.seats)
        return sorted(found, key=lambda one: (not one.name, sort_key(one.name)))

    @property
    def whole(self) -> Row:
        return total(self.seats)

    def party_name(self, row: Row) -> Message | str:
        return row.name or WITHOUT_PARTY

    def cells(self, row: Row) -> list[tuple[Message, Message | str]]:
        """What each number says, and the number."""
        numbers = [*map(str, counts(row)), percent(row.percent)]
        return list(zip(NUMBERS, numbers, strict=True))


def counts(row: Row) -> tuple[int, ...]:
    numbers = (row.invited, row.took_part, row.represented, row.excused, row.missed)
    return (*numbers, row.unrecorded)


class StatisticsCsv(StatisticsPage):
    """Members, then parties; UTF-8 with a mark, for Excel."""

    def __call__(self) -> bytes:
        headings = (_("Member or party"), _("Party"), *NUMBERS)
        rows = [(one.name, one.party, *_cells(one)) for one in self.people]
        rows += [(self.party_name(one), "", *_cells(one)) for one in self.parties]
        name = f"prezence-{self.context.getId()}-{self.year}.csv"
        return answer(self.request.response, name, table(headings, rows))


def _cells(row: Row) -> tuple[str, ...]:
    """As texts: a nought of a number would stay an empty cell."""
    return (*map(str, counts(row)), "" if row.percent is None else str(row.percent))
