"""Chains over REST: bad input named by step, who may change them, what they look like."""

from kpss.addon.approval.chains.reading import chains_of
from kpss.addon.approval.chains.reading import flaws_in
from kpss.addon.approval.chains.reading import usable
from kpss.addon.process.localroles import COORDINATOR
from plone import api
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.plone.roster.town import session
import pytest
import transaction


SECRET = SITE_OWNER_PASSWORD * 2
URL = "/zatec/chains"
STEP = {"body": "rs", "act": "decides"}
NEW = {"@type": "kpss.ApprovalChain", "title": "Nový", "steps": [STEP]}


@pytest.fixture(scope="class")
def people(zatec, functional_portal_class):
    """REST sessions of the coordinator of the process and of an editor of the site."""
    sessions = {}
    with api.env.adopt_roles(["Manager"]):
        for name, roles in (("koordinatorka", ()), ("redaktor", ("Editor",))):
            email = f"{name}@mesto.example"
            api.user.create(username=name, email=email, password=SECRET)
            if roles:
                api.user.grant_roles(username=name, roles=list(roles))
        zatec.manage_setLocalRoles("koordinatorka", [COORDINATOR])
        zatec.reindexObjectSecurity()
    transaction.commit()
    for name in ("koordinatorka", "redaktor"):
        found = session(functional_portal_class, accept="application/json")
        found.auth = (name, SECRET)
        sessions[name] = found
    yield sessions
    for one in sessions.values():
        one.close()


REFUSED = [
    ("text", "Send a list or an object"),
    ({}, "Send a list of steps."),
    ([], "A chain needs at least one step."),
    ([STEP] * 31, "A chain has at most 30 steps."),
    (["rs"], "Step 1 is not an object with keys"),
    ([STEP, {**STEP, "who": "rs"}], "Step 2 has an unknown key who"),
    ([{"body": "rs"}], "Step 1 lacks the key act."),
    ([{**STEP, "act": "blesses"}], "Step 1: “blesses” cannot stand in act."),
    ([{**STEP, "deadline_days": "5"}], "Step 1: “5” cannot stand in deadline_days."),
    ([{**STEP, "deadline_days": 9999}], "cannot stand in deadline_days."),
    ([{**STEP, "body": "<b>"}], "Step 1: “<b>” cannot stand in body."),
    ([{**STEP, "note": "x" * 5001}], "at most 5000 are allowed"),
    ([{"act": "decides"}], "Step 1: Choose who acts at the step."),
    ([{**STEP, "public": True}], "Step 1: Choose only one who acts at the step."),
    ([STEP, {**STEP, "act": "advises"}], "Step 2: The last step of a chain decides."),
    ([{**STEP, "outcomes": ["taken_note"]}], "must be able to approve"),
    ([{**STEP, "outcomes": ["recommended"]}], "does not belong to this act"),
    (
        [{**STEP, "act": "advises", "skip_after_deadline": True}, STEP],
        "Step 1: A step that may be skipped needs a deadline.",
    ),
    (
        [{**STEP, "act": "manages", "skip_after_deadline": True}, STEP],
        "Step 1: Only a step that gives an opinion may be skipped.",
    ),
]


class TestRest:
    @pytest.mark.parametrize(("steps", "said"), REFUSED)
    def test_bad_steps_are_refused_with_the_number_of_the_step(
        self, zatec, rest, steps, said
    ):
        before = chains_of(zatec)
        answer = rest.post(URL, json={**NEW, "steps": steps})
        assert answer.status_code == 400
        (error,) = answer.json()["errors"]
        assert error["field"] == "steps"
        assert said in error["message"]
        transaction.begin()
        assert chains_of(zatec) == before

    @pytest.mark.parametrize(
        ("data", "field"),
        [
            ({"title": ""}, "title"),
            ({"steps": None}, "steps"),
            ({"document_kinds": ["poem"]}, "document_kinds"),
            ({"document_kinds": ["concept", "concept"]}, "document_kinds"),
            ({"purpose": "fun"}, "purpose"),
            ({"active": "yes"}, "active"),
        ],
    )
    def test_other_bad_values_name_their_field(self, zatec, rest, data, field):
        answer = rest.patch(f"{URL}/dotace", json=data)
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == [field]

    def test_body_that_comes_later_may_be_named_but_nothing_is_submitted(
        self, zatec, rest
    ):
        steps = [{"body": "teprve-bude", "act": "decides"}]
        answer = rest.post(URL, json={**NEW, "id": "pozdeji", "steps": steps})
        assert answer.status_code == 201
        transaction.begin()
        chain = chains_of(zatec)[-1]
        assert [flaw.code for flaw in flaws_in(zatec, chain)] == ["body_unknown"]
        assert not usable(zatec, chain)
        assert rest.delete(f"{URL}/pozdeji").status_code == 204

    def test_chain_reads_as_it_was_written(self, rest, anonymous_rest):
        steps = [
            {"body": "komise", "act": "advises", "deadline_days": 0},
            {**STEP, "delegation": True, "recorded_by": "referent"},
        ]
        rest.post(URL, json={**NEW, "id": "ctena", "steps": steps})
        answer = anonymous_rest.get(f"{URL}/ctena").json()
        assert answer["steps"] == steps
        assert answer["active"] is True
        assert answer["purpose"]["token"] == "adoption"
        rest.delete(f"{URL}/ctena")


class TestRights:
    def test_coordinator_adds_changes_and_deletes(self, people):
        rest = people["koordinatorka"]
        assert rest.post(URL, json={**NEW, "id": "nova"}).status_code == 201
        assert rest.patch(f"{URL}/nova", json={"title": "Jiná"}).status_code == 204
        assert rest.delete(f"{URL}/nova").status_code == 204

    def test_editor_of_the_site_changes_nothing(self, zatec, people):
        """As with functions: who decides is not a matter of the town's web."""
        rest = people["redaktor"]
        assert rest.get(f"{URL}/dotace").status_code == 200
        assert rest.post(URL, json=NEW).status_code in (401, 403)
        assert rest.patch(f"{URL}/dotace", json={"title": "X"}).status_code == 401
        assert rest.delete(f"{URL}/dotace").status_code in (401, 403)
        rest.patch("/zatec", json={"document_kinds": [{"id": "a", "title": "A"}]})
        transaction.begin()
        assert [row["id"] for row in zatec.document_kinds] == ["zadosti-o-dotaci"]

    def test_visitor_reads_only(self, anonymous_rest):
        assert anonymous_rest.get(URL).status_code == 200
        assert anonymous_rest.post(URL, json=NEW).status_code == 401


class TestOwnKinds:
    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ([{"id": "concept", "title": "X"}], "belongs to what every process has"),
            ([{"id": "Žádost", "title": "X"}], "is not an id"),
            ([{"id": "a", "title": "A"}] * 2, "is used twice"),
        ],
    )
    def test_bad_kinds_are_refused(self, zatec, rest, rows, said):
        answer = rest.patch("/zatec", json={"document_kinds": rows})
        assert answer.status_code == 400
        assert said in answer.json()["errors"][0]["message"]

    def test_kind_in_use_is_not_removed(self, zatec, rest):
        """Neither by deleting its row, nor by giving it another id."""
        for rows in (None, [], [{"id": "zadosti", "title": "Žádosti o dotaci"}]):
            answer = rest.patch("/zatec", json={"document_kinds": rows})
            assert answer.status_code == 400
            assert answer.json()["errors"] == [
                {
                    "field": "document_kinds",
                    "message": "The kind “Žádosti o dotaci” cannot be removed, because "
                    "it is used: Výstupy procesu KPSS.",
                }
            ]
        rows = [
            {"id": "zadosti-o-dotaci", "title": "Žádosti o dotaci 2027"},
            {"id": "vyrocni-zprava", "title": "Výroční zpráva"},
        ]
        assert rest.patch("/zatec", json={"document_kinds": rows}).status_code == 204
        rows = [{**rows[0], "title": "Žádosti o dotaci"}]
        assert rest.patch("/zatec", json={"document_kinds": rows}).status_code == 204

    def test_chain_and_document_are_of_an_own_kind(self, zatec, rest):
        answer = rest.post(
            "/zatec/documents",
            json={
                "@type": "kpss.Document",
                "title": "Žádosti 2027",
                "document_kind": "zadosti-o-dotaci",
            },
        )
        assert answer.status_code == 201
        kind = answer.json()["document_kind"]
        assert kind == {"title": "Žádosti o dotaci", "token": "zadosti-o-dotaci"}
        steps = answer.json()["@id"] + "/@approval"
        assert len(rest.get(steps).json()["chain"]) == 6
        refused = rest.patch("/zatec", json={"document_kinds": []}).json()
        assert "Výstupy procesu KPSS, Žádosti 2027." in refused["errors"][0]["message"]
