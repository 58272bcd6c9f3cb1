"""``{item}/@@kpss-vote``: an item during the meeting, everything about it on one screen."""

from AccessControl import Unauthorized
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.rules.voting import CHOICES
from kpss.addon.meetings.rules.voting import NAMED
from kpss.addon.meetings.voting.browser.fields import interest_fields
from kpss.addon.meetings.voting.browser.fields import vote_fields
from kpss.addon.meetings.voting.browser.following import Following
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.ending import SAID
from kpss.addon.meetings.voting.ending import save_notes
from kpss.addon.meetings.voting.fitting import Misfit
from kpss.addon.meetings.voting.fitting import misfits
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.interests import withdraw_interest
from kpss.addon.meetings.voting.keeping import refuse_item
from kpss.addon.meetings.voting.reading import interest_lines
from kpss.addon.meetings.voting.reading import vote_lines
from kpss.addon.meetings.voting.reading import VoteLine
from kpss.addon.meetings.voting.recording import correct_vote
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import CHOICE_TITLES
from kpss.addon.meetings.voting.texts import METHOD_TITLES
from kpss.addon.meetings.voting.texts import OUTCOME_BUTTONS
from kpss.addon.meetings.who import may_record
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


#: Fields of a refusal that are called otherwise in the form.
OF_INTEREST = {"member": "interest-member", "reason": "interest-reason"}
OF_RESOLUTION = {
    "number": "resolution-number",
    "outcome": "resolution-outcome",
    "resolution": "resolution-made",
}


class VotePage(Following, RefusableForm):
    """One form; the button says what is done, and the notes are saved with it."""

    template = ViewPageTemplateFile("vote.pt")
    choices = tuple(CHOICE_TITLES.items())
    methods = METHOD_TITLES
    outcomes = tuple((code, OUTCOME_BUTTONS[code]) for code in SAID)

    def __call__(self):
        if not may_record(self.meeting):
            raise Unauthorized()
        self.request.set("disable_plone.leftcolumn", True)
        return super().__call__()

    @cached_property
    def meeting(self):
        return meeting_of(self.context)

    @cached_property
    def scene(self) -> Scene:
        return Scene(self.context)

    @property
    def number(self) -> str:
        return self.scene.sheet.points.numbers.get(self.context.UID(), "")

    @property
    def heading(self) -> Message:
        mapping = {"number": self.number, "title": self.context.title}
        if not self.number:
            return _("Item: ${title}", mapping=mapping)
        return _("Item ${number}: ${title}", mapping=mapping)

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-vote"

    @property
    def refused(self) -> Message | None:
        try:
            refuse_item(self.scene)
        except Refusal as refusal:
            return refusal.message
        return None

    # What is shown

    @property
    def neighbours(self) -> list[dict[str, Message | str]]:
        """The items before and after this one, where they are recorded."""
        points, own = self.scene.sheet.points, self.context.UID()
        items = [one for one in points.items if points.numbers[one.UID()]]
        uids = [one.UID() for one in items]
        if own not in uids:
            return []
        place = uids.index(own)
        labels = {
            -1: _("previous item: ${number}"),
            1: _("next item: ${number}"),
        }
        return [
            {
                "url": f"{items[place + step].absolute_url()}/@@kpss-vote",
                "label": Message(
                    label, mapping={"number": points.numbers[uids[place + step]]}
                ),
            }
            for step, label in labels.items()
            if 0 <= place + step < len(items)
        ]

    @cached_property
    def quorum(self):
        return self.scene.sheet.quorum(self.scene.point)

    @property
    def quorum_text(self) -> str:
        return translate(self.scene.sheet.sentences(self.quorum)[0])

    @property
    def votes(self) -> list[VoteLine]:
        return vote_lines(self.scene)

    @cached_property
    def misfits(self) -> list[Misfit]:
        return list(misfits(self.context, self.scene.sheet))

    @property
    def interests(self):
        return interest_lines(self.scene)

    @cached_property
    def correcting(self) -> str:
        """Key of the vote that is being corrected; empty: a new one is recorded."""
        key = self.sent.text("correct")
        return key if key in self.scene.records.votes else ""

    @cached_property
    def vote_fields(self) -> list[Field]:
        return vote_fields(self.scene, self.correcting)

    @property
    def interest_fields(self) -> list[Field]:
        return interest_fields(self.scene)

    @property
    def fieldsets(self) -> list[Fieldset]:
        """In the order of the page, for the summary of errors."""
        sets = [
            Fieldset("kpss-follow", "", tuple(self.following_fields)),
            Fieldset("kpss-new-vote", "", tuple(self.vote_fields)),
            Fieldset("kpss-interest", "", tuple(self.interest_fields)),
        ]
        return sets

    @cached_property
    def voters(self) -> list[tuple[str, str, str, str]]:
        """UID, name, who they are, choice: those who may vote at this item."""
        kept = self.scene.records.votes.get(self.correcting) or {}
        ballots = kept.get("ballots") or {}
        if self.scene.per_rollam:
            may = {one.member for one in self.scene.sheet.seats if one.voting}
        else:
            may = {one.member for one in self.scene.present.counted}
        may -= self.scene.excluded
        found = []
        for line in self.scene.sheet.lines:
            if line.member in may:
                name = f"ballot-{line.member}"
                own = self.scene.given.get(line.member, "")
                choice = self.sent.text(name) or ballots.get(line.member, own)
                found.append((line.member, line.name, self._about(line), choice))
        return found

    def _about(self, line: RosterLine) -> str:
        """The party, and how the member votes who is not there."""
        by = self.scene.sheet.by_member.get(
            self.scene.present.proxies.get(line.member, "")
        )
        said = [line.party_title]
        if by is not None:
            said.append(_("votes by proxy: ${name}", mapping={"name": by.name}))
        if self.scene.per_rollam and line.member in self.scene.given:
            said.append(_("voted personally"))
        return ", ".join(translate(one) for one in said if one)

    @property
    def names_open(self) -> bool:
        """Whether the ballots are unfolded."""
        if self.was_sent:
            return self.sent.text("method") == NAMED
        kept = self.scene.records.votes.get(self.correcting) or {}
        return self.scene.per_rollam or bool(kept.get("ballots"))

    @property
    def vote_is_open(self) -> bool:
        """Unfolded where it is what comes next, or what was just sent."""
        tried = self.was_sent and self.sent.flag("vote")
        return tried or bool(self.correcting) or not self.scene.records.votes

    # What is done

    def field_of(self, name: str) -> str:
        if self.sent.flag("interest"):
            return OF_INTEREST.get(name, name)
        if self.sent.flag("follow"):
            return OF_RESOLUTION.get(name, name)
        return name if name in {one.name for one in self.vote_fields} else ""

    def handle(self) -> str | None:
        try:
            return super().handle()
        finally:
            for name in ("scene", "misfits", "voters", "quorum", "subject"):
                self.__dict__.pop(name, None)

    def act(self) -> Message | None:
        saved = "notes" in self.sent.form and save_notes(
            self.context, self.sent.text("notes")
        )
        done = self._do()
        if self.errors:
            return None
        return done or (_("Saved.") if saved else _("Nothing was changed."))

    def _do(self) -> Message | None:
        sent, item = self.sent, self.context
        if sent.flag("vote"):
            return self._vote()
        if sent.flag("interest"):
            declare_interest(
                item,
                sent.text("interest-member"),
                sent.text("interest-reason"),
                excluded=False if sent.flag("interest-votes") else None,
            )
            return _("The interest is recorded.")
        if sent.text("drop_interest"):
            withdraw_interest(item, sent.text("drop_interest"))
            return _("The interest was taken back.")
        if sent.text("outcome"):
            code = sent.text("outcome")
            end_item(item, None if code == "none" else code)
            return _("The outcome is recorded.")
        if sent.flag("follow"):
            return self.follow()
        return None

    def _vote(self) -> Message:
        said = self._said()
        if self.correcting:
            correct_vote(self.context, self.correcting, said, self.sent.text("why"))
            return _("The vote was corrected.")
        record_vote(self.context, said)
        return _("The vote is recorded.")

    def _said(self) -> VoteSaid:
        sent = self.sent
        method = NAMED if self.scene.per_rollam else sent.text("method")
        by_name = method == NAMED
        return VoteSaid(
            question=sent.text("question"),
            method=method,
            votes_for=None if by_name else self._count("for"),
            against=None if by_name else self._count("against"),
            abstained=None if by_name else self._count("abstained"),
            ballots=tuple(self._ballots()) if by_name else None,
            deciding=sent.text("deciding") or None,
            declared=sent.text("declared") or None,
            repeats=sent.text("repeats") or None,
            amends=sent.text("amends") or None,
        )

    def _count(self, name: str) -> int | None:
        text = self.sent.text(name)
        if not text:
            return 0 if name == "abstained" else None
        # What is no number is refused as one
        return int(text) if text.isdecimal() and len(text) < 6 else -1

    def _ballots(self) -> list[Ballot]:
        """Those who have none of their own vote as the others."""
        rest = self.sent.text("rest")
        usual = rest if rest in CHOICES else "not_voted"
        return [
            Ballot(member, self.sent.text(f"ballot-{member}") or usual)
            for member, _name, _party, _choice in self.voters
        ]
