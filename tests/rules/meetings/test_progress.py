"""Which step a meeting may make next, who convenes and presides, who sees what."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kpss.addon.approval.rules.acting import Acting
from kpss.addon.approval.rules.acting import Held
from kpss.addon.meetings.rules import progress
from kpss.addon.meetings.rules import visibility
from kpss.addon.meetings.rules import who
from kpss.addon.meetings.rules.progress import MeetingFacts
import pytest


NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def facts(state, days=0, hours=1, **more):
    start = NOW + timedelta(days=days, hours=hours)
    return MeetingFacts(
        state=state, start=start, day=start.date(), now=NOW, today=NOW.date(), **more
    )


@pytest.mark.parametrize(
    ("meeting", "transition", "codes"),
    [
        (facts("planned"), "convene", []),
        (facts("planned", hours=-1), "convene", ["in_the_past"]),
        (facts("convened"), "convene", ["wrong_state"]),
        # Outside a meeting members must know until when they answer
        (facts("planned", kind="per_rollam"), "convene", ["no_deadline"]),
        (facts("planned", kind="per_rollam", end=NOW), "convene", []),
        (facts("convened", kind="per_rollam"), "open", ["no_deadline"]),
        (facts("convened"), "open", []),
        (facts("convened", days=1), "open", ["not_its_day"]),
        (facts("convened", days=-3), "open", []),
        # Outside a meeting all may have answered before the deadline
        (facts("convened", days=1, kind="per_rollam", end=NOW), "open", []),
        (facts("in_session", kind="per_rollam"), "adjourn", ["nothing_to_adjourn"]),
        (facts("in_session"), "adjourn", []),
        (facts("planned"), "open", ["not_convened"]),
        (facts("planned", simple=True), "open", []),
        (facts("held", undecided=("A",)), "close", ["undecided_items"]),
        (facts("held"), "close", []),
        (facts("cancelled", days=-1), "renew", ["in_the_past"]),
        (facts("cancelled", days=1), "renew", []),
        (facts("planned", days=1), "enter", ["in_the_future"]),
        (facts("closed"), "end", ["wrong_state"]),
    ],
)
def test_what_forbids_a_step(meeting, transition, codes):
    found = progress.refuse_step(meeting, transition)
    assert [one.code for one in found] == codes


LATER, EARLIER = NOW + timedelta(days=9), NOW - timedelta(days=9)


@pytest.mark.parametrize(
    ("meeting", "sat", "name", "value", "codes"),
    [
        (facts("planned"), False, "start", LATER, []),
        (facts("convened"), False, "start", LATER, []),
        # Who was there and which rules held goes by the day of the meeting
        (facts("in_session"), True, "start", LATER, ["was_opened"]),
        (facts("held"), True, "start", EARLIER, ["was_opened"]),
        (facts("closed"), True, "start", EARLIER, ["was_opened"]),
        # Adjourned: as the form of adjourning asks
        (facts("convened"), True, "start", LATER, []),
        (facts("convened"), True, "start", EARLIER, ["in_the_past"]),
        # A meeting of the past was entered with a wrong day
        (facts("held"), False, "start", EARLIER, []),
        (facts("held"), False, "start", LATER, ["in_the_future"]),
        (facts("convened"), False, "end", EARLIER, []),
        (facts("convened", kind="per_rollam", end=NOW), False, "end", LATER, []),
        (
            facts("convened", kind="per_rollam", end=NOW),
            False,
            "end",
            EARLIER,
            ["deadline_stays"],
        ),
        (
            facts("in_session", kind="per_rollam", end=NOW),
            True,
            "end",
            None,
            ["deadline_stays"],
        ),
        (facts("planned"), False, "simple", True, []),
        (facts("convened"), False, "simple", True, ["way_stays"]),
        (facts("convened"), False, "kind", "extraordinary", []),
        (facts("convened"), False, "kind", "per_rollam", ["way_stays"]),
        (facts("held", kind="per_rollam"), True, "kind", "regular", ["way_stays"]),
    ],
)
def test_what_stays_as_it_is(meeting, sat, name, value, codes):
    found = progress.refuse_change(meeting, name, value, has_sat=sat)
    assert [(one.field, one.code) for one in found] == [(name, one) for one in codes]


@pytest.mark.parametrize("state", progress.STATES)
def test_no_way_leads_back_to_convening_what_was_closed(state):
    targets = {
        target for sources, target in progress.STEPS.values() if state in sources
    }
    assert state not in targets
    if state == "closed":
        assert targets == {"held"}


@pytest.mark.parametrize(
    ("kind", "outcome", "proposed", "needed"),
    [
        ("item", None, False, True),
        ("item", "", False, True),
        ("item", "discussed", False, False),
        ("heading", None, False, False),
        ("item", None, True, False),
        ("tasks_check", None, False, True),
    ],
)
def test_items_that_keep_a_meeting_open(kind, outcome, proposed, needed):
    assert progress.needs_outcome(kind, outcome, proposed=proposed) is needed


KINDS = {"koordinator": "coordinator", "hmp": "city_coordinator", "predseda": "chair"}


def acting(*held, **more):
    return Acting(user="x", held=tuple(Held(*one) for one in held), **more)


@pytest.mark.parametrize(
    ("person", "convener", "powers", "expected"),
    [
        (acting(coordinates=True), None, (), True),
        (acting(("predseda", "chair", "ps")), None, (), True),
        (acting(("predseda", "chair", "jina")), None, (), False),
        # PRA-17: the coordinator of the city, not the chair
        (acting(("hmp", "city_coordinator", "ps")), "hmp", (), True),
        (acting(("predseda", "chair", "ps")), "hmp", (), False),
        (acting(("predseda", "chair", "ps")), "hmp", ("convenes",), True),
        (acting(coordinates=True), "hmp", (), True),
        (acting(coordinates=True), "predseda", (), False),
        (acting(manages=True), "hmp", (), True),
        (acting(), None, (), False),
    ],
)
def test_who_convenes(person, convener, powers, expected):
    found = who.may_convene(
        person,
        "ps",
        "working_group",
        convener=convener,
        chair_powers=powers,
        kinds=KINDS,
    )
    assert found is expected


@pytest.mark.parametrize(
    ("kind", "body", "own"),
    [
        ("leader", None, True),
        ("chair", "", True),
        ("chair", "rs", False),
        # ZAT-74: who coordinates sits in the office and presides in every group
        ("coordinator", None, False),
        ("clerk", None, False),
    ],
)
def test_which_functions_each_body_has_for_itself(kind, body, own):
    assert who.is_own(kind, body) is own


def test_the_leader_of_another_group_is_not_the_leader_of_this_one():
    leader = acting(("vedouci", "leader", "jina"))
    assert not who.holds_here(leader, "vedouci", "ps", {"vedouci"})
    assert who.holds_here(leader, "vedouci", "jina", {"vedouci"})
    assert who.holds_here(leader, "vedouci", "ps", ())


@pytest.mark.parametrize(
    ("named", "functions", "missing", "expected"),
    [
        # BER-69: the coordinator; nobody takes the place of a missing one
        (None, ("koordinator", None), (), ("k", "by_rule")),
        (None, ("koordinator", None), ("k",), None),
        # ZAT-74: the coordinator, or the leader
        (None, ("koordinator", "vedouci"), ("k",), ("v", "by_fallback")),
        (None, ("koordinator", "vedouci"), ("k", "v"), None),
        ("x", ("koordinator", None), (), ("x", "named")),
        (None, (None, None), (), ("v", "by_office")),
        (None, (None, None), ("v",), None),
    ],
)
def test_who_presides(named, functions, missing, expected):
    found = who.presiding(
        named,
        functions,
        lambda function: {"koordinator": ("k",), "vedouci": ("v",)}[function],
        ("v",),
        missing=frozenset(missing),
    )
    assert (found and (found.person, found.why)) == expected


@pytest.mark.parametrize(
    ("publicity", "meeting", "state", "convened", "proposed", "expected"),
    [
        ("public", "public", "planned", False, False, "prepared"),
        ("public", "public", "convened", True, False, "public"),
        ("public", "internal", "convened", True, False, "internal"),
        ("internal", "public", "held", True, False, "internal"),
        ("hidden", "public", "held", True, False, "prepared"),
        ("public", "public", "convened", True, True, "prepared"),
        ("public", "public", "cancelled", False, False, "prepared"),
        ("public", "public", "cancelled", True, False, "public"),
    ],
)
def test_who_sees_an_item(publicity, meeting, state, convened, proposed, expected):
    found = visibility.of_item(
        publicity, meeting, state, was_convened=convened, proposed=proposed
    )
    assert found == expected


@pytest.mark.parametrize(
    ("own", "rules", "expected"),
    [
        (None, None, "internal"),
        (None, "public", "public"),
        (None, "body_decides", "internal"),
        ("closed", "public", "internal"),
        ("public", "closed", "public"),
    ],
)
def test_meeting_is_public_where_somebody_says_so(own, rules, expected):
    assert visibility.of_meeting(own, rules) == expected
    published = visibility.of_meeting(own, rules, minutes_published=True)
    assert published == "public"
