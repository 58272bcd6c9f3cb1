"""A large register is read in spans of days; what it shows is the same."""

from datetime import date
from itertools import chain
from itertools import pairwise
from kpss.addon.resolutions import found as module
from kpss.addon.resolutions.found import spans
from kpss.addon.resolutions.searching import Asked
from kpss.addon.resolutions.searching import latest_year
from kpss.addon.resolutions.searching import search
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.dexterity.utils import createContentInContainer
import pytest
import transaction


YEARS = (1994, 2003, 2004, 2019, 2019, 2019, 2020, 2025, 2026, 2026)


@pytest.fixture(scope="class")
def register(zatec, functional_portal_class):
    """Twenty resolutions of two bodies over thirty years, a few of them drafts."""
    transaction.begin()
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    for index, year in enumerate(YEARS * 2):
        body = zatec["bodies"]["rm" if index % 3 else "zm"]
        made = createContentInContainer(
            body,
            "kpss.Resolution",
            title=f"Usnesení {index}",
            decided_on=date(year, 1 + index % 12, 1 + index),
            number=f"{index + 1}/x",
        )
        if index % 4:
            for transition in ("adopt", "publish"):
                api.content.transition(made, transition)
    transaction.commit()
    login(functional_portal_class, TEST_USER_NAME)
    return zatec


ASKED = (Asked(), Asked(body="rm"), Asked(year="2019"), Asked(q="usnesení"))


def read(process, asked):
    """Titles in order: all, one after another, in parts, the first few."""
    transaction.begin()
    found = search(process, asked)
    return {
        "number": len(found),
        "all": [one.Title for one in found],
        "one by one": [found[index].Title for index in range(len(found))],
        "parts": [
            [one.Title for one in search(process, asked)[start : start + 3]]
            for start in range(0, len(found) + 3, 3)
        ],
        "first": [one.Title for one in search(process, asked).first(5)],
    }


class TestSpans:
    @pytest.mark.parametrize("asked", ASKED, ids=["all", "body", "year", "words"])
    @pytest.mark.parametrize("who", ["Anonymous", "Manager"])
    def test_large_register_shows_the_same(self, register, monkeypatch, asked, who):
        with api.env.adopt_roles([who]):
            small = read(register, asked)
            # Everything up to the fourth is read in spans, what is behind it at once
            for many in (0, 4):
                monkeypatch.setattr(module, "MANY", many)
                assert read(register, asked) == small
            monkeypatch.setattr(module.Found, "_is_spread", not asked.year)
            monkeypatch.setattr(module, "MANY", 1000)
            assert read(register, asked) == small
        assert small["number"] == len(small["all"]) > 0
        assert (
            small["all"]
            == small["one by one"]
            == list(chain.from_iterable(small["parts"]))
        )
        assert small["first"] == small["all"][:5]

    def test_spans_meet_and_grow(self, register):
        transaction.begin()
        found = spans(api.portal.get_tool("portal_catalog"))
        days = [tuple(map(date.fromisoformat, one["query"])) for one in found]
        assert days[0][1] == date(2026, 10, 10)
        assert [(last - first).days + 1 for first, last in days[:3]] == [90, 180, 360]
        for later, earlier in pairwise(days):
            assert (later[0] - earlier[1]).days == 1
        assert days[-1][0] <= date(1994, 1, 1) <= days[-1][1]

    def test_the_latest_year_is_that_of_the_reader(self, register):
        transaction.begin()
        assert latest_year(register) == "2026"

    def test_what_is_new_is_counted_at_once(self, register, monkeypatch):
        monkeypatch.setattr(module, "MANY", 0)
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            before = len(search(register, Asked()))
            made = createContentInContainer(
                register["bodies"]["rm"],
                "kpss.Resolution",
                title="Nové",
                decided_on=date(2026, 11, 1),
            )
            for transition in ("adopt", "publish"):
                api.content.transition(made, transition)
            assert len(search(register, Asked())) == before + 1
            transaction.commit()
            assert len(search(register, Asked())) == before + 1
            assert search(register, Asked()).first(1)[0].Title == "Nové"
