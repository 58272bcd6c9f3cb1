"""The five town templates, read once, and how the tests ask them for their parts."""

from pathlib import Path
import json
import pytest
import yaml


ROOT = Path(__file__).resolve().parents[3]
TOWNSETUP = ROOT / "src/kpss/addon/townsetup"
TOWNS = ("beroun", "zatec", "namest", "praha", "blank")

SCHEMA = json.loads((TOWNSETUP / "schema.json").read_text(encoding="utf-8"))
TEXT = {
    town: (TOWNSETUP / f"templates/{town}.yaml").read_text(encoding="utf-8")
    for town in TOWNS
}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, faster
NODES = {town: yaml.compose(text, LOADER) for town, text in TEXT.items()}
DATA = {
    town: yaml.constructor.SafeConstructor().construct_document(node)
    for town, node in NODES.items()
}

DECIDED = ["approved", "approved_with_changes", "returned", "rejected", "postponed"]
MAJORITY_OF_ALL = {
    "quorum": ">1/2",
    "majority": ">1/2",
    "majority_basis": "all_members",
}
MAJORITY_OF_PRESENT = {
    "quorum": ">1/2",
    "majority": ">1/2",
    "majority_basis": "present",
}
ORDINARY_ELECTION = {
    "election_quorum": ">1/2",
    "election_majority": ">1/2",
    "election_majority_basis": "present",
    "leader_selection": "elected_by_members",
}

every_town = pytest.mark.parametrize("town", TOWNS)


def rows(town, part):
    """The rows of a part (bodies, functions, chains …) by id, in their order."""
    return {row["id"]: row for row in DATA[town].get(part, [])}


def body(town, name):
    return rows(town, "bodies")[name]


def function(town, name):
    return rows(town, "functions")[name]


def rules(town, name):
    """The rules of procedure of a body: rule -> value."""
    return {key: row["value"] for key, row in stated(town, name).items()}


def defaults(town, name):
    """The rules of a body that no source states."""
    return {
        key for key, row in stated(town, name).items() if row["source"] == "default"
    }


def stated(town, name):
    """The rules of a body as they are written: rule -> its value and source."""
    return body(town, name).get("rules", {}).get("values", {})


def chain(town, name):
    """The steps of an approval chain as pairs of who and act."""
    return [
        (step.get("body") or step.get("body_kind") or "public", step["act"])
        for step in rows(town, "chains")[name]["steps"]
    ]


def default_steps(town, name):
    steps = rows(town, "chains")[name]["steps"]
    return [n for n, step in enumerate(steps) if step["source"] == "default"]


def _strings(value):
    if isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str):
        yield value


#: Every text of a template, keys left out.
STRINGS = {town: tuple(_strings(data)) for town, data in DATA.items()}
