"""The agenda on the page of a meeting: for each reader what is for that reader."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.meetings import OUTCOMES
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.agenda.checking import Check
from kpss.addon.meetings.agenda.checking import check_of
from kpss.addon.meetings.agenda.proposing import own_proposals
from kpss.addon.meetings.agenda.proposing import Proposal
from kpss.addon.meetings.agenda.proposing import PROPOSE
from kpss.addon.meetings.agenda.proposing import until_of
from kpss.addon.meetings.agenda.proposing import why_not
from kpss.addon.meetings.agenda.reading import Agenda
from kpss.addon.meetings.agenda.reading import Line
from kpss.addon.meetings.browser.times import clock
from kpss.addon.meetings.planning.making import may_plan
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.rules.visibility import HIDDEN
from kpss.addon.meetings.visibility import is_public
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import may_record
from kpss.addon.tasks.browser.words import days_over
from kpss.addon.tasks.browser.words import percent
from kpss.addon.tasks.texts import STATE_TITLES
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


PROPOSAL_STATES = {
    "waits": _("proposal_waits", default="waits to be considered"),
    "accepted": _("proposal_accepted", default="on the agenda"),
    "refused": _("proposal_refused", default="not put on the agenda"),
}


@dataclass
class Entry:
    """An item with its sub-items."""

    line: Line
    subs: list[Line] = field(default_factory=list)


@dataclass
class Chapter:
    """A heading, or what stands before the first one, with its items."""

    heading: Line | None
    entries: list[Entry] = field(default_factory=list)


class AgendaPart(ViewletBase):
    """Numbers, times and papers; the tasks to be checked live in their item."""

    weight = 10
    day = staticmethod(day)
    days_over = staticmethod(days_over)
    percent = staticmethod(percent)
    states = STATE_TITLES
    #: What a line of a task leaves out.
    hides: tuple[str, ...] = ()
    clock = staticmethod(clock)
    size = staticmethod(size)
    proposal_states = PROPOSAL_STATES
    parts = ViewPageTemplateFile("lines.pt")
    #: How the pages of tasks show one.
    task_line = ViewPageTemplateFile("../../../tasks/browser/line.pt")

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self.context)

    @cached_property
    def lines(self) -> list[Line]:
        """Without mere proposals, which have a page of their own."""
        return [one for one in self.agenda.lines if not one.proposed_by]

    @property
    def chapters(self) -> list[Chapter]:
        found = [Chapter(None)]
        for line in self.lines:
            entries = found[-1].entries
            if line.is_heading:
                found.append(Chapter(line))
            elif line.sub and entries:
                entries[-1].subs.append(line)
            else:
                entries.append(Entry(line))
        return [one for one in found if one.heading or one.entries]

    @cached_property
    def marks_internal(self) -> bool:
        """Whether it says something that an item is not for everybody."""
        return is_public(self.context)

    def marks(self, line: Line) -> list[tuple[str, Message | str]]:
        """What is said of an item beside its title: class and words."""
        found: list[tuple[str, Message | str]] = []
        if line.is_internal and self.marks_internal:
            found.append(("text-bg-light border", _("members only")))
        if line.publicity == HIDDEN:
            found.append(("text-bg-secondary", _("hidden")))
        if line.late:
            found.append(("text-bg-warning", _("added late")))
        if line.outcome:
            found.append(("text-bg-primary", title_of(OUTCOMES, line.outcome)))
        return found

    def facts(self, line: Line) -> list[tuple[Message | str, str]]:
        """What stands under the title: words, and where they lead, if anywhere."""
        found: list[tuple[Message | str, str]] = []
        if line.presenter:
            found.append((line.presenter, ""))
        if line.minutes:
            found.append((self.minutes(line.minutes), ""))
        if line.subject is not None:
            found.append((line.subject.title, line.subject.url))
        if line.postponed_from:
            url = f"{self.context.absolute_url()}/resolveuid/{line.postponed_from}"
            found.append((_("postponed from an earlier meeting"), url))
        return found

    def minutes(self, number: int) -> Message:
        return plural(
            number,
            _("minutes_one", default="${number} minute"),
            _("minutes_few", default="${number} minutes"),
            _("minutes_many", default="${number} minutes"),
        )

    @cached_property
    def check(self) -> Check:
        """The tasks to be checked."""
        return check_of(self.context, date.today())

    def check_count(self, check: Check) -> Message:
        return plural(
            len(check.unfinished),
            _("check_one", default="${number} unfinished task"),
            _("check_few", default="${number} unfinished tasks"),
            _("check_many", default="${number} unfinished tasks"),
        )

    # What may be done

    @cached_property
    def may_record(self) -> bool:
        return is_open(self.context) and may_record(self.context)

    @property
    def waiting_proposals(self) -> int:
        """Proposals that nobody has considered, for who records."""
        if not self.may_record:
            return 0
        found = self.agenda.lines
        return sum(1 for one in found if one.proposed_by and not one.refusal)

    @property
    def may_copy(self) -> bool:
        return may_plan(body_of(self.context))

    @cached_property
    def may_propose(self) -> bool:
        if not api.user.has_permission(PROPOSE, obj=self.context):
            return False
        return why_not(self.context) is None

    @property
    def proposals_until(self) -> date | None:
        return until_of(self.context)

    @property
    def proposals(self) -> list[Proposal]:
        return [] if api.user.is_anonymous() else list(own_proposals(self.context))
