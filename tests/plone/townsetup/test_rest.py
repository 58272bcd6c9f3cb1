"""``@town-templates`` and ``@town-template``."""

from kpss.addon.townsetup.shipped import shipped_templates
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.restapi.testing import RelativeSession
import pytest
import transaction


@pytest.fixture
def mesto(rest, small):
    """A process created over REST; its address relative to the site."""
    answer = rest.post("/@town-templates", json={"yaml": small, "id": "mesto"})
    assert answer.status_code == 201
    transaction.begin()
    return "/mesto"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["/@town-templates", "/mesto/@town-template"])
def test_visitor_is_refused_before_any_work(anonymous_rest, mesto, method, path):
    answer = getattr(anonymous_rest, method)(path, json={"yaml": "format: ["})
    assert answer.status_code == 401


def test_member_is_refused(rest, functional_portal, mesto, small):
    setRoles(functional_portal, TEST_USER_ID, ["Member", "Contributor"])
    transaction.commit()
    rest.auth = (TEST_USER_NAME, TEST_USER_PASSWORD)
    answer = rest.post("/@town-templates", json={"yaml": small})
    assert answer.status_code in (401, 403)


def test_templates_are_listed_with_counts(rest, functional_portal):
    answer = rest.get("/@town-templates").json()
    assert answer["@id"] == f"{functional_portal.absolute_url()}/@town-templates"
    assert [item["id"] for item in answer["items"]] == [
        t.id for t in shipped_templates()
    ]
    assert set(answer["items"][0]) == {"id", "title", "municipality", "counts"}
    assert answer["items"][-1]["id"] == "blank"


def test_dry_run_lists_rows_and_creates_nothing(rest, functional_portal, small):
    answer = rest.post("/@town-templates", json={"yaml": small, "dry_run": True})
    assert answer.status_code == 200
    body = answer.json()
    assert body["id"] == "mestys" and body["dry_run"] is True
    assert body["counts"] == {"create": 14, "change": 0, "same": 0, "refuse": 0}
    assert body["rows"][0] == {
        "key": "municipality.title",
        "line": 4,
        "what": "Municipality",
        "title": "Městys Zkouška",
        "field": "Municipality",
        "verdict": "create",
        "reason": None,
        "current": None,
        "new": "Městys Zkouška",
    }
    transaction.begin()
    assert "mestys" not in functional_portal.objectIds()


def test_creating_answers_201_with_location(rest, functional_portal, small):
    sent = {"yaml": small, "id": "mesto", "title": "Jiný název", "publish": True}
    answer = rest.post("/@town-templates", json=sent)
    url = f"{functional_portal.absolute_url()}/mesto"
    assert (answer.status_code, answer.headers["Location"]) == (201, url)
    body = answer.json()
    assert (body["@id"], body["id"], body["title"]) == (url, "mesto", "Jiný název")
    assert rest.get("/mesto").json()["review_state"] == "public"


def test_shipped_template_under_its_own_address(rest):
    name = shipped_templates()[0].id
    answer = rest.post("/@town-templates", json={"template": name})
    assert answer.status_code == 201
    assert answer.headers["Location"].endswith(f"/{name}")


def test_process_inside_a_process(rest, mesto, small):
    answer = rest.post(f"{mesto}/@town-templates", json={"yaml": small, "id": "ctvrt"})
    assert answer.headers["Location"].endswith("/mesto/ctvrt")


def test_process_as_a_template(rest, mesto):
    answer = rest.get(f"{mesto}/@town-template").json()
    assert set(answer) == {"@id", "yaml", "data"}
    assert answer["data"]["municipality"] == {
        "title": "Městys Zkouška",
        "ico": "00233129",
        "act": "128/2000",
    }
    again = rest.post("/@town-templates", json={"yaml": answer["yaml"], "id": "jinde"})
    assert again.status_code == 201
    assert rest.get("/jinde/@town-template").json()["yaml"] == answer["yaml"]


def test_applying_again_changes_only_the_named_rows(rest, mesto, small):
    rest.patch(f"{mesto}/bodies/rada", json={"title": "Rada městyse"})
    url = f"{mesto}/@town-template"
    dry = rest.post(url, json={"yaml": small, "dry_run": True}).json()
    assert dry["counts"]["change"] == 1
    plain = rest.post(url, json={"yaml": small}).json()
    assert (plain["created"], plain["changed"]) == (0, 0)
    assert rest.get(f"{mesto}/bodies/rada").json()["title"] == "Rada městyse"
    ticked = rest.post(url, json={"yaml": small, "rows": ["bodies[0].title"]}).json()
    assert (ticked["created"], ticked["changed"]) == (0, 1)
    assert rest.get(f"{mesto}/bodies/rada").json()["title"] == "Rada"


def test_locked_body_is_not_overwritten(rest, functional_portal, mesto, small):
    rest.patch(f"{mesto}/bodies/rada", json={"title": "Rada městyse"})
    setRoles(functional_portal, TEST_USER_ID, ["Manager"])
    transaction.commit()
    other = rest.auth
    rest.auth = (TEST_USER_NAME, TEST_USER_PASSWORD)
    assert rest.post(f"{mesto}/bodies/rada/@lock", json={}).status_code == 200
    rest.auth = other
    sent = {"yaml": small, "rows": ["bodies[0].title"]}
    answer = rest.post(f"{mesto}/@town-template", json=sent)
    assert answer.status_code == 400
    assert "is editing this right now" in answer.json()["errors"][0]["message"]
    assert rest.post(f"{mesto}/@town-template", json={"yaml": small}).status_code == 200


@pytest.fixture(scope="class")
def rest_of_class(functional_portal_class):
    """A REST session for tests that change nothing."""
    session = RelativeSession(functional_portal_class.absolute_url())
    session.headers["Accept"] = "application/json"
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    yield session
    session.close()


class TestRefusals:
    """Nothing of this changes anything, so one process does for all."""

    @pytest.fixture(scope="class")
    def rest(self, rest_of_class):
        return rest_of_class

    @pytest.fixture(scope="class")
    def mesto(self, rest, small):
        sent = {"yaml": small, "id": "mesto"}
        assert rest.post("/@town-templates", json=sent).status_code == 201
        return "/mesto"

    @pytest.mark.parametrize("address", ["mesto", "Plná adresa", "login", "-a"])
    def test_bad_address_names_the_field(self, rest, mesto, small, address):
        answer = rest.post("/@town-templates", json={"yaml": small, "id": address})
        assert answer.status_code == 400
        assert [error["field"] for error in answer.json()["errors"]] == ["id"]

    @pytest.mark.parametrize(
        ("sent", "field"),
        [
            ({}, "template"),
            ({"template": "blank", "yaml": "format: 1"}, "template"),
            ({"template": "nowhere"}, "template"),
            ({"template": 1}, "template"),
            ({"yaml": ["format"]}, "yaml"),
            ({"yaml": "format: 1", "id": 5}, "id"),
            ({"template": "blank", "dry_run": "yes"}, "dry_run"),
            ({"template": "blank", "publish": 1}, "publish"),
            ({"template": "blank", "title": 3}, "title"),
            ({"template": "blank", "title": "🎉"}, "title"),
            ({"template": "blank", "title": "x" * 300}, "title"),
        ],
    )
    def test_wrong_request_names_the_field(self, rest, sent, field):
        answer = rest.post("/@town-templates", json=sent)
        assert answer.status_code == 400
        assert [error["field"] for error in answer.json()["errors"]] == [field]

    @pytest.mark.parametrize("body", ["[]", '"text"', "{", "", "\x00"])
    def test_what_is_no_json_object_is_refused(self, rest, body):
        answer = rest.post("/@town-templates", data=body)
        assert answer.status_code == 400

    def test_ten_megabytes_are_refused(self, rest):
        answer = rest.post("/@town-templates", json={"yaml": "x" * 10_000_000})
        assert answer.status_code == 400
        assert "at most 1 MB" in answer.json()["errors"][0]["message"]

    @pytest.mark.parametrize("rows", ["bodies[0]", [1], ["bodies[9].title"]])
    def test_rows_that_are_none_are_refused(self, rest, mesto, small, rows):
        sent = {"yaml": small, "rows": rows}
        answer = rest.post(f"{mesto}/@town-template", json=sent)
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["field"] == "rows"

    def test_refused_row_is_an_error_with_its_line(self, rest, mesto, small):
        text = small.replace("kind: working_group", "kind: council")
        text = text.replace("    target_groups: [seniori]\n", "")
        answer = rest.post(f"{mesto}/@town-template", json={"yaml": text})
        assert answer.status_code == 400
        [error] = answer.json()["errors"]
        assert (error["field"], error["line"]) == ("bodies[2].kind", 38)
