"""``{task}/@@kpss-report``: how far the task is, and a note."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.tasks.browser.words import percent as shown_percent
from kpss.addon.tasks.reporting import report
from kpss.addon.tasks.reporting import why_not
from zope.i18nmessageid import Message


#: Suggested steps; another number may be in between.
STEPS = tuple(range(0, 101, 10))


class Report(RecordingForm):
    """For the coordinator, who presides over the body and who is responsible."""

    button = _("Save the progress")

    @property
    def heading(self) -> Message:
        return _("Report progress: ${title}", mapping={"title": self.context.title})

    @property
    def refused(self) -> Message | None:
        return why_not(self.context)

    @property
    def notes(self) -> list[Message]:
        return [_("A note stays with the task; it cannot be changed later.")]

    @property
    def fieldsets(self) -> list[Fieldset]:
        now = self.context.percent or 0
        steps = sorted({*STEPS, now})
        percent = Field(
            "percent",
            _("Done"),
            kind="select",
            options=tuple((str(one), shown_percent(one)) for one in steps),
            initial=str(now),
            help=_("A hundred percent finishes the task."),
        )
        note = Field("note", _("Note"), kind="textarea")
        return [Fieldset("kpss-report", _("Progress"), (percent, note))]

    def handle(self) -> str | None:
        text = self.sent.text("percent")
        percent = int(text) if text.isdecimal() and len(text) < 4 else -1
        try:
            report(self.context, percent=percent, note=self.sent.text("note"))
        except Refusal as refusal:
            self.errors[refusal.field] = refusal.message
            return None
        self.say(_("The progress was saved."))
        return self.back_url
