"""``{minutes}/@@kpss-advance?transition=``: submits, returns, closes, publishes."""

from collections.abc import Iterator
from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import HELD
from kpss.addon.meetings.visibility import is_open_to_public
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.browser.form import MinutesForm
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.publishing import advance
from kpss.addon.minutes.publishing import public_version
from kpss.addon.minutes.publishing import reasons_against
from kpss.addon.minutes.reading import Reading
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
    def meeting(self):
        return meeting_of(self.context)

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
        found = list(self._what_happens())
        if self.transition in WARNINGS:
            found.append(WARNINGS[self.transition])
        if self.transition == states.PUBLISH and not is_open_to_public(self.meeting):
            found.append(
                _(
                    "The meeting is closed: by publishing its minutes everybody learns "
                    "that it met and what its public items were."
                )
            )
        return found

    def _what_happens(self) -> Iterator[Message]:
        names = []
        if self.transition == states.SUBMIT:
            names = [
                ", ".join(one.names) or translate(one.title)
                for one in Reading(self.context).needs
            ]
        if names:
            yield _(
                "To be verified by: ${names}. They see it on the home page and on their "
                "own page.",
                mapping={"names": "; ".join(names)},
            )
        if self.transition in states.ENDING and state_of(self.meeting) == HELD:
            yield _(
                "The meeting is closed by it: its attendance, votes and outcomes can no "
                "longer be changed, unless it is opened again."
            )
        if self.transition == states.PUBLISH:
            version = public_version(self.context)
            yield _(
                "Everybody will read the public version of the minutes, on their page "
                "and as a file."
            )
            yield _(
                "Passages hidden in it: ${hidden}. Lines left out: ${left}. Parts left "
                "out: ${parts}.",
                mapping={
                    "hidden": sum(
                        segment.hidden
                        for one in version.parts
                        for segment in one.segments
                    ),
                    "left": sum(len(one.left) for one in version.parts),
                    "parts": len(version.left_out),
                },
            )

    @property
    def links(self) -> list[tuple[str, Message]]:
        if self.transition not in (*states.ENDING, states.PUBLISH):
            return []
        url = f"{self.context.absolute_url()}/@@kpss-public"
        return [(url, _("Public version: what will be hidden"))]

    @property
    def hidden(self) -> dict[str, str]:
        return {"transition": self.transition}

    def change(self) -> Message:
        advance(self.context, self.transition)
        return DONE[self.transition]
