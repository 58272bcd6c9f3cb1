"""``@approval`` and ``@workflow`` of a document: whole answers, and what is refused."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.said import Said
from plone import api
from tests.plone.approval.conftest import add_document
from tests.plone.approval.test_way import ruling
import pytest
import transaction


DAY = "2026-06-01"


@pytest.fixture
def document(zatec):
    """Grant rules at the managing body's second step, approval under way."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        document = add_document(zatec, "Dotační pravidla", "grant_rules")
        actions.start(document, on=date(2026, 6, 1))
        decide(document, Said(0, "submitted", date(2026, 6, 1), comment="interní"))
    transaction.commit()
    return document


def path(document) -> str:
    return "/zatec/documents/" + document.getId()


class TestReading:
    def test_nobody_reads_what_is_under_way(self, document, anonymous_rest):
        for service in ("@approval", "@workflow", "@history"):
            answer = anonymous_rest.get(f"{path(document)}/{service}")
            assert answer.status_code == 401, service

    def test_answer_tells_where_it_is_and_why_not_further(self, document, rest):
        answer = rest.get(f"{path(document)}/@approval").json()
        assert answer["revision"] == 2
        assert (answer["status"], answer["state"]) == ("running", "steering")
        assert answer["current"] == 1
        [first, second, *_rest] = answer["chain"]
        assert first == {
            "index": 0,
            "body": {
                "@id": f"{document.aq_parent.aq_parent.absolute_url()}/bodies/rs",
                "id": "rs",
                "title": "Řídící skupina KPSS",
                "kind": "steering",
            },
            "act": "prepares",
            "state": "done",
            "outcome": "submitted",
            "date": DAY,
            "resolution": None,
            "deadline": None,
            "postponed_until": None,
            "delegated_to": None,
            "comment": "interní",
        }
        assert second["state"] == "current"
        allowed = {one["id"]: one["allowed"] for one in answer["actions"]}
        assert allowed == {
            "start": False,
            "decide": True,
            "skip": False,
            "withdraw": True,
        }
        [reason] = answer["actions"][0]["reasons"]
        assert reason == {
            "code": "already_running",
            "message": "The document is being approved already.",
        }
        assert [one["kind"] for one in answer["history"]] == ["started", "decided"]

    def test_expander_is_folded_until_asked_for(self, document, rest):
        folded = rest.get(path(document)).json()["@components"]["approval"]
        assert folded == {"@id": f"{document.absolute_url()}/@approval"}
        unfolded = rest.get(f"{path(document)}?expand=approval").json()
        assert unfolded["@components"]["approval"]["current"] == 1

    def test_workflow_tells_our_history(self, document, rest):
        answer = rest.get(f"{path(document)}/@workflow").json()
        assert [one["kind"] for one in answer["history"]] == ["started", "decided"]
        assert answer["state"]["id"] == "steering"
        assert [one["@id"].split("/")[-1] for one in answer["transitions"]] == [
            "withdraw"
        ]


class TestActing:
    def post(self, rest, document, **data):
        return rest.post(f"{path(document)}/@approval", json=data)

    def approve(self, rest, document, **more):
        data = {
            "action": "decide",
            "step": 1,
            "revision": 2,
            "outcome": "approved",
            "date": DAY,
            "resolution": {"number": "ŘS 3/2026", "date": DAY},
        }
        return self.post(rest, document, **{**data, **more})

    def test_nobody_acts(self, document, anonymous_rest):
        assert self.approve(anonymous_rest, document).status_code == 401

    def test_decision_moves_the_document_on(self, document, rest):
        answer = self.approve(rest, document)
        assert answer.status_code == 200
        data = answer.json()
        assert (data["state"], data["current"], data["revision"]) == (
            "department",
            2,
            3,
        )
        resolution = data["chain"][1]["resolution"]
        assert (resolution["number"], resolution["date"]) == ("ŘS 3/2026", DAY)
        # It has been entered into the register
        assert rest.get(resolution["@id"]).json()["review_state"] == "adopted"

    @pytest.mark.parametrize(
        ("change", "status", "code", "field"),
        [
            ({"outcome": "recommended"}, 400, "outcome_not_allowed", "outcome"),
            ({"outcome": "cokoli"}, 400, "not_allowed", "outcome"),
            ({"resolution": None}, 400, "resolution_missing", "resolution"),
            ({"resolution": "neni"}, 400, "resolution_unknown", "resolution"),
            ({"resolution": {"date": DAY}}, 400, "number_missing", "resolution"),
            (
                {"resolution": {"number": "1", "date": "2026-06-02"}},
                400,
                "resolution_of_other_day",
                "resolution",
            ),
            ({"date": "2026-05-01"}, 400, "before_previous", "date"),
            ({"date": "2999-01-01"}, 400, "in_future", "date"),
            ({"date": "1. 6. 2026"}, 400, "bad_date", "date"),
            ({"body": "rm"}, 400, "other_body", "body"),
            ({"body": "neni"}, 400, "body_unknown", "body"),
            ({"delegation": "neni"}, 400, "delegation_unknown", "delegation"),
            ({"outcome": "returned"}, 400, "return_to_missing", "return_to"),
            (
                {"outcome": "returned", "return_to": 1},
                400,
                "return_to_later",
                "return_to",
            ),
            ({"outcome": "postponed"}, 400, "until_missing", "until"),
            (
                {"outcome": "approved_with_changes"},
                400,
                "wording_missing",
                "wording",
            ),
            ({"neznamy": 1}, 400, "unknown_key", "neznamy"),
            ({"step": "1"}, 400, "not_number", "step"),
            ({"action": "sloucit"}, 400, "not_allowed", "action"),
            ({"revision": 1}, 409, "outdated", None),
            ({"step": 0}, 409, "outdated", None),
            ({"step": 77}, 409, "outdated", None),
        ],
    )
    def test_what_cannot_be_is_refused_and_changes_nothing(
        self, document, rest, change, status, code, field
    ):
        answer = self.approve(rest, document, **change)
        data = answer.json()
        assert (answer.status_code, data["code"]) == (status, code), data
        if field:
            assert field in [one["field"] for one in data["errors"]]
        now = rest.get(f"{path(document)}/@approval").json()
        assert (now["revision"], now["current"]) == (2, 1)

    def test_return_without_a_place_says_where_to(self, document, rest):
        answer = self.approve(
            rest, document, outcome="returned", return_to="draft", resolution=None
        )
        assert answer.json()["state"] == "draft"

    def test_second_of_two_who_record_at_once_is_told(self, document, rest):
        assert self.approve(rest, document).status_code == 200
        second = self.approve(rest, document)
        assert second.status_code == 409
        assert second.json()["params"] == {
            "revision": 3,
            "current": 2,
            "status": "running",
        }

    def test_json_that_is_no_object_is_refused(self, document, rest):
        for sent in ([], "x", 5):
            answer = rest.post(f"{path(document)}/@approval", json=sent)
            assert answer.status_code == 400, sent

    @pytest.mark.parametrize(
        "sent",
        [
            {"effective": "2026-01-01"},
            {"include_children": True},
            {"expires": "2030-01-01"},
            {"comment": 5},
        ],
    )
    def test_workflow_takes_nothing_but_a_comment(self, document, rest, sent):
        answer = rest.post(f"{path(document)}/@workflow/withdraw", json=sent)
        assert answer.status_code == 400
        assert api.content.get_state(document) == "steering"

    def test_refused_transition_saves_nothing(self, document, rest):
        for transition in ("approve", "to_council", "record", "neni"):
            answer = rest.post(f"{path(document)}/@workflow/{transition}")
            assert answer.status_code == 400, transition
            assert answer.json()["code"] == "transition_refused"
        transaction.begin()
        assert document.effective_date is None

    def test_transition_alone_is_recorded_like_any_other(self, document, rest):
        answer = rest.post(
            f"{path(document)}/@workflow/withdraw", json={"comment": "počkáme"}
        )
        assert answer.status_code == 200
        last = answer.json()["history"][-1]
        assert (last["kind"], last["comment"]) == ("withdrawn", "počkáme")
        transaction.begin()
        assert api.content.get_state(document) == "withdrawn"


class TestApproved:
    @pytest.fixture
    def approved(self, zatec):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            document = add_document(
                zatec, "Změna řádu", "organisational_rules", purpose="amendment"
            )
            day = date(2026, 3, 2)
            actions.start(document, on=day, comment="tajná poznámka")
            decide(
                document,
                Said(
                    0,
                    "approved",
                    day,
                    resolution=ruling("ŘS 1/2026", day, "rs"),
                    comment="tajný důvod",
                ),
            )
        transaction.commit()
        return document

    def test_public_reads_the_decision_and_nothing_said(self, approved, anonymous_rest):
        for service in ("@approval", "@workflow", "?expand=approval,workflow"):
            answer = anonymous_rest.get(
                f"{path(approved)}{'' if service[0] == '?' else '/'}{service}"
            )
            assert answer.status_code == 200
            assert "tajn" not in answer.text
            assert "admin" not in answer.text
        data = anonymous_rest.get(f"{path(approved)}/@approval").json()
        assert data["chain"][0]["outcome"] == "approved"
        assert data["chain"][0]["resolution"]["number"] == "ŘS 1/2026"
        assert data["actions"] == []
        assert data["in_force_from"] == "2026-03-02"


class TestCatalogue:
    """What is indexed at the commit is indexed once, whatever its indexers look for."""

    @pytest.mark.parametrize(
        ("place", "data"),
        [
            ("documents", {"@type": "kpss.Document", "document_kind": "report"}),
            (
                "bodies/rs",
                {
                    "@type": "kpss.Delegation",
                    "to_body": "osv",
                    "valid_from": "2026-01-01",
                },
            ),
            ("bodies/rs", {"@type": "kpss.Resolution", "decided_on": "2026-01-01"}),
        ],
    )
    def test_new_content_is_found_once(self, zatec, rest, place, data):
        body = {"title": "Nové", **data}
        if data["@type"] == "kpss.Delegation":
            del body["title"]
        answer = rest.post(f"/zatec/{place}", json=body)
        assert answer.status_code == 201, answer.text
        path = answer.json()["@id"].split("/plone", 1)[1]
        transaction.begin()
        catalog = api.portal.get_tool("portal_catalog")
        assert len(catalog.unrestrictedSearchResults(path="/plone" + path)) == 1
        if data["@type"] == "kpss.Document":
            for sent in (
                {"action": "start"},
                {"action": "decide", "step": 0, "revision": 1, "outcome": "submitted"},
            ):
                rest.post(f"{answer.json()['@id']}/@approval", json=sent)
            transaction.begin()
            assert len(catalog.unrestrictedSearchResults(path="/plone" + path)) == 1
