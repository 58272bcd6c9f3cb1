"""Minutes over REST: building, verifying, publishing, and what comes out (contract)."""

from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.publishing import advance
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from tests.plone.minutes.conftest import hold
from tests.plone.minutes.conftest import minutes_in
from tests.plone.minutes.test_minutes_content import verify
import pytest
import transaction


#: Planted: nothing of it may reach anybody outside.
PRIVATE = (
    *("Novák", "Novákov", "J. D.", "Dvořákov", "Kříž", "Hostovsk", "602 123", "azylov"),
    *("zapis_novak", "novak@", "785412/", "Lesní"),
)
TEXT = (
    "Panu Novákovi (J. D., novak@seznam.cz, r. č. 785412/0109) bytem Lesní 3 děkuje "
    "paní Dvořáková; viz zapis_novak.pdf. ⟦Klient azylového domu.⟧"
)


def path(obj) -> str:
    return "/" + "/".join(obj.getPhysicalPath()[2:])


@pytest.fixture
def meeting(written):
    made = hold(written)
    transaction.commit()
    return made


@pytest.fixture(scope="class")
def published(town):
    with api.env.adopt_user(username=SITE_OWNER_NAME), api.env.adopt_roles(["Manager"]):
        minutes = minutes_in(town)
        minutes.passages = {one.key: TEXT for one in parts_of(minutes)}
        advance(minutes, "submit")
        verify(minutes, "koordinatorka", "vedouci")
        advance(minutes, "publish")
    transaction.commit()
    return minutes


class TestBuilding:
    def test_who_records_builds_and_rebuilds(self, meeting, as_user):
        owner = as_user("koordinatorka")
        answer = owner.post(f"{path(meeting)}/@minutes", json={})
        assert answer.status_code == 201, answer.text
        assert answer.headers["Location"].endswith("/minutes")
        data = answer.json()
        assert data["review_state"] == "draft"
        key = next(one["key"] for one in data["parts"] if one["kind"] == "item")
        url = f"{path(meeting)}/minutes"
        changed = owner.patch(url, json={"passages": {key: "Ručně."}})
        assert changed.status_code == 204, changed.text
        again = owner.post(f"{path(meeting)}/@minutes", json={})
        assert again.status_code == 200
        assert again.json()["passages"] == {key: "Ručně."}
        anew = owner.post(f"{path(meeting)}/@minutes", json={"overwrite": True})
        assert anew.json()["passages"] == {}

    @pytest.mark.parametrize(
        ("user", "status"), [(None, 401), ("clenka", 401), ("cizi", 401)]
    )
    def test_others_do_not_build(self, meeting, as_user, user, status):
        answer = as_user(user).post(f"{path(meeting)}/@minutes", json={})
        assert answer.status_code == status

    @pytest.mark.parametrize(
        ("sent", "field"),
        [({"overwrite": "ano"}, "overwrite"), ({"prepsat": True}, "prepsat")],
    )
    def test_bad_input_names_the_field(self, meeting, as_user, sent, field):
        answer = as_user("koordinatorka").post(f"{path(meeting)}/@minutes", json=sent)
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == [field]

    @pytest.mark.parametrize(
        "sent", [{"neznama": "x"}, {"heading": "⟦x"}, {"heading": 5}, "x", [1]]
    )
    def test_bad_passages_are_refused(self, written, as_user, sent):
        minutes = minutes_in(written)
        transaction.commit()
        answer = as_user("koordinatorka").patch(path(minutes), json={"passages": sent})
        assert answer.status_code == 400, answer.text


class TestVerification:
    def test_both_verify_and_the_answer_says_who_is_missing(self, written, as_user):
        minutes = minutes_in(written)
        transaction.commit()
        url, coordinator = path(minutes), as_user("koordinatorka")
        early = coordinator.post(f"{url}/@verification", json={"action": "verify"})
        assert (early.status_code, early.json()["code"]) == (400, "not_now")
        moved = coordinator.post(f"{url}/@workflow/submit", json={})
        assert moved.json() == {"action": "submit", "review_state": "verification"}
        before = coordinator.get(f"{url}/@verification").json()
        assert (before["state"], before["verification"]) == ("verification", "awaiting")
        assert before["until"]
        assert [one["function"] for one in before["needs"]] == [
            "vedouci",
            "koordinator",
        ]
        assert before["needs"][0]["people"] == ["Karel Novák"]
        seen = {"action": "verify", "wording": before["wording"]}
        after = coordinator.post(f"{url}/@verification", json=seen).json()
        assert [one["verified_by"] for one in after["needs"]] == [None, "Eva Koubková"]
        stale = as_user("vedouci").post(
            f"{url}/@verification", json={"action": "verify", "wording": "jiné"}
        )
        assert stale.status_code == 409
        last = as_user("vedouci").post(f"{url}/@verification", json=seen).json()
        assert (last["state"], last["verification"]) == ("verified", "verified")
        assert last["wording"] == before["wording"]

    @pytest.mark.parametrize(
        ("user", "sent", "status"),
        [
            (None, {"action": "verify"}, 401),
            ("cizi", {"action": "verify"}, 401),
            ("clenka", {"action": "verify"}, 401),
            ("clenka", {"action": "settle", "number": 1, "text": "x"}, 401),
            ("clenka", {"action": "object"}, 400),
            ("clenka", {"action": "object", "text": "x" * 5001}, 400),
            ("clenka", {"action": "object", "text": 3}, 400),
            ("koordinatorka", {"action": "settle", "number": 7, "text": "x"}, 400),
            ("koordinatorka", {"action": "substitute", "need": "x"}, 400),
            ("koordinatorka", {"action": "zapomenout"}, 400),
            ("koordinatorka", [], 400),
        ],
    )
    def test_what_is_refused(self, written, as_user, user, sent, status):
        minutes = minutes_in(written, "submit")
        transaction.commit()
        answer = as_user(user).post(f"{path(minutes)}/@verification", json=sent)
        assert answer.status_code == status, answer.text

    def test_objections_are_answered(self, written, as_user):
        minutes = minutes_in(written, "submit")
        transaction.commit()
        url = f"{path(minutes)}/@verification"
        made = as_user("clenka").post(url, json={"action": "object", "text": "Chyba."})
        (one,) = made.json()["objections"]
        assert (one["number"], one["by"], one["settled"]) == (1, "Jana Dvořáková", None)
        done = as_user("koordinatorka").post(
            url, json={"action": "settle", "number": 1, "text": "Opraveno."}
        )
        assert done.json()["objections"][0]["settled"] == "Opraveno."

    def test_a_transition_is_refused_with_its_reasons(self, written, as_user):
        minutes = minutes_in(written)
        transaction.commit()
        coordinator = as_user("koordinatorka")
        answer = coordinator.post(f"{path(minutes)}/@workflow/publish", json={})
        assert (answer.status_code, answer.json()["code"]) == (400, "wrong_state")
        answer = coordinator.post(f"{path(minutes)}/@workflow/close", json={})
        assert answer.json()["code"] == "somebody_verifies"
        for name in ("freeze", "record", "neznamy"):
            answer = coordinator.post(f"{path(minutes)}/@workflow/{name}", json={})
            assert answer.status_code == 400, name


class TestFrozen:
    def test_nothing_is_changed_over_rest(self, published, as_user):
        for user in ("koordinatorka", "owner"):
            session = as_user(user)
            answer = session.patch(path(published), json={"title": "Jinak"})
            assert answer.status_code in (401, 403), user
            answer = session.delete(path(published))
            assert answer.status_code in (400, 401, 403), user
            answer = session.patch(f"{path(published)}/@history", json={"version": 0})
            assert answer.status_code in (401, 403, 409), user


class TestNothingComesOut:
    @pytest.mark.parametrize(
        "address",
        [
            "",
            "?expand=workflow,actions,types,navigation,breadcrumbs,contextnavigation",
            "/@history",
            "/@history/0",
            "/@workflow",
            "/@verification",
            "/@actions",
            "/@types",
            "/@sharing",
            "/@relations",
            "/@lock",
        ],
    )
    @pytest.mark.parametrize("user", [None, "cizi"])
    def test_over_rest(self, published, as_user, address, user):
        answer = as_user(user).get(f"{path(published)}{address}")
        assert not [one for one in PRIVATE if one in answer.text], answer.text

    def test_what_the_public_reads(self, published, as_user):
        data = as_user(None).get(path(published)).json()
        assert "Návrh plánu" in str(data["public_parts"])
        for name in ("parts", "passages", "shown", "file", "checksum"):
            assert name not in data, name

    @pytest.mark.parametrize("words", ["Novák", "Novákovi", "azylového", "Hostovský"])
    def test_search_finds_no_private_word(self, published, as_user, words):
        query = f"/@search?SearchableText={words}&portal_type=kpss.Minutes"
        assert as_user(None).get(query).json()["items_total"] == 0
        found = as_user(None).get(
            "/@search?SearchableText=plánu&fullobjects=1&b_size=500"
        )
        assert published.absolute_url() in found.text
        assert not [one for one in PRIVATE if one in found.text]

    @pytest.mark.parametrize(
        "address",
        [
            *("", "/view", "/minutes_page", "/@@historyview", "/versions_history_form"),
            *("/@@kpss-public", "/edit", "/@@kpss-verify", "/@@kpss-edit-part"),
            *("/@@download/file", "/@@plone.contenthistory", "/@@historypopup"),
        ],
    )
    @pytest.mark.parametrize("user", [None, "cizi"])
    def test_on_pages(self, published, as_user, address, user):
        answer = as_user(user, "text/html").get(f"{path(published)}{address}")
        assert not [one for one in PRIVATE if one in answer.text], address

    def test_the_public_page_has_the_public_version(self, published, as_user):
        text = as_user(None, "text/html").get(path(published)).text
        assert "Návrh plánu" in text and "[name]" in text and "Stížnost" not in text

    def test_before_publishing_nobody_outside_reads_anything(self, written, as_user):
        minutes = minutes_in(written, "submit")
        transaction.commit()
        for user in (None, "cizi"):
            assert as_user(user).get(path(minutes)).status_code in (401, 404)
