"""Rules as plain values, which of them are in force, where values come from."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from kpss.addon.bodies.rules.patterns import example
from kpss.addon.bodies.rules.patterns import pattern_problem
from kpss.addon.bodies.rules.procedure import ExOfficio
from kpss.addon.bodies.rules.procedure import in_force
from kpss.addon.bodies.rules.procedure import PartySeats
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.procedure import procedure
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.rules.procedure import unset
from kpss.addon.bodies.rules.shares import BadShare
from kpss.addon.bodies.rules.shares import Share
from kpss.addon.bodies.rules.sources import standing_sources
from pathlib import Path
import pytest
import re


@dataclass(frozen=True)
class Rules:
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


def test_every_documented_rule_is_here_in_the_same_order():
    text = Path(__file__).parents[3] / "docs" / "rules-of-procedure.md"
    rows = re.findall(r"^\| (`[^|]*) \|", text.read_text("utf-8"), re.MULTILINE)
    documented = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert documented == list(RULES)


def test_nothing_set_is_nothing_but_none():
    assert procedure({}) == Procedure()
    assert procedure({"quorum": None, "guests_text": "", "seats": []}) == Procedure()
    assert all(getattr(Procedure(), name) is None for name in RULES)


def test_stored_values_become_settings():
    settings = procedure(
        {
            "quorum": ">=2/3",
            "chair_powers": ["convenes", "presides"],
            "ex_officio": [
                {"kind": "members_of", "function": None, "body": "zm", "seats": 2}
            ],
            "seats": [{"party": "zadavatel", "number": None}],
            "min_meetings_per_year": 2,
            "title": "is no rule",
        }
    )
    assert settings == Procedure(
        quorum=Share(2, 3, False),
        chair_powers=("convenes", "presides"),
        ex_officio=(ExOfficio("members_of", body="zm", seats=2),),
        seats=(PartySeats("zadavatel"),),
        min_meetings_per_year=2,
    )


def test_stored_share_that_is_none_is_an_error():
    with pytest.raises(BadShare):
        procedure({"quorum": "half"})


def test_details_of_an_unset_rule_are_not_missed():
    missing = unset(Procedure())
    assert "invitation_days" in missing
    assert "invitation_days_kind" not in missing
    missing = unset(procedure({"invitation_days": 7}))
    assert "invitation_days" not in missing
    assert "invitation_days_kind" in missing


OLD = Rules("old", date(2015, 3, 16))
NEW = Rules("new", date(2020, 7, 13))
BRIEF = Rules("brief", date(2020, 8, 1), date(2020, 8, 31))
ALWAYS = Rules("always")


@pytest.mark.parametrize(
    "rules, day, name",
    [
        ([], date(2020, 1, 1), None),
        ([OLD], date(2015, 3, 15), None),
        ([OLD], date(2015, 3, 16), "old"),
        ([OLD], date(2099, 1, 1), "old"),
        # ZAT-94: the old rules end on the day when the new ones begin
        ([OLD, NEW], date(2020, 7, 12), "old"),
        ([OLD, NEW], date(2020, 7, 13), "new"),
        ([NEW, OLD], date(2020, 7, 13), "new"),
        # overlapping: what began last is in force, then again what lasts
        ([OLD, NEW, BRIEF], date(2020, 8, 31), "brief"),
        ([OLD, NEW, BRIEF], date(2020, 9, 1), "new"),
        ([ALWAYS], date(1999, 1, 1), "always"),
        ([ALWAYS, OLD], date(2015, 3, 15), "always"),
        ([OLD, ALWAYS], date(2015, 3, 16), "old"),
        ([Rules("ended", None, date(2020, 1, 1))], date(2020, 1, 2), None),
        (
            [Rules("one", date(2020, 1, 1)), Rules("two", date(2020, 1, 1))],
            date(2020, 1, 1),
            "two",
        ),
    ],
)
def test_rules_in_force(rules, day, name):
    found = in_force(rules, day)
    assert (found.name if found else None) == name


def test_on_every_day_exactly_one_set_is_in_force():
    day, seen = date(2020, 7, 1), []
    while day < date(2020, 9, 10):
        seen.append(in_force([OLD, NEW, BRIEF], day).name)
        day += timedelta(days=1)
    assert [seen[0], seen[12], seen[31], seen[62]] == ["old", "new", "brief", "new"]


@pytest.mark.parametrize(
    "sources, values, record, standing",
    [
        # just given: holds
        ({"quorum": "default"}, {"quorum": ">1/2"}, {}, {"quorum": "default"}),
        # the value is the same: holds
        (
            {"quorum": "default"},
            {"quorum": ">1/2"},
            {"quorum": ("default", ">1/2")},
            {"quorum": "default"},
        ),
        # the value changed, nobody said where from: falls
        (
            {"quorum": "default"},
            {"quorum": ">=2/3"},
            {"quorum": ("default", ">1/2")},
            {},
        ),
        # value and source changed together: holds
        (
            {"quorum": "čl. 4"},
            {"quorum": ">=2/3"},
            {"quorum": ("default", ">1/2")},
            {"quorum": "čl. 4"},
        ),
        # the rule was unset: falls
        ({"quorum": "default"}, {"quorum": None}, {"quorum": ("default", ">1/2")}, {}),
        ({"quorum": "default"}, {"quorum": None}, {}, {}),
    ],
)
def test_source_stands_with_its_value_only(sources, values, record, standing):
    assert standing_sources(sources, values, record) == standing


@pytest.mark.parametrize(
    "pattern, problem",
    [
        ("{number}", None),
        ("{number}/{year:2}", None),
        ("{body} {number}/{year}", None),
        ("{period}-{meeting}-{number}", None),
        ("{number}/{month}", ("unknown_field", "month")),
        ("{number}/{}", ("unknown_field", "")),
        ("{number:3}", ("unknown_field", "number:3")),
        ("{number}/{year", ("stray_brace", "{number}/{year")),
        ("{{number}}", ("stray_brace", "{{number}}")),
        ("{year}", ("no_number", "{year}")),
        ("usnesení", ("no_number", "usnesení")),
    ],
)
def test_pattern_of_numbers(pattern, problem):
    assert pattern_problem(pattern) == problem


def test_example_of_a_number():
    assert example("{number}/{year:2}") == "12/26"
    assert example("{body}-{meeting}/{number}/{year}") == "RM-3/12/2026"
