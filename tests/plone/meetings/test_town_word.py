"""Whatever a town calls its meetings, no page of them says jednání (PRA-35)."""

from kpss.addon.i18n import translate
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.rules.progress import STEPS
from kpss.addon.minutes.making import build
from plone import api
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import add_prepared
from tests.plone.meetings.mailing import item_called
from tests.plone.meetings.mailing import text_of
import pytest
import re
import transaction


#: What has that name in every town: two kinds of papers, and types in the menu to add.
NAMES = re.compile(
    r"pravidla jednání|podklad pro jednání|<a[^>]*\+\+add\+\+.*?</a>",
    re.IGNORECASE | re.DOTALL,
)
#: That word, or a form that nobody filled in.
OTHER_WORD = re.compile(r".{,40}(?:\bjednán|\$\{meeting).{,40}", re.IGNORECASE)

#: How a meeting gets into a state, in how many days it is, and pages that matter then.
STATES = {
    "planned": (
        14,
        (),
        ("@@kpss-convene", "@@kpss-agenda", "@@kpss-propose-item", "@@kpss-ask-dates"),
    ),
    "convened": (
        14,
        ("convene",),
        ("@@kpss-replies", "@@kpss-convene", "@@kpss-advance?transition=open"),
    ),
    "in_session": (
        0,
        ("convene", "open"),
        ("@@kpss-attendance", "@@kpss-adjourn", "@@kpss-officers", "@@kpss-clone"),
    ),
    "held": (
        0,
        ("convene", "open", "end"),
        ("minutes", "@@kpss-minutes", "@@kpss-advance?transition=close"),
    ),
    "closed": (
        0,
        ("convene", "open", "end", "close"),
        ("minutes/@@kpss-public", "@@kpss-advance?transition=reopen"),
    ),
    "cancelled": (14, ("convene", "cancel"), ("@@kpss-advance?transition=renew",)),
}
OF_BODY = (
    "",
    "@@kpss-meetings",
    "@@kpss-add-meeting",
    "@@kpss-plan-meetings",
    "@@kpss-enter-meeting",
    "@@kpss-polls",
    "@@kpss-attendance-statistics",
    "@@kpss-agenda-templates",
    "pravidla",
)
OF_PROCESS = ("", "@@kpss-meetings", "@@kpss-my-calendar")


def said_otherwise(text: str) -> list[str]:
    """Where a text calls a meeting jednání."""
    return [found.strip() for found in OTHER_WORD.findall(NAMES.sub("", text))]


def test_the_other_word_is_found():
    assert said_otherwise("<b>Svolat jednání</b>") == ["<b>Svolat jednání</b>"]
    assert said_otherwise("O jednáních se píše.")
    assert said_otherwise("Naplánovat ${meeting_acc}")
    assert not said_otherwise("Projednání návrhu; Pravidla jednání")


@pytest.fixture(scope="class")
def called(request, town, people):
    """The town with its word, and a meeting in every state."""
    transaction.begin()
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    town.process.label_meeting = request.param
    town.meetings = {}
    with api.env.adopt_roles(["Manager"]):
        for state, (days, steps, _pages) in STATES.items():
            town.meetings[state] = bring(add_prepared(town, days=days), *steps)
        for state in ("held", "closed"):
            build(town.meetings[state])
    transaction.commit()
    return town


def pages_of(town):
    yield from (f"{town.process.absolute_url()}/{name}" for name in OF_PROCESS)
    yield from (f"{town['seniori'].absolute_url()}/{name}" for name in OF_BODY)
    for state, (_days, _steps, names) in STATES.items():
        meeting = town.meetings[state]
        yield from (f"{meeting.absolute_url()}/{name}" for name in ("", *names))
        item = item_called(meeting, "Návrh plánu")
        yield f"{item.absolute_url()}/@@kpss-vote"
    yield item.absolute_url()


class TestPages:
    @pytest.mark.parametrize(
        "called, reader, least",
        [
            ("setkání", None, 8),
            ("setkání", "clenka", 15),
            ("setkání", "koordinatorka", 35),
            ("porada", "clenka", 15),
        ],
        indirect=["called"],
    )
    def test_no_page_calls_a_meeting_otherwise(self, called, as_user, reader, least):
        rest = as_user(reader, "text/html")
        seen, wrong = 0, {}
        for url in pages_of(called):
            if reader is None and "@@" in url and "meetings" not in url:
                # Forms that nobody opens without logging in
                continue
            answer = rest.get(url, headers={"Accept-Language": "cs"})
            assert answer.status_code < 500, url
            seen += answer.status_code == 200 and "/login" not in answer.url
            found = said_otherwise(answer.text)
            if found:
                wrong[url] = found
        assert wrong == {}
        assert seen >= least

    @pytest.mark.parametrize("called", ["porada"], indirect=True)
    def test_nor_does_a_refusal(self, called):
        with api.env.adopt_roles(["Manager"]):
            said = [
                translate(one.message, "cs")
                for meeting in called.meetings.values()
                for step in STEPS
                for one in refusals(meeting, step)
            ]
        assert "Teď to nejde; stav: zrušeno." in said
        assert [one for one in said if said_otherwise(one)] == []

    @pytest.mark.parametrize("called", ["porada"], indirect=True)
    def test_nor_does_a_letter(self, called, post):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            convene(called.meetings["planned"])
        transaction.commit()
        post.round()
        texts = [text_of(one) for mails in post.mails().values() for one in mails]
        assert texts
        assert [one for one in texts if said_otherwise(one)] == []
