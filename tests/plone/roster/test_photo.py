"""Photographs are served with consent, or to insiders; otherwise there are none."""

from datetime import date
from plone import api
from tests.plone.roster.town import consent
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def address(town, person):
    return f"/mesto/@@kpss-photo/{town['people'][person].UID()}"


class TestPhoto:
    def test_with_consent_to_name_and_photo_it_is_public(self, town, nobody):
        answer = nobody.get(address(town, "jana"))
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["Cache-Control"] == "private, max-age=300"
        assert answer.content.startswith(b"\x89PNG")

    def test_page_of_the_body_shows_it(self, town, nobody):
        text = nobody.get("/mesto/bodies/rs").text
        assert address(town, "jana") in text
        assert address(town, "klara") not in text

    @pytest.mark.parametrize("person", ["nina", "klara", "ulrich"])
    def test_otherwise_it_is_not_there(self, town, nobody, person):
        assert nobody.get(address(town, person)).status_code == 404

    def test_refusal_is_the_same_as_for_nobody(self, town, nobody):
        for uid in ("0" * 32, town.UID(), "x/y", ""):
            assert nobody.get(f"/mesto/@@kpss-photo/{uid}").status_code == 404

    def test_insider_sees_it_in_the_own_body_only(self, town, insider):
        assert insider.get(address(town, "ulrich")).status_code == 200
        assert insider.get(address(town, "klara")).status_code == 404

    def test_withdrawn_consent_ends_it_at_once(self, town, nobody):
        with api.env.adopt_roles(["Manager"]):
            person = town["people"]["jana"]
            kept = person.consents
            person.consents = [
                consent("name"),
                consent("photo", withdrawn=date.today()),
            ]
            notify(ObjectModifiedEvent(person))
            transaction.commit()
        assert nobody.get(address(town, "jana")).status_code == 404
        with api.env.adopt_roles(["Manager"]):
            person.consents = kept
            notify(ObjectModifiedEvent(person))
            transaction.commit()

    def test_person_itself_stays_private(self, town, nobody):
        answer = nobody.get("/mesto/people/jana", allow_redirects=False)
        assert answer.status_code in (302, 401)
