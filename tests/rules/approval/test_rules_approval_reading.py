"""Chains out of the data of a town template, and back."""

from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import OUTCOMES
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.reading import CHAIN_KEYS
from kpss.addon.approval.rules.reading import Misread
from kpss.addon.approval.rules.reading import read_chain
from kpss.addon.approval.rules.reading import STEP_KEYS
from kpss.addon.approval.rules.reading import write_chain
from kpss.addon.approval.rules.states import STATE_OF_KIND
from tests.rules.townsetup.towns import SCHEMA
import pytest


ROW = {
    "id": "rad",
    "title": "Řád",
    "document_kinds": ["organisational_rules"],
    "purpose": "amendment",
    "source": "čl. IV",
    "steps": [
        {
            "body": "komise",
            "act": "advises",
            "outcomes": ["discussed", "returned"],
            "deadline_days": 14,
            "deadline_kind": "working",
            "skip_after_deadline": True,
            "recorded_by": "referent",
            "note": "Stanovisko.",
            "source": "default",
        },
        {"body_kind": "council", "act": "decides", "resolution_required": True},
        {"public": True, "act": "advises", "delegation": True},
    ],
}
CHAIN = Chain(
    "rad",
    "Řád",
    (
        Step(
            "advises",
            body="komise",
            outcomes=("discussed", "returned"),
            deadline_days=14,
            deadline_kind="working",
            skip_after_deadline=True,
            recorded_by="referent",
            note="Stanovisko.",
            source="default",
        ),
        Step("decides", body_kind="council", resolution_required=True),
        Step("advises", public=True, delegation=True),
    ),
    ("organisational_rules",),
    "amendment",
    "čl. IV",
)


def test_a_chain_is_read_and_written_back_as_it_was():
    assert read_chain(ROW) == CHAIN
    assert write_chain(CHAIN) == ROW


def test_defaults_need_not_be_written():
    row = {"id": "c", "title": "C", "steps": [{"act": "decides", "body": "rm"}]}
    stated = {**row, "purpose": "adoption", "document_kinds": []}
    assert read_chain(stated) == read_chain(row)
    assert write_chain(read_chain(stated)) == row


def without(key):
    return {name: value for name, value in ROW.items() if name != key}


def with_step(**more):
    return {**ROW, "steps": [{"act": "decides", "body": "rm", **more}]}


NO_CHAINS = [
    ([], (), "not_a_mapping"),
    ({**ROW, "colour": "red"}, ("colour",), "unknown_key"),
    (without("title"), ("title",), "missing_key"),
    (without("steps"), ("steps",), "missing_key"),
    ({**ROW, "steps": []}, ("steps",), "not_allowed"),
    ({**ROW, "steps": {}}, ("steps",), "not_allowed"),
    ({**ROW, "purpose": "fun"}, ("purpose",), "not_allowed"),
    ({**ROW, "document_kinds": ["a", "a"]}, ("document_kinds",), "not_allowed"),
    ({**ROW, "steps": ["rm"]}, ("steps", 0), "not_a_mapping"),
    ({**ROW, "steps": [{"body": "rm"}]}, ("steps", 0, "act"), "missing_key"),
    (with_step(important=True), ("steps", 0, "important"), "unknown_key"),
    (with_step(act="blesses"), ("steps", 0, "act"), "not_allowed"),
    (with_step(act=None), ("steps", 0, "act"), "not_allowed"),
    (with_step(public=False), ("steps", 0, "public"), "not_allowed"),
    (with_step(outcomes=["fine"]), ("steps", 0, "outcomes"), "not_allowed"),
    (with_step(outcomes=[["a"]]), ("steps", 0, "outcomes"), "not_allowed"),
    (with_step(deadline_days=-1), ("steps", 0, "deadline_days"), "not_allowed"),
    (with_step(deadline_days=True), ("steps", 0, "deadline_days"), "not_allowed"),
    (with_step(deadline_days=3651), ("steps", 0, "deadline_days"), "not_allowed"),
    (with_step(delegation="yes"), ("steps", 0, "delegation"), "not_allowed"),
]


def test_what_is_no_chain_is_refused_with_its_place():
    for data, path, code in NO_CHAINS:
        with pytest.raises(Misread) as caught:
            read_chain(data)
        assert (caught.value.path, caught.value.code) == (path, code), data


def test_chains_have_the_shape_of_the_schema_of_templates():
    chain = SCHEMA["properties"]["chains"]["items"]
    step = chain["properties"]["steps"]["items"]["properties"]
    assert set(CHAIN_KEYS) == set(chain["properties"])
    assert set(STEP_KEYS) == set(step)
    assert set(OUTCOMES) == set(step["act"]["enum"])
    assert set(EFFECTS) == set(step["outcomes"]["items"]["enum"])
    assert set(STATE_OF_KIND) == set(step["body_kind"]["enum"])
