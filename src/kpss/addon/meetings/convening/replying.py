"""Answers to an invitation: given behind the link, with an account, or by telephone."""

from dataclasses import dataclass
from functools import cached_property
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.working_days import HOLIDAYS
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.meetings.convening.invited import invited_of
from kpss.addon.meetings.convening.recipients import recipient
from kpss.addon.meetings.convening.roster import Item
from kpss.addon.meetings.convening.roster import items_on
from kpss.addon.meetings.convening.roster import seat_of
from kpss.addon.meetings.convening.sending import send_invitation
from kpss.addon.meetings.convening.texts import flaw_text
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import replies as rules
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.rules.replies import Forecast
from kpss.addon.meetings.rules.replies import Refused
from kpss.addon.meetings.rules.replies import Reply
from kpss.addon.meetings.times import local
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import rules_of
from kpss.addon.process.sections import process_of


#: Who has entered an answer.
SELF, OFFICE = "self", "office"


@dataclass(frozen=True)
class Answer:
    """What somebody answered; ``late``: an apology after the day in the rules."""

    reply: Reply
    by: str
    late: bool


class Answers:
    """The answers to one invitation, with what the rules ask about them."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.records = records_of(meeting)

    @cached_property
    def items(self) -> list[Item]:
        return items_on(self.meeting)

    @cached_property
    def seats(self) -> dict[str, Seat]:
        """By member, in the order of the roster."""
        return {one["member"]: seat_of(one) for one in self.items}

    @cached_property
    def names(self) -> dict[str, str]:
        """Of everybody invited, by key."""
        named = {one["member"]: one["name"] or "" for one in self.items}
        return named | {one.key: one.name for one in invited_of(self.meeting)}

    @cached_property
    def rules(self):
        return rules_of(self.meeting)

    @property
    def over(self) -> bool:
        """Whether answers are closed."""
        start = local(self.meeting.start)
        return start is None or rules.begun(start, now(), state_of(self.meeting))

    @property
    def closed(self) -> Refusal | None:
        """Why nobody answers any more."""
        return refusal_of(rules.CLOSED) if self.over else None

    @property
    def online(self) -> bool:
        return bool(self.meeting.online_link)

    def may_substitute(self, key: str) -> bool:
        seat = self.seats.get(key)
        return rules.may_send_substitute(seat, self.rules.substitutes)

    def substitutes_for(self, key: str) -> list[tuple[str, str]]:
        """Who may stand in: substitutes on the roster first, then other members."""
        fitting = [
            one
            for one in self.seats.values()
            if one.member != key
            and one.kind != GUEST
            and one.substitute_of in (None, key)
        ]
        fitting.sort(key=lambda one: one.kind != SUBSTITUTE)
        return [(one.member, self.names[one.member]) for one in fitting]

    def brings_vote(self, key: str) -> bool:
        """Whether who stands in votes for the one who is away.

        A substitute does; another member where the rules let votes be given by proxy.
        """
        return self.seats[key].kind == SUBSTITUTE or bool(self.rules.proxies)

    def of(self, key: str) -> Answer | None:
        kept = self.records.replies.get(key)
        if kept is None:
            return None
        reply = Reply(
            kept["state"],
            kept.get("reason") or "",
            kept.get("substitute"),
            kept.get("name") or "",
        )
        return Answer(reply, kept["by"], bool(kept.get("late")))

    def given(self) -> dict[str, Reply]:
        return {key: self.of(key).reply for key in self.records.replies}

    @cached_property
    def forecast(self) -> Forecast:
        """Of voting members, by the rules of the body on the day of the meeting."""
        return rules.forecast(
            list(self.seats.values()),
            self.given(),
            self.rules.quorum,
            substitutes=self.rules.substitutes,
            votes_per_organisation=self.rules.votes_per_organisation,
        )

    def own_key(self) -> str | None:
        """The key of the present user on the roster; None: not invited by account."""
        fact = own_fact(process_of(self.meeting))
        if fact is None:
            return None
        keys = (one["member"] for one in self.items if one["person"] == fact.uid)
        return next(keys, None)


def record_reply(meeting, key: str, reply: Reply, by: str) -> None:
    """Keep an answer; a substitute of the roster is invited. Raises Refusals.

    Whoever calls it knows that the answer is that of ``key``, who was invited.
    """
    answers = Answers(meeting)
    flaw = rules.flaw(
        reply,
        answers.seats.get(key),
        answers.seats,
        substitutes=answers.rules.substitutes,
        online=answers.online,
        begun=answers.over,
    )
    if flaw is not None:
        raise Refusals([refusal_of(flaw)])
    records_of(meeting).put(
        "replies",
        key,
        {
            "state": reply.state,
            "reason": reply.reason or None,
            "substitute": reply.substitute or None,
            "name": reply.name.strip() or None,
            "at": now().isoformat(timespec="seconds"),
            "by": by,
            "late": _is_late(answers, reply),
        },
    )
    if reply.substitute:
        other = recipient(meeting, reply.substitute)
        if other is not None:
            send_invitation(meeting, [other])


def withdraw_reply(meeting, key: str) -> None:
    """As if nothing had been answered. Raises Refusals after the beginning."""
    closed = Answers(meeting).closed
    if closed is not None:
        raise Refusals([closed])
    records_of(meeting).drop("replies", key)


def refusal_of(flaw: Refused) -> Refusal:
    return Refusal(flaw.name, flaw_text(flaw), flaw.code, flaw.params)


def _is_late(answers: Answers, reply: Reply) -> bool:
    day, today = local(answers.meeting.start).date(), now().date()
    return rules.is_late(
        reply.state,
        today,
        day,
        answers.rules.apology_days,
        answers.rules.apology_days_kind,
        HOLIDAYS,
    )
