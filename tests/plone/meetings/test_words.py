"""The town's word for a meeting, in the case that a sentence needs (PRA-35)."""

from datetime import date
from functools import partial
from kpss.addon.i18n import translate
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.papers.agenda import AgendaPaper
from kpss.addon.process.meeting_words import FORMS
from kpss.addon.process.meeting_words import forms
from plone import api
from tests.plone.meetings.mailing import add_prepared
from tests.plone.meetings.mailing import text_of
import pytest
import transaction


CZECH = partial(translate, language="cs")


class TestForms:
    def test_schuze_declines(self, town):
        assert forms("Schůze", CZECH) == {
            "meeting": "schůze",
            "meeting_gen": "schůze",
            "meeting_acc": "schůzi",
            "meeting_loc": "schůzi",
            "meetings": "schůze",
            "meetings_gen": "schůzí",
            "Meeting": "Schůze",
            "Meeting_gen": "Schůze",
            "Meeting_acc": "Schůzi",
            "Meeting_loc": "Schůzi",
            "Meetings": "Schůze",
            "Meetings_gen": "Schůzí",
        }

    @pytest.mark.parametrize("word", ["setkání", "shromáždění"])
    def test_others_do_not(self, town, word):
        assert set(forms(word, CZECH).values()) == {word, word.capitalize()}

    def test_a_free_word_declines(self, town):
        found = forms("Porada", CZECH)
        assert [found[name] for name in FORMS] == [
            *("porada", "porady", "poradu", "poradě", "porady", "porad"),
        ]

    @pytest.mark.parametrize("word", ["schůze", "porada", "kulatý stůl"])
    def test_who_reads_english_reads_of_meetings(self, town, word):
        english = partial(translate, language="en")
        assert set(forms(word, english).values()) == {
            "meeting",
            "meetings",
            "Meeting",
            "Meetings",
        }

    def test_a_word_that_nobody_declines_is_said_in_the_nominative(self, town):
        found = forms("kulatý stůl", CZECH)
        assert [found[name] for name in FORMS] == ["kulatý stůl", *["jednání"] * 5]


@pytest.fixture
def schuze(written):
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    written.process.label_meeting = "schůze"
    transaction.commit()
    yield written
    written.process.label_meeting = None
    api.portal.set_registry_record("plone.default_language", "en")


class TestWhereItIsMet:
    def test_on_pages(self, schuze, as_user):
        rest = as_user("koordinatorka", "text/html")
        url = schuze["seniori"].absolute_url()
        page = rest.get(f"{url}/@@kpss-meetings", headers={"Accept-Language": "cs"})
        for said in ("Schůze: Senioři", "Naplánovat schůzi", "Naplánovat více schůzí"):
            assert said in page.text, said
        assert "0 schůzí" in page.text
        assert "Naplánovat jednání" not in page.text

    def test_in_mails_and_on_papers(self, people, post, schuze):
        meeting = add_prepared(schuze)
        convene(meeting)
        post.round()
        (mail,) = post.mails()["urad@mesto.example"]
        text = text_of(mail)
        assert "zapíše schůzi do vašeho kalendáře" in text
        assert "dokud schůze nezačne" in text
        assert meeting.title.startswith("Schůze ")
        assert "jednání" not in text.lower()
        [table] = AgendaPaper(meeting, date.today()).overview()
        assert "Program schůze" in str(table)
