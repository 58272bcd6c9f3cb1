"""What is suggested for a new body, by its kind and the act (reference, section C)."""

from kpss.addon.bodies.rules.presets import preset
from kpss.addon.bodies.rules.procedure import procedure
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.rules.shares import needed
import pytest


LAWFUL = ("assembly", "council", "commission")
GROUPS = ("steering", "working_group")


@pytest.mark.parametrize("kind", LAWFUL)
@pytest.mark.parametrize("act", ["128/2000", "131/2000"])
def test_bodies_of_the_law_decide_by_a_majority_of_all_members(kind, act):
    suggested = preset(kind, act)
    assert suggested["majority"].value == ">1/2"
    assert suggested["majority_basis"].value == "all_members"
    assert needed(suggested["majority"].value, 15) == 8


@pytest.mark.parametrize("kind", GROUPS)
def test_groups_decide_by_a_majority_of_those_present_which_no_source_states(kind):
    suggested = preset(kind, "128/2000")
    assert {name: s.value for name, s in suggested.items()} == {
        "quorum": ">1/2",
        "majority": ">1/2",
        "majority_basis": "present",
    }
    assert {s.source for s in suggested.values()} == {"default"}


@pytest.mark.parametrize("kind", ["department", "support", "other"])
def test_nothing_is_suggested_for_other_bodies(kind):
    assert preset(kind, "128/2000") == {}


@pytest.mark.parametrize(
    "kind, rule, value, paragraph",
    [
        ("assembly", "quorum", ">1/2", "§ 92 odst. 3"),
        ("assembly", "majority", ">1/2", "§ 87"),
        ("assembly", "meetings_public", "public", "§ 93"),
        ("assembly", "minutes_days", 10, "§ 95"),
        ("council", "majority", ">1/2", "§ 101"),
        ("council", "meetings_public", "closed", "§ 101"),
        ("council", "minutes_days", 7, "§ 101"),
    ],
)
def test_paragraphs_that_are_sure_are_quoted(kind, rule, value, paragraph):
    suggested = preset(kind, "128/2000")[rule]
    assert suggested.value == value
    assert suggested.source == f"zákon č. 128/2000 Sb., o obcích, {paragraph}"


@pytest.mark.parametrize(
    "kind, rule",
    [
        ("assembly", "invitation_days"),
        ("assembly", "max_interval_months"),
        ("commission", "majority"),
    ],
)
def test_paragraphs_that_are_not_sure_are_not_quoted(kind, rule):
    assert preset(kind, "128/2000")[rule].source == "zákon č. 128/2000 Sb., o obcích"


@pytest.mark.parametrize("kind", LAWFUL)
def test_capital_is_never_told_a_paragraph_of_the_act_on_municipalities(kind):
    for suggested in preset(kind, "131/2000").values():
        assert "128/2000" not in suggested.source
        assert "§" not in suggested.source
    assert preset(kind, "131/2000")["majority"].source == (
        "zákon č. 131/2000 Sb., o hlavním městě Praze"
    )


@pytest.mark.parametrize("kind", [*LAWFUL, *GROUPS])
@pytest.mark.parametrize("act", ["128/2000", "131/2000"])
def test_suggestions_are_rules_with_usable_values(kind, act):
    suggested = preset(kind, act)
    assert set(suggested) <= set(RULES)
    values = {name: s.value for name, s in suggested.items()}
    settings = procedure(values)
    assert all(getattr(settings, name) is not None for name in values)
