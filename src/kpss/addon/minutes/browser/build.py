"""``{meeting}/@@kpss-minutes``: builds the minutes, or builds them anew."""

from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import build
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.making import why_not_build
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class Build(MinutesForm):
    """One click; parts written by hand stay unless they are to be overwritten."""

    def __call__(self):
        self.require(may_record(self.context))
        return super().__call__()

    @cached_property
    def minutes(self):
        return minutes_of(self.context)

    @property
    def heading(self) -> Message:
        if self.minutes is None:
            return _("Build the minutes")
        return _("Build the minutes anew")

    @property
    def button(self) -> Message:
        return self.heading

    @property
    def refused(self) -> Message | None:
        return why_not_build(self.context)

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "The minutes are built of the agenda, attendance, votes, resolutions and "
                "tasks of the meeting. Every part can be changed by hand afterwards."
            )
        ]

    @property
    def edited(self) -> bool:
        minutes = self.minutes
        return minutes is not None and any(
            one.edited is not None for one in parts_of(minutes)
        )

    @property
    def fieldsets(self) -> list[Fieldset]:
        if not self.edited:
            return []
        overwrite = Field(
            "overwrite",
            _("Overwrite also what was written by hand"),
            kind="checkbox",
            help=_("Otherwise parts that were written by hand stay as they are."),
        )
        return [Fieldset("kpss-overwrite", _("Parts written by hand"), (overwrite,))]

    @property
    def back_url(self) -> str:
        found = minutes_of(self.context) or self.context
        return found.absolute_url()

    def change(self) -> Message:
        build(self.context, overwrite=self.sent.flag("overwrite"))
        return _("The minutes are built.")
