"""``@@kpss-timeline``: the way of a document, a part of its page."""

from datetime import date
from functools import cached_property
from kpss.addon.approval.case import case_of
from kpss.addon.approval.pinning import is_as_pinned
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import RETURNS
from kpss.addon.approval.texts import ENTRIES
from kpss.addon.approval.texts import STEP_ACTS
from kpss.addon.approval.timeline import EntryLine
from kpss.addon.approval.timeline import StepLine
from kpss.addon.approval.timeline import Timeline
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message


#: What stands in the circle of a step that is over, read by nobody: the text says it.
SIGNS = {"done": "✓", "skipped": "»", "returned": "↩"}


class TimelinePart(BrowserView):
    """Steps as an ordered list, readable without styles; then the whole history."""

    day = staticmethod(day)

    @cached_property
    def case(self):
        return case_of(self.context)

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline(self.case)

    @property
    def steps(self) -> list[StepLine]:
        return self.timeline.steps

    @property
    def entries(self) -> list[EntryLine]:
        """Newest first."""
        return self.timeline.entries[::-1]

    @property
    def is_proposed(self) -> bool:
        """Nobody has submitted it yet: it is the way that it would go."""
        return not self.case.moving

    def sign(self, step: StepLine) -> str:
        return SIGNS.get(step.state, str(step.index + 1))

    def who(self, step: StepLine) -> Message | str:
        if step.public:
            return _("The public")
        if step.body is not None:
            return step.body.title
        if step.hidden:
            return _("A body that you do not see")
        return _("The working group that prepares it")

    def what(self, step: StepLine) -> Message | str:
        """What it said, or what it is to do."""
        if step.state == "skipped":
            return ENTRIES["skipped"]
        if step.outcome and step.state in ("done", "returned"):
            return title_of(OUTCOMES, step.outcome)
        return STEP_ACTS[step.act]

    def now(self, step: StepLine) -> Message | None:
        """What is to be known of the step that is current."""
        if step.state != "current":
            return None
        if step.postponed_until:
            until = day(step.postponed_until)
            return _("Postponed until ${day}.", mapping={"day": until})
        if step.outcome:
            return _(
                "${outcome}, not decided yet.",
                mapping={"outcome": title_of(OUTCOMES, step.outcome)},
            )
        return None

    def deadline(self, step: StepLine) -> Message | None:
        if step.deadline is None:
            return None
        left = (step.deadline - date.today()).days
        mapping = {"day": day(step.deadline)}
        if left < 0:
            return _("The deadline was ${day}.", mapping=mapping)
        if left == 0:
            return _("The deadline is today.")
        return plural(
            left,
            _("deadline_one", default="By ${day}, one day is left.", mapping=mapping),
            _(
                "deadline_few",
                default="By ${day}, ${number} days are left.",
                mapping=mapping,
            ),
            _(
                "deadline_many",
                default="By ${day}, ${number} days are left.",
                mapping=mapping,
            ),
        )

    def entry_text(self, entry: EntryLine) -> Message | str:
        if entry.outcome:
            return title_of(OUTCOMES, entry.outcome)
        return ENTRIES.get(entry.kind, entry.kind)

    def returned_to(self, entry: EntryLine) -> Message | str | None:
        """Where a returned document went."""
        if entry.outcome is None or EFFECTS.get(entry.outcome) != RETURNS:
            return None
        if entry.return_to is None:
            return _("back to the draft")
        steps = self.steps
        if entry.return_to < len(steps):
            return self.who(steps[entry.return_to])
        return None

    def actor(self, entry: EntryLine) -> str | None:
        """The full name of who recorded it; only for those who take part."""
        if entry.actor is None:
            return None
        user = api.user.get(userid=entry.actor)
        return (user.getProperty("fullname") if user else None) or entry.actor

    @cached_property
    def changed_since(self) -> EntryLine | None:
        """The last decision, when the text is another one since."""
        if not self.timeline.takes_part or self.case.standing.status != RUNNING:
            return None
        decided = [one for one in self.timeline.entries if one.decided_copy]
        if not decided or is_as_pinned(self.context, decided[-1].decided_copy):
            return None
        return decided[-1]
