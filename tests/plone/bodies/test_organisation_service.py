"""``GET {process}/@organisation``, as the contract has it."""

from datetime import date
from datetime import timedelta
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.testing import RelativeSession
import pytest
import transaction


URL = "/mesto/@organisation"
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
BODIES = (
    {"id": "rada", "title": "Rada", "kind": "council", "acts": ["decides"]},
    {
        "id": "komise",
        "title": "Komise",
        "kind": "commission",
        "parent": "rada",
        "acts": ["decides"],
    },
    {
        "id": "ps",
        "title": "Pracovní skupina",
        "@type": "kpss.WorkingGroup",
        "abbreviation": "PS",
        "parent": "komise",
        "established_by": "komise",
        "acts": ["initiates", "advises"],
        "act_text": "iniciační a konzultační orgán",
        "open_to_all": True,
    },
    {"id": "stara", "title": "Stará komise", "valid_to": YESTERDAY},
)
FUNCTIONS = [
    {"id": "predseda", "title": "Předseda", "kind": "chair", "body": "ps"},
    {
        "id": "koordinator",
        "title": "Koordinátor",
        "kind": "city_coordinator",
        "body": "ps",
        "office": "vedoucí odboru",
        "own_box": True,
    },
    {"id": "vedouci", "title": "Vedoucí skupiny", "kind": "leader"},
]


def create(rest, where, data):
    answer = rest.post(where, json=data)
    assert answer.status_code == 201, answer.text
    return answer.json()


def transition(rest, path, name):
    assert rest.post(f"{path}/@workflow/{name}").status_code == 200


def build(rest):
    """UIDs of the bodies of a process, by id; the commission is not public."""
    process = {"@type": "kpss.Process", "id": "mesto", "title": "Plánování"}
    process |= {"municipality": "Město", "functions": FUNCTIONS}
    create(rest, "/", process)
    found = {
        body["id"]: create(
            rest, "/mesto/bodies", {"@type": "kpss.Body", "chart_order": order, **body}
        )["UID"]
        for order, body in enumerate(BODIES)
    }
    transition(rest, "/mesto/bodies/komise", "hide")
    return found


@pytest.fixture
def uids(rest):
    """For tests that change the town."""
    return build(rest)


@pytest.fixture(scope="class")
def owner(functional_portal_class):
    """A REST session of the site's owner, for tests that only read."""
    session = RelativeSession(functional_portal_class.absolute_url())
    session.headers["Accept"] = "application/json"
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    yield session
    session.close()


@pytest.fixture(scope="class")
def uids_of_class(owner):
    return build(owner)


def ids(answer):
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


def test_anonymous_is_refused_on_an_internal_process(uids, anonymous_rest):
    assert anonymous_rest.get(URL).status_code == 401


def test_internal_body_leaves_no_trace_for_anonymous(uids, rest, anonymous_rest):
    transition(rest, "/mesto", "publish")

    answer = anonymous_rest.get(URL)

    assert ids(answer) == ["rada", "ps"]
    assert uids["komise"] not in answer.text
    assert "Komise" not in answer.text
    group = answer.json()["items"][1]
    assert (group["parent"], group["established_by"]) == (uids["rada"], None)


def test_loop_made_behind_the_forms_does_not_hang_the_chart(
    uids, rest, functional_portal
):
    transaction.begin()
    council = functional_portal["mesto"]["bodies"]["rada"]
    council.parent = "ps"
    council.reindexObject()
    transaction.commit()

    answer = rest.get(URL)

    assert ids(answer) == ["rada", "komise", "ps"]
    assert answer.json()["items"][0]["parent"] is None


class TestReading:
    def test_bodies_come_in_chart_order_without_the_closed_one(
        self, uids_of_class, owner
    ):
        answer = owner.get(URL)

        assert ids(answer) == ["rada", "komise", "ps"]
        assert answer.json()["items_total"] == 3
        assert "batching" not in answer.json()

    def test_item_is_as_the_contract_has_it(self, uids_of_class, owner):
        answer = owner.get(URL).json()

        base = answer["@id"].removesuffix("/@organisation")
        assert answer["items"][2] == {
            "@id": f"{base}/bodies/ps",
            "UID": uids_of_class["ps"],
            "id": "ps",
            "title": "Pracovní skupina",
            "abbreviation": "PS",
            "kind": "working_group",
            "parent": uids_of_class["komise"],
            "established_by": uids_of_class["komise"],
            "open_to_all": True,
            "members": 0,
            "acts": ["initiates", "advises"],
            "act_text": "iniciační a konzultační orgán",
            "functions": [
                {
                    "function": "predseda",
                    "title": "Předseda",
                    "holder": None,
                    "own_box": False,
                },
                {
                    "function": "koordinator",
                    "title": "Koordinátor",
                    "holder": "vedoucí odboru",
                    "own_box": True,
                },
            ],
        }

    def test_item_that_says_nothing_has_nulls(self, uids_of_class, owner):
        item = owner.get(URL).json()["items"][0]

        assert [item[key] for key in ("abbreviation", "parent", "established_by")] == [
            None
        ] * 3
        assert item["act_text"] is None
        assert (item["open_to_all"], item["functions"]) == (False, [])

    def test_answer_is_batched_on_request(self, uids_of_class, owner):
        answer = owner.get(f"{URL}?b_size=2&b_start=1")

        assert ids(answer) == ["komise", "ps"]
        data = answer.json()
        url = data["@id"]
        assert data["items_total"] == 3
        assert data["batching"] == {
            "@id": f"{url}?b_start=1&b_size=2",
            "first": f"{url}?b_start=0&b_size=2",
            "last": f"{url}?b_start=2&b_size=2",
            "prev": f"{url}?b_start=0&b_size=2",
        }

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("b_size=-1", "b_size"),
            ("b_size=0", "b_size"),
            ("b_size=1001", "b_size"),
            ("b_size=mnoho", "b_size"),
            ("b_size=" + "9" * 5000, "b_size"),
            ("b_start=-1", "b_start"),
            ("b_start=%00", "b_start"),
            ("b_start=1&b_start=2", "b_start"),
        ],
    )
    def test_bad_batch_is_named(self, uids_of_class, owner, query, field):
        answer = owner.get(f"{URL}?{query}")

        assert answer.status_code == 400
        assert answer.json()["code"] == "out_of_range"
        assert [error["field"] for error in answer.json()["errors"]] == [field]
