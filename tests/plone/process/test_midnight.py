"""On the day of effect pages change by themselves, also where they were cached."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from freezegun import freeze_time
from kpss.addon.process.caching import midnight
from plone.app.caching.operations.utils import parseDateTime
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.approval.conftest import add_document
from tests.plone.approval.conftest import anonymous_rest
from tests.plone.approval.conftest import zatec
from tests.plone.approval.test_way import approve
from tests.plone.cached import ages
from tests.plone.cached import conditions
from tests.plone.cached import turn_on
from tests.plone.cached import use
from tests.plone.roster.town import session
import pytest
import transaction


__all__ = ["anonymous_rest", "zatec"]

APPROVED, EFFECT = date(2026, 7, 20), date(2026, 9, 1)
LAST = EFFECT - timedelta(days=1)
#: Pages of anonymous, and what they say from the day of effect only.
PAGES = {
    "documents/organizacni-rad-2015": "No longer in force",
    "documents": "Organizační řád 2026",
    "": "Organizační řád 2026",
}


def at(day: date, hour: int, minute: int = 0):
    moment = datetime(day.year, day.month, day.day, hour, minute)
    return freeze_time(moment, ignore=["ZODB"])


@pytest.fixture(scope="class")
def rules(zatec, functional_portal_class):
    """The old rules, and the new ones that take effect on 1. 9."""
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    with at(APPROVED, 9):
        old = add_document(zatec, "Organizační řád 2015", "organisational_rules")
        day = date(2015, 3, 16)
        approve(old, (day, day, day), "217/15")
        new = add_document(
            zatec,
            "Organizační řád 2026",
            "organisational_rules",
            repeals=[old.getId()],
            effect_on=EFFECT,
        )
        approve(new, (APPROVED, APPROVED, APPROVED), "518/26")
        transaction.commit()
    yield
    login(functional_portal_class, TEST_USER_NAME)


@pytest.fixture(scope="class")
def html(rules, functional_portal_class):
    found = session(functional_portal_class, accept="text/html")
    yield found
    found.close()


@pytest.fixture(scope="class")
def cached(rules, functional_portal_class):
    turn_on()


class TestWithoutCaching:
    def test_nothing_says_that_a_page_may_be_kept(self, html, anonymous_rest):
        answers = [html.get(f"/zatec/{page}") for page in PAGES]
        answers.append(
            anonymous_rest.get("/zatec/documents/organizacni-rad-2015/@approval")
        )
        for answer in answers:
            assert answer.status_code == 200
            assert not any(ages(answer)), answer.url
            for name in ("ETag", "Last-Modified"):
                assert name not in answer.headers, answer.url


@pytest.mark.usefixtures("cached")
class TestWithCaching:
    @pytest.mark.parametrize("page", PAGES)
    def test_page_changes_on_the_day_of_effect(self, html, page):
        with at(LAST, 10):
            first = html.get(f"/zatec/{page}")
        assert first.status_code == 200
        assert LAST.isoformat() in first.headers["ETag"]
        seen = conditions(first)
        with at(LAST, 23, 30):
            assert html.get(f"/zatec/{page}", headers=seen).status_code == 304
            assert PAGES[page] not in html.get(f"/zatec/{page}").text
        with at(EFFECT, 0, 5):
            for headers in (seen, {}):
                answer = html.get(f"/zatec/{page}", headers=headers)
                assert answer.status_code == 200
                assert PAGES[page] in answer.text

    @pytest.mark.parametrize(
        ("operation", "options"),
        [
            ("moderateCaching", {"smaxage": 86400}),
            ("moderateCaching", {"smaxage": 86400, "etags": ("userid",)}),
            ("strongCaching", {"maxage": 86400, "lastModified": True}),
            ("terseCaching", {"maxage": 7200, "smaxage": 7200}),
        ],
    )
    def test_no_cache_keeps_it_beyond_midnight(self, html, operation, options):
        use(operation, **options)
        for page in PAGES:
            with at(LAST, 23):
                answer = html.get(f"/zatec/{page}")
                assert answer.headers["X-Cache-Operation"].endswith(operation)
                assert 3500 < max(ages(answer)) <= 3600
                expires = parseDateTime(answer.headers["Expires"])
                assert expires <= midnight(EFFECT)
            with at(EFFECT, 0, 5):
                answer = html.get(f"/zatec/{page}", headers=conditions(answer))
                assert answer.status_code == 200
                assert PAGES[page] in answer.text

    def test_service_is_not_kept_either(self, anonymous_rest):
        path = "/zatec/documents/organizacni-rad-2015/@approval"
        with at(LAST, 23):
            answer = anonymous_rest.get(path)
            assert max(ages(answer), default=0) <= 3600
            before = answer.json()["state"]
        with at(EFFECT, 0, 5):
            after = anonymous_rest.get(path).json()["state"]
        assert (before, after) == ("in_force", "repealed")
