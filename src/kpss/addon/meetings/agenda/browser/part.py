"""The agenda on the page of a meeting: for each reader what is for that reader."""

from datetime import date
from functools import cached_property
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.agenda.browser.rows import Chapter
from kpss.addon.meetings.agenda.browser.rows import chapters
from kpss.addon.meetings.agenda.browser.rows import Words
from kpss.addon.meetings.agenda.checking import Check
from kpss.addon.meetings.agenda.checking import check_of
from kpss.addon.meetings.agenda.proposing import own_proposals
from kpss.addon.meetings.agenda.proposing import Proposal
from kpss.addon.meetings.agenda.proposing import PROPOSE
from kpss.addon.meetings.agenda.proposing import until_of
from kpss.addon.meetings.agenda.proposing import why_not
from kpss.addon.meetings.agenda.reading import Agenda
from kpss.addon.meetings.agenda.reading import Line
from kpss.addon.meetings.planning.allowed import may_plan
from kpss.addon.meetings.progress import is_open
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import PLANNED
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


class AgendaPart(ViewletBase):
    """Numbers, times and papers; the tasks to be checked live in their item."""

    weight = 10
    day = staticmethod(day)
    days_over = staticmethod(days_over)
    percent = staticmethod(percent)
    states = STATE_TITLES
    #: What a line of a task leaves out.
    hides: tuple[str, ...] = ()
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

    @cached_property
    def words(self) -> Words:
        items = {item.getId(): item for item in self.agenda.items}
        return Words(self.context, items, marks_internal=self.marks_internal)

    @property
    def chapters(self) -> list[Chapter]:
        return chapters(self.lines, self.words)

    @cached_property
    def marks_internal(self) -> bool:
        return is_public(self.context)

    def size(self, number: int) -> str:
        return self.words.size(number)

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
    def is_kept_back(self) -> bool:
        """Whether the reader does not see yet what is being prepared."""
        return state_of(self.context) == PLANNED and not may_record(self.context)

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
