"""Fields over REST that only what is recorded may change, and those that stay."""

from datetime import timedelta
from kpss.addon.fields import Refused
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.times import now
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import in_session
import pytest
import transaction


@pytest.fixture(scope="class")
def meeting(town):
    """In session, of the group of seniors."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        found = in_session(town["seniori"])
    transaction.commit()
    return found


def fields(answer):
    return [one["field"] for one in answer.json().get("errors", ())]


class TestItem:
    VALUES = (
        ("outcome", "passed"),
        ("late", True),
        ("postponed_to", "0" * 32),
        ("postponed_from", "0" * 32),
        ("refusal", "Nehodí se"),
        ("proposed_by", "PERSON"),
        ("put_forward_by", "PERSON"),
    )

    @pytest.mark.parametrize(("name", "value"), VALUES)
    def test_what_follows_from_records_is_not_sent(
        self, meeting, town, as_user, name, value
    ):
        if value == "PERSON":
            value = town.person("clenka").getId()
        item = meeting.objectValues()[0]
        before = getattr(item, name)
        rest = as_user("koordinatorka")
        answer = rest.patch(item.absolute_url(), json={name: value, "minutes": 5})
        assert (answer.status_code, fields(answer)) == (400, [name])
        sent = {"@type": "kpss.AgendaItem", "title": "Bod", name: value}
        answer = rest.post(meeting.absolute_url(), json=sent)
        assert (answer.status_code, fields(answer)) == (400, [name])
        transaction.begin()
        item = meeting.objectValues()[0]
        assert (getattr(item, name), item.minutes) == (before, None)

    def test_what_was_read_may_be_sent_back(self, meeting, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            item = add_item(meeting, "Celý", outcome="discussed", late=True)
        transaction.commit()
        rest = as_user("koordinatorka")
        data = rest.get(item.absolute_url()).json()
        names = [name for name, _value in self.VALUES]
        sent = {name: data[name] for name in names} | {"title": "Celý bod"}
        assert rest.patch(item.absolute_url(), json=sent).status_code == 204
        sent = {"outcome": data["outcome"]["token"]}
        assert rest.patch(item.absolute_url(), json=sent).status_code == 204


class TestPeople:
    @pytest.mark.parametrize("name", ["presiding", "minute_taker", "verifiers"])
    def test_recorders_name_people_of_the_process(self, meeting, town, as_user, name):
        person = town.person("vedouci").getId()
        several = name == "verifiers"
        rest, url = as_user("koordinatorka"), meeting.absolute_url()
        wrong = "nikdo"
        answer = rest.patch(url, json={name: [wrong] if several else wrong})
        assert (answer.status_code, fields(answer)) == (400, [name])
        value = [person] if several else person
        # A clerk edits the meeting, but records those of other bodies
        answer = as_user("referentka").patch(url, json={name: value})
        assert answer.status_code in (401, 403)
        assert as_user("referentka").patch(url, json={"place": "Sál"}).ok
        assert rest.patch(url, json={name: value}).status_code == 204
        # What is so already is no news
        assert as_user("referentka").patch(url, json={name: value}).ok
        transaction.begin()
        assert getattr(meeting, name) == value

    def test_named_when_it_is_planned(self, town, as_user):
        start = (now() + timedelta(days=9)).isoformat()
        sent = {
            "@type": "kpss.Meeting",
            "start": start,
            "presiding": town.person("vedouci").getId(),
        }
        url = town["seniori"].absolute_url()
        assert as_user("koordinatorka").post(url, json=sent).status_code == 201
        assert as_user("referentka").post(url, json=sent).status_code in (401, 403)


class TestStays:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("start", "2026-01-01T10:00"),
            ("start", "2036-01-01T10:00"),
            ("simple", True),
            ("kind", "per_rollam"),
        ],
    )
    def test_what_decisions_go_by(self, meeting, as_user, name, value):
        url, rest = meeting.absolute_url(), as_user("koordinatorka")
        before = getattr(meeting, name)
        answer = rest.patch(url, json={name: value, "place": "Jinde"})
        assert (answer.status_code, fields(answer)) == (400, [name])
        data = rest.get(url).json()
        same = {name: data[name], "place": "Radnice"}
        assert rest.patch(url, json=same).status_code == 204
        transaction.begin()
        assert getattr(meeting, name) == before

    def test_forms_go_by_the_same(self, meeting, written):
        bring(meeting, "end")
        start = IMeeting["start"].bind(meeting)
        start.validate(meeting.start.replace(second=0, microsecond=0))
        with pytest.raises(Refused):
            start.validate(meeting.start + timedelta(hours=1))

    def test_the_time_to_answer_is_not_taken_away(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            fields = {"kind": "per_rollam", "end": now() + timedelta(days=20)}
            made = bring(add_meeting(town["seniori"], **fields), "convene")
        transaction.commit()
        answer = as_user("koordinatorka").patch(made.absolute_url(), json={"end": None})
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == ["end"]

    def test_the_time_to_answer_is_only_prolonged(self, written):
        end = now() + timedelta(days=20)
        fields = {"kind": "per_rollam", "end": end}
        meeting = bring(add_meeting(written["seniori"], **fields), "convene")
        field = IMeeting["end"].bind(meeting)
        field.validate(end + timedelta(days=1))
        for value in (None, end - timedelta(days=1)):
            with pytest.raises(Refused):
                field.validate(value)
