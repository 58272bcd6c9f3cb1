"""A decision outside a meeting is planned by its deadline, which everybody is told."""

from datetime import date
from datetime import timedelta
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.times import local
from kpss.addon.meetings.voting.per_rollam import until
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import text_of
from tests.plone.meetings.test_agenda_pages import errors
from tests.plone.meetings.test_agenda_pages import page_of
from tests.plone.meetings.test_agenda_pages import send
from tests.plone.meetings.test_agenda_pages import text
import pytest
import transaction


BODY = "/beroun/bodies/seniori"
PAGE = f"{BODY}/@@kpss-add-per-rollam"
USER = "koordinatorka"
#: A Saturday that is ahead.
SATURDAY = date.today() + timedelta(days=7 + (5 - date.today().weekday()) % 7)


def fresh(body):
    transaction.begin()
    return [one._unrestrictedGetObject() for one in meetings_of(body)]


class TestForm:
    def test_only_the_deadline_is_asked(self, town, as_user):
        form = page_of(as_user(USER), PAGE)
        names = set(form.xpath(".//@name"))
        assert {"day", "time", "agenda"} <= names
        assert not names & {"minutes", "place", "kind", "simple"}
        body = text(page_of(as_user(USER), BODY))
        assert "Decide outside a meeting (per rollam)" in body

    def test_weekend_is_a_day_like_any_other(self, town, as_user):
        rest = as_user(USER)
        answer = send(
            rest, PAGE, save="1", day=SATURDAY.isoformat(), time="16:00", agenda=""
        )
        assert answer.status_code == 302, errors(answer)
        made = fresh(town["seniori"])[-1]
        assert made.absolute_url() == answer.headers["Location"]
        assert (made.kind, made.place) == ("per_rollam", None)
        assert until(made) == made.end
        # Nobody meets, so it is called no meeting
        assert made.title.startswith("Vote per rollam until ")
        assert f"{local(made.end):%Y-%m-%d %H:%M}" == f"{SATURDAY} 16:00"
        page = text(page_of(rest, f"{BODY}/{made.getId()}"))
        assert "It is voted until" in page
        assert "weekend" not in page
        # The beginning is not in the way of convening
        with api.env.adopt_roles(["Manager"]):
            add_item(made, "Plán")
            codes = [one.code for one in refusals(made, "convene")]
        assert "in_the_past" not in codes
        transaction.abort()

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            ({"day": "", "time": "16"}, "Say until when members answer."),
            ({"day": SATURDAY.isoformat(), "time": "x"}, "This is not a time"),
            ({"day": "2020-03-03", "time": "16"}, "This time is over"),
            (
                {"day": SATURDAY.isoformat(), "time": "16", "agenda": "x"},
                "possibilities",
            ),
        ],
    )
    def test_bad_deadline_is_said(self, town, as_user, values, said):
        before = len(fresh(town["seniori"]))
        answer = send(as_user(USER), PAGE, save="1", **{"agenda": "", **values})
        assert said in errors(answer)
        assert len(fresh(town["seniori"])) == before

    def test_a_copy_asks_for_another_deadline(self, town, as_user):
        made = fresh(town["seniori"])[-1]
        form = page_of(as_user(USER), f"{BODY}/{made.getId()}/@@kpss-clone")
        names = set(form.xpath(".//@name"))
        assert {"day", "time"} <= names
        assert "place" not in names

    def test_who_comes_together_is_planned_elsewhere(self, town, as_user):
        form = page_of(as_user(USER), f"{BODY}/@@kpss-add-meeting")
        kinds = form.xpath(".//select[@name='kind']/option/@value")
        assert kinds == ["regular", "extraordinary"]


class TestTold:
    @pytest.fixture
    def asked(self, people, post, written):
        meeting = add_meeting(written["seniori"], kind="per_rollam", place=None)
        meeting.end = meeting.start + timedelta(minutes=90)
        add_item(meeting, "Plán")
        return meeting

    def test_letter_says_until_when_it_is_voted(self, asked, post):
        convene(asked)
        post.round()
        said = text_of(post.mails()["urad@mesto.example"][0])
        assert "It is voted until: " in said
        assert "16:30" in said
        assert "When: " not in said

    def test_members_find_no_empty_heading(self, asked, as_user):
        bring(asked, "convene")
        transaction.commit()
        path = f"{BODY}/{asked.getId()}"
        assert "Who was told" in text(page_of(as_user(USER), path))
        assert "Who was told" not in text(page_of(as_user("clenka"), path))
