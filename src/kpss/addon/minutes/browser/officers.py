"""``{meeting}/@@kpss-officers``: who takes the minutes and who verifies them."""

from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.presiding import roster_people
from kpss.addon.meetings.attendance.sheet import sheet_of
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.officers import name_officers
from kpss.addon.minutes.officers import people_of
from kpss.addon.minutes.officers import why_not_name
from kpss.addon.minutes.officers import with_hints
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.sections import process_of
from zope.i18nmessageid import Message


class Officers(MinutesForm):
    """Named for this meeting only; who verifies by the rules need not be chosen."""

    heading = _("Who takes and who verifies the minutes")
    button = _("Save")

    def __call__(self):
        self.require(may_record(self.context))
        return super().__call__()

    @property
    def refused(self) -> Message | None:
        return why_not_name(self.context)

    @property
    def fieldsets(self) -> list[Fieldset]:
        people = tuple(people_of(process_of(self.context)))
        taker = Field(
            "minute_taker",
            _("Who takes the minutes"),
            kind="select",
            options=(("", "–"), *people),
            initial=self.context.minute_taker or "",
            help=_("May record this meeting, as you do."),
        )
        verifiers = Field(
            "verifiers",
            _("Who verifies the minutes"),
            kind="checks",
            options=tuple(
                with_hints(self.context, roster_people(sheet_of(self.context)).items())
            ),
            initial=" ".join(self.context.verifiers or ()),
            help=_("Beside those whom the rules of procedure name."),
        )
        return [Fieldset("kpss-officers", _("Minutes"), (taker, verifiers))]

    def change(self) -> Message:
        changed = name_officers(
            self.context,
            minute_taker=self.sent.text("minute_taker"),
            verifiers=self.sent.several("verifiers"),
        )
        return _("Saved.") if changed else _("Nothing was changed.")
