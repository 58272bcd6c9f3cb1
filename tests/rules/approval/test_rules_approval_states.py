"""The state of the workflow mirrors the chain."""

from datetime import date
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.states import state
from kpss.addon.approval.rules.states import STATE_OF_KIND
from kpss.addon.approval.rules.states import state_of_step
from kpss.addon.approval.rules.states import STATES
from kpss.addon.approval.rules.validity import Validity
from tests.rules.approval.chains import day
from tests.rules.approval.chains import decided
from tests.rules.approval.chains import LONG
from tests.rules.approval.chains import started
from tests.rules.approval.chains import TO_COUNCIL
import pytest


KINDS = {
    "rs": "steering",
    "komise": "commission",
    "rada": "council",
    "zastupitelstvo": "assembly",
    "metodik": "support",
}
APPROVED = (*TO_COUNCIL, decided(3, "approved", 5), decided(4, "approved", 8))


STEPS = [
    (Step("decides", body="rada"), "council"),
    (Step("prepares", body_kind="working_group"), "working_group"),
    (Step("prepares", body_kind="department"), "department"),
    (Step("advises", public=True), "public"),
    (Step("advises", body="metodik"), "other"),
    (Step("advises", body="zrušená"), "other"),
]


def test_the_state_of_a_step_is_the_kind_of_its_body():
    for step, name in STEPS:
        assert state_of_step(step, KINDS) == name


HISTORIES = [
    ((), "draft"),
    ((started(),), "working_group"),
    (TO_COUNCIL[:2], "steering"),
    (TO_COUNCIL[:3], "commission"),
    (TO_COUNCIL, "council"),
    (APPROVED[:5], "assembly"),
    (APPROVED, "in_force"),
    ((*TO_COUNCIL, decided(3, "rejected", 5)), "rejected"),
    ((*TO_COUNCIL, decided(3, "returned", 5)), "draft"),
    ((*TO_COUNCIL, decided(3, "returned", 5, return_to=1)), "steering"),
    ((*TO_COUNCIL, Entry("withdrawn", day(5))), "withdrawn"),
]


def test_the_state_follows_the_chain():
    validity = Validity("plán", day(8))
    for history, name in HISTORIES:
        standing = follow(LONG, history)
        assert name == state(
            LONG, standing, KINDS, validity=validity, documents=(), on=day(30)
        )


@pytest.mark.parametrize(
    "on, name",
    [
        (date(2020, 8, 31), "approved"),
        (date(2020, 9, 1), "in_force"),
        (date(2021, 12, 31), "in_force"),
        (date(2022, 1, 1), "repealed"),
    ],
)
def test_effect_and_repeal_come_by_themselves_on_the_day(on, name):  # decision 31
    plan = Validity("plán", day(8), date(2020, 9, 1))
    next_one = Validity("další", date(2021, 11, 1), date(2022, 1, 1), None, ("plán",))
    standing = follow(LONG, APPROVED)
    documents = (plan, next_one)
    assert (
        state(LONG, standing, KINDS, validity=plan, documents=documents, on=on) == name
    )


def test_every_kind_of_body_has_a_state():
    assert set(STATE_OF_KIND.values()) <= set(STATES)
    assert len(STATES) == len(set(STATES)) == 15
