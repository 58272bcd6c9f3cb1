"""The page of a meeting: when and where, what comes next, then the parts of the rooms."""

from dataclasses import dataclass
from functools import cached_property
from kpss.addon.approval.refusals import Refusal
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.meetings import MEETING_KINDS
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.presiding import presiding_name
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.browser.times import span
from kpss.addon.meetings.planning.allowed import others_plan
from kpss.addon.meetings.progress import offered
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.reasons import Given
from kpss.addon.meetings.reasons import reasons_of
from kpss.addon.meetings.rules.agenda import AHEAD
from kpss.addon.meetings.rules.progress import ADJOURN
from kpss.addon.meetings.rules.progress import CANCEL
from kpss.addon.meetings.rules.progress import CONVENE
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import IN_SESSION
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.rules.progress import REGULAR
from kpss.addon.meetings.rules.progress import WITH_REASON
from kpss.addon.meetings.sittings import sittings_of
from kpss.addon.meetings.texts import ACTION_TITLES
from kpss.addon.meetings.texts import STATE_TITLES
from kpss.addon.meetings.visibility import is_open_to_public
from kpss.addon.meetings.who import body_of
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from kpss.addon.process.browser.home import HomeManager
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.viewlet.interfaces import IViewletManager


#: Transitions with a page of their own; others are made by ``kpss-advance``.
PAGES = {ADJOURN: "@@kpss-adjourn", CONVENE: "@@kpss-convene"}


class IMeetingParts(IViewletManager):
    """Parts of the page of a meeting; each room registers its own with a weight."""


class PartsManager(HomeManager):
    """Parts from the lowest weight to the highest."""


@dataclass(frozen=True)
class Action:
    """A next step. ``url``: of a page; None: a button of the present page is enough."""

    name: str
    title: Message
    refused: list[Refusal]
    url: str | None

    @property
    def look(self) -> str:
        """Class of the button: nobody is led to cancel a meeting."""
        return "btn-outline-danger" if self.name == CANCEL else "btn-primary"


@implementer(IWithoutByline)
class MeetingPage(BrowserView):
    """For everybody who may see the meeting; people only for who sees inside."""

    moment = staticmethod(moment)
    span = staticmethod(span)

    @cached_property
    def body(self):
        return body_of(self.context)

    @cached_property
    def state(self) -> str:
        return state_of(self.context)

    @property
    def state_title(self) -> Message:
        return STATE_TITLES[self.state]

    @property
    def kind(self) -> Message | None:
        """Said where it is no usual meeting."""
        if self.context.kind == REGULAR:
            return None
        return title_of(MEETING_KINDS, self.context.kind)

    @property
    def deadline(self) -> Message | str:
        """To when members answer outside a meeting; empty at one."""
        return moment(self.context.end) if self.context.kind == PER_ROLLAM else ""

    @property
    def publicity(self) -> Message:
        if is_open_to_public(self.context):
            return _("public meeting")
        return _("closed meeting")

    @cached_property
    def sees_inside(self) -> bool:
        return sees_inside(self.context)

    @cached_property
    def may_record(self) -> bool:
        return may_record(self.context)

    @property
    def others_prepare(self) -> Message | None:
        """Who prepares the meeting, for who plans those of other bodies."""
        if self.state not in AHEAD or self.may_record:
            return None
        return others_plan(self.body)

    @property
    def presiding(self) -> str | None:
        """Who presides, for insiders; None where somebody must be named."""
        return presiding_name(sheet_of(self.context))

    @property
    def reasons(self) -> list[Given]:
        """Why it was cancelled, or its records were opened again; for insiders."""
        return list(reasons_of(self.context))

    @property
    def sittings(self) -> list:
        return list(sittings_of(self.context))

    @property
    def sat(self) -> Message:
        """What is said before the times when it sat."""
        return _("Sits since") if self.state == IN_SESSION else _("Sat")

    @property
    def actions(self) -> list[Action]:
        url = self.context.absolute_url()
        found = []
        for name, refused in offered(self.context):
            page = PAGES.get(name)
            if page is None and name in WITH_REASON:
                page = f"@@kpss-advance?transition={name}"
            target = f"{url}/{page}" if page else None
            found.append(Action(name, ACTION_TITLES[name], refused, target))
        return found

    @property
    def may_change(self) -> bool:
        """While it lies ahead; later its fields are of no use to who records."""
        if self.state not in (PLANNED, CONVENED):
            return False
        return bool(api.user.has_permission("Modify portal content", obj=self.context))
