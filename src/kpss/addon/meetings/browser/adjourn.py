"""``{meeting}/@@kpss-adjourn``: when and where a meeting goes on."""

from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.i18n import _
from kpss.addon.meetings.adjourning import adjourn
from kpss.addon.meetings.planning.browser.meeting_fields import wanted_of
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.rules.progress import ADJOURN
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


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
            Field("time", _("Time"), help=_("For example 16:00."), required=True),
            Field("place", _("Place"), initial=self.context.place or ""),
        )
        return [Fieldset("kpss-adjourn", _("It goes on"), fields)]

    def act(self) -> Message | None:
        wanted = wanted_of(self)
        if wanted is None:
            return None
        adjourn(self.context, wanted.start, place=wanted.place)
        return _(
            "The meeting is adjourned. Send the new time to those who are invited."
        )
