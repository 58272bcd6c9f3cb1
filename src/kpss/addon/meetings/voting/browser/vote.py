"""``{item}/@@kpss-vote``: an item during the meeting, everything about it on one screen."""

from AccessControl import Unauthorized
from functools import cached_property
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.approval.refusals import Refusal
from kpss.addon.browser.stylesheet import resource_url
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.voting.browser.choosing import Choosing
from kpss.addon.meetings.voting.browser.fields import interest_fields
from kpss.addon.meetings.voting.browser.fields import vote_fields
from kpss.addon.meetings.voting.browser.following import Following
from kpss.addon.meetings.voting.ending import ALWAYS
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.ending import SAID
from kpss.addon.meetings.voting.ending import save_notes
from kpss.addon.meetings.voting.ending import was_voted_on
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
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import METHOD_TITLES
from kpss.addon.meetings.voting.texts import not_voting
from kpss.addon.meetings.voting.texts import OUTCOME_BUTTONS
from kpss.addon.meetings.who import may_record
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.tasks.permissions import ADD as ADD_TASK
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


#: Fields of a refusal that are called otherwise in the form.
OF_INTEREST = {"member": "interest-member", "reason": "interest-reason"}
OF_RESOLUTION = {
    "number": "resolution-number",
    "outcome": "resolution-outcome",
    "resolution": "resolution-made",
}


class VotePage(Choosing, Following, RefusableForm):
    """One form; the button says what is done, and the notes are saved with it."""

    template = ViewPageTemplateFile("vote.pt")
    methods = METHOD_TITLES

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
    def not_voting(self) -> str:
        """Why fewer may vote than are there."""
        number = self.scene.room().excluded
        return translate(not_voting(number)) if number else ""

    @property
    def votes(self) -> list[VoteLine]:
        return vote_lines(self.scene)

    @cached_property
    def misfits(self) -> list[Misfit]:
        return list(misfits(self.context, self.scene.sheet))

    @cached_property
    def outcomes(self) -> list[tuple[str, Message]]:
        """How the item may end beside its votes."""
        codes = ALWAYS if was_voted_on(self.scene) else SAID
        return [(code, OUTCOME_BUTTONS[code]) for code in codes]

    @property
    def ended_title(self) -> Message:
        if was_voted_on(self.scene):
            return _("After the vote")
        return _("Ended without voting")

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

    @property
    def may_impose(self) -> bool:
        return bool(api.user.has_permission(ADD_TASK, obj=self.context))

    @property
    def script_url(self) -> str:
        return resource_url("vote.js")

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
            return self._impose() if self.sent.flag("impose") else super().handle()
        finally:
            for name in ("scene", "misfits", "voters", "quorum", "subject", "outcomes"):
                self.__dict__.pop(name, None)

    def _impose(self) -> str | None:
        """To the form of a task; what was written of the discussion is kept first."""
        try:
            if save_notes(self.context, self.sent.text("notes")):
                self.say(_("The record of the discussion is saved."))
        except Refusal as refusal:
            self._refuse([refusal])
            return None
        return self.imposing_url

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
        if sent.flag("keep_ballots"):
            return self.keep_ballots()
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
        said = self.said()
        if self.correcting:
            correct_vote(self.context, self.correcting, said, self.sent.text("why"))
            return _("The vote was corrected.")
        record_vote(self.context, said)
        return _("The vote is recorded.")
