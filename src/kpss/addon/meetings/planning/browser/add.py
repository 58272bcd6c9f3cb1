"""``{body}/@@kpss-add-meeting`` and ``{meeting}/@@kpss-clone``: one meeting, quickly.

``{body}/@@kpss-add-per-rollam``: a decision outside a meeting.
"""

from datetime import date
from functools import cached_property
from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.approval.rules.deadlines import working_day_from
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.rules.terms import term_end
from kpss.addon.codelists.meetings import MEETING_KINDS
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.agenda.templates import templates_of
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.planning.allowed import refused_to_plan
from kpss.addon.meetings.planning.browser.meeting_fields import deadline_fields
from kpss.addon.meetings.planning.browser.meeting_fields import deadline_of
from kpss.addon.meetings.planning.browser.meeting_fields import time_fields
from kpss.addon.meetings.planning.browser.meeting_fields import wanted_of
from kpss.addon.meetings.planning.making import make_meeting
from kpss.addon.meetings.planning.making import usual_from
from kpss.addon.meetings.planning.making import usual_of
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.planning.marks import of_collisions
from kpss.addon.meetings.planning.marks import of_day
from kpss.addon.meetings.planning.slots import around
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.process.meeting_words import named
from plone.base.utils import safe_text
from typing import Any
from zope.i18nmessageid import Message


#: As many of the last meetings are offered for their agenda.
OFFERED = 6
#: Of those who come together.
KINDS = tuple(one for one in MEETING_KINDS if one[0] != PER_ROLLAM)
#: Before the name of a template, where others are UIDs of meetings.
TEMPLATE = "template:"
PAST = _(
    "This time is over already. What took place before is entered from the list of "
    "meetings, with the file of its minutes."
)
COPIED = _(
    "Without outcomes and papers; proposed resolutions come along where nothing has been "
    "decided yet."
)
#: Months to the next meeting where the rules say nothing.
USUAL_MONTHS = 3


class AddMeeting(RecordingForm):
    """What the last meeting had is suggested; what is in the way is said afterwards."""

    button = _("Plan the meeting")
    #: Whether members decide outside a meeting: they are asked, nobody meets.
    outside = False

    @property
    def body(self):
        return self.context

    @property
    def heading(self) -> Message:
        heading = _("Plan a ${meeting_acc}: ${body}", mapping={"body": self.body.title})
        return named(heading, self.context)

    @property
    def refused(self) -> Message | None:
        return refused_to_plan(self.body)

    @cached_property
    def usual(self) -> dict[str, Any]:
        return usual_of(self.body)

    @property
    def suggested(self) -> str:
        """The day after the usual interval since the last meeting (BER-57)."""
        last = self.usual.get("meeting")
        if last is None:
            return ""
        months = procedure_of(self.body).settings.usual_interval_months or USUAL_MONTHS
        wanted = term_end(local(last.start).date(), months)
        if wanted < date.today():
            return ""
        return working_day_from(wanted, HOLIDAYS).isoformat()

    @property
    def agendas(self) -> tuple[tuple[str, str | Message], ...]:
        """Meetings whose agenda may be the beginning, the last first."""
        found = [one for one in meetings_of(self.body) if one.review_state != CANCELLED]
        newest = found[-OFFERED:][::-1]
        return (
            ("", _("standing items only")),
            *((one.UID, safe_text(one.Title)) for one in newest),
            *(
                (TEMPLATE + name, _("template: ${name}", mapping={"name": name}))
                for name in templates_of(self.body)
            ),
        )

    @property
    def fieldsets(self) -> list[Fieldset]:
        usual = self.usual.get("meeting")
        usual_agenda = usual.UID() if usual is not None else ""
        return [
            self.when,
            Fieldset(
                "kpss-what",
                _("Agenda and kind"),
                (
                    self.agenda_field(usual_agenda),
                    Field(
                        "kind",
                        IMeeting["kind"].title,
                        kind="select",
                        options=KINDS,
                        initial=IMeeting["kind"].default,
                        help=_(
                            "A decision outside a meeting (per rollam) has a form of its "
                            "own."
                        ),
                    ),
                    Field(
                        "simple",
                        IMeeting["simple"].title,
                        kind="checkbox",
                        help=IMeeting["simple"].description,
                    ),
                ),
            ),
        ]

    @property
    def when(self) -> Fieldset:
        if self.outside:
            return Fieldset("kpss-when", _("Until when it is voted"), deadline_fields())
        day = Field("day", _("Day"), kind="date", required=True, initial=self.suggested)
        fields = (day, *time_fields(self.usual))
        return Fieldset("kpss-when", _("When and where"), fields)

    def agenda_field(self, initial: str) -> Field:
        return Field(
            "agenda",
            _("Begin with the agenda of"),
            kind="select",
            options=self.agendas,
            initial=initial,
            help=COPIED,
        )

    @property
    def wanted(self) -> Wanted | None:
        """What the fields ask for; None while there are errors."""
        return deadline_of(self) if self.outside else wanted_of(self)

    @property
    def kind(self) -> str:
        return self.sent.text("kind")

    def handle(self) -> str | None:
        wanted, kind, agenda = self.wanted, self.kind, self.sent.text("agenda")
        if not self.outside and kind not in dict(KINDS):
            self.errors["kind"] = _("Choose one of the possibilities.")
        if agenda not in dict(self.agendas):
            self.errors["agenda"] = _("Choose one of the possibilities.")
        self.refuse_past(wanted, simple=self.sent.flag("simple"))
        if self.errors or wanted is None:
            return None
        if agenda.startswith(TEMPLATE):
            begin = {"template": agenda.removeprefix(TEMPLATE)}
        else:
            begin = {"agenda_of": self.meeting_by_uid(agenda)}
        return self.make(
            wanted,
            **begin,
            kind=kind,
            simple=self.sent.flag("simple"),
        )

    def refuse_past(self, wanted: Wanted | None, *, simple: bool) -> None:
        """It could not be convened; the simple way needs no convening."""
        if wanted is None or simple or self.outside:
            return
        if wanted.start <= now():
            self.errors.setdefault("day", PAST)

    def make(self, wanted: Wanted, **values: Any) -> str:
        marks = self.marks(wanted)
        meeting = make_meeting(self.body, wanted, **values)
        self.say(
            _("Planned: ${title}.", mapping={"title": meeting.title}),
        )
        for mark in marks:
            self.say(mark, "warning")
        return meeting.absolute_url()

    def marks(self, wanted: Wanted) -> list[Message]:
        """What stands against the day; it is said and does not hinder."""
        if self.outside:
            # Nobody comes anywhere on it
            return []
        day = wanted.start.date()
        slots = around(self.body, [day])
        found = slots.against(wanted.start, wanted.minutes or 0, wanted.place)
        return [*of_day(day), *of_collisions(found, slots)]

    def meeting_by_uid(self, uid: str):
        """A meeting of this body."""
        path = {"query": "/".join(self.body.getPhysicalPath()), "depth": 1}
        return object_by_uid(uid, path=path, portal_type="kpss.Meeting")


class AddPerRollam(AddMeeting):
    """Asks until when members answer."""

    button = _("Prepare the vote")
    outside = True
    kind = PER_ROLLAM

    @property
    def heading(self) -> Message:
        return _("Decide outside a meeting: ${body}", mapping={"body": self.body.title})

    @property
    def fieldsets(self) -> list[Fieldset]:
        agenda = Fieldset("kpss-what", _("Agenda"), (self.agenda_field(""),))
        return [self.when, agenda]


class CloneMeeting(AddMeeting):
    """The same meeting on another day: its agenda without outcomes, papers and records."""

    button = _("Make the copy")
    lead = COPIED

    @property
    def outside(self) -> bool:
        return self.context.kind == PER_ROLLAM

    @property
    def body(self):
        return self.context.aq_inner.aq_parent

    @cached_property
    def usual(self) -> dict[str, Any]:
        return usual_from(self.context)

    @property
    def heading(self) -> Message:
        return _("Copy of: ${title}", mapping={"title": self.context.title})

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [self.when]

    def handle(self) -> str | None:
        wanted = self.wanted
        self.refuse_past(wanted, simple=self.context.simple)
        if wanted is None or self.errors:
            return None
        return self.make(
            wanted,
            agenda_of=self.context,
            kind=self.context.kind,
            simple=self.context.simple,
            publicity=self.context.publicity,
            online_link=self.context.online_link,
        )
