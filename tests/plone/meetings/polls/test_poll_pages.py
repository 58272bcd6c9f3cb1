"""Pages of date polls: beginning one, the table of answers, answering with and without
an account; what forms say of bad input, and that they lose nothing."""

from datetime import date
from datetime import timedelta
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.polling import beginning
from kpss.addon.meetings.polling.answering import record_answer
from kpss.addon.meetings.polling.browser import poll as poll_page
from kpss.addon.meetings.polling.kept import poll_of
from kpss.addon.meetings.polling.kept import polls_of
from kpss.addon.meetings.polling.links import make_link
from kpss.addon.meetings.rules.planning import LAST
from kpss.addon.meetings.rules.planning import weekday_of_month
from kpss.addon.meetings.rules.planning import Weekly
from lxml import html
from plone import api
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.polling import ahead
from tests.plone.meetings.polling import MEMBERS
from tests.plone.meetings.test_agenda_pages import errors
from tests.plone.meetings.test_agenda_pages import HTML
from tests.plone.meetings.test_agenda_pages import page_of
from tests.plone.meetings.test_agenda_pages import send
from tests.plone.meetings.test_agenda_pages import text
from ZODB.POSException import ConflictError
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


BODY = "/beroun/bodies/seniori"
ASK = f"{BODY}/@@kpss-ask-dates"
NEXT = date.today().year + 1
#: The last Sunday of March, when the clocks are put forward.
CHANGE = weekday_of_month(date(NEXT, 3, 1), Weekly(LAST, 6)).isoformat()
#: A holiday.
MAY = f"{NEXT}-05-08"
#: What is typed into a form that is right.
TYPED = {
    "title": "Jarní setkání",
    "note": "Přineste si kalendář.",
    "time": "15:00",
    "minutes": "90",
    "place": "Radnice",
    "rows": "5",
    "row-0-day": f"{NEXT}-03-03",
    "row-2-day": f"{NEXT}-03-04",
    "row-2-time": "9.30",
    "row-2-place": "Klub",
    "until": f"{NEXT}-02-20",
}


def again(poll):
    """As another connection left it."""
    transaction.begin()
    return poll_of(poll.body, poll.key)


def path_of(poll) -> str:
    return f"{BODY}/@@kpss-poll/{poll.key}"


def values_of(page) -> dict[str, str]:
    return {one.name: one.value for one in page.xpath(".//input[@name]")}


class TestBeginning:
    def test_everybody_is_asked_once(self, body, post, as_user):
        answer = send(as_user("koordinatorka"), ASK, save="1", **TYPED)
        assert answer.status_code == 302, errors(answer)
        transaction.begin()
        [poll] = polls_of(body)
        assert answer.headers["Location"] == poll.url
        assert [(f"{one.start:%d.%m. %H:%M}", one.place) for one in poll.dates] == [
            ("03.03. 15:00", "Radnice"),
            ("04.03. 09:30", "Klub"),
        ]
        assert {one.minutes for one in poll.dates} == {90}
        assert len(poll.asked) == 5
        post.round()
        assert set(post.mails()) == MEMBERS
        page = text(page_of(as_user("koordinatorka"), path_of(poll)))
        assert "Date poll: Jarní setkání" in page
        # Whom to call
        assert "Eva Bezadresy has no e-mail address, call" in page

    def test_who_has_no_address_is_named_before(self, body, as_user):
        page = text(page_of(as_user("koordinatorka"), ASK))
        assert "Without an e-mail address, to be called: Eva Bezadresy." in page

    def test_choices_are_kept(self, body, as_user):
        chosen = dict.fromkeys(("substitutes", "guests", "shows_answers"), "1")
        send(as_user("koordinatorka"), ASK, save="1", **TYPED, **chosen)
        transaction.begin()
        [poll] = polls_of(body)
        assert poll.shows_answers and len(poll.asked) == 7

    @pytest.mark.parametrize(
        ("values", "said"),
        [
            ({"title": ""}, "This must not be empty"),
            ({"row-2-day": "", "row-2-time": "", "row-2-place": ""}, "at least two"),
            ({"row-2-day": ""}, "Give a day."),
            ({"row-2-day": "31. 2. 2027"}, "This is not a day"),
            ({"row-2-time": "25:00"}, "This is not a time"),
            ({"time": "25:00"}, "This is not a time"),
            ({"minutes": "x"}, "from 5 to 1440"),
            ({"row-2-day": "2020-01-01"}, "This time has passed."),
            (
                {"row-2-day": f"{NEXT}-03-03", "row-2-time": "15:00"},
                "This date is proposed twice.",
            ),
            ({"row-2-day": CHANGE, "row-2-time": "2:30"}, "clocks are put forward"),
            ({"row-2-place": "x" * 300}, "250"),
            ({"until": ""}, "Give a day."),
            ({"until": "2020-01-01"}, "This day has passed."),
            ({"until": f"{NEXT}-03-03"}, "before the day of the first date"),
        ],
    )
    def test_bad_input_is_said_and_nothing_is_lost_nor_sent(
        self, body, post, as_user, values, said
    ):
        sent = {**TYPED, **values}
        answer = send(as_user("koordinatorka"), ASK, save="1", **sent)
        if "has changed" not in answer.text and answer.status_code == 200:
            # The same day twice is a note to be seen first
            page = html.fromstring(answer.text).get_element_by_id("content")
            seen = {n: v for n, v in values_of(page).items() if n.endswith("-seen")}
            answer = send(as_user("koordinatorka"), ASK, save="1", **sent, **seen)
        assert said in errors(answer)
        page = html.fromstring(answer.text).get_element_by_id("content")
        kept = values_of(page)
        for name in ("title", "place", "row-2-place", "until"):
            assert (kept[name] or "") == sent.get(name, ""), name
        assert "Přineste si kalendář." in page.xpath(".//textarea")[0].text
        transaction.begin()
        assert polls_of(body) == []
        post.round()
        assert post.mails() == {}

    def test_all_that_is_wrong_is_said_at_once(self, body, post, as_user):
        sent = {
            **TYPED,
            "title": "",
            # A Saturday: a note to be seen first
            "row-0-day": MAY,
            "row-2-day": "",
            "row-2-time": "",
            "row-2-place": "",
            "until": f"{NEXT}-06-01",
        }
        answer = send(as_user("koordinatorka"), ASK, save="1", **sent)
        page = html.fromstring(answer.text).get_element_by_id("content")
        said = " ".join(text(one) for one in page.xpath(".//*[@role='alert']"))
        for wrong in (
            "This must not be empty",
            "Propose at least two dates.",
            "before the day of the first date",
            "Something stands against",
        ):
            assert wrong in said
        transaction.begin()
        assert polls_of(body) == []

    def test_holidays_and_collisions_are_shown_before_anything_is_sent(
        self, body, as_user
    ):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            start = ahead(0).replace(year=NEXT, month=5, day=8)
            other = add_meeting(body.aq_parent["ks"], start=start, place="Radnice")
        transaction.commit()
        sent = {**TYPED, "row-2-day": MAY, "row-2-time": "15:30"}
        sent["row-2-place"] = ""
        rest = as_user("koordinatorka")
        looked = send(rest, ASK, look="1", **sent)
        page = html.fromstring(looked.text).get_element_by_id("content")
        for said in ("It is a public holiday.", "The place is taken at that time"):
            assert said in text(page), said
        assert "Mend this first" not in text(page)
        # Asked without having looked: it is shown first
        answer = send(rest, ASK, save="1", **sent)
        assert "Something stands against some of the dates." in answer.text
        page = html.fromstring(answer.text).get_element_by_id("content")
        seen = {n: v for n, v in values_of(page).items() if n.endswith("-seen")}
        transaction.begin()
        assert polls_of(body) == []
        # Another time of that line is looked at anew
        moved = {**sent, **seen, "row-2-time": "16:00"}
        assert send(rest, ASK, save="1", **moved).status_code == 200
        assert send(rest, ASK, save="1", **{**sent, **seen}).status_code == 302
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            api.content.delete(other)
        transaction.commit()

    def test_more_lines_come_and_nothing_is_judged(self, body, as_user):
        sent = {**TYPED, "row-2-day": "nikdy", "title": ""}
        answer = send(as_user("koordinatorka"), ASK, more="1", **sent)
        page = html.fromstring(answer.text).get_element_by_id("content")
        assert values_of(page)["rows"] == "10"
        assert values_of(page)["row-2-day"] == "nikdy"
        assert "Mend this first" not in text(page)

    def test_a_body_that_has_ended_asks_nobody(self, body, as_user):
        body.valid_to = date.today() - timedelta(days=1)
        transaction.commit()
        page = page_of(as_user("owner"), ASK)
        assert "The body has ended." in text(page)
        assert not page.xpath(".//form[contains(@action, 'kpss-ask-dates')]")
        body.valid_to = None
        transaction.commit()

    def test_nobody_to_ask(self, people, town, as_user):
        transaction.commit()
        path = "/beroun/bodies/rada/@@kpss-ask-dates"
        answer = send(as_user("owner"), path, save="1", **TYPED)
        assert "there is nobody to ask" in errors(answer)

    def test_a_planned_meeting_is_not_in_its_own_way(self, body, as_user):
        meeting = add_meeting(body, start=ahead(0).replace(NEXT, 3, 3))
        path = f"{BODY}/{meeting.getId()}/@@kpss-ask-dates"
        transaction.commit()
        rest = as_user("koordinatorka")
        page = page_of(rest, f"{BODY}/{meeting.getId()}")
        assert "Ask which date suits" in text(page)
        answer = send(rest, path, save="1", **TYPED)
        assert answer.status_code == 302, errors(answer)
        transaction.begin()
        [poll] = polls_of(body)
        answer = send(rest, path_of(poll), choose="d2")
        assert answer.status_code == 302
        transaction.begin()
        assert meeting.start == poll.dates[1].start
        bring(meeting, "convene")
        transaction.commit()
        assert "has been convened" in text(page_of(rest, path))

    @pytest.mark.parametrize("name", [None, "clenka", "vedouci-cizi", "cizi"])
    def test_who_plans_no_meetings_here_asks_nobody(self, body, as_user, name):
        rest = as_user(name)
        answer = rest.get(ASK, headers={"Accept": HTML}, allow_redirects=False)
        assert answer.status_code in (302, 401)


class TestTable:
    def test_the_coordinator_sees_all_of_it(self, poll, people, as_user):
        for name in ("office", "private"):
            record_answer(
                poll, people[name], {"d1": "no", "d2": "yes"}, "Ráda.", "self"
            )
        transaction.commit()
        page = page_of(as_user("koordinatorka"), path_of(poll))
        first, second = page.xpath(".//section[1]//tbody/tr")
        assert "best so far" in text(second) and "best so far" not in text(first)
        assert "2 of 5 would come so far; 1 to a quorum, which needs 3." in text(second)
        [row] = [one for one in page.xpath(".//tbody/tr") if "Eva Úřední" in text(one)]
        assert "member no yes Ráda." in text(row)

    @pytest.mark.parametrize("name", [None, "clenka", "cizi"])
    def test_others_do_not(self, poll, as_user, name):
        for path in (path_of(poll), f"{BODY}/@@kpss-polls"):
            answer = as_user(name).get(
                path, headers={"Accept": HTML}, allow_redirects=False
            )
            assert answer.status_code in (302, 401), path
            assert "Jarní" not in answer.text

    def test_a_secretary_sees_answers_and_decides_nothing(
        self, poll, written, people, as_user
    ):
        process = written.process
        process.functions = [
            *process.functions,
            {"id": "zapisovatelka", "title": "Zapisovatelka", "kind": "secretary"},
        ]
        notify(ObjectModifiedEvent(process))
        written.sit("seniori", "zapisovatelka", "zapisovatelka")
        transaction.commit()
        rest = as_user("zapisovatelka")
        assert page_of(rest, path_of(poll)).xpath(".//a[contains(@href, 'who=')]")
        sent = {"who": people["nobody"], "save": "1", "date-d1": "yes"}
        answer = send(rest, path_of(poll), **sent)
        assert answer.status_code == 302
        assert people["nobody"] in again(poll).answers
        answer = send(rest, path_of(poll), choose="d1")
        assert answer.status_code in (302, 401)
        assert again(poll).is_open

    def test_what_is_no_poll_is_not_found(self, poll, as_user):
        for path in (f"{BODY}/@@kpss-poll", f"{BODY}/@@kpss-poll/9999"):
            answer = as_user("koordinatorka").get(path, headers={"Accept": HTML})
            assert answer.status_code == 404

    def test_an_answer_by_telephone(self, poll, people, as_user):
        rest = as_user("koordinatorka")
        path = path_of(poll)
        page = page_of(rest, f"{path}?who={people['nobody']}")
        assert "Answer of Eva Bezadresy" in text(page)
        said = {"date-d1": "yes", "date-d2": "if_needed", "note": "Volal."}
        answer = send(rest, path, save="1", who=people["nobody"], **said)
        assert answer.status_code == 302
        found = again(poll).answer_of(people["nobody"])
        assert (dict(found.said), found.by) == (
            {"d1": "yes", "d2": "if_needed"},
            "office",
        )
        page = text(page_of(rest, path_of(poll)))
        assert "entered by the office" in page
        send(rest, path, withdraw="1", who=people["nobody"])
        assert again(poll).answer_of(people["nobody"]) is None

    def test_a_wrong_answer_keeps_what_was_typed(self, poll, people, as_user):
        rest = as_user("koordinatorka")
        path = path_of(poll)
        sent = {"who": people["nobody"], "save": "1", "note": "Volal."}
        answer = send(rest, path, **sent)
        assert "Answer at least for one" in errors(answer)
        assert 'value="Volal."' in answer.text
        answer = send(rest, path, **sent, **{"date-d1": "perhaps"})
        assert "Choose one of the answers" in errors(answer)
        assert "nobody" not in again(poll).answers

    def test_reminding_choosing_and_cancelling(self, poll, people, post, as_user):
        post.round()
        rest = as_user("koordinatorka")
        page = page_of(rest, path_of(poll))
        seen = values_of(page)["seen"]
        assert send(rest, path_of(poll), remind="1", seen=seen).status_code == 302
        # The button pressed twice
        answer = send(rest, path_of(poll), remind="1", seen=seen)
        assert "Meanwhile somebody has sent reminders" in errors(answer)
        transaction.begin()
        post.round()
        assert {len(found) for found in post.mails().values()} == {2}
        before = len(meetings_of(poll.body))
        assert send(rest, path_of(poll), choose="d9").status_code == 200
        assert send(rest, path_of(poll), choose="d1").status_code == 302
        transaction.begin()
        assert len(meetings_of(poll.body)) == before + 1
        page = text(page_of(rest, path_of(poll)))
        assert "State date chosen" in page and "Choose" not in page
        post.round()
        # The second reminder was refused; what went before was read above
        assert {len(found) for found in post.mails().values()} == {1}
        assert send(rest, path_of(poll), delete="1").status_code == 302
        transaction.begin()
        assert polls_of(poll.body) == []

    def test_answers_are_taken_until_another_day(self, poll, as_user):
        rest = as_user("koordinatorka")
        late = poll.dates[0].start.date().isoformat()
        answer = send(rest, path_of(poll), prolong="1", until=late)
        assert "before the day of the first date" in errors(answer)
        page = html.fromstring(answer.text)
        assert page.get_element_by_id("until").value == late
        for typed in ("nikdy", ""):
            answer = send(rest, path_of(poll), prolong="1", until=typed)
            assert answer.status_code == 200
        day = (date.today() + timedelta(days=3)).isoformat()
        answer = send(rest, path_of(poll), prolong="1", until=day)
        assert answer.status_code == 302
        assert again(poll).until.isoformat() == day

    def test_newcomers_are_asked_too(self, poll, as_user):
        first, *others = poll.facts["asked"]
        poll.change(asked=others)
        transaction.commit()
        rest = as_user("koordinatorka")
        assert f"were not asked: {first['name']}" in text(page_of(rest, path_of(poll)))
        assert send(rest, path_of(poll), newcomers="1").status_code == 302
        assert again(poll).who(first["person"]) is not None
        assert "were not asked" not in text(page_of(rest, path_of(poll)))

    def test_cancelling_with_a_reason(self, poll, as_user):
        rest = as_user("koordinatorka")
        answer = send(rest, path_of(poll), cancel="1", reason="x" * 600)
        assert "500" in errors(answer) and again(poll).is_open
        assert send(rest, path_of(poll), cancel="1", reason="Nic.").status_code == 302
        assert again(poll).state == "cancelled"

    def test_ways_to_it(self, poll, as_user):
        rest = as_user("koordinatorka")
        page = page_of(rest, BODY)
        assert path_of(poll) in html.tostring(page, encoding="unicode")
        assert "Jarní setkání" in text(page_of(rest, f"{BODY}/@@kpss-polls"))
        assert (
            "kpss-ask-dates"
            in rest.get(f"{BODY}/@@kpss-meetings", headers={"Accept": HTML}).text
        )


class TestExactlyOnce:
    def conflicting(self, monkeypatch, module, name, times):
        """The work is done and then lost, so many times."""
        real, calls = getattr(module, name), []

        def work(*args, **more):
            found = real(*args, **more)
            calls.append(found)
            if len(calls) <= times:
                raise ConflictError("forced")
            return found

        monkeypatch.setattr(module, name, work)
        return calls

    def test_a_conflict_in_the_middle_gives_one_mail_each(
        self, body, post, as_user, monkeypatch
    ):
        calls = self.conflicting(monkeypatch, beginning, "send", 1)
        answer = send(as_user("koordinatorka"), ASK, save="1", **TYPED)
        assert answer.status_code == 302
        assert len(calls) == 2
        transaction.begin()
        assert len(polls_of(body)) == 1
        post.round()
        mails = post.mails()
        assert set(mails) == MEMBERS
        assert {len(found) for found in mails.values()} == {1}

    def test_when_it_fails_at_the_end_nobody_gets_anything(
        self, body, post, as_user, monkeypatch
    ):
        self.conflicting(monkeypatch, beginning, "send", 99)
        answer = send(as_user("koordinatorka"), ASK, save="1", **TYPED)
        assert answer.status_code >= 500
        transaction.begin()
        assert polls_of(body) == []
        post.round()
        assert post.mails() == {}

    @pytest.mark.parametrize(("times", "mails"), [(1, 2), (99, 1)])
    def test_reminders_too(self, poll, post, as_user, monkeypatch, times, mails):
        post.round()
        rest = as_user("koordinatorka")
        seen = values_of(page_of(rest, path_of(poll)))["seen"]
        self.conflicting(monkeypatch, poll_page, "remind", times)
        answer = send(rest, path_of(poll), remind="1", seen=seen)
        assert (answer.status_code == 302) == (times == 1)
        transaction.begin()
        post.round()
        found = post.mails()
        assert set(found) == MEMBERS
        assert {len(one) for one in found.values()} == {mails}


class TestSignedLink:
    def link(self, poll, who) -> str:
        token = make_link(poll, who, "test")
        transaction.commit()
        return f"{BODY}/@@kpss-dates/{token}"

    def get(self, as_user, path, **more):
        return as_user(None, HTML).get(path, **more)

    def test_an_answer_is_given_and_changed_without_an_account(
        self, poll, people, as_user
    ):
        path, nobody = self.link(poll, people["office"]), as_user(None, HTML)
        page = self.get(as_user, path)
        assert page.status_code == 200
        for said in ("Jarní setkání", "Senioři", "Eva Úřední", "Přineste si kalendář."):
            assert said in page.text, said
        assert page.headers["Cache-Control"] == "private, no-store"
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert page.headers["Referrer-Policy"] == "no-referrer"
        said = {"date-d1": "yes", "date-d2": "no", "note": "Až po třetí.", "save": "1"}
        page = nobody.post(path, data=said)
        assert "your answer was recorded" in page.text
        found = again(poll).answer_of(people["office"])
        assert (dict(found.said), found.note, found.by) == (
            {"d1": "yes", "d2": "no"},
            "Až po třetí.",
            "self",
        )
        nobody.post(path, data={"date-d1": "if_needed"})
        found = again(poll).answer_of(people["office"])
        assert (dict(found.said), found.note) == ({"d1": "if_needed"}, "")

    def test_reading_changes_nothing(self, poll, people, as_user):
        path = self.link(poll, people["office"])
        self.get(as_user, f"{path}?date-d1=yes&save=1")
        assert not len(again(poll).answers)

    def test_names_of_others_only_where_the_poll_shows_them(
        self, poll, people, as_user
    ):
        record_answer(poll, people["private"], {"d1": "yes"}, "Tajná poznámka", "self")
        path = self.link(poll, people["office"])
        page = self.get(as_user, path).text
        assert "Soukromá" not in page and "Tajná poznámka" not in page
        poll.change(shows_answers=True)
        transaction.commit()
        page = self.get(as_user, path).text
        assert "Soukromá" in page and "Tajná poznámka" not in page
        assert "soukroma@example.org" not in page

    @pytest.mark.parametrize("token", ["", "x", "a" * 43, "a" * 200, "á" * 43])
    def test_a_wrong_token_is_not_found_and_tells_nothing(self, poll, as_user, token):
        page = self.get(as_user, f"{BODY}/@@kpss-dates/{token}")
        assert page.status_code == 404
        assert "There is nothing at this address" in page.text
        assert "Jarní" not in page.text

    def test_the_link_of_another_body_or_kind_opens_nothing(
        self, poll, people, as_user
    ):
        token = self.link(poll, people["office"]).rpartition("/")[2]
        for path in (
            f"/beroun/bodies/ks/@@kpss-dates/{token}",
            f"{BODY}/@@kpss-dates/{token}/x",
        ):
            assert self.get(as_user, path).status_code == 404, path

    def test_after_the_deadline_it_says_so_and_takes_nothing(
        self, poll, people, as_user
    ):
        path = self.link(poll, people["office"])
        poll.change(until=(date.today() - timedelta(days=1)).isoformat())
        transaction.commit()
        page = self.get(as_user, path)
        assert "The time for answers is over." in page.text
        assert "Send the answer" not in page.text
        page = as_user(None, HTML).post(path, data={"date-d1": "yes", "save": "1"})
        assert page.status_code == 200
        assert "The time for answers is over." in page.text
        assert not len(again(poll).answers)

    def test_it_says_how_the_poll_ended(self, poll, people, as_user):
        path = self.link(poll, people["office"])
        poll.change(state="chosen", chosen="d1")
        transaction.commit()
        assert "The date is chosen:" in self.get(as_user, path).text
        poll.change(state="cancelled", chosen=None)
        transaction.commit()
        assert "The poll was cancelled" in self.get(as_user, path).text

    def test_after_the_last_of_the_days_it_is_gone(self, poll, people, as_user):
        path = self.link(poll, people["office"])
        dates = [
            {**one, "start": ahead(-3 + number).isoformat()}
            for number, one in enumerate(poll.facts["dates"])
        ]
        poll.change(dates=dates)
        transaction.commit()
        page = self.get(as_user, path)
        assert page.status_code == 410
        assert "the last of the proposed dates" in page.text
        assert "Jarní" not in page.text


class TestWithAnAccount:
    def test_a_member_answers_from_the_page_of_the_body(self, poll, as_user):
        rest = as_user("clenka")
        page = page_of(rest, BODY)
        assert "Say which dates suit you" in text(page)
        path = f"{BODY}/@@kpss-my-dates/{poll.key}"
        answer = send(rest, path, save="1", **{"date-d2": "yes"})
        assert answer.status_code == 302
        [found] = again(poll).answers.values()
        assert (found["said"], found["by"]) == ({"d2": "yes"}, "self")
        assert "Change the answer" in text(page_of(rest, BODY))
        # And sees no more than counts
        page = text(page_of(rest, path))
        assert "Vedouci" not in page and "Jana Clenka" in page

    @pytest.mark.parametrize("name", ["koordinatorka", "cizi", None])
    def test_who_was_not_asked_does_not(self, poll, as_user, name):
        path = f"{BODY}/@@kpss-my-dates/{poll.key}"
        answer = as_user(name).get(
            path, headers={"Accept": HTML}, allow_redirects=False
        )
        assert answer.status_code in (302, 401, 404)
        page = as_user(name).get(BODY, headers={"Accept": HTML})
        assert ("Jarní setkání" in page.text) == (name == "koordinatorka")
