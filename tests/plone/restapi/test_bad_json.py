"""JSON of a wrong shape is refused with a flat 400 that names the field."""

import pytest


BODY = "/mesto/bodies/rada"

#: Address, what is sent, the field at fault, words of the sentence.
BAD = [
    (BODY, {"kind": ["x"]}, "Send one code"),
    (BODY, {"kind": {"a": 1}}, "Send one code"),
    (BODY, {"kind": "x"}, "Possible values: assembly, council"),
    (BODY, {"parent": {}}, "Send one code"),
    (BODY, {"parent": ["x"]}, "Send one code"),
    (BODY, {"parent": {"token": ["x"]}}, "Send one code"),
    (BODY, {"established_by": 5}, "Send one code"),
    (BODY, {"acts": [["x"]]}, "Send one code"),
    (BODY, {"acts": {"a": 1}}, "Send a list"),
    (BODY, {"acts": "decides"}, "Send a list"),
    (BODY, {"acts": ["sleeps"]}, "“sleeps” cannot be used here. Possible values"),
    (BODY, {"acts": ["decides", "decides"]}, "decides stands there twice"),
    (BODY, {"acts": ["decides", {"token": "decides"}]}, "decides stands there twice"),
    (BODY, {"mission": 5}, "Send a text, or an object"),
    (BODY, {"mission": [1]}, "Send a text, or an object"),
    (BODY, {"mission": {"data": 5}}, "Send a text, or an object"),
    (BODY, {"mission": {}}, "Send a text, or an object"),
    (
        BODY,
        {"mission": {"data": "x", "content-type": "text/x-rst"}},
        "text/html or text/plain",
    ),
    (BODY, {"mission": {"data": "x", "content-type": ["a"]}}, "Send a text"),
    (BODY, {"mission": {"data": "x", "encoding": "no"}}, "Send a text"),
    (BODY, {"mission": "\ud800"}, "Send a text"),
    (BODY, {"membership_text": [1]}, "Send a text, or an object"),
    (BODY, {"structure_text": True}, "Send a text, or an object"),
    (BODY, {"supreme": "ano"}, "Send true or false"),
    (BODY, {"external": 1}, "Send true or false"),
    (BODY, {"tasks": "a"}, "Send a list"),
    (BODY, {"tasks": ["a", "b\nc"]}, "Entry 2 has several lines"),
    (BODY, {"tasks": [None]}, "Send a text"),
    (BODY, {"title": None}, "a value is required"),
    (BODY, {"title": ""}, "must not be empty"),
    (BODY, {"title": ["x"]}, "Send a text"),
    (BODY, {"title": "a\nb"}, "invisible character U+000A"),
    (BODY, {"title": "Rada 🙂"}, "The character “🙂” cannot be used"),
    (BODY, {"description": "\udfff"}, "Send a text"),
    (BODY, {"chart_order": "x"}, "Send a whole number"),
    (BODY, {"chart_order": 1.5}, "Send a whole number"),
    (BODY, {"chart_order": 10**9}, "from -1000000 to 1000000"),
    (BODY, {"valid_from": "2026-02-30"}, "2026-02-30 is not a date: write YYYY"),
    (BODY, {"valid_from": "20260203"}, "is not a date"),
    (BODY, {"valid_from": "včera"}, "včera is not a date"),
    (BODY, {"valid_from": 2026}, "Send a date as a text"),
    (BODY, {"valid_from": {}}, "Send a date as a text"),
    (BODY, {"layout": "x"}, "“x” cannot be used here. Possible values: body_view."),
    (BODY, {"layout": ["body_view"]}, "cannot be used here"),
    (BODY, {"id": ["x"]}, "Send a text"),
    (BODY, {"ordering": {"obj_id": "x", "delta": 1}}, "must have an order"),
    (BODY, {"sort": {"on": "id", "order": ""}}, "must have an order"),
    ("/mesto", {"ordering": 5}, "Send “obj_id”"),
    ("/mesto", {"ordering": {"obj_id": "x", "delta": 1}}, "Send “obj_id”"),
    ("/mesto", {"ordering": {"obj_id": ["x"], "delta": 1}}, "Send “obj_id”"),
    ("/mesto", {"ordering": {"obj_id": "bodies", "delta": "q"}}, "Send “obj_id”"),
    ("/mesto", {"sort": 5}, "Send “on”"),
    ("/mesto", {"layout": None}, "Possible values: process_view."),
    ("/mesto", {"act": {"token": 5}}, "Send one code"),
    ("/mesto", {"ico": 5}, "Send a text"),
    ("/mesto", {"portal_url": 'https://a.cz/"x'}, 'The character " cannot stand'),
    ("/mesto", {"portal_url": "https://a.cz/'x"}, "The character ' cannot stand"),
    ("/mesto", {"portal_url": "https://a.cz/<b>"}, "The character < cannot stand"),
    ("/mesto", {"portal_url": "https://"}, "is not a web address"),
    ("/mesto", {"portal_url": "https://a.cz/ b"}, "is not a web address"),
    ("/mesto", {"publicity_logo": "x"}, "base64"),
    ("/mesto", {"publicity_logo": ["x"]}, "base64"),
    ("/mesto", {"publicity_logo": {"data": 5}}, "base64"),
    (
        "/mesto",
        {"publicity_logo": {"data": "a", "encoding": "base64"}},
        "base64",
    ),
    (
        "/mesto",
        {"publicity_logo": {"data": "a", "encoding": "rot13"}},
        "base64",
    ),
    ("/mesto", {"stages": "x"}, "Send a list or an object"),
    ("/mesto", {"stages": {"a": 1}}, "part “stages”"),
    ("/mesto", {"stages": [{"id": "A B"}]}, "part “stages”"),
    ("/mesto", {"functions": "x"}, "Send a list of objects"),
    ("/mesto", {"functions": {"id": "a"}}, "Send a list of objects"),
    ("/mesto", {"functions": [5]}, "Row 1 is not an object with the columns: id"),
    ("/mesto", {"units": [{"id": "a", "title": "A", "x": 1}]}, "unknown column x"),
    ("/mesto", {"units": [{"title": "A"}]}, "Row 1, column id: This must not be"),
    ("/mesto", {"units": [{"id": "Á", "title": "A"}]}, "column id: Á is not an id"),
    (
        "/mesto",
        {"units": [{"id": "a", "title": "A"}, {"id": "b", "title": ["B"]}]},
        "Row 2, column title: Send a text.",
    ),
    (
        "/mesto",
        {"functions": [{"id": "a", "title": "x", "kind": ["zzz"]}]},
        "Row 1, column kind: Send one code, as a text.",
    ),
    (
        "/mesto",
        {"functions": [{"id": "a", "title": "x", "kind": "zzz"}]},
        "column kind: “zzz” cannot be used here. Possible values: ",
    ),
    (
        "/mesto",
        {"functions": [{"id": "a", "title": "x", "kind": "leader", "own_box": "ano"}]},
        "Row 1, column own_box: Send true or false",
    ),
]


def add(rest, where, data):
    answer = rest.post(where, json=data)
    assert answer.status_code == 201, answer.text


@pytest.fixture
def town(functional_portal, rest):
    """A process with one body that has everything a row of the table spoils."""
    add(
        rest,
        "/",
        {
            "@type": "kpss.Process",
            "id": "mesto",
            "title": "Plánování",
            "municipality": "Město",
            "portal_url": "https://mesto.cz/sociální?a=1&b[]=2#c",
            "functions": [{"id": "vedouci", "title": "Vedoucí", "kind": "leader"}],
        },
    )
    add(
        rest,
        "/mesto/bodies",
        {
            "@type": "kpss.Body",
            "id": "rada",
            "title": "Rada",
            "kind": "council",
            "acts": ["decides"],
            "tasks": ["schvaluje"],
            "mission": {"data": "<p>Řídí</p>", "content-type": "text/html"},
            "valid_from": "2020-02-29",
            "supreme": True,
        },
    )


def content(rest, address) -> dict:
    answer = rest.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(answer) -> dict[str, str]:
    """Field → sentence; {} when it is not a flat error."""
    if answer.status_code != 400:
        return {}
    return {error["field"]: error["message"] for error in answer.json()["errors"]}


def test_bad_json_is_refused_naming_the_field_and_changes_nothing(town, rest):
    before = {address: content(rest, address) for address in (BODY, "/mesto")}
    wrong = []
    for address, data, words in BAD:
        answer = rest.patch(address, json=data)
        found = refused(answer)
        if set(found) != set(data) or words not in "".join(found.values()):
            wrong.append((data, answer.status_code, found or answer.text[:300]))
    assert wrong == []
    for address, kept in before.items():
        assert content(rest, address) == kept


@pytest.mark.parametrize("address", ["/mesto", BODY])
def test_what_was_read_can_be_sent_back(town, rest, address):
    before = content(rest, address)
    answer = rest.patch(address, json=before)
    assert answer.status_code == 204, answer.text
    after = content(rest, address)
    assert {**after, "modified": 0} == {**before, "modified": 0}


@pytest.mark.parametrize("sent", ["[]", "{", "5", '"x"', "null"])
def test_what_is_no_object_gets_a_flat_error(town, rest, sent):
    answer = rest.patch(BODY, data=sent, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["code"] == "malformed"
    assert answer.json()["message"].endswith("send a JSON object.")
    assert "error" not in answer.json()
    for where in ("/mesto/bodies", "/"):
        answer = rest.post(
            where, data=sent, headers={"Content-Type": "application/json"}
        )
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


@pytest.mark.parametrize("data", [{"kind": ["x"]}, {"mission": [1]}, {"acts": "x"}])
def test_bad_new_body_is_refused_and_not_added(town, rest, data):
    answer = rest.post(
        "/mesto/bodies", json={"@type": "kpss.Body", "title": "Výbor", **data}
    )
    assert set(refused(answer)) == set(data)
    assert content(rest, "/mesto/bodies")["items_total"] == 1


def test_every_bad_field_of_a_call_is_named(town, rest):
    data = {"kind": ["x"], "mission": 5, "supreme": "ano", "valid_from": "x"}
    assert set(refused(rest.patch(BODY, json=data))) == set(data)


FOREIGN = (
    "Constraint not",
    "Required input",
    "Object is of wrong",
    "Wrong contained",
    "is a required field",
    "out of range",
    "does not match format",
    "invalid literal",
    "malformed node",
    "unhashable",
)


def test_nothing_is_said_in_words_of_python_or_zope(town, rest):
    said = [
        message
        for address, data, _words in BAD
        for message in refused(rest.patch(address, json=data)).values()
    ]
    assert len(said) >= len(BAD)
    assert [text for text in said if any(part in text for part in FOREIGN)] == []
    assert [text for text in said if not text.endswith(".")] == []
