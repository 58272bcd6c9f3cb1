"""Members vote outside a meeting: behind their signed link, or with an account.

``{meeting}/@@kpss-ballots/<token>`` and ``{meeting}/@@kpss-my-ballots``.
"""

from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.browser.dates import day
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.convening.agenda import Line
from kpss.addon.meetings.convening.agenda import lines_of
from kpss.addon.meetings.convening.browser.invitation import Invitation
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.voting.per_rollam import closed
from kpss.addon.meetings.voting.per_rollam import give
from kpss.addon.meetings.voting.per_rollam import OFFERED
from kpss.addon.meetings.voting.per_rollam import refusal
from kpss.addon.meetings.voting.per_rollam import scenes_of
from kpss.addon.meetings.voting.per_rollam import until
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import CHOICE_TITLES
from kpss.addon.meetings.who import body_of
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class Balloting(RefusableForm):
    """A form gives ``meeting``, ``member`` and ``paper_url``."""

    template = ViewPageTemplateFile("ballots.pt")
    button = _("Send my votes")
    size = staticmethod(size)
    everything = True

    @property
    def heading(self) -> str:
        return self.meeting.title

    @property
    def body_title(self) -> str:
        return body_of(self.meeting).title

    @property
    def until(self) -> Message | str:
        last = until(self.meeting)
        return moment(last) if last is not None else ""

    @property
    def closed(self) -> Message | None:
        found = closed(self.meeting)
        return found.message if found is not None else None

    @cached_property
    def scenes(self) -> dict[str, Scene]:
        return {one.item.UID(): one for one in scenes_of(self.meeting)}

    @property
    def lines(self) -> list[Line]:
        return lines_of(self.meeting, everything=self.everything)

    @cached_property
    def asked(self) -> dict[str, Scene]:
        """What this member may vote on now, by UID."""
        return {
            uid: scene
            for uid, scene in self.scenes.items()
            if refusal(scene, self.member) is None
        }

    def fields_of(self, line: Line) -> list[Field]:
        """One, where the member is asked; otherwise none."""
        scene = self.asked.get(line.uid)
        if scene is None:
            return []
        kept = scene.records.ballots.get(self.member)
        return [
            Field(
                f"ballot-{line.uid}",
                _("Your vote: ${title}", mapping={"title": line.title}),
                kind="radio",
                options=tuple((one, CHOICE_TITLES[one]) for one in OFFERED),
                initial=kept["choice"] if kept is not None else "",
            )
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        fields = tuple(one for line in self.lines for one in self.fields_of(line))
        return [Fieldset("kpss-ballots", "", fields)]

    def why_not(self, line: Line) -> Message | str:
        """Why a member who is asked about others cannot vote on this one."""
        scene = self.scenes.get(line.uid)
        found = refusal(scene, self.member) if scene is not None else None
        return found.message if found is not None and self.closed is None else ""

    def voted_on(self, line: Line) -> Message | None:
        """When the vote was given that stands here."""
        scene = self.scenes.get(line.uid)
        kept = scene.records.ballots.get(self.member) if scene is not None else None
        if kept is None:
            return None
        mapping = {"choice": CHOICE_TITLES[kept["choice"]], "day": day(kept["at"][:10])}
        return _("You voted: ${choice} (${day})", mapping=mapping)

    def act(self) -> Message:
        changed = 0
        for uid, scene in self.asked.items():
            choice = self.sent.text(f"ballot-{uid}")
            changed += bool(choice) and give(scene.item, self.member, choice)
        if not changed:
            return _("Nothing was changed.")
        return _(
            "Thank you, your votes are recorded. Until the deadline they can change."
        )


class MyBallots(Balloting):
    """For the person of the account."""

    @property
    def meeting(self):
        return self.context

    @cached_property
    def member(self) -> str:
        return Answers(self.context).own_key() or ""

    @property
    def refused(self) -> Message | None:
        if not self.member:
            return _("You are not among those who are invited to this meeting.")
        return self.closed

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-my-ballots"

    @property
    def back_url(self) -> str:
        return self.url

    def paper_url(self, uid: str) -> str:
        return f"{api.portal.get().absolute_url()}/resolveuid/{uid}"


class BallotsByLink(Balloting, Invitation):
    """For the one person whom the link belongs to."""

    takes_votes = True

    @property
    def member(self) -> str:
        return self.who.key

    @property
    def everything(self) -> bool:
        return self.who.everything

    @property
    def refused(self) -> Message | None:
        return self.closed

    @property
    def url(self) -> str:
        return f"{self.meeting.absolute_url()}/@@kpss-ballots/{self.token}"

    def paper_url(self, uid: str) -> str:
        return f"{self.url}/{uid}"
