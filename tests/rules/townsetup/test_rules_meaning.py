"""References, ids, lines of the chart and chains, all in plain Python."""

from kpss.addon.townsetup.rules.chains import chain_problems
from kpss.addon.townsetup.rules.ids import duplicate_ids
from kpss.addon.townsetup.rules.ids import reserved_ids
from kpss.addon.townsetup.rules.problem import key_path
from kpss.addon.townsetup.rules.references import broken_references
from kpss.addon.townsetup.rules.references import Known
from kpss.addon.townsetup.rules.structure import structure_problems
from kpss.addon.townsetup.rules.suggestion import suggest
import pytest


def found(problems):
    return [(problem.code, problem.key) for problem in problems]


def references(data, **known):
    return found(broken_references(data, Known(**known).with_template(data)))


def bodies(*rows):
    return {"bodies": [dict(row) for row in rows]}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("format",), "format"),
        (("bodies", 3, "kind"), "bodies[3].kind"),
        (("territory", "units", 0), "territory.units[0]"),
    ],
)
def test_key_path_is_written_as_in_programs(path, text):
    assert key_path(path) == text


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"bodies": [{"id": "a"}, {"id": "b"}, {"id": "a"}]}, "bodies[2].id"),
        ({"parties": [{"id": "a"}, {"id": "a"}]}, "parties[1].id"),
        ({"functions": [{"id": "a"}, {"id": "a"}]}, "functions[1].id"),
        ({"territory": {"units": [{"id": "a"}, {"id": "a"}]}}, "territory.units[1].id"),
        ({"organisations": [{"id": "a"}, {"id": "a"}]}, "organisations[1].id"),
        ({"chains": [{"id": "a"}, {"id": "a"}]}, "chains[1].id"),
        ({"agendas": [{"id": "a"}, {"id": "a"}]}, "agendas[1].id"),
        ({"pages": [{"id": "a"}, {"id": "a"}]}, "pages[1].id"),
        ({"stages": [{"id": "a"}, {"id": "a"}]}, "stages[1].id"),
        (
            {"stages": [{"id": "s", "steps": [{"id": "a"}, {"id": "a"}]}]},
            "stages[0].steps[1].id",
        ),
    ],
)
def test_id_is_unique_among_things_of_one_sort(data, key):
    assert found(duplicate_ids(data)) == [("duplicate_id", key)]


def test_same_id_is_fine_in_different_lists():
    assert not found(
        duplicate_ids({"bodies": [{"id": "a"}], "functions": [{"id": "a"}]})
    )


def test_page_cannot_take_the_place_of_a_folder():
    data = {"pages": [{"id": "bodies"}, {"id": "zasady"}]}
    assert found(reserved_ids(data, frozenset({"bodies"}), frozenset())) == [
        ("reserved_page", "pages[0].id")
    ]


def test_town_cannot_bring_a_kind_that_every_process_has():
    data = {"document_kinds": [{"id": "zadosti"}, {"id": "concept"}]}
    assert found(reserved_ids(data, frozenset(), frozenset({"concept"}))) == [
        ("usual_kind", "document_kinds[1].id")
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (bodies({"id": "a", "parent": "x"}), ("unknown_body", "bodies[0].parent")),
        (bodies({"id": "a", "parent": "a"}), ("refers_to_itself", "bodies[0].parent")),
        (
            bodies({"id": "a", "established_by": "x"}),
            ("unknown_body", "bodies[0].established_by"),
        ),
        (
            {"functions": [{"id": "f", "body": "x"}]},
            ("unknown_body", "functions[0].body"),
        ),
        (
            {"functions": [{"id": "f", "represents_in": "x"}]},
            ("unknown_body", "functions[0].represents_in"),
        ),
        (
            {"parties": [{"id": "a", "counts_as": "x"}]},
            ("unknown_party", "parties[0].counts_as"),
        ),
        (
            {"parties": [{"id": "a", "counts_as": "a"}]},
            ("refers_to_itself", "parties[0].counts_as"),
        ),
        ({"agendas": [{"id": "x"}]}, ("unknown_body", "agendas[0].id")),
        (
            {"stages": [{"steps": [{"gate": "x"}]}]},
            ("unknown_body", "stages[0].steps[0].gate"),
        ),
        (
            {"stages": [{"steps": [{"creates": "x"}]}]},
            ("unknown_body", "stages[0].steps[0].creates"),
        ),
        (
            {"chains": [{"steps": [{"body": "x"}]}]},
            ("unknown_body", "chains[0].steps[0].body"),
        ),
        (
            {"chains": [{"steps": [{"recorded_by": "x"}]}]},
            ("unknown_function", "chains[0].steps[0].recorded_by"),
        ),
        (
            bodies({"id": "a", "target_groups": ["x"]}),
            ("unknown_target_group", "bodies[0].target_groups[0]"),
        ),
        (
            bodies({"id": "a", "service_areas": ["x"]}),
            ("unknown_service_area", "bodies[0].service_areas[0]"),
        ),
    ],
)
def test_what_is_referred_to_must_exist(data, problem):
    assert references(data) == [problem]


def test_reference_into_the_existing_process_is_fine():
    data = bodies({"id": "a", "parent": "rada"})
    assert references(data, bodies=frozenset({"rada"})) == []


def test_nearest_id_is_suggested():
    data = bodies(
        {"id": "koordinacni-skupina"}, {"id": "a", "parent": "koordinacni-skupna"}
    )
    [problem] = broken_references(data, Known().with_template(data))
    assert problem.code == "unknown_body_near"
    assert problem.params["near"] == "koordinacni-skupina"


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("councl", "council"),
        ("steerign", "steering"),
        ("xyz", None),
        (12, None),
        ("council" * 1000, None),
    ],
)
def test_suggestion(word, near):
    assert suggest(word, ["council", "commission", "steering"]) == near


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (
            bodies({"id": "a", "parent": "b"}, {"id": "b", "parent": "a"}),
            [("parent_loop", "bodies[0].parent"), ("parent_loop", "bodies[1].parent")],
        ),
        (
            bodies({"id": "a", "supreme": True}, {"id": "b", "supreme": True}),
            [("two_supreme", "bodies[1].supreme")],
        ),
        (
            bodies({"id": "a", "valid_from": "2026-02-01", "valid_to": "2026-01-31"}),
            [("ends_before_start", "bodies[0].valid_to")],
        ),
        (
            bodies({"rules": {"valid_from": "2026-02-01", "valid_to": "2026-01-31"}}),
            [("ends_before_start", "bodies[0].rules.valid_to")],
        ),
        (
            bodies({"id": "a", "permanent": True, "valid_to": "2026-01-31"}),
            [("needs_resolution", "bodies[0].closed_by")],
        ),
        (
            {"functions": [{"tasks": ["x" * 5000] * 5}]},
            [("tasks_too_long", "functions[0].tasks")],
        ),
    ],
)
def test_bodies_fit_together(data, problems):
    assert sorted(found(structure_problems(data))) == problems


@pytest.mark.parametrize(
    "data",
    [
        bodies({"id": "a", "parent": "b"}, {"id": "b", "parent": "c"}, {"id": "c"}),
        bodies({"id": "a", "supreme": True}, {"id": "b", "supreme": False}),
        bodies({"id": "a", "valid_from": "2026-01-31", "valid_to": "2026-01-31"}),
        bodies({"permanent": True, "valid_to": "2026-01-31", "closed_by": "518/20"}),
    ],
)
def test_right_bodies_have_no_problem(data):
    assert found(structure_problems(data)) == []


def test_circle_is_told_with_its_way():
    data = bodies({"id": "a", "parent": "b"}, {"id": "b", "parent": "a"})
    assert [p.params["way"] for p in structure_problems(data)] == [
        "a → b → a",
        "b → a → b",
    ]


@pytest.mark.parametrize(
    ("steps", "problems"),
    [
        ([{"act": "decides"}], [("step_without_actor", "chains[0].steps[0]")]),
        (
            [{"act": "decides", "body": "a", "body_kind": "council"}],
            [("step_with_actors", "chains[0].steps[0]")],
        ),
        (
            [{"act": "advises", "body": "a"}],
            [("last_step_must_decide", "chains[0].steps[0].act")],
        ),
        (
            [
                {"act": "advises", "public": True},
                {"act": "decides", "body_kind": "council"},
            ],
            [],
        ),
        (
            [
                {"act": "advises", "body": "a", "skip_after_deadline": True},
                {"act": "decides", "body": "a", "outcomes": ["taken_note"]},
            ],
            [
                (
                    "step_skip_without_deadline",
                    "chains[0].steps[0].skip_after_deadline",
                ),
                ("step_last_cannot_approve", "chains[0].steps[1]"),
            ],
        ),
        (
            [
                {"act": "prepares", "body": "a", "outcomes": ["approved"]},
                {"act": "decides", "body": "a"},
            ],
            [("step_outcome_of_other_act", "chains[0].steps[0].outcomes")],
        ),
    ],
)
def test_every_step_has_one_actor_and_the_last_one_decides(steps, problems):
    assert found(chain_problems({"chains": [{"id": "c", "steps": steps}]})) == problems


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"bodies": None},
        {"bodies": "x"},
        {"bodies": [None, 1, "x", [], {"id": 3, "parent": [], "target_groups": "x"}]},
        {"chains": [{"steps": [{}, 4]}], "stages": [{"steps": {}}], "parties": {}},
        {"territory": [], "functions": [{"tasks": "x", "body": {}}]},
    ],
)
def test_data_of_any_shape_are_walked_through(data):
    known = Known().with_template(data)
    list(duplicate_ids(data))
    list(broken_references(data, known))
    list(structure_problems(data))
    list(chain_problems(data))
