"""The part of the page on which it is chosen who voted how, by numbers or by name."""

from collections.abc import Iterator
from functools import cached_property
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.rules.ballots import counted
from kpss.addon.meetings.rules.voting import CHOICES
from kpss.addon.meetings.rules.voting import NAMED
from kpss.addon.meetings.rules.voting import NOT_VOTED
from kpss.addon.meetings.voting.per_rollam import enter
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.texts import CHOICE_TITLES
from kpss.addon.process.forms.form import Field
from zope.i18nmessageid import Message


#: No ballot of one's own: as is said of the others.
AS_OTHERS = ("", _("choice_as_others", default="as the others"))
COUNTS = ("for", "against", "abstained")


class Choosing:
    """Mixed into the page of an item."""

    every_choice = tuple(CHOICE_TITLES.items())

    @property
    def choices(self) -> tuple[tuple[str, Message], ...]:
        """Of one member. Outside a meeting only who answered has voted."""
        if self.scene.per_rollam:
            return self.every_choice
        return (AS_OTHERS, *self.every_choice)

    @cached_property
    def voters(self) -> list[tuple[str, str, str, str]]:
        """UID, name, who they are, choice: those who may vote at this item."""
        if self.scene.per_rollam:
            may = {one.member for one in self.scene.sheet.seats if one.voting}
        else:
            may = {one.member for one in self.scene.present.counted}
        may -= self.scene.excluded
        return [
            (line.member, line.name, self._about(line), self._chosen(line.member))
            for line in self.scene.sheet.lines
            if line.member in may
        ]

    def _chosen(self, member: str) -> str:
        if self.was_sent:
            return self.sent.text(f"ballot-{member}")
        kept = self.scene.records.votes.get(self.correcting) or {}
        own = self.scene.given.get(member, "")
        choice = (kept.get("ballots") or {}).get(member, own)
        if self.scene.per_rollam:
            return choice or NOT_VOTED
        return "" if choice == NOT_VOTED else choice

    def _about(self, line: RosterLine) -> str:
        """The party, and how the member votes who is not there."""
        by = self.scene.sheet.by_member.get(
            self.scene.present.proxies.get(line.member, "")
        )
        said = [line.party_title]
        if by is not None:
            said.append(_("votes by proxy: ${name}", mapping={"name": by.name}))
        if self.scene.per_rollam and line.member in self.scene.given:
            entered = line.member in self.scene.entered
            said.append(_("entered here") if entered else _("voted personally"))
        return ", ".join(translate(one) for one in said if one)

    def value(self, field: Field) -> str:
        """Numbers that the script put away while it was voted by name come back."""
        typed = super().value(field)
        if field.name in COUNTS and self.was_sent:
            return typed or self.sent.text(f"kept-{field.name}")
        return typed

    @property
    def may_keep(self) -> bool:
        """Whether what was told may be kept until all have voted."""
        voted = self.scene.records.votes or self.context.outcome
        return self.scene.per_rollam and not voted

    def keep_ballots(self) -> Message:
        typed = {one: self.sent.text(f"ballot-{one}") for one, *_more in self.voters}
        number = enter(self.context, {k: one for k, one in typed.items() if one})
        return _("Ballots entered: ${number}.", mapping={"number": number})

    @property
    def names_open(self) -> bool:
        """Whether the ballots are unfolded."""
        if self.was_sent:
            return self.scene.per_rollam or self.sent.text("method") == NAMED
        kept = self.scene.records.votes.get(self.correcting) or {}
        return self.scene.per_rollam or bool(kept.get("ballots"))

    def said(self) -> VoteSaid:
        """Raises Refusal where names were asked for and only numbers are there."""
        sent = self.sent
        method = NAMED if self.scene.per_rollam else sent.text("method")
        by_name = method == NAMED
        return VoteSaid(
            question=sent.text("question"),
            method=method,
            votes_for=None if by_name else self._count("for"),
            against=None if by_name else self._count("against"),
            abstained=None if by_name else self._count("abstained"),
            ballots=tuple(self._by_name()) if by_name else None,
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

    def _by_name(self) -> list[Ballot]:
        ballots = list(self._ballots())
        if not self.scene.per_rollam:
            self._refuse_numbers(ballots)
        return ballots

    def _ballots(self) -> Iterator[Ballot]:
        """Who has none of one's own votes as the others; outside a meeting not at all."""
        rest = "" if self.scene.per_rollam else self.sent.text("rest")
        usual = rest if rest in CHOICES else NOT_VOTED
        for member, *_more in self.voters:
            yield Ballot(member, self.sent.text(f"ballot-{member}") or usual)

    def _refuse_numbers(self, ballots: list[Ballot]) -> None:
        """Numbers beside names are never dropped without a word."""
        own = any(self.sent.text(f"ballot-{one.member}") for one in ballots)
        if not own and all(one.choice == NOT_VOTED for one in ballots):
            raise Refusal(
                "method",
                _("Choose how each member voted, or choose an open vote."),
                "no_ballots_chosen",
            )
        found = counted(ballots, 0)
        votes = {
            "for": found.votes_for,
            "against": found.against,
            "abstained": found.abstained,
        }
        typed = [name for name in COUNTS if self.sent.text(name)]
        if any(self._count(name) != votes[name] for name in typed):
            raise Refusal(
                "method",
                _(
                    "By name it is for ${for}, against ${against}, abstained "
                    "${abstained}; leave the numbers empty, or choose an open vote.",
                    mapping=votes,
                ),
                "numbers_differ",
            )
