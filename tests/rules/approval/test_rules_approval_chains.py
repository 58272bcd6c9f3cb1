"""Which chain a document takes, and what keeps a chain from being used."""

from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import chain_for
from kpss.addon.approval.rules.chain import managing_step
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.flaws import flaws
import pytest


BODIES = {"rs", "rm", "zm", "komise", "stara"}
ACTIVE = BODIES - {"stara"}
LAST = Step("decides", body="rm")


def found(*steps):
    return [
        (flaw.step, flaw.code) for flaw in flaws(Chain("c", "C", steps), BODIES, ACTIVE)
    ]


WRONG = [
    ((), [(None, "no_steps")]),
    ((LAST,), []),
    ((Step("prepares", body="rs"), Step("decides", body="rs")), []),  # BER-52
    ((Step("decides"),), [(0, "no_actor")]),
    ((Step("decides", body="rm", public=True),), [(0, "several_actors")]),
    ((Step("decides", body="rada"),), [(0, "body_unknown")]),
    ((Step("decides", body="stara"),), [(0, "body_ended")]),
    ((LAST, Step("advises", body="komise")), [(1, "last_must_decide")]),
    ((Step("manages", body="rs"),), [(0, "last_must_decide")]),
    (
        (Step("decides", body="rm", outcomes=("taken_note", "returned")),),
        [(0, "last_cannot_approve")],
    ),
    (
        (Step("advises", body="komise", outcomes=("discussed", "approved")), LAST),
        [(0, "outcome_of_other_act")],
    ),
    (
        (Step("advises", body="komise", outcomes=("returned",)), LAST),
        [(0, "cannot_advance")],
    ),
    ((Step("blesses", body="rs"), LAST), [(0, "act_unknown")]),
    (
        (
            Step("manages", body="rs", deadline_days=5, skip_after_deadline=True),
            LAST,
        ),
        [(0, "only_advice_is_skipped")],
    ),
    (
        (Step("advises", body="komise", skip_after_deadline=True), LAST),
        [(0, "skip_without_deadline")],
    ),
]


def test_what_is_wrong_with_a_chain():
    for steps, expected in WRONG:
        assert found(*steps) == expected


ADOPTION = Chain("rad", "Řád", (LAST,), ("organisational_rules",))
AMENDMENT = Chain("zmeny", "Změny", (LAST,), ("organisational_rules",), "amendment")
OTHER = Chain("vystupy", "Výstupy", (LAST,), ("concept",))
NONE = Chain("nic", "Nic", (LAST,))
OLD = Chain("stare", "Staré", (LAST,), ("concept",), active=False)


@pytest.mark.parametrize(
    "kind, purpose, chains",
    [
        ("organisational_rules", "adoption", (ADOPTION,)),
        ("organisational_rules", "amendment", (AMENDMENT,)),  # ZAT-91
        ("concept", "amendment", (OTHER,)),
        ("report", "adoption", ()),
    ],
)
def test_a_chain_is_chosen_by_kind_and_purpose(kind, purpose, chains):
    known = (ADOPTION, AMENDMENT, OLD, OTHER, NONE)
    assert chain_for(known, kind, purpose) == chains


@pytest.mark.parametrize("managing_body, index", [("rs", 2), ("ks", None), (None, 1)])
def test_the_managing_body_speaks_last_where_it_acts_last(managing_body, index):
    steps = (Step("prepares", body="rs"), Step("manages", body="komise"))
    chain = Chain("c", "C", (*steps, Step("decides", body="rs")))
    assert managing_step(chain, managing_body) == index


def test_a_step_of_any_steering_group_is_one_of_the_managing_body():
    chain = Chain("c", "C", (Step("manages", body_kind="steering"), LAST))
    assert managing_step(chain, "rs") == 0
