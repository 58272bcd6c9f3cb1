"""Forms with a table of times: what was typed, what is wrong, what stands against it."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from kpss.addon.i18n import _
from kpss.addon.meetings.planning.browser.meeting_fields import moment
from kpss.addon.meetings.planning.browser.meeting_fields import read_clock
from kpss.addon.meetings.planning.browser.meeting_fields import read_length
from kpss.addon.meetings.planning.browser.meeting_fields import read_place
from kpss.addon.meetings.planning.browser.plan_rows import Row
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.times import now
from kpss.addon.process.forms.form import RecordingForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


#: Fields of a line.
PARTS = ("day", "time", "place")


class TableForm(RecordingForm):
    """Lines are ``row-0-day``, ``row-0-time`` and so on; ``rows`` says how many."""

    #: Macros of the cells of a line.
    cells = ViewPageTemplateFile("cells.pt")
    rows: tuple[Row, ...] = ()
    #: The most lines.
    most = 0
    has_changed = False

    def typed_rows(self) -> Iterator[Row]:
        """Errors stand at the fields of the lines."""
        minutes = read_length(self)
        for row in self.texts_of_rows():
            yield replace(row, wanted=self._wanted(row, minutes)) if row.used else row

    def texts_of_rows(self) -> Iterator[Row]:
        """Nothing is judged."""
        for number in range(self.sent.number("rows", 0, self.most)):
            name = f"row-{number}"
            row = Row(
                number,
                False,
                self.sent.shown(f"{name}-day", is_day=True),
                self.sent.text(f"{name}-time"),
                self.sent.text(f"{name}-place"),
            )
            yield replace(row, used=self.is_used(row))

    def is_used(self, row: Row) -> bool:
        return self.sent.flag(f"{row.name}-used")

    def name_of(self, row: Row, part: str) -> str:
        """The field that a part of the line is read from."""
        return f"{row.name}-{part}"

    def _wanted(self, row: Row, minutes: int | None) -> Wanted | None:
        """None where the line is not to be understood, which is an error."""
        name = f"{row.name}-day"
        day = self.sent.day(name, self.errors)
        if day is None:
            self.errors.setdefault(name, _("Give a day."))
        clock = read_clock(self, self.name_of(row, "time"))
        place = read_place(self, self.name_of(row, "place"))
        if day is None or clock is None:
            return None
        start = moment(self, day, clock, self.name_of(row, "time"))
        if start is None:
            return None
        if start <= now():
            self.errors.setdefault(name, _("This time has passed."))
        return Wanted(start, minutes, place)

    def has_unseen(self, rows: Iterable[Row]) -> bool:
        """Whether something stands against what was changed by hand.

        It is to be seen first.
        """
        self.has_changed = any(
            row.marks and self.sent.text(f"{row.name}-seen") != row.as_seen
            for row in rows
        )
        return self.has_changed

    # For the template

    def row_label(self, row: Row) -> Message:
        raise LookupError(row)

    def errors_of(self, row: Row) -> list[Message | str]:
        names = (f"{row.name}-{part}" for part in PARTS)
        return [self.errors[name] for name in names if name in self.errors]

    @property
    def summary(self) -> list[dict[str, Any]]:
        """Where the errors are, and what they say."""
        labels: dict[str, Message | str] = {
            field.name: field.label
            for fieldset in self.fieldsets
            for field in fieldset.fields
        }
        for row in self.rows:
            labels |= {f"{row.name}-{part}": self.row_label(row) for part in PARTS}
        return [
            {"id": name, "label": labels.get(name, ""), "message": message}
            for name, message in self.errors.items()
        ]
