"""Every type is created and edited over plone.restapi; errors name the field."""

import pytest


@pytest.fixture
def process_url(functional_portal, rest):
    answer = rest.post(
        "/",
        json={
            "@type": "kpss.Process",
            "id": "mesto",
            "title": "Plánování",
            "municipality": "Město",
            "ico": "00064581",
            "parties": [
                {"id": "zadavatel", "title": "Zadavatel"},
                {"id": "poskytovatel", "title": "Poskytovatel"},
            ],
        },
    )
    assert answer.status_code == 201, answer.text
    return "/mesto"


def fields_of(answer) -> dict[str, str]:
    """Field → message of a refused call."""
    assert answer.status_code == 400, answer.text
    return {error["field"]: error["message"] for error in answer.json()["errors"]}


def add(rest, where, **data):
    return rest.post(where, json=data)


def test_body_group_rules_and_organisation_are_created(process_url, rest):
    for where, data in (
        (
            "/bodies",
            {"@type": "kpss.Body", "id": "rada", "title": "Rada", "kind": "council"},
        ),
        (
            "/bodies",
            {
                "@type": "kpss.WorkingGroup",
                "id": "ps",
                "title": "Senioři",
                "parent": "rada",
                "target_groups": ["seniori"],
            },
        ),
        ("/bodies/ps", {"@type": "kpss.Rules", "title": "Pravidla"}),
        (
            "/providers",
            {"@type": "kpss.Organisation", "title": "Kraj", "kind": "region"},
        ),
    ):
        answer = rest.post(process_url + where, json=data)
        assert answer.status_code == 201, answer.text
    assert rest.get(process_url + "/bodies/ps").json()["parent"]["token"] == "rada"


@pytest.mark.parametrize(
    "data, field, words",
    [
        ({"title": 5}, "title", ""),
        ({"lead": ["x"]}, "lead", ""),
        ({"parties": [5]}, "parties", ""),
        ({"parties": "x"}, "parties", ""),
        ({"ico": 64581}, "ico", ""),
        ({"portal_url": 5}, "portal_url", ""),
        ({"stages": [{"id": "A B"}]}, "stages", ""),
        ({"ico": "12345678"}, "ico", "not a valid identification number"),
        ({"title": "x" * 5000}, "title", "5000 characters"),
        ({"title": "Plán 🙂"}, "title", "cannot be used"),
        ({"portal_url": "javascript:alert(1)"}, "portal_url", "not a web address"),
        (
            {"parties": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]},
            "parties",
            "used twice",
        ),
        (
            {"parties": [{"id": "a", "title": "A", "counts_as": "b"}]},
            "parties",
            "not another row",
        ),
    ],
)
def test_bad_process_is_refused_naming_the_field(process_url, rest, data, field, words):
    assert words in fields_of(rest.patch(process_url, json=data))[field]
    assert rest.get(process_url).json()["title"] == "Plánování"


@pytest.mark.parametrize(
    "data, field, words",
    [
        ({"kind": "neznamy"}, "kind", ""),
        ({"parent": 5}, "parent", ""),
        ({"acts": ["spi"]}, "acts", ""),
        ({"tasks": [5]}, "tasks", ""),
        ({"chart_order": "x"}, "chart_order", ""),
        ({"parent": "neni"}, "parent", "no body neni"),
        ({"valid_from": "2026-02-30"}, "valid_from", ""),
        (
            {"valid_from": "2026-02-01", "valid_to": "2026-01-01"},
            "valid_to",
            "before the day",
        ),
        (
            {"permanent": True, "valid_to": "2026-01-01"},
            "closed_by",
            "only by a resolution",
        ),
    ],
)
def test_bad_body_is_refused_naming_the_field(process_url, rest, data, field, words):
    answer = add(
        rest, process_url + "/bodies", **{"@type": "kpss.Body", "title": "Rada", **data}
    )
    assert words in fields_of(answer)[field]
    assert rest.get(process_url + "/bodies").json()["items"] == []


def test_two_supreme_bodies_and_a_loop_are_refused(process_url, rest):
    bodies = process_url + "/bodies"
    add(
        rest, bodies, **{"@type": "kpss.Body", "id": "a", "title": "A", "supreme": True}
    )
    add(rest, bodies, **{"@type": "kpss.Body", "id": "b", "title": "B", "parent": "a"})
    assert (
        "only one"
        in fields_of(rest.patch(bodies + "/b", json={"supreme": True}))["supreme"]
    )
    assert (
        "hangs under"
        in fields_of(rest.patch(bodies + "/a", json={"parent": "b"}))["parent"]
    )


def test_deleting_a_referred_body_answers_400_with_the_reason(process_url, rest):
    bodies = process_url + "/bodies"
    add(rest, bodies, **{"@type": "kpss.Body", "id": "a", "title": "Rada"})
    add(
        rest,
        bodies,
        **{"@type": "kpss.Body", "id": "b", "title": "Komise", "parent": "a"},
    )
    answer = rest.delete(bodies + "/a")
    assert answer.status_code == 400
    assert "the body Komise" in answer.json()["message"]
    assert rest.get(bodies + "/a").status_code == 200


def test_body_is_not_added_where_organisations_belong(process_url, rest):
    answer = add(
        rest, process_url + "/providers", **{"@type": "kpss.Body", "title": "Rada"}
    )
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("path", ["", "/bodies", "/providers"])
def test_internal_process_is_closed_to_anonymous(process_url, anonymous_rest, path):
    assert anonymous_rest.get(process_url + path).status_code == 401


def test_public_process_shows_no_internal_body(
    functional_portal, process_url, rest, anonymous_rest
):
    bodies = process_url + "/bodies"
    add(rest, bodies, **{"@type": "kpss.Body", "id": "tajna", "title": "Tajná skupina"})
    add(
        rest,
        bodies,
        **{"@type": "kpss.Body", "id": "a", "title": "Rada", "parent": "tajna"},
    )
    rest.post(process_url + "/@workflow/publish")
    rest.post(bodies + "/tajna/@workflow/hide")
    for path in (
        "",
        "/bodies",
        "/bodies/a",
        "/@search?metadata_fields=_all&fullobjects=1",
    ):
        answer = anonymous_rest.get(process_url + path)
        assert answer.status_code == 200
        assert "Tajná" not in answer.text
    vocabulary = anonymous_rest.get(bodies + "/a/@vocabularies/kpss.addon.bodies")
    assert "Tajná" not in vocabulary.text


def test_anonymous_creates_nothing(functional_portal, anonymous_rest):
    answer = add(
        anonymous_rest,
        "/",
        **{"@type": "kpss.Process", "title": "P", "municipality": "M"},
    )
    assert answer.status_code == 401


def test_former_names_are_not_written_over_rest(process_url, rest):
    bodies = process_url + "/bodies"
    add(rest, bodies, **{"@type": "kpss.Body", "id": "a", "title": "Rada"})
    rest.patch(
        bodies + "/a", json={"former_names": [{"title": "x", "until": "2020-01-01"}]}
    )
    assert not rest.get(bodies + "/a").json()["former_names"]


@pytest.mark.parametrize("name", ["bodies", "providers"])
def test_folders_of_a_process_are_neither_deleted_nor_renamed(process_url, rest, name):
    answer = rest.delete(f"{process_url}/{name}")
    assert (answer.status_code, "stays in it" in answer.json()["message"]) == (
        400,
        True,
    )
    rest.patch(f"{process_url}/{name}", json={"id": "jinak"})
    assert rest.get(f"{process_url}/{name}").status_code == 200
    assert rest.delete(process_url).status_code == 204


def test_nobody_adds_a_second_folder_of_bodies(process_url, rest):
    answer = rest.post(process_url, json={"@type": "kpss.Section", "title": "Druhá"})
    assert answer.status_code in (400, 403)


def test_pra_02_resolution_needs_its_date_over_rest_too(process_url, rest):
    bodies = process_url + "/bodies"
    add(
        rest,
        bodies,
        **{"@type": "kpss.Body", "id": "a", "title": "A", "permanent": True},
    )
    answer = rest.patch(
        bodies + "/a", json={"valid_to": "2026-01-01", "closed_by": "1/2"}
    )
    assert "date of the resolution" in fields_of(answer)["closed_by_date"]


def test_working_group_does_not_become_another_kind(process_url, rest):
    answer = add(
        rest,
        process_url + "/bodies",
        **{"@type": "kpss.WorkingGroup", "title": "PS", "kind": "council"},
    )
    assert "kind" in fields_of(answer)


def test_body_is_not_copied_or_moved_where_it_does_not_belong(process_url, rest):
    add(
        rest,
        process_url + "/bodies",
        **{"@type": "kpss.Body", "id": "a", "title": "Rada"},
    )
    for service in ("@copy", "@move"):
        answer = rest.post(
            f"{process_url}/{service}", json={"source": f"{process_url}/bodies/a"}
        )
        assert answer.status_code == 400, answer.text
        assert "does not belong into" in answer.json()["message"]
    assert rest.get(process_url + "/bodies/a").status_code == 200
