"""The minutes on the page of their meeting."""

from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.making import why_not_build
from kpss.addon.minutes.officers import officers_of
from kpss.addon.minutes.officers import why_not_name
from kpss.addon.minutes.rules.states import PUBLISHED
from kpss.addon.minutes.texts import STATE_TITLES
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from zope.i18nmessageid import Message


class MinutesPart(ViewletBase):
    """For who may see the minutes, and for who may build them."""

    weight = 70

    @cached_property
    def minutes(self):
        """The minutes that the reader may see."""
        found = minutes_of(self.context)
        seen = found is not None and api.user.has_permission("View", obj=found)
        return found if seen else None

    @property
    def state_title(self) -> Message:
        state = minutes_state(self.minutes)
        if state == PUBLISHED and not sees_inside(self.context):
            return _("public version")
        return STATE_TITLES[state]

    @property
    def build_url(self) -> str | None:
        """For who records the meeting, while there are no minutes."""
        if minutes_of(self.context) is not None or not may_record(self.context):
            return None
        if why_not_build(self.context) is not None:
            return None
        return f"{self.context.absolute_url()}/@@kpss-minutes"

    @property
    def officers(self) -> list[Message]:
        """Who was named for this meeting, for those inside."""
        if not sees_inside(self.context):
            return []
        names = officers_of(self.context)
        taker, verifiers = names.taker, ", ".join(names.verifiers)
        found = [_("Minutes taken by: ${name}", mapping={"name": taker})] * bool(taker)
        if verifiers:
            found.append(_("Verified by: ${names}", mapping={"names": verifiers}))
        return found

    @property
    def officers_url(self) -> str | None:
        if not may_record(self.context) or why_not_name(self.context) is not None:
            return None
        return f"{self.context.absolute_url()}/@@kpss-officers"

    @property
    def is_shown(self) -> bool:
        return bool(self.minutes is not None or self.build_url or self.officers_url)
