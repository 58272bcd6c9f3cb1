"""Nobody outside learns who is not to be named, nor anything of users of services."""

from tests.plone.roster.town import MARK
import json
import pytest


BODIES = ("/mesto/bodies/rs", "/mesto/bodies/ps", "/mesto/bodies/rada")
PLACES = (
    *BODIES,
    *(f"{body}/roster.csv" for body in BODIES),
    *(f"{body}/@roster" for body in BODIES),
    *(f"{body}/@roster?on=2024-06-01" for body in BODIES),
    *(f"{body}?expand=roster" for body in BODIES),
    "/mesto",
    "/mesto/bodies",
    "/mesto/archive",
    "/mesto/organisation",
    "/mesto/organisation.svg",
    "/mesto/@organisation",
    "/mesto/@@kpss-me",
)


def is_rest(path):
    return "/@" in path.replace("/@@", "") or "expand=" in path


@pytest.fixture
def answered(nobody, nobody_rest):
    def ask(path):
        answer = (nobody_rest if is_rest(path) else nobody).get(path)
        assert answer.status_code == 200, answer.text
        if is_rest(path):
            return json.dumps(answer.json(), ensure_ascii=False).lower()
        return answer.content.decode("utf-8-sig").lower()

    return ask


class TestNobody:
    @pytest.mark.parametrize("path", PLACES)
    def test_reads_no_marked_word(self, answered, path):
        text = answered(path)
        found = text.find(MARK)
        assert found < 0, text[max(0, found - 200) : found + 100]
        assert "ulrich" not in text and "nina" not in text

    @pytest.mark.parametrize(
        "path",
        [
            BODIES[0],
            f"{BODIES[0]}/roster.csv",
            f"{BODIES[0]}/@roster",
            "/mesto/organisation",
            "/mesto/organisation.svg",
            "/mesto/@organisation",
        ],
    )
    def test_reads_the_name_that_was_consented_to(self, answered, path):
        assert "jana veřejná" in answered(path)

    @pytest.mark.parametrize(
        "path",
        [
            "/mesto/people",
            "/mesto/people/jana",
            "/mesto/people/nina/@@images/photo",
            "/mesto/bodies/rs/@@kpss-add-member",
        ],
    )
    def test_does_not_open_what_is_for_insiders(self, nobody, path):
        answer = nobody.get(path, allow_redirects=False)
        assert answer.status_code in (302, 401, 404)
        if answer.status_code == 302:
            assert "login" in answer.headers["Location"]


class TestConsent:
    def test_day_of_the_roster_does_not_bring_it_back(self, nobody_rest):
        """Consent is judged today; Rut consented to nothing and left."""
        answer = nobody_rest.get("/mesto/bodies/ps/@roster?on=2024-06-01").json()
        assert [item.get("title") for item in answer["items"]].count(None) == 2
        assert answer["composition"]["uzivatel"] == 1
