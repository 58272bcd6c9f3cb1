"""``{process}/@@kpss-new-term``: one form, a preview, and all of it or nothing."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.recording.choices import choices
from kpss.addon.bodies.recording.choices import rows
from kpss.addon.bodies.recording.people import People
from kpss.addon.bodies.recording.term.plan import TermPlan
from kpss.addon.bodies.recording.term.rows import Section
from kpss.addon.bodies.recording.term.rows import Sections
from kpss.addon.bodies.recording.term.shown import begun_message
from kpss.addon.bodies.recording.term.shown import ended_message
from kpss.addon.bodies.recording.term.shown import Preview
from kpss.addon.bodies.recording.writing import write
from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import RecordingForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


#: Kinds of functions that people hold in a body refilled by elections.
OF_ANY_BODY = frozenset(("chair", "vice_chair", "secretary", "member"))


class NewTerm(RecordingForm):
    """End and refill assembly, council and commissions on one day."""

    template = ViewPageTemplateFile("form.pt")
    preview: Preview | None = None

    @property
    def heading(self) -> Message:
        return _("New electoral term")

    @cached_property
    def people(self) -> People:
        return People(self.context)

    @cached_property
    def first(self) -> date:
        """The day as sent; at first, and while it is not a day, today."""
        return date.today()

    @cached_property
    def sections(self) -> Sections:
        return Sections(self.context, self.first, self.sent, is_sent=self.was_sent)

    @property
    def day_value(self) -> str:
        if not self.was_sent:
            return self.first.isoformat()
        return self.sent.shown("day", is_day=True)

    @cached_property
    def titles(self) -> Titles:
        return Titles(self.context)

    @cached_property
    def parties(self) -> tuple:
        return rows(self.context, "parties", empty=_("– none –"))

    def functions(self, section: Section) -> tuple:
        """Functions of the body, and of no body those that a body like it has."""
        body = self.context["bodies"][section.body.id]
        known = self.sections.structure.functions
        found = choices(body, "functions_of_body", empty=_("– plain member –"))
        return tuple(
            (key, title)
            for key, title in found
            if not key or known[key].body or known[key].kind in OF_ANY_BODY
        )

    def held(self, row) -> str:
        """The function of the old term."""
        return self.titles.functions.get(row.fact.function or "", "")

    def seats(self, section: Section, row) -> list[dict[str, Any]]:
        """Boxes for reserved seats in other bodies."""
        return [
            {
                "name": f"{row.place}-seat-{other}",
                "title": self.context["bodies"][other].title,
                "ticked": other in row.seats,
                "held": other in row.held,
            }
            for other in section.reserved
        ]

    def handle(self) -> str | None:
        first = self.sent.day("day", self.errors)
        if first is None:
            self.errors.setdefault("day", _("Give the first day of the new term."))
        else:
            self.first = first
        if self.errors or not (self.sent.flag("check") or self.sent.flag("save")):
            return None
        plan = TermPlan(self.sections, self.people)
        self.errors = plan.errors
        if self.errors:
            return None
        if self.sent.flag("save") and self.sent.text("digest") == plan.digest:
            return self._do(plan)
        self.preview = Preview(plan)
        return None

    def _do(self, plan: TermPlan) -> str:
        write(self.context, plan.changes)
        self.say(_("The new term begins on ${day}.", mapping={"day": day(plan.first)}))
        self.say(ended_message(len(plan.changes.endings)))
        self.say(begun_message(len(plan.changes.beginnings)))
        return self.context["bodies"].absolute_url()

    @property
    def has_changed(self) -> bool:
        """Whether something else was confirmed than would be done now."""
        return self.preview is not None and self.sent.flag("save")

    @property
    def summary(self) -> list[dict[str, Any]]:
        """Errors with the line that they belong to."""
        labels = {"day": _("First day of the new term")}
        for section in self.sections.all:
            labels[f"{section.place}-on"] = section.title
            for row in section.rows:
                labels[row.place] = f"{section.title}, {row.text or row.name}"
        return [
            {"id": place, "label": labels.get(place, ""), "message": message}
            for place, message in self.errors.items()
        ]
