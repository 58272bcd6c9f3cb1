"""A poll for the date of a meeting (BER-20, ZAT-26)."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from kpss.addon.bodies.rules.shares import parse
from kpss.addon.meetings.rules import polls
from kpss.addon.meetings.rules.polls import Prospect
from kpss.addon.meetings.rules.polls import Tally
from kpss.addon.meetings.rules.presence import Seat
from kpss.addon.meetings.rules.replies import Forecast
from zoneinfo import ZoneInfo
import pytest


PRAGUE = ZoneInfo("Europe/Prague")
NOW = datetime(2026, 3, 1, 12, tzinfo=PRAGUE)
ANSWERS = {
    "eva": {"1": "yes", "2": "yes", "3": "no"},
    "jan": {"1": "no", "2": "if_needed", "3": "yes"},
    "ota": {"1": "yes"},
    "cizi": {"3": "yes"},
}


def on(day: int, hour: int = 15) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=PRAGUE)


class TestTally:
    def test_answers_are_counted_for_each_date(self):
        found = polls.tally(["1", "2", "3"], ANSWERS, ["eva", "jan", "ota", "mlada"])
        assert found == [
            Tally("1", yes=2, if_needed=0, no=1, silent=1),
            Tally("2", yes=1, if_needed=1, no=0, silent=2),
            Tally("3", yes=1, if_needed=0, no=1, silent=2),
        ]

    def test_who_was_not_asked_and_who_is_named_twice_does_not_count_more(self):
        [found] = polls.tally(["3"], ANSWERS, ["eva", "eva"])
        assert found == Tally("3", yes=0, if_needed=0, no=1, silent=0)


class TestDates:
    def codes(self, *starts):
        return [
            (one.code, one.params.get("number"))
            for one in polls.date_flaws(starts, NOW)
        ]

    def test_from_two_to_twenty(self):
        assert self.codes() == [("too_few", None)]
        assert self.codes(on(3)) == [("too_few", None)]
        assert self.codes(on(3), on(4)) == []
        days = [on(3) + timedelta(days=one) for one in range(21)]
        assert self.codes(*days[:20]) == []
        assert self.codes(*days) == [("too_many", None)]

    def test_neither_in_the_past_nor_the_same_twice(self):
        found = self.codes(on(3), NOW, on(3), on(3, 16), on(1, 9))
        assert found == [("past", 1), ("twice", 2), ("past", 4)]

    def test_the_same_moment_in_another_zone_is_the_same(self):
        other = on(3).astimezone(ZoneInfo("UTC"))
        assert self.codes(on(3), other) == [("twice", 1)]

    @pytest.mark.parametrize(
        ("until", "code"),
        [
            (date(2026, 2, 28), "until_past"),
            (date(2026, 3, 1), None),
            (date(2026, 3, 9), None),
            (date(2026, 3, 10), "until_late"),
            (date(2026, 3, 20), "until_late"),
        ],
    )
    def test_answers_end_before_the_first_day(self, until, code):
        found = polls.deadline_flaw(until, [on(12), on(10)], NOW)
        assert (found.code if found else None) == code

    def test_the_last_day_for_answers_is_whole_when_clocks_change(self):
        sunday = date(2026, 3, 29)
        end = polls.closes(sunday, NOW)
        assert end == datetime(2026, 3, 30, tzinfo=PRAGUE)
        start = datetime(2026, 3, 29, tzinfo=PRAGUE)
        assert end.astimezone(ZoneInfo("UTC")) - start == timedelta(hours=23)


class TestAnswer:
    def code(self, said, note="", state="open", over=False):
        found = polls.answer_flaw(said, note, "12", state=state, over=over)
        return (found.code, found.name) if found else None

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"1": "yes", "2": "if_needed"}, None),
            ({"2": "no"}, None),
            ({}, ("nothing_said", "")),
            ({"3": "yes"}, ("no_such_date", "3")),
            ({"1": "perhaps"}, ("no_such_answer", "1")),
        ],
    )
    def test_of_known_dates_in_known_words(self, said, code):
        assert self.code(said) == code

    def test_not_too_long_not_late_and_not_when_it_is_decided(self):
        said = {"1": "yes"}
        assert self.code(said, "x" * 500) is None
        assert self.code(said, "x" * 501) == ("too_long", "note")
        assert self.code(said, over=True) == ("over", "")
        assert self.code(said, state="chosen", over=True) == ("chosen", "")
        assert self.code(said, state="cancelled") == ("cancelled", "")


def seat(member, kind="member", **more):
    return Seat(member, member, kind, **more)


class TestForecast:
    half = parse(">1/2")
    seats = (
        seat("eva"),
        seat("jan"),
        seat("ota"),
        seat("ida", voting=False),
        seat("nahradnik", "substitute", substitute_of="jan"),
        seat("host", "guest", voting=False),
    )

    def found(self, answers, substitutes=None, seats=seats):
        said = {person: {"1": answer} for person, answer in answers.items()}
        return polls.forecast("1", seats, said, self.half, substitutes=substitutes)

    def test_only_members_with_a_vote_make_a_quorum(self):
        found = self.found({"eva": "yes", "ida": "yes", "host": "yes"})
        assert (found.members, found.coming, found.needed, found.missing) == (
            3,
            1,
            2,
            1,
        )
        assert self.found({"eva": "yes", "ota": "if_needed"}).missing == 0

    def test_of_another_date_nothing_is_known(self):
        said = {"eva": {"2": "yes"}}
        found = polls.forecast("1", self.seats, said, self.half)
        assert (found.coming, found.most, len(found.to_call)) == (0, 3, 4)

    def test_substitute_fills_the_seat_of_the_member_who_cannot(self):
        answers = {"jan": "no", "nahradnik": "yes"}
        assert self.found(answers).coming == 1
        assert self.found({**answers, "jan": "yes"}).coming == 1
        assert self.found({**answers, "nahradnik": "no"}).coming == 0
        assert self.found(answers, substitutes="not_allowed").coming == 0
        # Who is silent may still come
        assert self.found({"nahradnik": "yes"}).coming == 0

    def test_one_substitute_sits_on_one_seat_and_own_ones_come_first(self):
        seats = (
            seat("eva"),
            seat("jan"),
            seat("ota"),
            seat("obecny", "substitute"),
            seat("vlastni", "substitute", substitute_of="eva"),
        )
        answers = dict.fromkeys(("eva", "jan", "ota"), "no")
        everybody = {**answers, "obecny": "yes", "vlastni": "if_needed"}
        assert self.found(everybody, seats=seats).coming == 2
        assert self.found({**answers, "obecny": "yes"}, seats=seats).coming == 1

    def test_without_a_quorum_in_the_rules_none_is_judged(self):
        found = polls.forecast("1", self.seats, {"eva": {"1": "yes"}}, None)
        assert (found.coming, found.needed, found.missing) == (1, None, None)


def prospect(key, coming, yes, if_needed):
    return Prospect(
        Tally(key, yes, if_needed, no=0, silent=0), Forecast(9, coming, 0, 5, ())
    )


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        # votes in the room, people who would, people who could
        ([("1", 2, 2, 0), ("2", 2, 1, 1)], ["1"]),
        ([("1", 2, 2, 0), ("2", 2, 1, 2)], ["2"]),
        ([("1", 2, 2, 0), ("2", 1, 9, 0)], ["1"]),
        ([("1", 2, 2, 1), ("2", 2, 2, 1)], ["1", "2"]),
        ([("1", 0, 1, 0), ("2", 0, 0, 0)], ["1"]),
        ([("1", 0, 0, 0), ("2", 0, 0, 0)], []),
        ([], []),
    ],
)
def test_the_best_date_has_most_votes_in_the_room(counts, found):
    assert polls.best([prospect(*one) for one in counts]) == found
