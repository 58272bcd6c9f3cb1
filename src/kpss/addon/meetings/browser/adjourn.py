"""``{meeting}/@@kpss-adjourn``: when and where a meeting goes on."""

from datetime import datetime
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.adjourning import adjourn
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.rules.progress import ADJOURN
from kpss.addon.meetings.times import at
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message
import re


BAD_TIME = _("This is not a time: write it as 15:30.")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\Z")


def read_moment(form, day: str, clock: str) -> datetime | None:
    """The day and the time that were typed; None where an error stands at one of them."""
    on = form.sent.day(day, form.errors)
    found = _CLOCK.match(form.sent.text(clock))
    if not form.sent.text(day):
        form.errors[day] = _("Choose a day.")
    if found is None:
        form.errors[clock] = BAD_TIME
    if on is None or found is None:
        return None
    try:
        return at(datetime(on.year, on.month, on.day, int(found[1]), int(found[2])))
    except Refused as refused:
        form.errors[clock] = refused.message
        return None


class Adjourn(RefusableForm):
    """The agenda goes on where it stopped."""

    heading = _("Adjourn the meeting")
    button = _("Adjourn the meeting")

    @property
    def lead(self) -> str:
        return self.context.title

    @property
    def refused(self) -> Message | None:
        found = refusals(self.context, ADJOURN)
        return found[0].message if found else None

    @property
    def fieldsets(self) -> list[Fieldset]:
        fields = (
            Field("day", _("Day"), kind="date", required=True),
            Field("time", _("Time"), help=_("For example 15:30."), required=True),
            Field("place", _("Place"), initial=self.context.place or ""),
        )
        return [Fieldset("kpss-adjourn", _("It goes on"), fields)]

    def act(self) -> Message | None:
        start = read_moment(self, "day", "time")
        place = self.sent.text("place") or None
        if place:
            self.judge("place", IMeeting["place"], place)
        if self.errors or start is None:
            return None
        adjourn(self.context, start, place=place)
        return _(
            "The meeting is adjourned. Send the new time to those who are invited."
        )
