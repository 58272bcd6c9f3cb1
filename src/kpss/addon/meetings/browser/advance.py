"""``{meeting}/@@kpss-advance``: moves a meeting on; asks for a reason where one is kept."""

from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.i18n import _
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import asks
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import may
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.rules.progress import CANCEL
from kpss.addon.meetings.rules.progress import ELSEWHERE
from kpss.addon.meetings.rules.progress import STEPS
from kpss.addon.meetings.texts import ACTION_TITLES
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.i18nmessageid import Message


DONE = {
    "convene": _("The meeting is convened."),
    "open": _("The meeting is open."),
    "end": _("The meeting has ended."),
    "close": _("The meeting is closed."),
    "reopen_session": _("The meeting goes on."),
    "reopen": _("The records are open again."),
    "cancel": _("The meeting is cancelled."),
    "renew": _("The meeting is planned again."),
}


class Advance(RefusableForm):
    """One transition, named in the address or by the button."""

    back_title = _("Back")

    def __call__(self):
        name = self.request.form.get("transition")
        if name not in STEPS or name in ELSEWHERE:
            raise NotFound(name)
        self.transition: str = name
        if not may(self.context, name):
            raise Unauthorized(name)
        return super().__call__()

    @property
    def heading(self) -> Message:
        return ACTION_TITLES[self.transition]

    @property
    def lead(self) -> str:
        return self.context.title

    @property
    def button(self) -> Message:
        return ACTION_TITLES[self.transition]

    @property
    def button_class(self) -> str:
        return "btn-danger" if self.transition == CANCEL else "btn-primary"

    @property
    def notes(self) -> list[Message | str]:
        """What becomes of items that this meeting has taken over."""
        items = items_of(self.context)
        if self.transition != CANCEL or not any(one.postponed_from for one in items):
            return []
        return [
            _(
                "What earlier meetings postponed to this one goes to the next planned "
                "meeting; where there is none, it is offered to the one that is planned "
                "next."
            )
        ]

    @cached_property
    def refused(self) -> Message | None:
        found = refusals(self.context, self.transition)
        return found[0].message if found else None

    @property
    def hidden(self) -> dict[str, str]:
        return {"transition": self.transition}

    @property
    def fieldsets(self) -> list[Fieldset]:
        if not asks(self.context, self.transition):
            return []
        reason = Field("reason", _("Reason"), kind="textarea", required=True)
        return [Fieldset("kpss-reason", _("Why"), (reason,))]

    def act(self) -> Message:
        advance(self.context, self.transition, reason=self.sent.text("reason"))
        return DONE[self.transition]
