"""A person's own page: bodies, functions, consents, data; for nobody else."""

from datetime import date
from lxml import html
from tests.plone.roster.town import page_text
import pytest
import re
import transaction


URL = "/mesto/@@kpss-me"


def token(session):
    form = html.fromstring(session.get(URL).text)
    return form.xpath("//input[@name='_authenticator']/@value")[0]


def consents(person):
    transaction.begin()
    return [(row["what"], row["withdrawn_on"]) for row in person.consents]


class TestReading:
    def test_own_bodies_functions_and_data_are_shown(self, jana):
        text = page_text(jana, URL)
        assert "Now" in text
        assert "Řídicí skupina" in text and "Senioři" in text
        assert "Předsedkyně" in text
        assert "skryto-jana@example.org" in text

    def test_note_of_the_office_is_not(self, jana):
        assert "Skrytá poznámka" not in page_text(jana, URL)

    def test_nobody_is_asked_to_log_in(self, nobody):
        assert "log in first" in page_text(nobody, URL)

    def test_unlinked_user_is_told_what_to_do(self, insider):
        assert "not linked to a person" in page_text(insider, URL)

    def test_page_is_not_kept_by_caches(self, jana):
        assert jana.get(URL).headers["Cache-Control"] == "private, no-store"

    def test_home_page_leads_there_who_is_linked(self, jana, nobody):
        assert "@@kpss-me" in jana.get("/mesto").text
        assert "@@kpss-me" not in nobody.get("/mesto").text


class TestConsents:
    @pytest.fixture
    def person(self, town):
        return town["people"]["jana"]

    def post(self, session, **data):
        return session.post(URL, data=data, allow_redirects=False)

    def test_without_the_token_nothing_is_changed(self, jana, person):
        before = consents(person)
        assert self.post(jana, what="name", act="withdraw").status_code == 403
        assert consents(person) == before

    def test_who_is_not_linked_changes_nothing(self, insider, jana, person):
        before = consents(person)
        answer = insider.post(
            URL,
            data={"what": "name", "act": "withdraw", "_authenticator": "x"},
            allow_redirects=False,
        )
        assert answer.status_code == 403
        assert consents(person) == before

    @pytest.mark.parametrize("data", [{"what": "soul"}, {"act": "sell"}, {}])
    def test_nonsense_is_refused(self, jana, person, data):
        before = consents(person)
        data = {"what": "name", "act": "nothing", **data}
        answer = self.post(jana, _authenticator=token(jana), **data)
        assert answer.status_code == 400
        assert consents(person) == before

    def test_withdrawn_name_disappears_and_comes_back(self, jana, nobody, person):
        answer = self.post(
            jana, what="name", act="withdraw", _authenticator=token(jana)
        )
        assert answer.status_code == 302
        assert consents(person)[0] == ("name", date.today())
        assert "Jana Veřejná" not in nobody.get("/mesto/bodies/rs").text

        self.post(jana, what="name", act="give", _authenticator=token(jana))
        assert consents(person)[-1] == ("name", None)
        assert person.consents[-1]["given_on"] == date.today()
        assert person.consents[-1]["text_version"] == "1"
        assert "Jana Veřejná" in nobody.get("/mesto/bodies/rs").text


class TestContact:
    PATH = "/mesto/@@kpss-my-contact"

    def test_others_may_not(self, insider, nobody):
        assert insider.get(self.PATH).status_code == 403
        assert nobody.get(self.PATH, allow_redirects=False).status_code in (302, 403)

    def test_own_contact_is_corrected(self, jana, town):
        form = html.fromstring(jana.get(self.PATH).text).get_element_by_id("form")
        data = dict(form.form_values())
        assert data["form.widgets.office_email"] == "jana@example.org"
        data["form.widgets.office_phone"] = "123 456 789"
        data["form.buttons.save"] = "Save"
        answer = jana.post(self.PATH, data=data, allow_redirects=False)
        assert answer.status_code == 302, re.findall("<title>.*", answer.text)
        transaction.begin()
        assert town["people"]["jana"].office_phone == "123 456 789"
