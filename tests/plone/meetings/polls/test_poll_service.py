"""``@date-poll``: begun, read by who may, answered, ended; errors name their field."""

from datetime import date
from datetime import timedelta
from kpss.addon.meetings.polling.kept import poll_of
from kpss.addon.meetings.polling.kept import polls_of
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.polling import MEMBERS
import pytest
import transaction


BODY = "/beroun/bodies/seniori"
SERVICE = f"{BODY}/@date-poll"
NEXT = date.today().year + 1
SENT = {
    "title": "Jarní setkání",
    "dates": [
        {"start": f"{NEXT}-03-03T15:00", "minutes": 90, "place": "Radnice"},
        {"start": f"{NEXT}-05-08T15:00:00+02:00"},
    ],
    "until": f"{NEXT}-02-20",
}


def path_of(poll) -> str:
    return f"{SERVICE}/{poll.key}"


def error(answer) -> tuple[int, str, list[str]]:
    data = answer.json()
    fields = [one["field"] for one in data.get("errors", [])]
    return answer.status_code, data.get("code"), fields


class TestBeginning:
    def test_it_asks_everybody_once(self, body, post, as_user):
        answer = as_user("koordinatorka").post(SERVICE, json=SENT)
        assert answer.status_code == 201, answer.text
        data = answer.json()
        assert (
            answer.headers["Location"]
            == data["@id"]
            == f"{body.absolute_url()}/@date-poll/0001"
        )
        assert data["letters"] == len(MEMBERS)
        assert [one["date"] for one in data["dates"]] == ["d1", "d2"]
        assert data["dates"][0]["end"].startswith(f"{NEXT}-03-03T16:30")
        assert data["dates"][1]["end"] is None
        assert len(data["people"]) == 5
        transaction.begin()
        post.round()
        assert set(post.mails()) == MEMBERS

    def test_a_dry_run_says_what_stands_against_and_sends_nothing(
        self, body, post, as_user
    ):
        answer = as_user("koordinatorka").post(SERVICE, json={**SENT, "dry_run": True})
        data = answer.json()
        assert data["reasons"] == []
        assert [one["against"] for one in data["dates"]] == [
            [],
            [one for one in data["dates"][1]["against"] if "holiday" in one],
        ]
        assert data["dates"][1]["against"]
        assert [one["has_address"] for one in data["people"]].count(False) == 1
        bad = {**SENT, "until": "2020-01-01", "dry_run": True}
        data = as_user("koordinatorka").post(SERVICE, json=bad).json()
        assert [one["field"] for one in data["reasons"]] == ["until"]
        transaction.begin()
        assert polls_of(body) == []
        post.round()
        assert post.mails() == {}

    @pytest.mark.parametrize(
        ("values", "code", "field"),
        [
            ({"title": ""}, "unfit", "title"),
            ({"title": 5}, "bad_shape", "title"),
            ({"dates": SENT["dates"][:1]}, "too_few", "dates"),
            ({"dates": [SENT["dates"][0]] * 2}, "twice", "dates.1"),
            ({"dates": "zítra"}, "bad_shape", "dates"),
            ({"dates": [{"start": "zítra"}]}, "bad_time", "dates.0.start"),
            ({"dates": [{"on": "x"}]}, "unknown_key", "dates.0.on"),
            (
                {"dates": [{**SENT["dates"][0], "minutes": 1}]},
                "bad_minutes",
                "dates.0.minutes",
            ),
            (
                {"dates": [{"start": "2020-01-01T10:00"}, *SENT["dates"]]},
                "past",
                "dates.0",
            ),
            ({"until": None}, "until_missing", "until"),
            ({"until": "kdykoli"}, "bad_shape", "until"),
            ({"until": f"{NEXT}-03-03"}, "until_late", "until"),
            ({"meeting": "x"}, "unknown_meeting", "meeting"),
            ({"colour": "red"}, "unknown_key", "colour"),
            ({"guests": "ano"}, "bad_shape", "guests"),
        ],
    )
    def test_errors_name_the_field(self, body, as_user, values, code, field):
        answer = as_user("koordinatorka").post(SERVICE, json={**SENT, **values})
        assert error(answer) == (400, code, [field]), answer.text
        transaction.begin()
        assert polls_of(body) == []

    def test_an_hour_that_the_clocks_skip(self, body, as_user):
        dates = [{"start": "2027-03-28T02:30"}, *SENT["dates"]]
        answer = as_user("koordinatorka").post(SERVICE, json={**SENT, "dates": dates})
        assert error(answer) == (400, "bad_time", ["dates.0.start"])
        assert "clocks are put forward" in answer.json()["message"]

    def test_for_a_planned_meeting(self, body, as_user):
        meeting = add_meeting(body, days=9)
        uid = meeting.UID()
        transaction.commit()
        rest = as_user("koordinatorka")
        answer = rest.post(SERVICE, json={**SENT, "meeting": uid})
        assert answer.status_code == 201, answer.text
        chosen = rest.patch(answer.json()["@id"], json={"choose": "d2"})
        assert chosen.status_code == 200, chosen.text
        assert chosen.json()["meeting_url"] == meeting.absolute_url()
        transaction.begin()
        assert meeting.start.isoformat() == f"{NEXT}-05-08T13:00:00+00:00"

    @pytest.mark.parametrize(
        ("name", "status"), [(None, 401), ("clenka", 401), ("cizi", 401)]
    )
    def test_others_begin_nothing(self, body, as_user, name, status):
        answer = as_user(name).post(SERVICE, json=SENT)
        assert answer.status_code in (401, 403)
        transaction.begin()
        assert polls_of(body) == []


class TestReading:
    def test_who_plans_reads_all(self, poll, people, as_user):
        rest = as_user("koordinatorka")
        assert [one["poll"] for one in rest.get(SERVICE).json()["items"]] == [poll.key]
        data = rest.get(path_of(poll)).json()
        assert data["dates"][0]["quorum"] == {
            "members": 5,
            "coming": 0,
            "required": 3,
            "missing": 3,
            "message": "0 of 5 would come so far; 3 to a quorum, which needs 3.",
        }
        called = [one["title"] for one in data["people"] if one["to_be_called"]]
        assert called == ["Eva Bezadresy"]

    def test_who_is_asked_reads_counts_and_the_own_answer(self, poll, people, as_user):
        rest = as_user("clenka")
        said = {"answers": {"d1": "yes"}, "note": "Ráda."}
        data = rest.patch(path_of(poll), json=said).json()
        assert data["own"] == said
        assert data["dates"][0]["yes"] == 1
        assert "people" not in data and "quorum" not in data["dates"][0]
        assert rest.get(SERVICE).json()["items"][0]["poll"] == poll.key
        poll = self.fresh(poll)
        poll.change(shows_answers=True)
        transaction.commit()
        data = rest.get(path_of(poll)).json()
        assert {"title": "Jana Clenka", "answers": {"d1": "yes"}} in data["people"]
        assert "Ráda." not in str(data["people"])

    def fresh(self, poll):
        transaction.begin()
        return poll_of(poll.body, poll.key)

    @pytest.mark.parametrize("name", [None, "cizi"])
    def test_others_read_nothing(self, poll, as_user, name):
        for path in (SERVICE, path_of(poll)):
            answer = as_user(name).get(path)
            assert answer.status_code in (401, 403, 404)
            assert "Jarní" not in answer.text

    def test_what_is_no_poll_is_not_found(self, poll, as_user):
        for path in (f"{SERVICE}/9999", f"{path_of(poll)}/x"):
            assert as_user("koordinatorka").get(path).status_code == 404


class TestActs:
    def test_answers_are_entered_for_others_by_who_runs_it(self, poll, people, as_user):
        rest = as_user("koordinatorka")
        sent = {"person": people["nobody"], "answers": {"d1": "no", "d2": "yes"}}
        data = rest.patch(path_of(poll), json=sent).json()
        [line] = [one for one in data["people"] if one["person"] == people["nobody"]]
        assert (line["answers"], line["by"]) == ({"d1": "no", "d2": "yes"}, "office")
        sent = {"person": people["nobody"], "withdraw": True}
        data = rest.patch(path_of(poll), json=sent).json()
        assert {one["answers"] is None for one in data["people"]} == {True}
        # And by nobody else
        sent = {"person": people["nobody"], "answers": {"d1": "no"}}
        answer = as_user("clenka").patch(path_of(poll), json=sent)
        assert answer.status_code in (401, 403)

    @pytest.mark.parametrize(
        ("sent", "code", "field"),
        [
            ({}, "one_act", ""),
            ({"remind": True, "choose": "d1"}, "one_act", ""),
            ({"answers": {}}, "nothing_said", ""),
            ({"answers": []}, "bad_shape", "answers"),
            ({"answers": {"d9": "yes"}}, "no_such_date", "answers.d9"),
            ({"answers": {"d1": "snad"}}, "no_such_answer", "answers.d1"),
            ({"answers": {"d1": "yes"}, "note": "x" * 501}, "too_long", "note"),
            ({"choose": "d9"}, "no_such_date", "choose"),
            ({"until": "2020-01-01"}, "until_past", "until"),
            ({"newcomers": True}, "no_newcomers", ""),
            ({"until": "nikdy"}, "bad_shape", "until"),
            ({"cancel": True, "reason": "x" * 501}, "too_long", "reason"),
            ({"colour": 1}, "unknown_key", "colour"),
        ],
    )
    def test_errors_name_the_field(self, poll, people, as_user, sent, code, field):
        if "answers" in sent:
            sent = {"person": people["nobody"], **sent}
        answer = as_user("koordinatorka").patch(path_of(poll), json=sent)
        assert error(answer) == (400, code, [field]), answer.text

    def test_who_was_not_asked_has_no_answer_of_their_own(self, poll, as_user):
        answer = as_user("koordinatorka").patch(
            path_of(poll), json={"answers": {"d1": "yes"}}
        )
        assert error(answer) == (400, "not_asked", ["person"])

    def test_after_the_deadline(self, poll, people, as_user):
        poll.change(until=(date.today() - timedelta(days=1)).isoformat())
        transaction.commit()
        answer = as_user("clenka").patch(path_of(poll), json={"answers": {"d1": "yes"}})
        assert error(answer) == (400, "over", [""])

    def test_answers_are_taken_until_another_day(self, poll, people, as_user):
        poll.change(until=(date.today() - timedelta(days=1)).isoformat())
        transaction.commit()
        until = (date.today() + timedelta(days=3)).isoformat()
        answer = as_user("clenka").patch(path_of(poll), json={"until": until})
        assert answer.status_code in (401, 403)
        data = as_user("koordinatorka").patch(path_of(poll), json={"until": until})
        assert (data.json()["until"], data.json()["takes_answers"]) == (until, True)

    def test_reminding_choosing_and_deleting(self, poll, post, as_user):
        rest = as_user("koordinatorka")
        assert rest.patch(path_of(poll), json={"remind": True}).json()["letters"] == 4
        assert error(rest.delete(path_of(poll))) == (400, "poll_open", [""])
        for name in ("remind", "cancel"):
            answer = as_user("clenka").patch(path_of(poll), json={name: True})
            assert answer.status_code in (401, 403)
        data = rest.patch(path_of(poll), json={"choose": "d1"}).json()
        assert (data["state"], data["chosen"]) == ("chosen", "d1")
        answer = rest.patch(path_of(poll), json={"cancel": True})
        assert error(answer) == (400, "chosen", [""])
        assert as_user("clenka").delete(path_of(poll)).status_code in (401, 403)
        assert rest.delete(path_of(poll)).status_code == 204
        assert rest.get(path_of(poll)).status_code == 404

    def test_cancelling(self, poll, as_user):
        rest = as_user("koordinatorka")
        data = rest.patch(path_of(poll), json={"cancel": True, "reason": "Nic."}).json()
        assert (data["state"], data["reason"], data["letters"]) == (
            "cancelled",
            "Nic.",
            4,
        )
