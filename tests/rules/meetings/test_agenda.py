"""The agenda: numbers, times, order, standing items, proposals (BER-74, ZAT-80)."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kpss.addon.meetings.rules import agenda
from kpss.addon.meetings.rules.agenda import Place
from zoneinfo import ZoneInfo
import pytest


PRAGUE = ZoneInfo("Europe/Prague")


def places(text: str) -> list[Place]:
    """``a .b # h ?x`` is an item, a sub-item, a heading, one that is not counted; an item
    may say its minutes: ``a:15``."""
    found = []
    for word in text.split():
        name, _colon, minutes = word.lstrip("#.?").partition(":")
        found.append(
            Place(
                name,
                level=2 if "." in word else 1,
                kind="heading" if "#" in word else "item",
                counted="?" not in word,
                minutes=int(minutes) if minutes else None,
            )
        )
    return found


def written(found: list[Place] | None) -> str | None:
    """The same, without what is not counted and minutes."""
    if found is None:
        return None
    marks = {(1, "item"): "", (2, "item"): ".", (1, "heading"): "#"}
    return " ".join(marks[one.level, one.kind] + one.id for one in found)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ""),
        ("a b c", "1 2 3"),
        ("a b c .d .e f", "1 2 3 3.1 3.2 4"),
        ("#h a b #i c", "- 1 2 - 3"),
        ("a ?x b", "1 - 2"),
        ("a .b ?.x .c", "1 1.1 - 1.2"),
        # What stands under a hidden item is not counted either
        ("a ?x .y .z b", "1 - - - 2"),
        # After a heading there is nothing to be a sub-item of
        (".a b", "1 2"),
        ("a #h .b .c d", "1 - 2 3 4"),
        ("?#h a", "- 1"),
    ],
)
def test_numbers_pass_over_headings_and_what_is_not_counted(text, numbers):
    found = agenda.numbers(places(text))
    assert " ".join(one or "-" for one in found.values()) == numbers


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("a b c", ""),
        ("a b:10 c:10", "a=14:00"),
        ("a:10", "a=14:00"),
        ("a:10 b:20 c:5", "a=14:00 b=14:10 c=14:30"),
        # Nothing is known after an item of which nobody said how long it takes
        ("a:10 b c:5", "a=14:00 b=14:10"),
        ("a .b:10 .c:20 d:5", "a=14:00 b=14:00 c=14:10 d=14:30"),
        ("a:5 .b:10 c:1", "a=14:00 b=14:05 c=14:15"),
        ("#h a:10 ?x:60 b:5", "a=14:00 b=14:10"),
        ("a:0 b:5", "a=14:00 b=14:00"),
    ],
)
def test_items_begin_when_those_before_them_end(text, times):
    start = datetime(2026, 3, 3, 14, tzinfo=PRAGUE)
    found = agenda.begins(places(text), start)
    assert " ".join(f"{key}={at:%H:%M}" for key, at in found.items()) == times


def test_times_go_on_over_the_night_when_clocks_change():
    start = datetime(2026, 10, 25, 1, 30, tzinfo=PRAGUE)
    found = agenda.begins(places("a:60 b:60 c:60"), start)
    assert [f"{at:%H:%M %z}" for at in found.values()] == [
        "01:30 +0200",
        "02:30 +0200",
        "02:30 +0100",
    ]


def test_there_are_no_times_without_a_start():
    assert agenda.begins(places("a:10"), None) == {}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 0),
        ("a:10 b:20", 30),
        ("a:10 b", None),
        ("a .b:10 ?x:99 #h", 10),
    ],
)
def test_the_whole_agenda_takes_what_its_items_take(text, minutes):
    assert agenda.total(places(text)) == minutes


@pytest.mark.parametrize(
    ("text", "item", "move", "after"),
    [
        ("a b c", "b", "up", "b a c"),
        ("a b c", "b", "down", "a c b"),
        ("a b c", "a", "up", None),
        ("a b c", "c", "down", None),
        # Sub-items go along
        ("a .b .c d .e", "d", "up", "d .e a .b .c"),
        ("a .b .c d .e", "a", "down", "d .e a .b .c"),
        ("#h a #i b", "b", "up", "#h a b #i"),
        ("#h a #i b", "i", "up", "#h #i a b"),
        # A sub-item among its own, then to the neighbours
        ("a .b .c", "c", "up", "a .c .b"),
        ("a .b c .d", "d", "up", "a .b .d c"),
        ("a .b c .d", "b", "down", "a c .b .d"),
        ("a .b", "b", "up", None),
        ("a .b", "b", "down", None),
        ("#h a .b", "b", "up", None),
        ("a .b #h c", "b", "down", None),
        ("a b", "b", "indent", "a .b"),
        ("a b .c", "b", "indent", "a .b .c"),
        ("a .b c", "c", "indent", "a .b .c"),
        ("a b", "a", "indent", None),
        ("#h a", "a", "indent", None),
        ("a #h", "h", "indent", None),
        ("a .b", "b", "indent", None),
        ("a .b .c", "b", "outdent", "a b .c"),
        ("a b", "b", "outdent", None),
        # What only looks like a sub-item is an item
        ("#h .a b", "b", "up", "#h b a"),
        ("#h .a", "a", "outdent", None),
    ],
)
def test_moves(text, item, move, after):
    assert written(agenda.moved(places(text), item, move)) == after


@pytest.mark.parametrize(
    ("text", "item", "before", "after"),
    [
        ("a b c", "c", "a", "c a b"),
        ("a b c", "a", "c", "b a c"),
        ("a b c", "a", None, "b c a"),
        ("a b c", "a", "b", None),
        ("a b c", "a", "a", None),
        ("a b c", "c", None, None),
        # Sub-items go along, and the other one is not divided
        ("a .b c .d", "c", "a", "c .d a .b"),
        ("a .b c .d", "a", None, "c .d a .b"),
        ("a .b c", "c", "b", "c a .b"),
        ("a .b c", "a", "b", None),
        ("#h a #i b", "i", "h", "#i #h a b"),
        # A sub-item goes by itself to whatever it then follows
        ("a .b c", "b", None, "a c .b"),
        ("a .b .c", "c", "b", "a .c .b"),
        ("a .b c .d", "d", "b", "a .d .b c"),
        ("a .b #h c", "b", "c", "a #h b c"),
        ("a .b", "b", "a", "b a"),
    ],
)
def test_an_item_is_put_elsewhere_at_once(text, item, before, after):
    assert written(agenda.placed(places(text), item, before)) == after


def test_a_move_of_another_kind_and_of_another_item_is_an_error():
    with pytest.raises(ValueError):
        agenda.moved(places("a"), "a", "sideways")
    with pytest.raises(KeyError):
        agenda.moved(places("a"), "b", "up")


def test_moving_500_items_keeps_all_of_them():
    many = places(" ".join(f"a{n} .b{n}" for n in range(250)))
    found = agenda.moved(many, "a249", "up")
    assert {one.id for one in found} == {one.id for one in many}
    assert agenda.numbers(found)["b249"] == "249.1"


@pytest.mark.parametrize(
    ("simple", "per_rollam", "approves", "earlier", "kinds"),
    [
        (False, False, True, True, ("minutes_approval", "tasks_check")),
        (False, False, False, True, ("tasks_check",)),
        (False, False, True, False, ("tasks_check",)),
        (True, False, True, True, ()),
        (False, True, True, True, ()),
    ],
)
def test_what_a_new_meeting_begins_with(simple, per_rollam, approves, earlier, kinds):
    assert kinds == agenda.standing(
        simple=simple,
        per_rollam=per_rollam,
        approves_minutes=approves,
        has_earlier=earlier,
    )


START = datetime(2026, 4, 7, 16, tzinfo=PRAGUE)


@pytest.mark.parametrize(
    ("state", "now", "until", "code"),
    [
        ("planned", START - timedelta(days=3), None, None),
        ("convened", START - timedelta(minutes=1), None, None),
        ("convened", START, None, "meeting_begun"),
        ("held", START - timedelta(days=3), None, "meeting_not_ahead"),
        ("cancelled", START - timedelta(days=3), None, "meeting_not_ahead"),
        ("planned", datetime(2026, 4, 2, 23, 59, tzinfo=PRAGUE), 2, None),
        ("planned", datetime(2026, 4, 3, 0, 1, tzinfo=PRAGUE), 2, "proposals_closed"),
        # The day is that of the town, not of the server
        ("planned", datetime(2026, 4, 2, 21, 59, tzinfo=UTC), 2, None),
        ("planned", datetime(2026, 4, 2, 22, 1, tzinfo=UTC), 2, "proposals_closed"),
    ],
)
def test_a_proposal_is_refused_after_the_last_day(state, now, until, code):
    last = date(2026, 4, until) if until else None
    assert agenda.proposal_refused(state, start=START, now=now, until=last) == code


@pytest.mark.parametrize(
    ("state", "late"),
    [("planned", False), ("convened", True), ("in_session", True), ("held", False)],
)
def test_what_comes_after_the_invitation_is_late(state, late):
    assert agenda.is_late(state) is late


@pytest.mark.parametrize(
    ("text", "item"),
    [
        # Nobody said how long anything takes: times are not wanted
        ("a b c", None),
        ("a b:10 c:10", "a"),
        ("a:10 b c", "b"),
        # Of the last one it need not be known
        ("a:10 b:5 c", None),
        ("#h a:10 ?x b c:5", "b"),
        ("a .b:10 c", None),
    ],
)
def test_item_after_which_no_beginning_is_known(text, item):
    assert agenda.holds_up(places(text)) == item


@pytest.mark.parametrize(
    ("outcome", "to", "cancelled", "waits"),
    [
        ("postponed", None, False, True),
        ("postponed", "uid", False, False),
        ("postponed", "uid", True, True),
        ("agreed", "uid", True, False),
    ],
)
def test_what_was_postponed_to_a_cancelled_meeting_waits(outcome, to, cancelled, waits):
    assert agenda.waits(outcome, to, cancelled=cancelled) is waits
