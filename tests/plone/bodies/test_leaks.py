"""An internal body in a public process: nobody from outside learns of it anywhere.

Its id, title, tasks and function carry a marker; everything that may refer to a body
refers to it, and the marker is looked for in every anonymous answer.
"""

from datetime import date
from datetime import timedelta
from plone.app.content.browser.vocabulary import PERMISSIONS
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.testing import RelativeSession
from zope.component import getUtilitiesFor
from zope.schema.interfaces import IVocabularyFactory
import pytest


MARK = "skryt"
ID, TITLE = "skryta-komise", "Skrytá komise"
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
BODY, RULES = "/mesto/bodies/rada", "/mesto/bodies/rada/pravidla"
PROCESS = {
    "@type": "kpss.Process",
    "id": "mesto",
    "title": "Plánování",
    "municipality": "Město",
    "functions": [
        {
            "id": "skryty-predseda",
            "title": "Předseda skryté komise",
            "kind": "chair",
            "body": ID,
            "tasks": "Skrytý úkol",
        },
        {
            "id": "zastupce",
            "title": "Zástupce",
            "kind": "leader",
            "body": "rada",
            "represents_in": ID,
        },
    ],
    "stages": [
        {
            "id": "etapa",
            "title": "Etapa",
            "steps": [
                {"id": "krok", "title": "Krok", "gate": ID, "by": ID, "creates": ID}
            ],
        }
    ],
}
CHAIN = {
    "@type": "kpss.ApprovalChain",
    "id": "rada",
    "title": "Schválení",
    "document_kinds": ["concept"],
    "steps": [{"body": ID, "act": "decides", "recorded_by": "skryty-predseda"}],
}
#: A body above the internal one, the internal one, and two that refer to it.
BODIES = (
    {"id": "vrch", "title": "Zastupitelstvo", "kind": "assembly"},
    {"id": ID, "title": TITLE, "parent": "vrch", "tasks": ["Skrytý úkol"]},
    {"id": "rada", "title": "Rada", "parent": ID, "established_by": ID},
    {"id": "stara", "title": "Stará", "valid_to": YESTERDAY, "merged_into": ID},
)
HIDDEN = "skryty-predseda"
RULES_DATA = {
    "@type": "kpss.Rules",
    "id": "pravidla",
    "title": "Pravidla",
    "quorum": ">1/2",
    "leader_selection": "elected_by_members",
    "leader_confirmed_by": ID,
    "presiding": "zastupce",
    "presiding_fallback": HIDDEN,
    "convener": HIDDEN,
    "agenda_agreed_by": HIDDEN,
    "admission": "appointed",
    "appointed_by": ID,
    "ex_officio": [
        {"kind": "function", "function": HIDDEN},
        {"kind": "function", "function": "zastupce"},
        {"kind": "members_of", "body": ID, "seats": 1},
    ],
    "permanent_guests": [HIDDEN],
    "minutes_verifiers": [HIDDEN, "zastupce"],
    "minutes_recipients": [HIDDEN, ID, "zastupce"],
}


def session(portal, accept, auth=None):
    session = RelativeSession(portal.absolute_url())
    session.headers["Accept"] = accept
    session.auth = auth
    return session


def ok(answer):
    assert answer.status_code in (200, 201, 204), answer.text
    return answer


@pytest.fixture(scope="class")
def owner(functional_portal_class):
    """The site's owner, with the town built."""
    rest = session(
        functional_portal_class,
        "application/json",
        (SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
    )
    ok(rest.post("/", json=PROCESS))
    # A process and its chains come before the bodies that they name
    ok(rest.post("/mesto/chains", json=CHAIN))
    for body in BODIES:
        ok(rest.post("/mesto/bodies", json={"@type": "kpss.Body", **body}))
    ok(rest.post(BODY, json=RULES_DATA))
    ok(rest.post(f"/mesto/bodies/{ID}", json={**RULES_DATA, "title": "Skrytá"}))
    ok(rest.post(f"/mesto/bodies/{ID}/@workflow/hide"))
    ok(rest.post("/mesto/@workflow/publish"))
    yield rest
    rest.close()


@pytest.fixture(scope="class")
def nobody(owner, functional_portal_class):
    rest = session(functional_portal_class, "application/json")
    yield rest
    rest.close()


@pytest.fixture(scope="class")
def visitor(owner, functional_portal_class):
    browser = session(functional_portal_class, "text/html")
    yield browser
    browser.close()


def refuse_marker(answer):
    """An answer that is missing would say nothing about leaks."""
    assert answer.status_code == 200, answer.text
    text = answer.content.decode().replace("\\u00fd", "ý").lower()
    assert MARK not in text, text[max(0, text.index(MARK) - 200) :][:500]


CHAINS = ("/mesto/chains", "/mesto/chains/rada")
OBJECTS = ("", "/mesto", "/mesto/bodies", BODY, "/mesto/bodies/stara", RULES, *CHAINS)
SEARCH = "@search?SearchableText=komise&metadata_fields=_all"


class TestNobodyLearnsOfInternalBody:
    @pytest.mark.parametrize(
        "path",
        [
            "/mesto",
            "/mesto/organisation",
            "/mesto/organisation.svg",
            "/mesto/archive",
            "/mesto/bodies",
            BODY,
            "/mesto/bodies/vrch",
            "/mesto/bodies/stara",
            RULES,
            *CHAINS,
            "/sitemap",
            "/@@search?SearchableText=komise",
            "/@@ajax-search?SearchableText=komise",
            "/@@getVocabulary?name=plone.app.vocabularies.Catalog"
            '&attributes=["getId","Title","kpss_body"]',
        ],
    )
    def test_page_does_not_have_the_marker(self, visitor, path):
        refuse_marker(visitor.get(path))

    @pytest.mark.parametrize("path", OBJECTS)
    @pytest.mark.parametrize(
        "query",
        [
            "?expand=breadcrumbs,navigation,actions,contextnavigation",
            "?fullobjects=1&metadata_fields=_all",
            "/@search?metadata_fields=kpss_body&metadata_fields=id",
            "/@search?metadata_fields=_all",
            "/@search?fullobjects=1",
            f"/{SEARCH}",
            "/@navigation?expand.navigation.depth=4",
            "/@breadcrumbs",
        ],
    )
    def test_answer_does_not_have_the_marker(self, nobody, path, query):
        refuse_marker(nobody.get(path + query))

    @pytest.mark.parametrize(
        "path", ["/mesto/@organisation", BODY + "/@procedure?on=2026-01-01"]
    )
    def test_service_of_ours_does_not_have_the_marker(self, nobody, path):
        refuse_marker(nobody.get(path))

    @pytest.mark.parametrize("path", OBJECTS[1:])
    def test_no_vocabulary_has_the_marker(self, nobody, path):
        names = [name for name, _factory in getUtilitiesFor(IVocabularyFactory)]
        ours = [name for name in names if name.startswith("kpss.addon.")]
        assert "kpss.addon.recipients" in ours
        for name in ours:
            answer = nobody.get(f"{path}/@vocabularies/{name}?b_size=-1")
            if name in PERMISSIONS:
                assert answer.status_code == 401, name
            elif answer.status_code != 404:
                refuse_marker(answer)

    @pytest.mark.parametrize("path", OBJECTS)
    @pytest.mark.parametrize("portal_type", ["Body", "Process", "Rules"])
    def test_refused_types_say_nothing(self, nobody, path, portal_type):
        answer = nobody.get(f"{path}/@types/kpss.{portal_type}")
        assert MARK not in answer.text.lower()

    def test_body_itself_is_closed(self, nobody):
        assert nobody.get(f"/mesto/bodies/{ID}").status_code == 401

    def test_what_is_public_is_still_told(self, nobody):
        process = ok(nobody.get("/mesto")).json()
        assert [row["id"] for row in process["functions"]] == ["zastupce"]
        assert process["stages"][0]["steps"] == [{"id": "krok", "title": "Krok"}]
        chain = ok(nobody.get("/mesto/chains/rada")).json()
        assert chain["steps"] == [{"act": "decides"}]
        body = ok(nobody.get(BODY)).json()
        assert body["parent"] is body["established_by"] is None
        rules = ok(nobody.get(RULES)).json()
        assert rules["presiding"]["token"] == "zastupce"
        assert [row["function"] for row in rules["ex_officio"]] == ["zastupce"]
        assert [r["token"] for r in rules["minutes_recipients"]] == ["zastupce"]

    def test_sentence_about_a_hidden_function_is_left_out(self, nobody):
        answer = ok(nobody.get(BODY + "/@procedure")).json()
        told = {name for sentence in answer["sentences"] for name in sentence["rules"]}
        assert {"quorum", "ex_officio"} <= told
        assert not told & {"convener", "presiding", "permanent_guests"}
        assert answer["items"]["minutes_verifiers"]["value"] == ["zastupce"]
        assert answer["items"]["appointed_by"]["value"] is None

    def test_body_hangs_under_the_nearest_visible_one(self, nobody):
        items = ok(nobody.get("/mesto/@organisation")).json()["items"]
        uids = {item["id"]: item["UID"] for item in items}
        parents = {item["id"]: item["parent"] for item in items}
        assert parents == {"vrch": None, "rada": uids["vrch"]}


class TestWhoMayEditSeesEverything:
    def test_references_are_whole(self, owner):
        process = ok(owner.get("/mesto")).json()
        assert process["stages"] == PROCESS["stages"]
        chain = ok(owner.get("/mesto/chains/rada")).json()
        assert chain["steps"] == CHAIN["steps"]
        assert [row["id"] for row in process["functions"]] == [HIDDEN, "zastupce"]
        body = ok(owner.get(BODY)).json()
        assert (body["parent"]["token"], body["established_by"]["token"]) == (ID, ID)
        rules = ok(owner.get(RULES)).json()
        assert [r["token"] for r in rules["minutes_recipients"]] == [
            HIDDEN,
            ID,
            "zastupce",
        ]
        assert len(rules["ex_officio"]) == 3

    def test_what_was_read_may_be_sent_back(self, owner):
        rules = ok(owner.get(RULES)).json()
        names = ("convener", "appointed_by", "ex_officio", "minutes_recipients")
        ok(owner.patch(RULES, json={name: rules[name] for name in names}))

    def test_function_of_the_hidden_body_is_offered(self, owner):
        offered = ok(owner.get(RULES + "/@vocabularies/kpss.addon.functions")).json()
        assert HIDDEN in [item["token"] for item in offered["items"]]
