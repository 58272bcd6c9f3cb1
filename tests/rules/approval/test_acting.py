"""Who may record at a step: a table of people and steps."""

from kpss.addon.approval.rules.acknowledging import awaits_acknowledgement
from kpss.addon.approval.rules.acting import Acting
from kpss.addon.approval.rules.acting import Held
from kpss.addon.approval.rules.acting import may_record
from kpss.addon.approval.rules.acting import may_record_as_delegate
from kpss.addon.approval.rules.chain import ADVISES
from kpss.addon.approval.rules.chain import Step
import pytest


LEADER = Acting("l", held=(Held("vedouci", "leader", "ps"),))
CHAIR = Acting("p", held=(Held("predseda", "chair", "rs"),))
CLERK = Acting("r", held=(Held("referent", "clerk", "odbor"),))
GUARANTOR = Acting("g", held=(Held("garant", "guarantor", "odbor"),))
SECRETARY = Acting("t", held=(Held("tajemnik", "secretary", "rada"),))
COORDINATOR = Acting("k", coordinates=True)
METHODOLOGIST = Acting("m", advises=True)
MEMBER = Acting("c", member_of=frozenset(("ps", "rs", "rada")))
MANAGER = Acting("a", manages=True)
NOBODY = Acting()
EVERYBODY = {
    "leader": LEADER,
    "chair": CHAIR,
    "clerk": CLERK,
    "guarantor": GUARANTOR,
    "secretary": SECRETARY,
    "coordinator": COORDINATOR,
    "methodologist": METHODOLOGIST,
    "member": MEMBER,
    "manager": MANAGER,
    "nobody": NOBODY,
}
NAMED = {"recorded_by": "referent"}

#: Body and kind, what the step says, who records.
CASES = (
    ("ps", "working_group", {}, {"leader", "coordinator"}),
    ("jina", "working_group", {}, {"coordinator"}),
    ("rs", "steering", {}, {"chair", "coordinator"}),
    ("odbor", "department", {}, {"clerk", "guarantor"}),
    ("komise", "commission", {}, {"clerk", "guarantor"}),
    ("rada", "council", {}, {"clerk", "guarantor", "secretary"}),
    ("zm", "assembly", {}, {"clerk", "guarantor"}),
    ("rada", "council", NAMED, {"clerk", "secretary"}),
    ("komise", "commission", NAMED, {"clerk"}),
    ("rs", "steering", NAMED, {"clerk", "chair"}),
    (None, None, {}, {"coordinator"}),
    (None, None, NAMED, {"clerk"}),
)


def test_who_records_at_a_step():
    for body, kind, more, expected in CASES:
        step = Step(ADVISES, body=body, public=body is None, **more)
        found = {
            name for name, who in EVERYBODY.items() if may_record(step, body, kind, who)
        }
        assert found == expected | {"manager"}, (body, more)


@pytest.mark.parametrize(
    ("to_body", "kind", "to_person", "expected"),
    [
        ("ps", "working_group", None, {"leader", "coordinator"}),
        (None, None, "osoba", {"delegate"}),
        ("odbor", "department", None, {"clerk", "guarantor"}),
        ("rada", "council", None, {"secretary", "clerk", "guarantor"}),
    ],
)
def test_who_records_under_a_delegation(to_body, kind, to_person, expected):
    people = {**EVERYBODY, "delegate": Acting("d", person="osoba")}
    found = {
        name
        for name, who in people.items()
        if may_record_as_delegate(to_body, kind, to_person, who)
    }
    assert found == expected | {"manager"}


@pytest.mark.parametrize(
    ("involvement", "kinds", "expected"),
    [
        (None, ["started"], False),
        ("not_told", ["started"], False),
        ("told", ["started"], False),
        ("must_acknowledge", [], False),
        ("must_acknowledge", ["started"], True),
        ("must_acknowledge", ["started", "comment"], True),
        ("must_acknowledge", ["started", "acknowledged"], False),
        # Submitted again: the guarantor is to know of it again
        ("must_acknowledge", ["started", "acknowledged", "withdrawn", "started"], True),
    ],
)
def test_guarantor_acknowledges_every_submission(involvement, kinds, expected):
    assert awaits_acknowledgement(involvement, kinds) is expected
