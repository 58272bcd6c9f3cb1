"""The chains of the shipped towns: without flaws, and each leads to approval."""

from datetime import timedelta
from kpss.addon.approval.rules.case import Entry
from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.chain import ADVANCES
from kpss.addon.approval.rules.chain import APPROVING
from kpss.addon.approval.rules.chain import chain_for
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.facts import Decision
from kpss.addon.approval.rules.facts import Document
from kpss.addon.approval.rules.facts import ResolutionFact
from kpss.addon.approval.rules.flaws import flaws
from kpss.addon.approval.rules.judging import refuse_decision
from kpss.addon.approval.rules.judging import refuse_start
from kpss.addon.approval.rules.reading import read_chain
from kpss.addon.approval.rules.reading import write_chain
from kpss.addon.approval.rules.states import state_of_step
from tests.rules.approval.chains import day
from tests.rules.townsetup.towns import every_town
from tests.rules.townsetup.towns import rows
from tests.rules.townsetup.towns import TOWNS
import pytest


CHAINS = {
    town: tuple(read_chain(row) for row in rows(town, "chains").values())
    for town in TOWNS
}
KINDS = {
    town: {name: row["kind"] for name, row in rows(town, "bodies").items()}
    for town in TOWNS
}
every_chain = pytest.mark.parametrize(
    "town, chain",
    [(town, chain) for town in TOWNS for chain in CHAINS[town]],
    ids=lambda value: value if isinstance(value, str) else value.id,
)


def walked(town, chain, document):
    """The history to the end, every step with the first outcome that leads on."""
    kinds = KINDS[town]
    history = [Entry("started", day(1))]
    for index, step in enumerate(chain.steps):
        wanted = APPROVING if index == chain.last else EFFECTS
        outcome = next(
            one for one in step.allowed if one in wanted and EFFECTS[one] == ADVANCES
        )
        on = day(1) + timedelta(days=index)
        body = step.body or next(
            (name for name, kind in kinds.items() if kind == step.body_kind), None
        )
        decision = Decision(
            index,
            outcome,
            on,
            body=body,
            body_kind=kinds.get(body),
            resolution=ResolutionFact(body, on) if body else None,
        )
        standing = follow(chain, history)
        assert not refuse_decision(chain, standing, decision, document, today=day(30))
        history.append(Entry("decided", on, index, outcome))
    return history


@every_chain
def test_the_chain_has_no_flaws_and_leads_to_approval(town, chain):
    assert flaws(chain, KINDS[town], KINDS[town]) == []
    document = Document(chain.document_kinds[0])
    draft = follow(chain, ())
    assert not refuse_start(chain, draft, document, on=day(1), today=day(1))
    history = walked(town, chain, document)
    assert follow(chain, history).status == "approved"
    assert follow(chain, history[:-1]).status == "running"


@every_town
def test_chains_are_written_back_as_the_template_has_them(town):
    for row, chain in zip(rows(town, "chains").values(), CHAINS[town], strict=True):
        written = write_chain(chain)
        assert {"purpose": "adoption", **written} == {"purpose": "adoption", **row}


@every_town
def test_a_kind_of_document_has_one_chain_for_a_purpose(town):
    kinds = {kind for chain in CHAINS[town] for kind in chain.document_kinds}
    for kind in kinds:
        for purpose in ("adoption", "amendment"):
            assert len(chain_for(CHAINS[town], kind, purpose)) == 1


def way(town, kind, purpose="adoption"):
    """States that a document goes through."""
    (chain,) = chain_for(CHAINS[town], kind, purpose)
    return [state_of_step(step, KINDS[town]) for step in chain.steps]


UP = ["working_group", "steering", "department", "commission", "council", "assembly"]


@pytest.mark.parametrize(
    "town, kind, purpose, states",
    [
        ("beroun", "implementation_plan", "adoption", UP),
        ("beroun", "organisation_structure", "adoption", ["steering", "steering"]),
        ("zatec", "community_plan", "adoption", UP),
        (
            "zatec",
            "organisational_rules",
            "adoption",
            ["steering", "commission", "council"],
        ),
        ("zatec", "organisational_rules", "amendment", ["steering"]),
        ("zatec", "grant_rules", "adoption", ["steering", *UP[1:]]),
        ("namest", "project", "adoption", ["department", "assembly"]),
        (
            "namest",
            "concept",
            "adoption",
            [
                "working_group",
                "steering",
                "public",
                "department",
                "council",
                "assembly",
            ],
        ),
        ("namest", "community_plan", "adoption", [*UP[:3], "council", "assembly"]),
        ("namest", "report", "adoption", ["department", "council", "assembly"]),
        ("praha", "rules_of_procedure", "adoption", ["working_group"]),
        ("praha", "organisation_structure", "adoption", ["commission"]),
        (
            "praha",
            "recommendation",
            "adoption",
            ["working_group", "commission"],
        ),
    ],
    ids=[
        "BER-01, BER-12, BER-45",
        "BER-52",
        "ZAT-20 to ZAT-23",
        "ZAT-04, ZAT-92, ZAT-93",
        "ZAT-91",
        "ZAT-54",
        "NAM-21",
        "NAM-38, NAM-39",
        "NAM-41",
        "NAM-28",
        "PRA-20",
        "PRA-25",
        "PRA-10",
    ],
)
def test_documents_go_the_way_of_their_town(town, kind, purpose, states):
    assert way(town, kind, purpose) == states
