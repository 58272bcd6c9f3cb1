"""``{minutes}/@@kpss-advance?transition=``: submits, returns, closes, publishes."""

from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.meetings.visibility import is_open_to_public
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.publishing import advance
from kpss.addon.minutes.publishing import reasons_against
from kpss.addon.minutes.rules import states
from kpss.addon.minutes.texts import TRANSITION_TITLES
from zExceptions import NotFound
from zope.i18nmessageid import Message


DONE = {
    states.SUBMIT: _("The minutes wait for verification."),
    states.RETURN: _("The minutes are a draft again."),
    states.CLOSE: _("The minutes are closed."),
    states.PUBLISH: _("The minutes are published."),
    states.HIDE: _("The minutes are withdrawn from the public."),
}
#: Told before the click.
WARNINGS = {
    states.CLOSE: _("Nothing of the minutes can be changed afterwards."),
    states.RETURN: _(
        "Whoever has verified this wording need not verify it again, unless it changes."
    ),
}


class Advance(MinutesForm):
    """One transition, named in the address or by the button."""

    def __call__(self):
        name = self.request.form.get("transition")
        if name not in TRANSITION_TITLES:
            raise NotFound(name)
        self.transition: str = name
        self.require(may_record(meeting_of(self.context)))
        return super().__call__()

    @property
    def heading(self) -> Message:
        return TRANSITION_TITLES[self.transition]

    @property
    def button(self) -> Message:
        return self.heading

    @cached_property
    def refused(self) -> Message | None:
        found = reasons_against(self.context, self.transition)
        return found[0].message if found else None

    @property
    def notes(self) -> list[Message]:
        found = [WARNINGS[self.transition]] if self.transition in WARNINGS else []
        if self.transition == states.PUBLISH and not is_open_to_public(
            meeting_of(self.context)
        ):
            found.append(
                _(
                    "The meeting is closed: by publishing its minutes everybody learns "
                    "that it met and what its public items were."
                )
            )
        return found

    @property
    def hidden(self) -> dict[str, str]:
        return {"transition": self.transition}

    def change(self) -> Message:
        advance(self.context, self.transition)
        return DONE[self.transition]
