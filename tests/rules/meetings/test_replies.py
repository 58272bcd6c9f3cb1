"""Answers to an invitation and what they promise (issue 6, section 1)."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.bodies.rules.shares import parse
from kpss.addon.meetings.rules import replies
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.replies import Reply
import pytest


def substitute(member, of=None):
    return Seat(member, kind="substitute", voting=False, substitute_of=of)


ROSTER = {
    one.member: one
    for one in (
        Seat("jana"),
        Seat("petr"),
        Seat("novot", voting=False),
        substitute("nahr-jany", "jana"),
        substitute("nahr"),
        Seat("host", kind="guest", voting=False),
    )
}


def flaw(reply, who="jana", **known):
    usual = {"substitutes": "allowed", "online": True, "begun": False}
    seat = ROSTER.get(who)
    found = replies.flaw(reply, seat, ROSTER, **{**usual, **known})
    return found and (found.code, found.name)


@pytest.mark.parametrize(
    "reply",
    [
        Reply("coming"),
        Reply("online"),
        Reply("excused"),
        Reply("excused", "služební cesta"),
        Reply("substitute", substitute="nahr-jany"),
        Reply("substitute", substitute="nahr"),
        Reply("substitute", substitute="petr"),
        Reply("substitute", name="Karel Nový"),
    ],
)
def test_an_answer_is_taken(reply):
    assert flaw(reply) is None


@pytest.mark.parametrize(
    ("reply", "known", "expected"),
    [
        (Reply("coming"), {"begun": True}, ("begun", "")),
        (Reply("snad"), {}, ("not_a_reply", "state")),
        (Reply(""), {}, ("not_a_reply", "state")),
        (Reply("online"), {"online": False}, ("not_online", "state")),
        (Reply("excused", "x" * 501), {}, ("too_long", "reason")),
        (Reply("substitute"), {}, ("substitute_missing", "substitute")),
        (Reply("substitute", name="  "), {}, ("substitute_missing", "substitute")),
        (Reply("substitute", name="x" * 201), {}, ("too_long", "name")),
        (
            Reply("substitute", substitute="jana"),
            {},
            ("not_a_substitute", "substitute"),
        ),
        (
            Reply("substitute", substitute="cizi"),
            {},
            ("not_a_substitute", "substitute"),
        ),
        (
            Reply("substitute", substitute="host"),
            {},
            ("not_a_substitute", "substitute"),
        ),
        (
            Reply("substitute", substitute="nahr-jany"),
            {"who": "petr"},
            ("substitute_of_another", "substitute"),
        ),
        (
            Reply("substitute", name="Karel"),
            {"substitutes": "not_allowed"},
            ("no_substitutes", "state"),
        ),
        (
            Reply("substitute", name="Karel"),
            {"who": "host"},
            ("no_substitutes", "state"),
        ),
        (Reply("substitute", name="Karel"), {"who": "?"}, ("no_substitutes", "state")),
    ],
)
def test_an_answer_is_refused(reply, known, expected):
    assert flaw(reply, **known) == expected


@pytest.mark.parametrize(
    ("state", "today", "days", "late"),
    [
        ("excused", date(2026, 12, 14), 1, False),
        ("excused", date(2026, 12, 15), 1, True),
        ("excused", date(2026, 12, 15), 0, False),
        ("excused", date(2026, 12, 15), None, False),
        ("substitute", date(2026, 12, 15), 1, True),
        ("coming", date(2026, 12, 15), 1, False),
    ],
)
def test_an_apology_may_come_late(state, today, days, late):
    meeting = date(2026, 12, 15)
    assert replies.is_late(state, today, meeting, days, "calendar", set()) is late


START = datetime(2026, 12, 15, 9)


@pytest.mark.parametrize(
    ("now", "state", "over"),
    [
        (START - timedelta(minutes=1), "convened", False),
        (START, "convened", True),
        (START - timedelta(minutes=1), "in_session", True),
        (START - timedelta(days=9), "cancelled", True),
    ],
)
def test_answers_end_when_the_meeting_begins(now, state, over):
    assert replies.begun(START, now, state) is over


def nine(**answers):
    """Nine voting members a to i, of whom some answered."""
    return [Seat(one) for one in "abcdefghi"], {
        one: Reply(state) for one, state in answers.items()
    }


HALF, TWO_THIRDS = parse(">1/2"), parse(">=2/3")


@pytest.mark.parametrize(
    ("coming", "quorum", "needed", "missing"),
    [
        (4, HALF, 5, 1),
        (5, HALF, 5, 0),
        (9, HALF, 5, 0),
        (5, TWO_THIRDS, 6, 1),
        (6, TWO_THIRDS, 6, 0),
        (0, HALF, 5, 5),
        (3, None, None, None),
    ],
)
def test_so_many_come_and_so_many_are_missing(coming, quorum, needed, missing):
    roster, answers = nine(**dict.fromkeys("abcdefghi"[:coming], "coming"))
    found = replies.forecast(roster, answers, quorum)
    assert (found.members, found.coming) == (9, coming)
    assert (found.needed, found.missing) == (needed, missing)
    assert found.most == 9


def test_whom_to_call_begins_with_voting_members_who_are_silent():
    roster = [
        Seat("a"),
        Seat("b", voting=False),
        Seat("c"),
        Seat("host", kind="guest", voting=False),
    ]
    found = replies.forecast(roster, {"a": Reply("coming")}, HALF)
    assert found.to_call == ("c", "b")


def test_it_is_said_when_all_who_are_silent_would_not_suffice():
    roster, answers = nine(a="coming", b="online", **dict.fromkeys("cdefg", "excused"))
    found = replies.forecast(roster, answers, HALF)
    assert (found.coming, found.most) == (2, 4)
    assert found.reachable is False
    assert replies.forecast(roster, {}, HALF).reachable is True
    assert replies.forecast(roster, {}, None).reachable is None


SEND = Reply("substitute", substitute="n")
SUB = substitute("n", "a")


@pytest.mark.parametrize(
    ("answers", "rule", "coming"),
    [
        ({"a": SEND}, "allowed", 1),
        ({"a": SEND}, None, 1),
        ({"a": SEND}, "not_allowed", 0),
        ({"a": SEND, "n": Reply("coming")}, None, 1),
        ({"a": SEND, "n": Reply("excused")}, None, 0),
        # The substitute says nothing of the member who comes
        ({"a": Reply("coming"), "n": Reply("coming")}, None, 1),
        ({"n": Reply("coming")}, None, 0),
        # One substitute sits on one seat
        ({"a": SEND, "b": SEND}, None, 1),
        # Another member has one vote, a stranger none
        ({"a": Reply("substitute", substitute="b"), "b": Reply("coming")}, None, 1),
        ({"a": Reply("substitute", name="Karel Nový")}, None, 0),
    ],
)
def test_a_substitute_fills_one_seat(answers, rule, coming):
    roster = [Seat("a"), Seat("b"), SUB]
    found = replies.forecast(roster, answers, HALF, substitutes=rule)
    assert (found.members, found.coming) == (2, coming)


def test_nobody_on_the_roster_never_makes_a_quorum():
    found = replies.forecast([], {}, HALF)
    assert (found.members, found.needed, found.missing) == (0, 1, 1)
    assert found.reachable is False


def of(member, organisation, person=""):
    return Seat(member, person=person, organisation=organisation)


def test_of_one_organisation_only_its_votes_count():
    """ZAT-67: two of one provider who come are one vote, in the forecast too."""
    roster = [of("a", "charita"), of("b", "charita"), of("c", "dps"), of("d", "klub")]
    come = {one: Reply("coming") for one in "ab"}
    found = replies.forecast(roster, come, HALF, votes_per_organisation=1)
    assert (found.members, found.coming, found.needed, found.missing) == (3, 1, 2, 1)
    assert found.most == 3
    # Where the rules limit nothing both count
    found = replies.forecast(roster, come, HALF)
    assert (found.members, found.coming, found.needed) == (4, 2, 3)


def test_it_is_lost_when_only_one_organisation_is_left():
    roster = [of("a", "charita"), of("b", "charita"), of("c", "dps"), of("d", "klub")]
    gone = {"c": Reply("excused"), "d": Reply("excused")}
    found = replies.forecast(roster, gone, HALF, votes_per_organisation=1)
    assert (found.most, found.needed, found.reachable) == (1, 2, False)


def test_a_person_on_two_seats_comes_once():
    roster = [of("a", None, "jana"), of("b", None, "jana"), of("c", None, "petr")]
    come = {one: Reply("coming") for one in "ab"}
    found = replies.forecast(roster, come, HALF)
    assert (found.members, found.coming, found.missing) == (2, 1, 1)
