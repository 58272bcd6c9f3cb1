"""``{x}/@@kpss-correct-dates``: days in force that were recorded wrongly."""

from datetime import date
from kpss.addon.approval.browser.acting_form import ActingForm
from kpss.addon.approval.correcting import correct_dates
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.sentences import sentence
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class CorrectDates(ActingForm):
    """For the coordinator; decisions and texts stay as they are."""

    heading = _("Correct the days in force")
    lead = _("What was decided stays. What this document repeals ends the day before.")

    @property
    def refused(self) -> Message | None:
        if self.case.standing.status != APPROVED:
            return sentence(Reason("action", "not_approved"), self.case)
        return None

    @property
    def fieldsets(self) -> list[Fieldset]:
        validity = self.case.validity
        fields = (
            Field(
                "effect_on",
                _("In force from"),
                kind="date",
                help=_("Left empty: from the day of approval."),
                initial=_iso(validity.first),
            ),
            Field(
                "valid_to",
                _("Last day in force"),
                kind="date",
                help=_("Left empty: until another document repeals it."),
                initial=_iso(validity.valid_to),
            ),
            Field("comment", _("Reason"), kind="textarea", required=True),
        )
        return [Fieldset("kpss-dates", _("Days in force"), fields)]

    def act(self) -> Message | None:
        days = {
            name: self.sent.day(name, self.errors) for name in ("effect_on", "valid_to")
        }
        if self.errors:
            return None
        correct_dates(self.context, reason=self.sent.text("comment"), **days)
        return _("The days in force were corrected.")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
