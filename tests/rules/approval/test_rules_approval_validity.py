"""Which version is in force on a day, and what may be repealed."""

from datetime import date
from kpss.addon.approval.rules.validity import in_force
from kpss.addon.approval.rules.validity import last_day
from kpss.addon.approval.rules.validity import refuse_effect
from kpss.addon.approval.rules.validity import refuse_repeal
from kpss.addon.approval.rules.validity import repealed_by
from kpss.addon.approval.rules.validity import Validity
import pytest


OLD = Validity("217/15", date(2015, 3, 16))
NEW = Validity("518/20", date(2020, 7, 13), repeals=("217/15",))
RULES = (OLD, NEW)


def keys(documents, on):
    return [one.key for one in in_force(documents, on)]


IN_FORCE = [
    (date(2015, 3, 15), []),
    (date(2015, 3, 16), ["217/15"]),
    (date(2018, 1, 1), ["217/15"]),
    (date(2020, 7, 12), ["217/15"]),
    (date(2020, 7, 13), ["518/20"]),
    (date(2021, 1, 1), ["518/20"]),
]


def test_exactly_one_version_of_the_rules_is_in_force():  # ZAT-93, ZAT-94
    for on, key in IN_FORCE:
        assert keys(RULES, on) == key, on


def test_both_versions_say_which_one_ended_the_other():  # ZAT-94
    assert (repealed_by(OLD, RULES), repealed_by(NEW, RULES)) == (NEW, None)
    assert (last_day(OLD, RULES), last_day(NEW, RULES)) == (date(2020, 7, 12), None)


@pytest.mark.parametrize(
    "on, key",
    [
        (date(2021, 7, 20), "518/20"),
        (date(2021, 8, 31), "518/20"),
        (date(2021, 9, 1), "601/21"),
    ],
)
def test_approved_on_20_july_with_effect_from_september(on, key):  # decision 31
    later = Validity("601/21", date(2021, 7, 20), date(2021, 9, 1), repeals=("518/20",))
    assert keys((*RULES, later), on) == [key]


def test_what_is_not_approved_repeals_nothing():
    draft = Validity("návrh", repeals=("518/20",))
    assert keys((*RULES, draft), date(2021, 1, 1)) == ["518/20"]
    assert draft.first is None


def test_a_document_ends_on_the_last_day_that_it_states():
    plan = Validity("plán", date(2018, 1, 1), valid_to=date(2020, 12, 31))
    assert keys([plan], date(2020, 12, 31)) == ["plán"]
    assert keys([plan], date(2021, 1, 1)) == []


EFFECTS = [
    (None, None, None),
    (date(2020, 7, 13), None, None),
    (date(2020, 9, 1), None, None),
    (date(2020, 7, 12), None, "effect_before_approval"),
    (date(2020, 9, 1), date(2020, 9, 1), None),
    (date(2020, 9, 1), date(2020, 8, 31), "ends_before_effect"),
]


def test_rules_take_effect_on_the_day_of_approval_or_later():
    for effect_on, valid_to, reason in EFFECTS:
        new = Validity("518/20", date(2020, 7, 13), effect_on, valid_to)
        assert refuse_effect(new) == reason, (effect_on, valid_to)


ENDED = Validity("0", date(2010, 1, 1), valid_to=date(2014, 12, 31))
TO_THE_DAY = Validity("00", date(2010, 1, 1), valid_to=date(2020, 7, 31))
DRAFT = Validity("000")


@pytest.mark.parametrize(
    "old, on, reason",
    [
        (NEW, date(2020, 8, 1), None),
        (NEW, date(2020, 7, 13), None),
        (NEW, date(2020, 7, 12), "not_in_force"),
        (OLD, date(2020, 8, 1), "repealed_already"),
        (OLD, date(2020, 7, 13), "repealed_already"),
        (OLD, date(2019, 1, 1), "repealed_already"),
        (ENDED, date(2020, 8, 1), "not_in_force"),
        (TO_THE_DAY, date(2020, 8, 1), None),
        (DRAFT, date(2020, 8, 1), "not_in_force"),
    ],
    ids=[
        "in force",
        "begun that day",
        "not begun yet",
        "repealed before",
        "repealed that day by another",
        "to be repealed by another",
        "ended before",
        "ends on the day before",
        "not approved",
    ],
)
def test_only_what_is_in_force_is_repealed_and_only_once(old, on, reason):
    new = Validity("600/20", on, repeals=(old.key,))
    documents = (OLD, NEW, ENDED, TO_THE_DAY, DRAFT, new)
    assert refuse_repeal(old, new, documents) == reason


def test_nothing_repeals_itself():
    assert refuse_repeal(NEW, NEW, RULES) == "repeals_itself"


def test_a_draft_repeals_nothing_yet():
    assert refuse_repeal(NEW, Validity("návrh"), RULES) == "not_in_force"
