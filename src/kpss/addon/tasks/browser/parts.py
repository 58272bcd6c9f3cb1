"""Tasks on pages of others: what a resolution imposed, what a body is to do."""

from datetime import date
from functools import cached_property
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.process.sections import process_of
from kpss.addon.tasks import rules
from kpss.addon.tasks.browser.words import days_over
from kpss.addon.tasks.browser.words import percent
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.permissions import ADD
from kpss.addon.tasks.reading import Line
from kpss.addon.tasks.reading import Reader
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import Found
from kpss.addon.tasks.searching import search
from kpss.addon.tasks.searching import UNFINISHED
from kpss.addon.tasks.texts import STATE_TITLES
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


#: As many are shown; the page of tasks has the others.
SHOWN = 10


class TasksPart(ViewletBase):
    """A few tasks that the reader may know of, and the way to all of them."""

    day = staticmethod(day)
    days_over = staticmethod(days_over)
    percent = staticmethod(percent)
    states = STATE_TITLES
    #: What a line leaves out, because the page says it.
    hides: tuple[str, ...] = ()
    asked = Asked(group=UNFINISHED)
    #: The query of the page of tasks.
    query = ""

    @cached_property
    def today(self) -> date:
        return date.today()

    @cached_property
    def process(self):
        return process_of(self.context)

    @cached_property
    def found(self) -> list[Found]:
        return search(self.process, self.asked, today=self.today)

    @cached_property
    def lines(self) -> list[Line]:
        return Reader(self.process, self.today).lines(self.found[:SHOWN])

    heading: Message = _("Tasks")
    all_title = _("All tasks")
    parts = ViewPageTemplateFile("line.pt")

    @property
    def all_url(self) -> str:
        url = f"{self.process.absolute_url()}/tasks"
        return f"{url}?{self.query}" if self.query else url

    @property
    def impose_url(self) -> str | None:
        return None

    @property
    def is_shown(self) -> bool:
        return bool(self.lines or self.impose_url)


class TasksOfImposer(TasksPart):
    """On the page of a resolution, done ones too."""

    heading = _("What it imposes")
    hides = ("imposed",)

    @property
    def asked(self) -> Asked:
        return Asked(imposed_by=self.context.UID())

    @property
    def query(self) -> str:
        return f"show=all&imposed_by={self.context.UID()}"

    @property
    def impose_url(self) -> str | None:
        """For who may impose, where the resolution may."""
        if not api.user.has_permission(ADD, obj=self.context):
            return None
        if IImposer(self.context).refused is not None:
            return None
        return f"{self.context.absolute_url()}/@@kpss-impose"


class TasksOfBody(TasksPart):
    """On the page of a body: what it has yet to do."""

    # The body has a list of what it is for, called Tasks
    heading = _("Imposed tasks")
    hides = ("body",)

    @property
    def asked(self) -> Asked:
        return Asked(body=self.context.getId(), group=UNFINISHED)

    @property
    def query(self) -> str:
        return f"body={self.context.getId()}"


class TasksHome(TasksPart):
    """On the home page: what is overdue and due soon."""

    weight = 27

    @property
    def lines(self) -> list[Line]:
        urgent = (rules.OVERDUE, rules.DUE_SOON)
        return [line for line in super().lines if line.group in urgent]

    @property
    def is_shown(self) -> bool:
        return bool(self.found)
