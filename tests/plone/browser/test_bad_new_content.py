"""What plone.restapi reads of new content before us is refused flat when it is no text."""

import pytest


@pytest.fixture
def town(functional_portal, rest):
    answer = rest.post(
        "/",
        json={
            "@type": "kpss.Process",
            "id": "mesto",
            "title": "Plánování",
            "municipality": "Město",
        },
    )
    assert answer.status_code == 201, answer.text
    answer = rest.post(
        "/mesto/bodies",
        json={"@type": "kpss.Body", "id": "rada", "title": "Rada", "kind": "council"},
    )
    assert answer.status_code == 201, answer.text


BAD = [
    ({"@type": 5}, {"@type"}),
    ({"@type": ["x"]}, {"@type"}),
    ({"@type": {"token": "kpss.Body"}}, {"@type"}),
    ({"@type": False}, {"@type"}),
    ({"id": 5}, {"id"}),
    ({"id": ["x"]}, {"id"}),
    ({"id": "\ud800"}, {"id"}),
    ({"title": 5}, {"title"}),
    ({"title": ["x"]}, {"title"}),
    ({"UID": 5}, {"UID"}),
    ({"language": ["cs"]}, {"language"}),
    ({"@type": 5, "id": [], "title": 0}, {"@type", "id", "title"}),
]


def test_what_is_no_text_is_refused_naming_it(town, rest):
    wrong = []
    for address in ("/mesto", "/mesto/bodies", "/mesto/bodies/rada"):
        for data, fields in BAD:
            sent = {
                "@type": "kpss.Body",
                "title": "Výbor",
                "kind": "commission",
                **data,
            }
            answer = rest.post(address, json=sent)
            found = answer.json()
            named = {error["field"] for error in found.get("errors", ())}
            if (answer.status_code, found.get("code"), named) != (
                400,
                "invalid",
                fields,
            ):
                wrong.append((address, data, answer.status_code, answer.text[:200]))
    assert wrong == []
    assert rest.get("/mesto/bodies").json()["items_total"] == 1


def test_good_content_is_added_as_before(town, rest):
    answer = rest.post(
        "/mesto/bodies",
        json={"@type": "kpss.Body", "title": "Výbor", "kind": "commission", "id": None},
    )
    assert answer.status_code == 201, answer.text
    assert answer.json()["id"] == "vybor"


def test_nobody_is_asked_to_log_in_first(town, anonymous_rest):
    answer = anonymous_rest.post("/mesto/bodies", json={"@type": 5})
    assert answer.status_code == 401
