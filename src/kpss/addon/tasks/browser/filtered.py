"""The filters of tasks as they come in an address; what makes no sense filters nothing."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.process.sections import process_of
from kpss.addon.tasks import rules
from kpss.addon.tasks.reading import Reader
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import Found
from kpss.addon.tasks.searching import search
from kpss.addon.tasks.searching import UNFINISHED
from Products.Five.browser import BrowserView


#: Stands for the person of whoever reads.
ME = "me"
ALL = "all"


class Filtered(BrowserView):
    """What the page and the table share."""

    def asked_for(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip()[:200] if isinstance(value, str) else ""

    @cached_property
    def process(self):
        return process_of(self.context)

    @cached_property
    def today(self) -> date:
        return date.today()

    @cached_property
    def show(self) -> str:
        """A group, unfinished ones at first, or all."""
        asked = self.asked_for("show")
        return asked if asked in (*rules.GROUPS, UNFINISHED, ALL) else UNFINISHED

    @cached_property
    def own_id(self) -> str | None:
        """The person of whoever reads."""
        fact = own_fact(self.process)
        return None if fact is None else fact.id

    @cached_property
    def asked(self) -> Asked:
        person = self.asked_for("responsible")
        return Asked(
            body=self.asked_for("body"),
            responsible=(self.own_id or "") if person == ME else person,
            group="" if self.show == ALL else self.show,
            imposed_by=self.asked_for("imposed_by"),
            q=self.asked_for("q"),
        )

    @cached_property
    def found(self) -> list[Found]:
        return search(self.process, self.asked, today=self.today)

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.process, self.today)
