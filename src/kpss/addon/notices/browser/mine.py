"""``{process}/@@kpss-my-notices``: how often somebody wants to be written to."""

from AccessControl import Unauthorized
from kpss.addon.i18n import _
from kpss.addon.notices.outbox import choose_way
from kpss.addon.notices.outbox import way_of
from kpss.addon.notices.recipients import address_of
from kpss.addon.notices.rules.ways import WAYS
from kpss.addon.notices.texts import WAYS as WAY_TITLES
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from plone import api
from zope.i18nmessageid import Message


class MyNotices(RecordingForm):
    """For everybody with an account; it counts for all processes of the site."""

    heading = _("Letters about planning")
    lead = _(
        "We write to you when it is your turn, and when something concerns you that "
        "others have decided."
    )

    def __call__(self):
        if api.user.is_anonymous():
            raise Unauthorized("kpss-my-notices")
        return super().__call__()

    @property
    def notes(self) -> list[Message | str]:
        to = address_of(api.user.get_current(), self.process)
        if to:
            return [_("We write to ${address}.", mapping={"address": to})]
        return [_("Your account has no e-mail address, so nothing can be sent to you.")]

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-me"

    @property
    def fieldsets(self) -> list[Fieldset]:
        way = Field(
            "way",
            _("How often"),
            kind="radio",
            required=True,
            options=WAY_TITLES,
            initial=way_of(api.user.get_current().getId()),
        )
        return [Fieldset("letters", _("Letters"), (way,))]

    def handle(self) -> str | None:
        way = self.sent.text("way")
        if way not in WAYS:
            self.errors["way"] = _("Choose one of the possibilities.")
            return None
        choose_way(api.user.get_current().getId(), way)
        self.say(_("Your choice was saved."))
        return self.back_url
