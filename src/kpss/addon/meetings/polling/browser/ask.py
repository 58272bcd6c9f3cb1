"""``{body}/@@kpss-ask-dates`` and ``{meeting}/@@kpss-ask-dates``: begin a date poll."""

from collections.abc import Iterator
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.bodies.body import IBody
from kpss.addon.i18n import _
from kpss.addon.meetings.planning.allowed import refused_to_plan
from kpss.addon.meetings.planning.browser.meeting_fields import time_fields
from kpss.addon.meetings.planning.browser.plan_rows import judged
from kpss.addon.meetings.planning.browser.plan_rows import Row
from kpss.addon.meetings.planning.browser.table import TableForm
from kpss.addon.meetings.planning.making import usual_from
from kpss.addon.meetings.planning.making import usual_of
from kpss.addon.meetings.polling.beginning import begin
from kpss.addon.meetings.polling.beginning import NOT_PLANNED
from kpss.addon.meetings.polling.beginning import NOTE
from kpss.addon.meetings.polling.beginning import refused_to_begin
from kpss.addon.meetings.polling.beginning import TITLE
from kpss.addon.meetings.polling.beginning import Wish
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.sending import recipients
from kpss.addon.meetings.polling.texts import sent_text
from kpss.addon.meetings.polling.who import people_to_ask
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.titles import word_for
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.uids import uid_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


#: Lines at first, and how many more come at once.
BLANK = 5
CHOICES = ("substitutes", "guests", "shows_answers")


class AskDates(TableForm, RefusableForm):
    """Whoever plans meetings here may do it; all is judged first, then the mails go."""

    template = ViewPageTemplateFile("ask.pt")
    button = _("Ask by mail")
    most = rules.MOST
    begun: Poll | None = None

    @cached_property
    def meeting(self):
        """The planned meeting whose date is looked for, or None."""
        return None if IBody.providedBy(self.context) else self.context

    @cached_property
    def body(self):
        return self.context if self.meeting is None else self.context.aq_inner.aq_parent

    @property
    def heading(self) -> Message:
        mapping = {"body": self.body.title}
        return _("Ask which date suits: ${body}", mapping=mapping)

    @property
    def refused(self) -> Message | None:
        refused = refused_to_plan(self.body)
        if refused is not None:
            return refused
        if self.meeting is not None and state_of(self.meeting) != PLANNED:
            return NOT_PLANNED
        return None

    @property
    def notes(self) -> list[Message | str]:
        """Who cannot be asked by mail."""
        asked = people_to_ask(self.body, substitutes=False, guests=False)
        names = [one.name for one in recipients(self.body, asked) if not one.to]
        if not names:
            return []
        mapping = {"names": ", ".join(names)}
        return [
            _("Without an e-mail address, to be called: ${names}.", mapping=mapping)
        ]

    @cached_property
    def usual(self) -> dict[str, Any]:
        if self.meeting is not None:
            return usual_from(self.meeting)
        return usual_of(self.body)

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [self._what, self._when, self._whom]

    @property
    def _what(self) -> Fieldset:
        title = self.meeting.title if self.meeting else word_for(self.body)
        fields = (
            Field("title", TITLE.title, required=True, initial=title),
            Field("note", NOTE.title, kind="textarea", help=_("Stands in the mail.")),
        )
        return Fieldset("kpss-what", _("What it is about"), fields)

    @property
    def _when(self) -> Fieldset:
        return Fieldset(
            "kpss-when",
            _("Usual time and place"),
            time_fields(self.usual),
            help=_("For all dates where the table says nothing else."),
        )

    @property
    def _whom(self) -> Fieldset:
        fields = (
            Field(
                "until",
                _("Last day for answers"),
                kind="date",
                required=True,
                help=_("Before the day of the first date."),
            ),
            Field("substitutes", _("Ask substitutes too"), kind="checkbox"),
            Field("guests", _("Ask permanent guests too"), kind="checkbox"),
            Field(
                "shows_answers",
                _("Those who are asked see who answered what; else only counts"),
                kind="checkbox",
            ),
        )
        return Fieldset("kpss-whom", _("Who answers, and until when"), fields)

    # The table of dates

    def is_used(self, row: Row) -> bool:
        return bool(row.day or row.time or row.place)

    def name_of(self, row: Row, part: str) -> str:
        """What the line leaves empty is as usual."""
        return super().name_of(row, part) if getattr(row, part) else part

    def row_label(self, row: Row) -> Message:
        return _("Date ${number}", mapping={"number": row.number + 1})

    def _judged(self, rows: Iterator[Row]) -> tuple[Row, ...]:
        moved = uid_of(self.meeting) or "" if self.meeting is not None else ""
        return tuple(judged(self.body, list(rows), moved))

    def _blank(self, first: int) -> Iterator[Row]:
        for number in range(first, min(first + BLANK, self.most)):
            yield Row(number, False, "", "", "")

    def render(self):
        if not self.rows:
            self.rows = tuple(self._blank(0))
        return super().render()

    # Asking

    def handle(self) -> str | None:
        if self.sent.flag("more"):
            rows = tuple(self.texts_of_rows())
            self.rows = (*rows, *self._blank(len(rows)))
            return None
        self.rows = self._judged(self.typed_rows())
        if self.sent.flag("look"):
            return None
        return super().handle()

    def act(self) -> Message | None:
        """All that is wrong is said at once."""
        until = self.sent.day("until", self.errors)
        used = [row for row in self.rows if row.used]
        wish = Wish(
            title=self.sent.text("title"),
            note=self.sent.text("note"),
            dates=tuple(row.wanted for row in used if row.wanted is not None),
            until=until,
            meeting=self.meeting,
            **{name: self.sent.flag(name) for name in CHOICES},
        )
        unread = any(row.wanted is None for row in used)
        for one in refused_to_begin(self.body, wish):
            # How many there are is not known before each is understood
            if not (unread and one.field == "dates"):
                self.errors.setdefault(self.field_of(one.field), one.message)
        if self.has_unseen(used) or self.errors:
            return None
        self.begun, number = begin(self.body, wish)
        return sent_text(number)

    def field_of(self, name: str) -> str:
        """A date of the rules is one of the lines that are used."""
        part, _dot, number = name.partition(".")
        if part != "dates":
            return name
        if not number:
            return "row-0-day"
        used = [row for row in self.rows if row.wanted is not None]
        return f"{used[int(number)].name}-day"

    @property
    def back_url(self) -> str:
        if self.begun is not None:
            return self.begun.url
        return self.context.absolute_url()
