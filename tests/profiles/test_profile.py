"""The profile's XML says what the code has; read without Plone."""

from lxml import etree
from pathlib import Path
import pytest
import re


ROOT = Path(__file__).parents[2] / "src" / "kpss" / "addon"
PROFILE = ROOT / "profiles" / "default"
TYPES = sorted((PROFILE / "types").glob("*.xml"))
WORKFLOWS = sorted((PROFILE / "workflows").glob("*/definition.xml"))
PERMISSIONS = dict(
    re.findall(
        r'id="([^"]+)"\s+title="([^"]+)"',
        (ROOT / "permissions.zcml").read_text("utf-8"),
    )
)


def parse(path):
    return etree.parse(str(path)).getroot()


def prop(root, name):
    return root.findtext(f"property[@name='{name}']")


def test_every_type_is_listed_and_described():
    listed = [obj.get("name") for obj in parse(PROFILE / "types.xml").findall("object")]
    assert sorted(listed) == [path.stem for path in TYPES]


@pytest.mark.parametrize("path", TYPES, ids=lambda p: p.stem)
def test_type_names_existing_modules_and_permissions(path):
    root = parse(path)
    assert root.get("name") == path.stem
    for name in ("klass", "schema"):
        module = prop(root, name).rpartition(".")[0].removeprefix("kpss.addon.")
        assert (ROOT / Path(*module.split("."))).with_suffix(".py").exists()
    assert prop(root, "add_permission") in PERMISSIONS
    assert prop(root, "filter_content_types") == "True"


@pytest.mark.parametrize("path", TYPES, ids=lambda p: p.stem)
def test_only_a_process_may_be_added_anywhere(path):
    assert (prop(parse(path), "global_allow") == "True") == (
        path.stem == "kpss.Process"
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.parent.name)
def test_workflow_is_sound(path):
    root = parse(path)
    assert root.get("workflow_id") == path.parent.name
    states = {state.get("state_id") for state in root.findall("state")}
    transitions = {
        item.get("transition_id"): item for item in root.findall("transition")
    }
    assert root.get("initial_state") in states
    for transition in transitions.values():
        # Without a new state it stays where it is
        assert transition.get("new_state") in {*states, ""}
        assert transition.findall("guard/guard-permission")
    used = {item.get("transition_id") for item in root.iter("exit-transition")}
    assert used == set(transitions)
    managed = {item.text for item in root.findall("permission")}
    for state in root.findall("state"):
        assert {item.get("name") for item in state.findall("permission-map")} == managed


def test_every_permission_of_ours_is_given_to_somebody():
    given = {
        item.get("name") for item in parse(PROFILE / "rolemap.xml").iter("permission")
    }
    assert given == set(PERMISSIONS.values())


COORDINATORS = {"Manager", "Site Administrator", "KPSS Coordinator"}
EXPERTS = {"KPSS Guarantor", "KPSS Methodologist"}
OFFICE = {"KPSS Guarantor", "KPSS Department Clerk"}
ADOPTING = OFFICE | {"KPSS Council Secretary", "KPSS Body Chair"}
#: Who has what; every other permission of ours is the coordinators' only.
GIVEN_TO_MORE = {
    "kpss.addon: View People": COORDINATORS | EXPERTS,
    "kpss.addon: View Roster": COORDINATORS
    | EXPERTS
    | {
        "KPSS Department Clerk",
        "KPSS Council Secretary",
        "KPSS Body Chair",
        "KPSS Body Member",
    },
    "kpss.addon: Add Document": COORDINATORS | OFFICE,
    "kpss.addon: Submit Document": COORDINATORS | OFFICE | {"KPSS Body Chair"},
    "kpss.addon: Take Part In Approval": COORDINATORS
    | EXPERTS
    | OFFICE
    | {"KPSS Council Secretary", "KPSS Body Chair", "KPSS Body Member"},
    "kpss.addon: Add Resolution": COORDINATORS | ADOPTING,
    "kpss.addon: Adopt Resolution": COORDINATORS | ADOPTING,
    "kpss.addon: View Whole Resolution": COORDINATORS
    | EXPERTS
    | ADOPTING
    | {"KPSS Body Member"},
    "kpss.addon: Propose": COORDINATORS
    | EXPERTS
    | OFFICE
    | {"KPSS Body Chair", "KPSS Body Member"},
    **dict.fromkeys(
        (
            "kpss.addon: Add Meeting",
            "kpss.addon: Convene Meeting",
            "kpss.addon: Record Meeting",
        ),
        COORDINATORS | ADOPTING,
    ),
    "kpss.addon: View Meeting Inside": COORDINATORS
    | EXPERTS
    | ADOPTING
    | {"KPSS Body Member"},
    "kpss.addon: Pass On": COORDINATORS | OFFICE,
    "kpss.addon: Deliver Letters": {"Manager", "Site Administrator"},
    "kpss.addon: Download Submission": COORDINATORS
    | EXPERTS
    | ADOPTING
    | {"KPSS Body Member"},
    "kpss.addon: Report Task Progress": COORDINATORS
    | {"KPSS Body Chair", "KPSS Responsible"},
    "kpss.addon: Record Any Step": COORDINATORS - {"KPSS Coordinator"},
}


def test_permissions_are_given_to_the_coordinators_and_by_name_to_others():
    given = {
        item.get("name"): {role.get("name") for role in item}
        for item in parse(PROFILE / "rolemap.xml").iter("permission")
    }
    assert given == {name: GIVEN_TO_MORE.get(name, COORDINATORS) for name in given}


def test_roles_are_ours_by_name_and_the_same_in_code():
    roles = {item.get("name") for item in parse(PROFILE / "rolemap.xml").find("roles")}
    assert all(role.startswith("KPSS ") for role in roles)
    code = (ROOT / "process" / "roles.py").read_text("utf-8")
    assert roles == set(re.findall(r'"(KPSS [^"]+)"', code))


def test_permissions_are_acquired_from_nowhere():
    for item in parse(PROFILE / "rolemap.xml").iter("permission"):
        assert item.get("acquire") == "False"


#: Who must never have any permission on people and memberships.
OUTSIDERS = {
    "Anonymous",
    "Authenticated",
    "Member",
    "Reader",
    "Editor",
    "Contributor",
    "Reviewer",
    "Owner",
}


@pytest.mark.parametrize(
    "name",
    ["kpss_person_workflow", "kpss_membership_workflow", "kpss_task_workflow"],
)
def test_people_memberships_and_tasks_are_closed_to_the_roles_of_the_site(name):
    root = parse(PROFILE / "workflows" / name / "definition.xml")
    for given in root.iter("permission-map"):
        assert given.get("acquired") == "False"
        assert not OUTSIDERS & {role.text for role in given}


def test_rules_of_procedure_are_versioned_everywhere_it_must_be_said():
    assert "plone.versioning" in (PROFILE / "types" / "kpss.Rules.xml").read_text()
    assert "kpss.Rules" in (PROFILE / "repositorytool.xml").read_text()
    assert "kpss.Rules" in (PROFILE / "diff_tool.xml").read_text()


def test_no_container_with_many_children_is_versioned():
    for name in ("kpss.Process", "kpss.Section", "kpss.Body", "kpss.WorkingGroup"):
        assert "versioning" not in (PROFILE / "types" / f"{name}.xml").read_text()


#: Titles that Plone itself has in Czech.
KNOWN_TO_PLONE = {"Publish"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.parent.name)
def test_titles_of_states_and_transitions_are_translated_in_the_domain_of_plone(path):
    catalogue = ROOT / "locales" / "cs" / "LC_MESSAGES" / "plone.po"
    translated = set(
        re.findall(r'msgid "(.+)"\nmsgstr ".+"', catalogue.read_text("utf-8"))
    )
    root = parse(path)
    titles = {
        item.get("title") for tag in ("state", "transition") for item in root.iter(tag)
    }
    assert titles - translated <= KNOWN_TO_PLONE


@pytest.mark.parametrize(
    "path", sorted((ROOT / "locales" / "cs").rglob("*.po")), ids=lambda p: p.stem
)
def test_no_czech_sentence_is_missing_or_in_doubt(path):
    """A fuzzy one is not compiled, so readers would get English."""
    text = path.read_text("utf-8")
    assert re.findall(r"^#, fuzzy\n(?:#.*\n)*msgid \"(.+)\"", text, re.M) == []
    assert re.findall(r'^msgid "(.+)"\nmsgstr ""\n(?!")', text, re.M) == []
