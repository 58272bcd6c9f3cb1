"""``{minutes}/@@kpss-append``: a later correction of verified minutes."""

from kpss.addon.i18n import _
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.appending import append
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import is_frozen
from kpss.addon.minutes.making import meeting_of
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class Append(MinutesForm):
    """Stays with the minutes, with its day and the function of who added it."""

    heading = _("Add an appendix")
    button = _("Add an appendix")

    def __call__(self):
        self.require(may_record(meeting_of(self.context)))
        return super().__call__()

    @property
    def refused(self) -> Message | None:
        if not is_frozen(self.context):
            return _("The minutes are not verified yet; edit their text.")
        return None

    @property
    def notes(self) -> list[Message]:
        return [
            _("An appendix cannot be changed later. The public does not read it."),
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        text = Field("text", _("Text"), kind="textarea", required=True)
        return [Fieldset("kpss-appendix", _("Appendix"), (text,))]

    def change(self) -> Message:
        append(self.context, self.sent.text("text"))
        return _("The appendix was added.")
