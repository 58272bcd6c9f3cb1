"""``{process}/tasks``: what is overdue, due soon, later and done."""

from functools import cached_property
from itertools import groupby
from kpss.addon.bodies.people.vocabularies import VIEW_PEOPLE
from kpss.addon.bodies.registry import body_facts
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.process.batching import page_batch
from kpss.addon.tasks.browser.filtered import ALL
from kpss.addon.tasks.browser.filtered import Filtered
from kpss.addon.tasks.browser.filtered import ME
from kpss.addon.tasks.browser.words import days_over
from kpss.addon.tasks.browser.words import percent
from kpss.addon.tasks.permissions import ADD
from kpss.addon.tasks.reading import Imposed
from kpss.addon.tasks.reading import Line
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import entry
from kpss.addon.tasks.searching import search
from kpss.addon.tasks.searching import UNFINISHED
from kpss.addon.tasks.texts import GROUP_TITLES
from kpss.addon.tasks.texts import STATE_TITLES
from plone import api
from plone.batching import Batch
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import implementer


#: The most resolutions that the filter offers.
OFFERED = 100


@implementer(IWithoutByline)
class TasksPage(Filtered):
    """A filter that works without scripts, and the tasks by urgency."""

    day = staticmethod(day)
    days_over = staticmethod(days_over)
    percent = staticmethod(percent)
    states = STATE_TITLES
    #: What a line leaves out.
    hides = ()
    parts = ViewPageTemplateFile("line.pt")

    @cached_property
    def batch(self) -> Batch:
        return page_batch(self.found, self.asked_for("b_start"))

    @property
    def groups(self) -> list[tuple[str, Message, list[Line]]]:
        """Code, heading and lines; of the tasks of the present batch."""
        lines = self.reader.lines(self.batch)
        return [
            (group, GROUP_TITLES[group], list(rows))
            for group, rows in groupby(lines, key=lambda line: line.group)
        ]

    @property
    def shows(self) -> list[tuple[str, Message]]:
        """What may be listed."""
        return [
            (UNFINISHED, _("tasks_unfinished", default="Unfinished")),
            *GROUP_TITLES.items(),
            (ALL, _("tasks_all", default="All")),
        ]

    @property
    def bodies(self) -> list[dict]:
        return body_facts(self.process, unrestricted=False)

    @cached_property
    def _all(self) -> list:
        """Whatever the reader may know of, for the choices of the filter."""
        return search(self.process, Asked(), today=self.today)

    @cached_property
    def sees_any(self) -> bool:
        """Whether there is any task that the reader may open."""
        return any(one.seen for one in self._all)

    @property
    def people(self) -> list[tuple[str, str]]:
        """Ids and names of the responsible whom the reader may know."""
        ids = {entry(one.brain, "kpss_person") for one in self._all if one.seen}
        named = {one: self.reader.name(one) for one in ids if one}
        found = [(one, name) for one, name in named.items() if name]
        mine = [(ME, _("mine"))] if self.own_id in named else []
        return mine + sorted(found, key=lambda pair: pair[1])

    @property
    def loads(self) -> list[dict]:
        """Who has how many unfinished tasks, for those who see people (BER-20)."""
        if not api.user.has_permission(VIEW_PEOPLE, obj=self.process):
            return []
        url = self.context.absolute_url()
        return [
            {"name": name, "load": one, "url": f"{url}?responsible={one.who}"}
            for name, one in self.reader.loads(self._all)
        ]

    @property
    def imposers(self) -> list[Imposed]:
        """What imposed any of the tasks, the newest first."""
        uids = {entry(one.brain, "kpss_subject") for one in self._all}
        known = [one for one in map(self.reader.imposed, uids) if one is not None]
        newest = sorted(known, key=lambda one: str(one.on or ""), reverse=True)
        return newest[:OFFERED]

    @property
    def count(self) -> Message:
        return plural(
            len(self.found),
            _("tasks_one", default="${number} task"),
            _("tasks_few", default="${number} tasks"),
            _("tasks_many", default="${number} tasks"),
        )

    @property
    def table_url(self) -> str:
        query = self.request.get("QUERY_STRING", "")
        return f"{self.process.absolute_url()}/tasks.csv?{query}"

    @property
    def may_add(self) -> bool:
        return bool(api.user.has_permission(ADD, obj=self.context))
