"""``{body}/@@kpss-plan-meetings``: a year of meetings in one step (BER-20, BER-57)."""

from dataclasses import replace
from datetime import date
from datetime import time
from functools import cached_property
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.planning.allowed import refused_to_plan
from kpss.addon.meetings.planning.browser.meeting_fields import moment
from kpss.addon.meetings.planning.browser.meeting_fields import read_clock
from kpss.addon.meetings.planning.browser.meeting_fields import read_length
from kpss.addon.meetings.planning.browser.meeting_fields import read_place
from kpss.addon.meetings.planning.browser.meeting_fields import time_fields
from kpss.addon.meetings.planning.browser.plan_rows import judged
from kpss.addon.meetings.planning.browser.plan_rows import Row
from kpss.addon.meetings.planning.browser.table import TableForm
from kpss.addon.meetings.planning.making import make_meeting
from kpss.addon.meetings.planning.making import usual_of
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.planning.marks import of_move
from kpss.addon.meetings.planning.marks import WEEKDAYS
from kpss.addon.meetings.rules import planning as rules
from kpss.addon.meetings.times import local
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.meeting_words import named
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


#: How a series goes on: by the number of the day, or by these weeks of a month.
SAME_DAY = "same_day"
PATTERNS = (
    (SAME_DAY, _("on the day with the same number")),
    ("1", _("in the first week")),
    ("2", _("in the second week")),
    ("3", _("in the third week")),
    ("4", _("in the fourth week")),
    ("-1", _("in the last week of the month")),
)
#: Monday to Friday.
WORKDAYS = tuple(str(number) for number in range(5))
#: Months between meetings where the rules say nothing.
USUAL_MONTHS = 3


class PlanMeetings(TableForm):
    """Suggests days, says what stands against each, and plans all of them or none."""

    template = ViewPageTemplateFile("plan.pt")
    button = _("Suggest days")
    most = rules.MOST

    @property
    def heading(self) -> Message:
        heading = _("Plan ${meetings}: ${body}", mapping={"body": self.context.title})
        return named(heading, self.context)

    @property
    def refused(self) -> Message | None:
        return refused_to_plan(self.context)

    @cached_property
    def usual(self) -> dict[str, Any]:
        return usual_of(self.context)

    @property
    def fieldsets(self) -> list[Fieldset]:
        today = date.today()
        months = (
            procedure_of(self.context).settings.usual_interval_months or USUAL_MONTHS
        )
        weekdays = tuple(zip(WORKDAYS, WEEKDAYS, strict=False))
        return [
            Fieldset(
                "kpss-series",
                _("Which days"),
                (
                    Field("first", _("From"), kind="date", required=True),
                    Field(
                        "last",
                        _("To"),
                        kind="date",
                        required=True,
                        initial=date(
                            today.year + (today.month > 9), 12, 31
                        ).isoformat(),
                    ),
                    Field(
                        "months",
                        _("Every how many months"),
                        required=True,
                        initial=str(months),
                    ),
                    Field(
                        "pattern",
                        _("On which day of the month"),
                        kind="select",
                        options=PATTERNS,
                        initial=SAME_DAY,
                    ),
                    Field(
                        "weekday",
                        _("Day of that week"),
                        kind="select",
                        options=weekdays,
                        initial="1",
                        help=_("Only for a week of the month."),
                    ),
                ),
            ),
            Fieldset("kpss-when", _("When and where"), time_fields(self.usual)),
        ]

    def handle(self) -> str | None:
        if self.sent.flag("plan"):
            return self._plan()
        self._suggest()
        return None

    # Suggesting

    def _suggest(self) -> None:
        first = self.sent.day("first", self.errors)
        last = self.sent.day("last", self.errors)
        for name, found in (("first", first), ("last", last)):
            if found is None:
                self.errors.setdefault(name, _("Give a day."))
        months = self.sent.number("months", 0, 999)
        if not 1 <= months <= rules.LONGEST:
            self.errors["months"] = _("Write a whole number from 1 to 60.")
        if first and last and last < first:
            self.errors["last"] = _("The last day is before the first one.")
        weekly = self._weekly()
        clock, _length, place = read_clock(self), read_length(self), read_place(self)
        if self.errors or first is None or last is None or clock is None:
            return
        found = rules.series(
            first, last, months=months, weekly=weekly, holidays=HOLIDAYS
        )
        if not found:
            self.errors["last"] = _("No meeting falls between these days.")
            return
        self.rows = tuple(judged(self.context, self._of_series(found, clock, place)))

    def _of_series(
        self, found: list[rules.Planned], clock: time, place: str | None
    ) -> list[Row]:
        rows = []
        for number, one in enumerate(found):
            start = moment(self, one.day, clock, "time")
            row = Row(number, True, one.day.isoformat(), f"{clock:%H:%M}", place or "")
            wanted = Wanted(start, read_length(self), place) if start else None
            rows.append(replace(row, wanted=wanted, marks=tuple(of_move(one))))
        return rows

    def _weekly(self) -> rules.Weekly | None:
        pattern, weekday = self.sent.text("pattern"), self.sent.text("weekday")
        if pattern not in dict(PATTERNS):
            self.errors["pattern"] = _("Choose one of the possibilities.")
        if weekday not in WORKDAYS:
            self.errors["weekday"] = _("Choose one of the possibilities.")
        if self.errors or pattern == SAME_DAY:
            return None
        return rules.Weekly(int(pattern), int(weekday))

    # Planning

    def _plan(self) -> str | None:
        """All of the lines that are not left out, or none."""
        self.rows = tuple(judged(self.context, list(self.typed_rows())))
        used = [row for row in self.rows if row.used]
        if not used:
            self.errors[""] = _("Choose at least one day.")
        if self.errors:
            return None
        if self.has_unseen(used):
            return None
        made = [make_meeting(self.context, row.wanted) for row in used if row.wanted]
        self.say(
            plural(
                len(made),
                _("planned_one", default="${number} meeting was planned."),
                _("planned_few", default="${number} meetings were planned."),
                _("planned_many", default="${number} meetings were planned."),
            )
        )
        year = min(local(one.start).year for one in made)
        return f"{self.context.absolute_url()}/@@kpss-meetings?year={year}"

    def row_label(self, row: Row) -> Message:
        return _("Meeting ${number}", mapping={"number": row.number + 1})
