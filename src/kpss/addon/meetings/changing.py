"""Which fields of a meeting stay as they are, once others go by them; on every way."""

from kpss.addon.fields import Refused
from kpss.addon.meetings.interfaces import IChangeRules
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import facts_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.progress import refuse_change
from kpss.addon.meetings.texts import sentence
from kpss.addon.meetings.times import at
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(IChangeRules)
@adapter(IMeeting)
class ChangeRules:
    def __init__(self, context):
        self.context = context

    def judge(self, name: str, value: Any) -> None:
        value = compared(value)
        if value == compared(getattr(self.context, name)):
            return
        sat = bool(records_of(self.context).sittings)
        for one in refuse_change(facts_of(self.context), name, value, has_sat=sat):
            raise Refused(sentence(one))


def compared(value: Any) -> Any:
    """Forms know no seconds."""
    if not hasattr(value, "tzinfo"):
        return value
    value = at(value) if value.tzinfo is None else value
    return value.replace(second=0, microsecond=0)
