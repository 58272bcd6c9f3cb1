"""``GET {body}/@procedure``."""

import pytest


URL = "/mesto/bodies/rs/@procedure"


@pytest.fixture
def body(functional_portal, rest):
    """A steering group with rules from 2015 and from 13 July 2020."""
    steps = (
        ("/", {"@type": "kpss.Process", "id": "mesto", "municipality": "Město"}),
        ("/mesto/bodies", {"@type": "kpss.Body", "id": "rs", "kind": "steering"}),
        ("/mesto/bodies/rs", {"@type": "kpss.Rules", "id": "stara", **OLD}),
        ("/mesto/bodies/rs", {"@type": "kpss.Rules", "id": "nova", **NEW}),
    )
    for where, data in steps:
        answer = rest.post(where, json={"title": data["id"], **data})
        assert answer.status_code == 201, answer.text
    return functional_portal


OLD = {"valid_from": "2015-03-16", "quorum": ">1/2"}
NEW = {
    "title": "Jednací řád řídící skupiny",
    "document": "Jednací řád",
    "valid_from": "2020-07-13",
    "quorum": ">=2/3",
    "min_meetings_per_year": 2,
    "usual_interval_months": 3,
    "sources": {"quorum": "default", "min_meetings_per_year": "čl. 5"},
}
QUORUM = "A quorum needs the presence of at least two thirds of the members."
MEETS = "It meets at least twice a year, usually once every three months."


def test_answer_has_rules_items_and_sentences(body, rest):
    answer = rest.get(f"{URL}?on=2020-07-13")
    assert answer.status_code == 200
    data = answer.json()
    base = f"{body.absolute_url()}/mesto/bodies/rs"
    items = data.pop("items")
    assert data == {
        "@id": f"{base}/@procedure",
        "on": "2020-07-13",
        "rules": {
            "@id": f"{base}/nova",
            "title": "Jednací řád řídící skupiny",
            "document": "Jednací řád",
            "valid_from": "2020-07-13",
            "valid_to": None,
        },
        "sentences": [
            {
                "rules": ["quorum"],
                "text": QUORUM,
                "source": "default value, the rules do not state it",
                "is_default": True,
                "group": "Quorum and voting",
            },
            {
                "rules": ["usual_interval_months", "min_meetings_per_year"],
                "text": MEETS,
                "source": "čl. 5",
                "is_default": False,
                "group": "Meetings",
            },
        ],
    }
    set_ = {name: item for name, item in items.items() if item["value"] is not None}
    assert set_ == {
        "quorum": {"value": ">=2/3", "source": "default", "sentence": QUORUM},
        "min_meetings_per_year": {"value": 2, "source": "čl. 5", "sentence": MEETS},
        "usual_interval_months": {"value": 3, "source": None, "sentence": MEETS},
    }
    unset = {"value": None, "source": None, "sentence": None}
    assert all(item == unset for name, item in items.items() if name not in set_)
    assert len(items) == 64


@pytest.mark.parametrize(
    "on, rules",
    [
        ("2015-03-15", None),
        ("2015-03-16", "stara"),
        ("2020-07-12", "stara"),
        ("2020-07-13", "nova"),
        ("2999-12-31", "nova"),
    ],
)
def test_exactly_the_rules_in_force_on_the_day_are_answered(body, rest, on, rules):
    found = rest.get(f"{URL}?on={on}").json()["rules"]
    assert (found and found["@id"].rpartition("/")[2]) == rules


def test_without_a_day_the_rules_of_today_are_answered(body, rest):
    assert rest.get(URL).json()["rules"]["document"] == "Jednací řád"


@pytest.mark.parametrize(
    "query",
    [
        "on=",
        "on=2020-13-01",
        "on=2020-02-30",
        "on=20200713",
        "on=today",
        "on=2020-07-13&on=2020-07-14",
        "on=2020-07-13T10:00",
        "on:record=5",
        "on.year:record=2020",
        "on:records=5",
        "on:list=5",
        "on:tuple=",
        "on:tokens=2020-07-13%202020-07-14",
        "on:int=5",
        "on:boolean=1",
        "on:json=%7B%7D",
        "on:utf8:ustring=5",
        "on:default=5",
        "on:ignore_empty=",
        "on=2020-07-13&on:record=5",
    ],
)
def test_bad_day_is_refused_with_a_flat_error(body, rest, query):
    answer = rest.get(f"{URL}?{query}")
    assert answer.status_code == 400
    data = answer.json()
    assert data["type"] == "BadRequest"
    assert data["code"] == "bad_date"
    assert data["message"].endswith(" is not a date: write YYYY-MM-DD.")
    assert data["errors"] == [{"field": "on", "message": data["message"]}]
    assert set(data["params"]) == {"value"}
    assert "traceback" not in data


@pytest.mark.parametrize("name", ["on:record", "on:list", "on:ustring", "on:date"])
def test_converters_do_not_change_the_day(body, rest, name):
    answer = rest.get(f"{URL}?{name}=2020-07-12")
    assert (answer.status_code, answer.json()["on"]) == (200, "2020-07-12")


@pytest.mark.parametrize("query", ["only=5", "once:record=5", "person.on:record=5"])
def test_other_parameters_are_not_the_day(body, rest, query):
    assert rest.get(f"{URL}?{query}").status_code == 200


def test_nobody_reads_the_rules_of_a_body_that_is_not_public(body, anonymous_rest):
    assert anonymous_rest.get(URL).status_code == 401
    assert anonymous_rest.get(f"{URL}?on=nonsense").status_code == 401


def test_everybody_reads_the_rules_of_a_public_body(body, rest, anonymous_rest):
    for where in ("/mesto", "/mesto/bodies/rs"):
        answer = rest.post(f"{where}/@workflow/publish", json={})
        assert answer.status_code == 200, answer.text
    answer = anonymous_rest.get(f"{URL}?on=2020-07-13")
    assert answer.status_code == 200
    assert answer.json()["sentences"][0]["text"] == QUORUM
