"""The page of a task: what is to be done, how far it is, what was reported."""

from datetime import date
from functools import cached_property
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.process.sections import process_of
from kpss.addon.tasks import rules
from kpss.addon.tasks.browser.words import days_over
from kpss.addon.tasks.browser.words import percent
from kpss.addon.tasks.finding import states_of
from kpss.addon.tasks.finding import tasks_with
from kpss.addon.tasks.notes import note_lines
from kpss.addon.tasks.notes import NoteLine
from kpss.addon.tasks.notes import TITLES
from kpss.addon.tasks.permissions import REPORT
from kpss.addon.tasks.reading import Imposed
from kpss.addon.tasks.reading import Linked
from kpss.addon.tasks.reading import Reader
from kpss.addon.tasks.searching import notice_of
from kpss.addon.tasks.texts import GROUP_TITLES
from kpss.addon.tasks.texts import STATE_TITLES
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IWithoutByline)
class TaskPage(BrowserView):
    """For those who may see the task; names and links as far as they may know them."""

    day = staticmethod(day)
    percent = staticmethod(percent)
    states = STATE_TITLES
    capacities = TITLES

    @cached_property
    def today(self) -> date:
        return date.today()

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.context, self.today)

    @cached_property
    def state(self) -> str:
        return api.content.get_state(self.context)

    @property
    def state_title(self) -> Message:
        return STATE_TITLES[self.state]

    @cached_property
    def group(self) -> str:
        return rules.group_of(
            self.state,
            self.context.due,
            today=self.today,
            notice=notice_of(self.context),
        )

    @property
    def urgent(self) -> Message | None:
        """What a badge says of an unfinished task that is late or soon to be done."""
        if self.group == rules.OVERDUE:
            return days_over(rules.days_over(self.state, self.context.due, self.today))
        return GROUP_TITLES[self.group] if self.group == rules.DUE_SOON else None

    @property
    def body(self) -> Linked | None:
        return self.reader.bodies.get(self.context.body or "")

    @property
    def responsible(self) -> str | None:
        return self.reader.name(self.context.responsible)

    @property
    def imposed(self) -> Imposed | None:
        return self.reader.imposed(self.context.imposed_by)

    @cached_property
    def needs(self) -> list[tuple[Linked, Message]]:
        """What it depends on, with states."""
        ids = self.context.depends_on or ()
        known = states_of(self.context, ids)
        return [(one, STATE_TITLES[known[one.id]]) for one in self.reader.linked(ids)]

    @property
    def waits(self) -> bool:
        """Whether any of them is unfinished."""
        ids = self.context.depends_on or ()
        unfinished = rules.waits_for(ids, states_of(self.context, ids))
        return self.state in rules.UNFINISHED and bool(unfinished)

    @property
    def needed_by(self) -> list[Linked]:
        """Tasks that wait for this one."""
        found = tasks_with(self.context, kpss_depends_on=self.context.getId())
        return self.reader.linked(one.getId() for one in found)

    @property
    def notes(self) -> list[NoteLine]:
        return list(note_lines(self.context))

    @property
    def may_report(self) -> bool:
        return self.state in rules.UNFINISHED and bool(
            api.user.has_permission(REPORT, obj=self.context)
        )

    @property
    def list_url(self) -> str:
        return f"{process_of(self.context).absolute_url()}/tasks"
