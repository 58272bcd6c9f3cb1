"""The table of docs/approval-chain.md, the workflow's XML and the rules say the same."""

from functools import cache
from kpss.addon.approval.rules.states import STATES
from kpss.addon.approval.rules.transitions import EXITS
from kpss.addon.approval.rules.transitions import TARGETS
from lxml import etree
from pathlib import Path
import re


ROOT = Path(__file__).parents[2]
XML = (
    ROOT / "src/kpss/addon/profiles/default/workflows"
    "/kpss_approval_workflow/definition.xml"
)
PERMISSIONS = ("View", "Modify portal content", "Delete objects")
OWN_ROLES = re.compile(r"^KPSS ")


@cache
def definition():
    return etree.parse(str(XML)).getroot()


@cache
def table(heading: str) -> dict[str, list[str]]:
    """Rows of the table under a heading by their first cell."""
    text = (ROOT / "docs/approval-chain.md").read_text("utf-8")
    part = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if "|" in line]
    return {
        row[0].strip().strip("`"): [cell.strip() for cell in row[1:]]
        for row in rows[2:]
    }


def codes(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([a-z_]+)`", cell))


def exits_in(state: str, cell: str) -> tuple[str, ...]:
    if cell.startswith("as "):
        return codes(table("States")[codes(cell)[0]][1])
    return codes(cell)


def permission(state, name: str) -> str:
    found = state.find(f"permission-map[@name='{name}']")
    roles = [OWN_ROLES.sub("", one.text) for one in found.findall("permission-role")]
    acquired = "as the process" if found.get("acquired") == "True" else ""
    return acquired + ", ".join(roles)


def test_states_are_those_of_the_rules():
    states = [one.get("state_id") for one in definition().findall("state")]
    assert states == list(STATES) == list(table("States"))


def test_exits_are_those_of_the_rules():
    for state in definition().findall("state"):
        name = state.get("state_id")
        exits = tuple(
            one.get("transition_id") for one in state.findall("exit-transition")
        )
        assert exits == EXITS[name] == exits_in(name, table("States")[name][1]), name


def test_permissions_are_those_of_the_table():
    for state in definition().findall("state"):
        name = state.get("state_id")
        told = table("States")[name][2:]
        assert [permission(state, one) for one in PERMISSIONS] == told, name
        view = permission(state, "View")
        assert permission(state, "Access contents information") == view, name


def test_transitions_are_those_of_the_rules():
    found = {
        one.get("transition_id"): one.get("new_state") or None
        for one in definition().findall("transition")
    }
    told = {
        name: next(iter(codes(row[0])), None)
        for name, row in table("Transitions").items()
    }
    assert found == TARGETS == told


def test_every_transition_has_its_guard():
    for one in definition().findall("transition"):
        name = one.get("transition_id")
        guard = one.find("guard")
        assert guard.findtext("guard-permission") == (
            "kpss.addon: Take Part In Approval"
        ), name
        expression = guard.findtext("guard-expression")
        assert expression == f"here/@@kpss-guard/{name}", name


def test_managers_do_not_pass_by_the_guard():
    assert definition().get("manager_bypass") == "False"


def test_nothing_of_an_entry_is_told_without_taking_part():
    """Who did it, what was said and everything of ours has a guard of its own."""
    for one in definition().findall("variable"):
        name = one.get("variable_id")
        guarded = one.findtext("guard/guard-permission")
        if name.startswith("kpss_") or name in ("actor", "comments", "review_history"):
            assert guarded == "kpss.addon: Take Part In Approval", name
        assert one.get("for_catalog") == "False", name
