"""``{x}/@@kpss-pass-on``: the department passes a result on to members of bodies (BER-60)."""

from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.browser.dates import day
from kpss.addon.fields import LongText
from kpss.addon.i18n import _
from kpss.addon.notices.passing import pass_on
from kpss.addon.notices.passing import passed_on
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from zope.i18nmessageid import Message


MESSAGE = LongText(title=_("Message"), maximum=2000, required=False)


class PassOn(RecordingForm):
    """Choose bodies; their members get a letter with the address of the page."""

    heading = _("Pass on to members of bodies")
    button = _("Send")
    lead = _(
        "Members with an account get it when they may see it. Members without one get "
        "it when it is public, at their address in the office."
    )

    @property
    def bodies(self) -> dict[str, str]:
        """Titles by id of the bodies that exist and that the reader may see."""
        acting = IActingBodies(self.process)
        return {
            one.id: one.title
            for one in acting.bodies().values()
            if one.exists and acting.may_see(one.id)
        }

    @property
    def notes(self) -> list[Message | str]:
        """To whom it was passed on before."""
        titles = self.bodies
        return [
            _(
                "Passed on ${day}: ${bodies}.",
                mapping={
                    "day": day(one["at"].date()),
                    "bodies": ", ".join(
                        titles[name] for name in one["bodies"] if name in titles
                    ),
                },
            )
            for one in passed_on(self.context)
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset(
                "letter",
                _("The letter"),
                (
                    Field(
                        "bodies",
                        _("Bodies"),
                        kind="checks",
                        required=True,
                        options=tuple(self.bodies.items()),
                    ),
                    Field(
                        "message",
                        _("Message"),
                        kind="textarea",
                        help=_("It stands in the letter before the link. No names."),
                    ),
                ),
            )
        ]

    def handle(self) -> str | None:
        chosen = [name for name in self.sent.several("bodies") if name in self.bodies]
        message = self.sent.text("message").strip()
        if not chosen:
            self.errors["bodies"] = _("Choose at least one body.")
        self.judge("message", MESSAGE, message)
        if self.errors:
            return None
        pass_on(self.context, chosen, message or None)
        self.say(_("It is being sent."))
        return self.back_url
