"""``{body}/@@kpss-enter-meeting``: a meeting from before this site."""

from kpss.addon.i18n import _
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.entering import enter_meeting
from kpss.addon.minutes.entering import read_resolutions
from kpss.addon.minutes.minutes import IMinutes
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.meeting_words import named
from plone.namedfile.file import NamedBlobFile
from zope.i18nmessageid import Message


class EnterMeeting(MinutesForm):
    """A day, the file of the minutes and the resolutions are enough."""

    @property
    def heading(self) -> Message:
        return named(_("Enter a ${meeting_acc} of the past"), self.context)

    button = _("Enter")
    #: What was entered.
    made = None

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "For meetings from before this site. The file is read by insiders only; "
                "resolutions come into the register as adopted."
            )
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        fields = (
            Field("on", _("Day of the meeting"), kind="date", required=True),
            Field("place", _("Place")),
            Field("file", _("File of the minutes"), kind="file"),
            Field(
                "resolutions",
                _("Resolutions"),
                kind="textarea",
                help=_(
                    "Each on a line of its own: number; what it is about. For example "
                    "12/2024; Approval of the plan."
                ),
            ),
        )
        return [
            Fieldset("kpss-old-meeting", named(_("${Meeting}"), self.context), fields)
        ]

    def change(self) -> Message | None:
        on = self.sent.day("on", self.errors)
        if on is None:
            self.errors.setdefault("on", _("Fill in the day of the meeting."))
        upload = self.sent.file("file")
        file = None
        if upload is not None:
            # A file of the disk is moved, not read
            file = NamedBlobFile(data=upload, filename=upload.filename)
            self.judge("file", IMinutes["file"], file)
        resolutions = read_resolutions(self.sent.text("resolutions"))
        if self.errors or on is None:
            return None
        self.made = enter_meeting(
            self.context,
            on=on,
            place=self.sent.text("place") or None,
            file=file,
            resolutions=resolutions,
        )
        return _("The meeting was entered.")

    @property
    def back_url(self) -> str:
        return (self.made or self.context).absolute_url()
