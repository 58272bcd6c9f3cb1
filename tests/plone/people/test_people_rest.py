"""People and memberships over REST: who gets what, and what is refused."""

from plone import api
from plone.restapi.testing import RelativeSession
import pytest
import re
import transaction


PRIVATE = ("private_email", "private_phone", "private_address", "user_id", "note")


def errors(answer):
    assert answer.status_code == 400, answer.text
    return {one["field"]: one["message"] for one in answer.json()["errors"]}


@pytest.fixture
def as_role(functional_portal, town):
    """A REST session of somebody who has a role in the process."""
    sessions = []

    def session(role):
        api.user.create(
            username="nekdo", password="Heslo-123-dlouhe", email="n@mesto.example"
        )
        town.manage_setLocalRoles("nekdo", [role])
        town.reindexObjectSecurity()
        transaction.commit()
        rest = RelativeSession(functional_portal.absolute_url())
        rest.headers["Accept"] = "application/json"
        rest.auth = ("nekdo", "Heslo-123-dlouhe")
        sessions.append(rest)
        return rest

    yield session
    for one in sessions:
        one.close()


def test_person_gets_a_random_id_and_a_title(town, rest):
    answer = rest.post(
        "/mesto/people",
        json={"@type": "kpss.Person", "given_name": "Eva", "family_name": "Malá"},
    )
    assert answer.status_code == 201, answer.text
    assert re.match(r"p-[0-9a-f]{12}\Z", answer.json()["id"])
    assert answer.json()["title"] == "Eva Malá"


def test_membership_gets_a_random_id_and_a_title(town, rest):
    answer = rest.post(
        "/mesto/bodies/ps",
        json={"@type": "kpss.Membership", "person": "petr", "valid_from": "2024-01-01"},
    )
    assert answer.status_code == 201, answer.text
    assert re.match(r"m-[0-9a-f]{12}\Z", answer.json()["id"])
    assert answer.json()["title"] == "Petr Čáp"


def test_names_are_required(town, rest):
    answer = rest.post("/mesto/people", json={"@type": "kpss.Person"})
    assert set(errors(answer)) == {"given_name", "family_name"}


def test_account_that_does_not_exist_is_refused_by_name(town, rest):
    answer = rest.patch("/mesto/people/jana", json={"user_id": "nikdo"})
    assert errors(answer) == {"user_id": "There is no user account nikdo."}


@pytest.mark.parametrize(
    "row, field",
    [
        ({"what": "all", "given_on": "2024-01-01"}, "consents"),
        ({"what": "name", "given_on": "1. 1. 2024"}, "consents"),
        ({"what": "name"}, "consents"),
    ],
)
def test_bad_consent_is_refused_by_name(town, rest, row, field):
    answer = rest.patch("/mesto/people/jana", json={"consents": [row]})
    assert set(errors(answer)) == {field}


def test_consent_comes_back_as_it_was_sent(town, rest):
    row = {
        "what": "name",
        "given_on": "2024-01-01",
        "text_version": "1",
        "withdrawn_on": None,
    }
    answer = rest.patch("/mesto/people/jana", json={"consents": [row]})
    assert answer.status_code == 204, answer.text
    got = rest.get("/mesto/people/jana").json()["consents"]
    assert [{**one, "what": one["what"]} for one in got] == [row]


@pytest.mark.parametrize(
    "values, field",
    [
        ({"person": "nikdo"}, "person"),
        ({"function": "predseda-rs"}, "function"),
        ({"party": "nikdo"}, "party"),
        ({"organisation": "nic"}, "organisation"),
        ({"unit": "nic"}, "unit"),
        ({"basis": "jen tak"}, "basis"),
        ({"reserved_by": "nic"}, "reserved_by"),
        ({"valid_to": "2023-12-31"}, "valid_to"),
        ({"valid_from": None}, "valid_from"),
        ({"voting": "ano"}, "voting"),
        ({"substitute_of": "m-000000000000"}, "substitute_of"),
    ],
)
def test_bad_membership_is_refused_by_name(town, rest, values, field):
    sent = {"@type": "kpss.Membership", "person": "petr", "valid_from": "2024-01-01"}
    answer = rest.post("/mesto/bodies/ps", json={**sent, **values})
    assert set(errors(answer)) == {field}


def test_last_day_before_the_first_is_refused_on_changing(town, rest):
    [membership] = town["bodies"]["ps"].objectIds()
    answer = rest.patch(
        f"/mesto/bodies/ps/{membership}", json={"valid_to": "2023-12-31"}
    )
    assert errors(answer) == {"valid_to": "The last day is before the first."}


def test_what_the_other_memberships_forbid_is_refused_by_name(town, rest):
    answer = rest.post(
        "/mesto/bodies/ps",
        json={
            "@type": "kpss.Membership",
            "person": "petr",
            "function": "vedouci",
            "valid_from": "2024-06-01",
        },
    )
    assert set(errors(answer)) == {"function"}


def test_membership_of_an_archived_person_can_be_changed(town, rest):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(town["people"]["jana"], "archive")
    transaction.commit()
    [membership] = town["bodies"]["ps"].objectIds()
    address = f"/mesto/bodies/ps/{membership}"
    answer = rest.patch(address, json={"person": "jana", "valid_to": "2024-12-31"})
    assert answer.status_code == 204, answer.text


@pytest.mark.parametrize("service", ["@move", "@copy"])
def test_membership_is_neither_moved_nor_copied(town, rest, service):
    [membership] = town["bodies"]["ps"].objectIds()
    answer = rest.post(
        f"/mesto/bodies/rs/{service}", json={"source": f"/mesto/bodies/ps/{membership}"}
    )
    assert answer.status_code == 400
    assert "belongs to its body" in answer.json()["message"]


def test_person_and_membership_of_the_records_are_not_deleted(town, rest):
    [membership] = town["bodies"]["ps"].objectIds()
    for path in ("people/jana", f"bodies/ps/{membership}", "bodies/ps"):
        answer = rest.delete(f"/mesto/{path}")
        assert answer.status_code == 400, path


def test_anonymous_gets_neither(town, anonymous_rest):
    [membership] = town["bodies"]["ps"].objectIds()
    for path in ("people/jana", f"bodies/ps/{membership}"):
        assert anonymous_rest.get(f"/mesto/{path}").status_code == 401
    for name in ("people", "memberships_of_body"):
        path = f"/mesto/bodies/ps/@vocabularies/kpss.addon.{name}"
        assert anonymous_rest.get(path).status_code == 401


@pytest.mark.parametrize("path", ["mesto", "mesto/people", "mesto/bodies/ps"])
def test_anonymous_meets_no_name_around_people(town, anonymous_rest, path):
    answer = anonymous_rest.get(f"/{path}?metadata_fields=_all&fullobjects=1")
    assert "Nováková" not in answer.text


@pytest.mark.parametrize(
    "role, seen",
    [
        ("KPSS Coordinator", True),
        ("KPSS Guarantor", False),
        ("KPSS Methodologist", False),
    ],
)
def test_private_part_is_the_coordinator_s(town, as_role, role, seen):
    answer = as_role(role).get("/mesto/people/jana")
    assert answer.status_code == 200
    assert {name for name in PRIVATE if name in answer.json()} == (
        set(PRIVATE) if seen else set()
    )


@pytest.mark.parametrize(
    "role, seen", [("KPSS Coordinator", True), ("KPSS Body Member", False)]
)
def test_members_of_the_body_do_not_read_the_note(town, as_role, role, seen):
    [membership] = town["bodies"]["ps"].objectIds()
    answer = as_role(role).get(f"/mesto/bodies/ps/{membership}")
    assert answer.status_code == 200
    assert ("note" in answer.json()) == seen


@pytest.mark.parametrize(
    "role, status",
    [("KPSS Department Clerk", 403), ("Reader", 403), ("Editor", 403)],
)
def test_others_get_nobody(town, as_role, role, status):
    assert as_role(role).get("/mesto/people/jana").status_code in (401, status)


def test_vocabulary_of_people_is_for_those_who_see_them(town, as_role):
    rest = as_role("KPSS Guarantor")
    path = "/mesto/bodies/ps/@vocabularies/kpss.addon.people"
    titles = [term["title"] for term in rest.get(path).json()["items"]]
    assert titles == ["Petr Čáp", "Jana Nováková"]


def test_leader_of_the_group_changes_neither_place_nor_life_of_the_body(town, as_role):
    rest = as_role("KPSS Body Chair")
    answer = rest.patch(
        "/mesto/bodies/ps",
        json={
            "description": "Nové shrnutí",
            "supreme": True,
            "valid_to": "2020-01-01",
            "parent": "rs",
        },
    )
    assert answer.status_code == 204, answer.text
    transaction.begin()
    group = town["bodies"]["ps"]
    assert group.description == "Nové shrnutí"
    assert (group.supreme, group.valid_to, group.parent) == (False, None, None)
