"""``@@kpss-next``: what can be done now, and why not more; a part of the page."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kpss.addon.approval.case import case_of
from kpss.addon.approval.history import ADVICE_ASKED
from kpss.addon.approval.history import ADVICE_GIVEN
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.possible import DECIDE
from kpss.addon.approval.possible import NOT_YOURS
from kpss.addon.approval.possible import Possible
from kpss.addon.approval.possible import possible
from kpss.addon.approval.possible import START
from kpss.addon.approval.possible import SUBMIT
from kpss.addon.approval.possible import TAKE_PART
from kpss.addon.approval.possible import WITHDRAW
from kpss.addon.approval.rules.acknowledging import awaits_acknowledgement
from kpss.addon.approval.rules.acting import OUTSIDE
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.sentences import sentence
from kpss.addon.approval.texts import ACTION_TITLES
from kpss.addon.approval.texts import RECORDERS
from kpss.addon.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message


FORMS = {
    "start": "@@kpss-submit",
    "decide": "@@kpss-record-decision",
    "skip": "@@kpss-skip",
    "withdraw": "@@kpss-withdraw",
}


@dataclass(frozen=True)
class Shown:
    """An action on the page: where its form is, or why it is not possible."""

    title: Message | str
    url: str
    reasons: tuple[Message | str, ...] = ()
    main: bool = False


def _is_never(one: Possible) -> bool:
    """Of a step that nobody may pass over, passing over is not spoken of."""
    return any(reason.code == "may_not_be_skipped" for reason in one.reasons)


class NextPart(BrowserView):
    """One main action, the others, and the reasons; nothing for who takes no part."""

    @cached_property
    def case(self):
        return case_of(self.context)

    @property
    def is_shown(self) -> bool:
        return (
            not getattr(self.context, "annex_of", None)
            and self.case.standing.status != APPROVED
            and bool(api.user.has_permission(TAKE_PART, obj=self.context))
        )

    @cached_property
    def actions(self) -> list[Shown]:
        found = possible(self.case, date.today())
        return [self._shown(one) for one in found if not _is_never(one)]

    @property
    def possible(self) -> list[Shown]:
        """The main one first."""
        found = [one for one in self.actions if not one.reasons]
        return sorted(found, key=lambda one: not one.main)

    @property
    def impossible(self) -> list[Shown]:
        return [one for one in self.actions if one.reasons and one.main]

    def _shown(self, one: Possible) -> Shown:
        running = self.case.standing.status == RUNNING
        main = {START: not running, DECIDE: running}
        return Shown(
            title=self._title(one.id),
            url=f"{self.context.absolute_url()}/{FORMS[one.id]}",
            reasons=tuple(self._reason(reason) for reason in one.reasons),
            main=main.get(one.id, running and one.id not in (WITHDRAW,)),
        )

    def _title(self, action: str) -> Message | str:
        index = self.case.standing.current
        if action == DECIDE and index is not None:
            body = self._body(index)
            return _("Record what ${body} decided", mapping={"body": body})
        return ACTION_TITLES[action]

    def _body(self, index: int) -> Message | str:
        step = self.case.chain.steps[index]
        if step.public:
            return _("the public")
        if step.body and IActingBodies(self.case.process).may_see(step.body):
            return self.case.body_title(step.body)
        return _("the body")

    def _reason(self, reason) -> Message | str:
        if reason.code == NOT_YOURS and self.case.standing.current is not None:
            return _("Recorded by: ${who}.", mapping={"who": self.recorder})
        return sentence(reason, self.case)

    @property
    def recorder(self) -> Message | str:
        """Who records at the current step."""
        step = self.case.chain.steps[self.case.standing.current]
        if step.recorded_by:
            titles = IActingBodies(self.case.process).function_titles()
            return titles.get(step.recorded_by, step.recorded_by)
        if step.public:
            return RECORDERS["public"]
        kind = step.body_kind or self.case.kinds.get(step.body or "", "other")
        return RECORDERS["outside" if kind in OUTSIDE else "inside"]

    @property
    def more(self) -> list[Shown]:
        """What is said beside the way."""
        url = self.context.absolute_url()
        found = [Shown(_("Add a comment"), f"{url}/@@kpss-comment")]
        if api.user.has_permission(SUBMIT, obj=self.context):
            found.append(Shown(_("Ask for advice"), f"{url}/@@kpss-ask-advice"))
        if self.awaits_advice and self.case.acting.advises:
            found.append(Shown(_("Give advice"), f"{url}/@@kpss-give-advice"))
        if self.awaits_guarantor and self.case.acting.holds(("guarantor",)):
            found.append(
                Shown(_("Acknowledge the submission"), f"{url}/@@kpss-acknowledge")
            )
        return found

    @property
    def awaits_advice(self) -> bool:
        kinds = [one.kind for one in self.case.records]
        if ADVICE_ASKED not in kinds:
            return False
        return ADVICE_GIVEN not in kinds[len(kinds) - kinds[::-1].index(ADVICE_ASKED) :]

    @property
    def awaits_guarantor(self) -> bool:
        involvement = getattr(self.case.process, "guarantor_involvement", None)
        return awaits_acknowledgement(
            involvement, [one.kind for one in self.case.records]
        )
