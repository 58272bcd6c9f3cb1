"""Resolutions: numbers, states, what is immutable, the register."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.dexterity.utils import createContentInContainer
from tests.plone.approval.conftest import add_document
from tests.plone.approval.test_way import ruling
from zExceptions import BadRequest
import pytest
import transaction


DAY = date(2020, 7, 13)


def add(body, title, on=DAY, **fields):
    return createContentInContainer(
        body, "kpss.Resolution", title=title, decided_on=on, **fields
    )


@pytest.fixture
def council(zatec, functional_portal_class):
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    yield zatec["bodies"]["rm"]
    transaction.commit()
    login(functional_portal_class, TEST_USER_NAME)


class TestNumbers:
    def test_adopted_one_gets_the_next_number_by_the_rules(self, council):
        """Žatec's council numbers 518/20 (ZAT-98)."""
        first = add(council, "První")
        assert first.number is None
        api.content.transition(first, "adopt")
        assert first.number == "1/20"
        second = add(council, "Druhé")
        api.content.transition(second, "adopt")
        assert second.number == "2/20"

    def test_number_written_by_hand_is_respected(self, council):
        by_hand = add(council, "Z minulosti", number="518/20")
        api.content.transition(by_hand, "adopt")
        following = add(council, "Další")
        api.content.transition(following, "adopt")
        assert following.number == "519/20"

    def test_every_year_begins_anew(self, council):
        other = add(council, "Jiný rok", on=date(2021, 1, 4))
        api.content.transition(other, "adopt")
        assert other.number == "1/21"

    def test_number_of_another_one_is_refused_over_rest(self, council, rest):
        transaction.commit()
        answer = rest.post(
            "/zatec/bodies/rm",
            json={
                "@type": "kpss.Resolution",
                "title": "Dvojník",
                "decided_on": "2020-07-13",
                "number": "518 / 20",
            },
        )
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == ["number"]

    def test_adopted_one_is_a_record(self, council):
        adopted = add(council, "Přijaté")
        api.content.transition(adopted, "adopt")
        with pytest.raises(BadRequest, match="belongs to the records"):
            api.content.delete(adopted)
        draft = add(council, "Koncept")
        api.content.delete(draft)

    def test_copy_has_no_number(self, council):
        original = add(council, "Předloha")
        api.content.transition(original, "adopt")
        copy = api.content.copy(original, council)
        assert copy.number is None
        assert api.content.get_state(copy) == "draft"


class TestDecisions:
    def test_resolution_is_made_in_place_with_the_next_number(self, zatec, council):
        document = add_document(zatec, "Pravidla dotací", "grant_rules")
        actions.start(document, on=DAY)
        decide(document, Said(0, "submitted", DAY))
        decide(document, Said(1, "approved", DAY, resolution=NewResolution()))
        [made] = IResolutionBook(zatec).adopted_on_subject(document.UID())
        resolution = api.content.get(UID=made.uid)
        assert (resolution.verb, resolution.title) == ("approves", "Pravidla dotací")
        assert made.number == case_of(document).records[-1].resolution["number"]
        assert api.content.get_state(resolution) == "adopted"

    def test_number_alone_is_entered_into_the_register_once(self, zatec, council):
        for title in ("Řád A", "Řád B"):
            document = add_document(
                zatec, title, "organisational_rules", purpose="amendment"
            )
            day = date(2022, 5, 2)
            actions.start(document, on=day)
            decide(
                document,
                Said(0, "approved", day, resolution=ruling("ŘS 4/22", day, "rs")),
            )
        found = IResolutionBook(zatec).of_body("rs", date(2022, 5, 2))
        assert [one.number for one in found] == ["ŘS 4/22"]

    def test_taken_number_leaves_nothing_behind(self, zatec, council):
        document = add_document(
            zatec, "Řád C", "organisational_rules", purpose="amendment"
        )
        day = date(2022, 6, 1)
        actions.start(document, on=day)
        said = Said(0, "approved", day, resolution=NewResolution(number="ŘS 4/22"))
        with pytest.raises(Refusal):
            decide(document, said)
        assert case_of(document).standing.status == "running"
        assert IResolutionBook(zatec).adopted_on_subject(document.UID()) == []


class TestRegister:
    @pytest.fixture(scope="class")
    def published(self, zatec, functional_portal_class):
        login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
        rm, rs = zatec["bodies"]["rm"], zatec["bodies"]["rs"]
        rows = (
            (rm, "217/15", date(2015, 3, 16), "approves", "Organizační řád"),
            (rm, "518/20", DAY, "approves", "Organizační řád procesu"),
            (
                rs,
                "1/2020",
                date(2020, 5, 20),
                "recommends",
                "Řídící skupina doporučuje",
            ),
            (rm, "9/20", date(2020, 2, 3), "takes_note", "Zpráva"),
            (rm, "10/20", date(2020, 2, 3), "takes_note", "Zpráva druhá"),
        )
        for body, number, on, verb, title in rows:
            one = add(
                body,
                title,
                on=on,
                number=number,
                verb=verb,
                text="tajnost " + title,
                public_text="Zveřejněno " + title,
            )
            for transition in ("adopt", "publish"):
                api.content.transition(one, transition)
        hidden = add(rm, "Nezveřejněné", number="77/20", text="tajnost")
        api.content.transition(hidden, "adopt")
        transaction.commit()
        login(functional_portal_class, TEST_USER_NAME)

    @pytest.mark.parametrize(
        ("query", "numbers"),
        [
            ("", ["518/20", "1/2020", "10/20", "9/20", "217/15"]),
            ("year=2020", ["518/20", "1/2020", "10/20", "9/20"]),
            ("body=rs", ["1/2020"]),
            ("verb=takes_note", ["10/20", "9/20"]),
            ("number=518 / 20", ["518/20"]),
            ("q=ridici", ["1/2020"]),
            ("q=řídicí skupina", ["1/2020"]),
            ("q=tajnost", []),
            ("state=adopted", []),
            ("year=2020&body=rm&q=organizacni", ["518/20"]),
            ("q=%22(*", ["518/20", "1/2020", "10/20", "9/20", "217/15"]),
        ],
    )
    def test_register_is_filtered(self, published, anonymous_rest, query, numbers):
        answer = anonymous_rest.get(f"/zatec/@resolutions?{query}").json()
        assert [one["number"] for one in answer["items"]] == numbers
        assert "tajn" not in str(answer)

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("year=20", "year"),
            ("verb=x", "verb"),
            ("state=x", "state"),
            ("b_size=1001", "b_size"),
            ("b_start=-1", "b_start"),
            ("q=a&q=b", "q"),
            ("q:list=a", "q"),
            ("body:record=a", "body"),
        ],
    )
    def test_bad_parameters_are_named(self, published, anonymous_rest, query, field):
        answer = anonymous_rest.get(f"/zatec/@resolutions?{query}")
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == [field]

    def test_item_of_the_register(self, zatec, published, anonymous_rest):
        answer = anonymous_rest.get("/zatec/@resolutions?number=518/20").json()
        [item] = answer["items"]
        assert {name: item[name] for name in item if name not in ("@id", "UID")} == {
            "number": "518/20",
            "date": "2020-07-13",
            "body": {"id": "rm", "title": "Rada města Žatce"},
            "verb": "approves",
            "addressee": None,
            "title": "Organizační řád procesu",
            "text": "Zveřejněno Organizační řád procesu",
            "state": "published",
            "tasks": [],
        }

    def test_batches_lead_on(self, published, anonymous_rest):
        answer = anonymous_rest.get("/zatec/@resolutions?b_size=2&b_start=2").json()
        assert answer["items_total"] == 5
        assert set(answer["batching"]) == {"@id", "first", "last", "next", "prev"}

    def test_page_table_and_feed_tell_the_public_no_more(
        self, published, anonymous_rest
    ):
        anonymous_rest.headers["Accept"] = "text/html"
        try:
            for name in ("resolutions?year=all", "resolutions.csv", "resolutions.atom"):
                answer = anonymous_rest.get(f"/zatec/{name}")
                assert answer.status_code == 200, name
                assert "Organizační řád" in answer.text, name
                assert "tajnost" not in answer.text, name
                assert "Nezveřejněné" not in answer.text, name
        finally:
            anonymous_rest.headers["Accept"] = "application/json"

    def test_public_reads_no_whole_text(self, published, anonymous_rest):
        item = anonymous_rest.get("/zatec/@resolutions?number=518/20").json()["items"][
            0
        ]
        answer = anonymous_rest.get(item["@id"])
        assert answer.status_code == 200
        assert "tajnost" not in answer.text
        assert "subject_uid" not in answer.json()

    def test_published_one_is_not_edited(self, published, rest):
        item = rest.get("/zatec/@resolutions?number=9/20").json()["items"][0]
        answer = rest.patch(item["@id"], json={"title": "Jinak"})
        # The site's owner is a Manager, who may mend everything
        assert answer.status_code == 204

    def test_correction_stays_visible_with_its_reason(
        self, zatec, published, functional_portal_class, anonymous_rest
    ):
        login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
        transaction.begin()
        [one] = IResolutionBook(zatec).of_body("rs", date(2020, 5, 20))
        resolution = api.content.get(UID=one.uid)
        form = resolution.restrictedTraverse("kpss-correct")
        form.write({"title": "Řídící skupina doporučuje řád"}, "chyba v názvu")
        transaction.commit()
        login(functional_portal_class, TEST_USER_NAME)
        anonymous_rest.headers["Accept"] = "text/html"
        try:
            page = anonymous_rest.get(resolution.absolute_url()).text
        finally:
            anonymous_rest.headers["Accept"] = "application/json"
        assert "chyba v názvu" in page
        assert resolution.corrections[0]["old_title"] == "Řídící skupina doporučuje"

    def test_public_reads_a_resolution_about_a_document_under_way(
        self, zatec, published, functional_portal_class, anonymous_rest
    ):
        login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
        transaction.begin()
        draft = add_document(zatec, "Rozepsaný dokument", "report")
        made = add(zatec["bodies"]["rs"], "O konceptu", subject_uid=draft.UID())
        for transition in ("adopt", "publish"):
            api.content.transition(made, transition)
        transaction.commit()
        anonymous_rest.headers["Accept"] = "text/html"
        try:
            answer = anonymous_rest.get(made.absolute_url(), allow_redirects=False)
        finally:
            anonymous_rest.headers["Accept"] = "application/json"
            login(functional_portal_class, TEST_USER_NAME)
        assert answer.status_code == 200
        assert "O konceptu" in answer.text
        assert "Rozepsaný" not in answer.text
