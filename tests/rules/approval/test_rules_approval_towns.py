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


CHAINS = {
    town: tuple(read_chain(row) for row in rows(town, "chains").values())
    for town in TOWNS
}
KINDS = {
    town: {name: row["kind"] for name, row in rows(town, "bodies").items()}
    for town in TOWNS
}


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


@every_town
def test_the_towns_chains_have_no_flaws_and_lead_to_approval(town):
    assert CHAINS[town]
    for chain in CHAINS[town]:
        assert flaws(chain, KINDS[town], KINDS[town]) == []
        document = Document(chain.document_kinds[0])
        draft = follow(chain, ())
        assert not refuse_start(chain, draft, document, on=day(1), today=day(1))
        history = walked(town, chain, document)
        assert follow(chain, history).status == "approved"
        assert follow(chain, history[:-1]).status == "running"


def test_chains_are_written_back_as_the_template_has_them():
    for town in TOWNS:
        read = [{"purpose": "adoption", **row} for row in rows(town, "chains").values()]
        written = [{"purpose": "adoption", **write_chain(one)} for one in CHAINS[town]]
        assert written == read


def test_a_kind_of_document_has_one_chain_for_a_purpose():
    for chains in CHAINS.values():
        kinds = {kind for chain in chains for kind in chain.document_kinds}
        for kind in kinds:
            for purpose in ("adoption", "amendment"):
                assert len(chain_for(chains, kind, purpose)) == 1


UP = ["working_group", "steering", "department", "commission", "council", "assembly"]
WAYS = {
    ("beroun", "implementation_plan"): UP,  # BER-01, BER-12, BER-45
    ("beroun", "organisation_structure"): ["steering", "steering"],  # BER-52
    ("zatec", "community_plan"): UP,  # ZAT-20 to ZAT-23
    # ZAT-04, ZAT-92, ZAT-93
    ("zatec", "organisational_rules"): ["steering", "commission", "council"],
    ("zatec", "grant_rules"): ["steering", *UP[1:]],  # ZAT-54
    ("zatec", "grant_programme"): ["steering", *UP[1:]],  # ZAT-54
    ("namest", "project"): ["department", "assembly"],  # NAM-21
    ("namest", "concept"): [*UP[:2], "public", "department", *UP[4:]],  # NAM-38, NAM-39
    ("namest", "community_plan"): [*UP[:3], *UP[4:]],  # NAM-41
    ("namest", "report"): ["department", *UP[4:]],  # NAM-28
    ("praha", "rules_of_procedure"): ["working_group"],  # PRA-20
    ("praha", "organisation_structure"): ["commission"],  # PRA-25
    ("praha", "recommendation"): ["working_group", "commission"],  # PRA-10
}


def way(town, kind, purpose="adoption"):
    """States that a document goes through."""
    (chain,) = chain_for(CHAINS[town], kind, purpose)
    return [state_of_step(step, KINDS[town]) for step in chain.steps]


def test_documents_go_the_way_of_their_town():
    assert {(town, kind): way(town, kind) for town, kind in WAYS} == WAYS


def test_an_amendment_of_the_rules_is_the_steering_groups_alone():  # ZAT-91
    assert way("zatec", "organisational_rules", "amendment") == ["steering"]
    assert way("zatec", "organisation_structure", "amendment") == ["steering"]
