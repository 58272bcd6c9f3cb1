"""Answers: behind the signed link, with an account, by telephone; and the forecast."""

from datetime import timedelta
from freezegun import freeze_time
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.convening.acting import tell_change
from kpss.addon.meetings.convening.browser.replies import calls_of
from kpss.addon.meetings.convening.links import make_link
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.replying import OFFICE
from kpss.addon.meetings.convening.replying import record_reply
from kpss.addon.meetings.convening.replying import withdraw_reply
from kpss.addon.meetings.convening.texts import forecast_text
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.replies import Reply
from plone import api
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import add_prepared
from tests.plone.meetings.mailing import item_called
from tests.plone.rights.conftest import browser_of
from zope.event import notify
from zope.globalrequest import setRequest
from zope.i18n import translate
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


@pytest.fixture(scope="class")
def people(people):
    # Voting members: vedouci, clenka, office, private, nobody
    return {name: one.UID() for name, one in people.items()}


@pytest.fixture
def meeting(people, post, written):
    made = add_prepared(written, online_link="https://x.example/1")
    convene(made)
    return made


def link(meeting, key) -> str:
    """The address of a new link of somebody, committed."""
    token = make_link(meeting, key, "test")
    transaction.commit()
    return f"{meeting.absolute_url()}/@@kpss-invitation/{token}"


class TestSignedLink:
    def get(self, as_user, url, **more):
        return as_user(None, "text/html").get(url, **more)

    def test_it_shows_the_agenda_and_all_papers_without_an_account(
        self, meeting, people, as_user
    ):
        page = self.get(as_user, link(meeting, people["office"]))
        assert page.status_code == 200
        for text in ("Eva Úřední", "Senioři", "Rozpočet", "Druhé čtení.", "Návrh"):
            assert text in page.text, text
        assert "Tajná věc" not in page.text
        # Others are named only where one of them may be sent
        assert "Bezadresy" in page.text
        assert page.headers["Cache-Control"] == "private, no-store"
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert page.headers["Referrer-Policy"] == "no-referrer"

    def test_without_a_token_the_meeting_is_closed(self, meeting, as_user):
        meeting.publicity = "closed"
        notify(ObjectModifiedEvent(meeting))
        url = meeting.absolute_url()
        transaction.commit()
        assert self.get(as_user, url, allow_redirects=False).status_code in (302, 401)

    @pytest.mark.parametrize("token", ["", "x", "a" * 43, "a" * 200, "á" * 43])
    def test_a_wrong_token_is_not_found_and_tells_nothing(
        self, meeting, as_user, token
    ):
        url = f"{meeting.absolute_url()}/@@kpss-invitation/{token}"
        transaction.commit()
        page = self.get(as_user, url)
        assert page.status_code == 404
        assert "There is nothing at this address" in page.text
        for text in (meeting.title, "Senioři", "Radnice", "Návrh plánu"):
            assert text not in page.text, text

    def test_the_link_of_another_meeting_opens_nothing(self, meeting, people, as_user):
        other = link(meeting, people["office"]).rpartition("/")[2]
        second = bring(add_prepared_again(meeting), "convene")
        url = f"{second.absolute_url()}/@@kpss-invitation/{other}"
        transaction.commit()
        assert self.get(as_user, url).status_code == 404

    def test_after_the_day_of_the_meeting_it_is_gone(self, meeting, people, as_user):
        url = link(meeting, people["office"])
        meeting.start -= timedelta(days=15)
        transaction.commit()
        page = self.get(as_user, url)
        assert page.status_code == 410
        assert meeting.title not in page.text and "Senioři" not in page.text

    def test_papers_are_downloaded_through_it(self, meeting, people, as_user):
        url = link(meeting, people["office"])
        first, second = item_called(meeting, "Návrh plánu").objectValues()
        answer = self.get(as_user, f"{url}/{first.UID()}")
        assert (answer.status_code, answer.content) == (200, b"navrh")
        assert answer.headers["Content-Type"].startswith("application/pdf")
        assert "no-store" in answer.headers["Cache-Control"]
        assert self.get(as_user, f"{url}/{second.UID()}").content == b"priloha"
        assert self.get(as_user, f"{url}/{meeting.UID()}").status_code == 404
        # Without the link the internal one is closed
        direct = self.get(as_user, first.absolute_url(), allow_redirects=False)
        assert direct.status_code in (302, 401)

    def test_an_answer_is_given_and_changed(self, meeting, people, as_user):
        url = link(meeting, people["office"])
        nobody = as_user(None, "text/html")
        said = "Na služební cestě"
        nobody.post(url, data={"state": "excused", "reason": said, "save": "1"})
        transaction.begin()
        kept = records_of(meeting).replies[people["office"]]
        assert (kept["state"], kept["reason"], kept["by"]) == ("excused", said, "self")
        page = nobody.post(url, data={"state": "coming", "reason": said, "save": "1"})
        assert "I will come" in page.text
        transaction.begin()
        kept = records_of(meeting).replies[people["office"]]
        assert (kept["state"], kept["reason"]) == ("coming", None)

    def test_reading_changes_nothing(self, meeting, people, as_user):
        url = link(meeting, people["office"])
        before = records_of(meeting).revision
        self.get(as_user, f"{url}?state=excused&save=1")
        transaction.begin()
        assert records_of(meeting).revision == before
        assert people["office"] not in records_of(meeting).replies

    def test_a_wrong_answer_keeps_what_was_typed(self, meeting, people, as_user):
        url = link(meeting, people["office"])
        data = {"state": "substitute", "substitute": people["guest"], "reason": "Jedu"}
        page = as_user(None, "text/html").post(url, data=data)
        assert page.status_code == 200
        assert "Choose somebody else who is on the roster" in page.text
        assert 'value="Jedu"' in page.text
        transaction.begin()
        assert people["office"] not in records_of(meeting).replies

    def test_a_guest_cannot_send_a_substitute(self, meeting, people, as_user):
        url = link(meeting, people["guest"])
        page = self.get(as_user, url)
        assert 'value="substitute"' not in page.text
        assert "Bezadresy" not in page.text
        data = {"state": "substitute", "name": "Karel"}
        page = as_user(None, "text/html").post(url, data=data)
        assert "A substitute cannot be sent here." in page.text

    def test_after_the_meeting_began_papers_open_but_answers_are_closed(
        self, meeting, people, as_user
    ):
        bring(meeting, "open")
        url = link(meeting, people["office"])
        page = self.get(as_user, url)
        assert "answers are closed" in page.text and "Návrh plánu" in page.text
        as_user(None, "text/html").post(url, data={"state": "coming"})
        transaction.begin()
        assert people["office"] not in records_of(meeting).replies

    def test_a_cancelled_meeting_says_so(self, meeting, people, as_user):
        url = link(meeting, people["office"])
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            advance(meeting, "cancel", reason="Není o čem.")
        transaction.commit()
        page = self.get(as_user, url)
        assert "The meeting is cancelled." in page.text
        assert "Návrh plánu" not in page.text


def add_prepared_again(meeting):
    from kpss.addon.meetings.who import body_of

    return add_prepared({"seniori": body_of(meeting)})


class TestForecast:
    def test_so_far_and_whom_to_call(self, meeting, people):
        answers = Answers(meeting)
        found = answers.forecast
        # Five voting members; more than half of them are three
        assert (found.members, found.coming, found.needed, found.missing) == (
            5,
            0,
            3,
            3,
        )
        record_reply(meeting, people["office"], Reply("coming"), OFFICE)
        record_reply(meeting, people["private"], Reply("online"), OFFICE)
        record_reply(meeting, people["guest"], Reply("coming"), OFFICE)
        found = Answers(meeting).forecast
        assert (found.coming, found.missing) == (2, 1)
        said = translate(forecast_text(found), target_language="en")
        assert said == "So far 2 of 5 will come; 1 to a quorum."
        names = [Answers(meeting).names[key] for key in found.to_call]
        assert set(names) == {"Jana Vedouci", "Jana Clenka", "Eva Bezadresy"}

    def test_a_substitute_is_invited_when_somebody_sends_one(
        self, meeting, people, post
    ):
        post.round()
        assert "nahrada@charita.example" not in post.mails()
        sent = Reply("substitute", substitute=people["substitute"])
        record_reply(meeting, people["office"], sent, OFFICE)
        record_reply(meeting, people["office"], sent, OFFICE)
        assert Answers(meeting).forecast.coming == 1
        post.round()
        mails = post.mails()
        assert list(mails) == ["nahrada@charita.example"]
        assert len(mails["nahrada@charita.example"]) == 1

    def test_answers_for_another_time_are_forgotten_when_it_is_told(
        self, meeting, people
    ):
        record_reply(meeting, people["office"], Reply("coming"), OFFICE)
        meeting.place = "Klub"
        tell_change(meeting)
        assert Answers(meeting).forecast.coming == 1
        meeting.start += timedelta(days=1)
        tell_change(meeting)
        assert Answers(meeting).forecast.coming == 0

    def test_a_late_apology_is_marked(self, meeting, people, written):
        rules = written.rules("seniori", apology_days=30)
        record_reply(meeting, people["office"], Reply("excused"), OFFICE)
        assert records_of(meeting).replies[people["office"]]["late"] is True
        rules.apology_days = 1
        record_reply(meeting, people["office"], Reply("excused"), OFFICE)
        assert records_of(meeting).replies[people["office"]]["late"] is False

    def test_nobody_answers_after_the_beginning(self, meeting, people):
        later = freeze_time(meeting.start + timedelta(minutes=1))
        with later, pytest.raises(Refusals) as refused:
            record_reply(meeting, people["office"], Reply("coming"), OFFICE)
        assert refused.value.refusals[0].code == "begun"

    def test_nothing_is_taken_back_after_the_beginning(self, meeting, people):
        record_reply(meeting, people["office"], Reply("coming"), OFFICE)
        later = freeze_time(meeting.start + timedelta(minutes=1))
        with later, pytest.raises(Refusals) as refused:
            withdraw_reply(meeting, people["office"])
        assert refused.value.refusals[0].code == "begun"
        assert people["office"] in records_of(meeting).replies

    def test_it_promises_the_quorum_that_the_sheet_will_say(
        self, meeting, people, written
    ):
        """ZAT-67: the same votes per organisation count before and at the meeting."""
        rules = written.rules("seniori", votes_per_organisation=1, quorum=">1/2")
        taken = records_of(meeting).roster
        for one in taken["snapshot"]["items"]:
            one["organisation"] = "charita" if one["name"][:3] == "Eva" else None
        records_of(meeting).roster = taken
        for name in ("office", "private", "nobody"):
            record_reply(meeting, people[name], Reply("coming"), OFFICE)
            records_of(meeting).put("attendance", people[name], {"status": "present"})
        said, sheet = Answers(meeting).forecast, Sheet(meeting).quorum(None)
        assert (said.members, said.coming, said.needed) == (3, 1, 2)
        expected = (sheet.members, sheet.present, sheet.required)
        assert (said.members, said.coming, said.needed) == expected
        rules.votes_per_organisation = None


class TestPages:
    def open(self, portal, meeting, user, name):
        setRequest(meeting.REQUEST)
        browser = browser_of(portal, user)
        browser.handleErrors = False
        browser.open(f"{meeting.absolute_url()}/{name}")
        return browser

    def test_convening_from_the_page_of_the_meeting(
        self, people, post, written, functional_portal_class
    ):
        meeting = add_prepared(written)
        browser = self.open(functional_portal_class, meeting, "koordinatorka", "")
        browser.getLink("Convene the meeting").click()
        assert "Eva Bezadresy" in browser.contents
        assert "no address: tell them otherwise" in browser.contents
        assert "soukroma@example.org" in browser.contents
        assert "5 letters will be sent." in browser.contents
        browser.getControl("Convene and send the invitations").click()
        assert "5 letters are on their way." in browser.contents
        setRequest(meeting.REQUEST)
        transaction.begin()
        assert len(records_of(meeting).sendings) == 5

    def test_a_private_address_is_not_for_everybody(
        self, people, post, written, functional_portal_class
    ):
        (rules,) = (
            one
            for one in written["seniori"].objectValues()
            if one.portal_type == "kpss.Rules"
        )
        rules.chair_powers = ["convenes"]
        meeting = add_prepared(written)
        convene(meeting)
        browser = self.open(
            functional_portal_class, meeting, "vedouci", "@@kpss-convene"
        )
        assert "urad@mesto.example" in browser.contents
        assert "private address" in browser.contents
        assert "soukroma@example.org" not in browser.contents
        setRequest(meeting.REQUEST)

    def test_answers_given_by_telephone(self, meeting, people, functional_portal_class):
        browser = self.open(
            functional_portal_class, meeting, "koordinatorka", "@@kpss-replies"
        )
        assert "So far 0 of 5 will come; 3 to a quorum." in browser.contents
        assert "311 654 321" in browser.contents
        browser.open(f"{browser.url}?who={people['office']}")
        browser.getControl(name="state").value = ["excused"]
        browser.getControl(name="reason").value = "Volal, že nepřijde"
        browser.getControl("Save the answer").click()
        assert "Volal, že nepřijde" in browser.contents
        assert "entered by the office" in browser.contents
        browser.open(f"{browser.url}?who={people['office']}")
        browser.getControl("Take the answer back").click()
        setRequest(meeting.REQUEST)
        transaction.begin()
        assert not len(records_of(meeting).replies)

    def test_who_writes_down_an_answer_reads_of_the_person(
        self, meeting, people, functional_portal_class
    ):
        browser = self.open(
            functional_portal_class,
            meeting,
            "koordinatorka",
            f"@@kpss-replies?who={people['office']}",
        )
        assert "Your answer" not in browser.contents
        assert "Who comes instead" not in browser.contents
        assert "I will come" not in browser.contents
        choices = browser.getControl("Substitute").displayOptions
        assert "Eva Náhradní" in choices
        assert "Eva Soukromá – another member, has only their own vote" in choices
        browser.getControl(name="state").value = ["substitute"]
        browser.getControl("Substitute").value = [people["private"]]
        browser.getControl("Save the answer").click()
        assert "has only one vote, their own" in browser.contents

    def test_whom_to_call_first_are_those_who_can_be_called(self, meeting, people):
        calls = calls_of(Answers(meeting))
        assert calls[0].phone == "311 654 321"
        assert [one.phone for one in calls[1:]] == [""] * 4

    def test_those_who_are_not_named_are_counted(
        self, town, meeting, functional_portal_class, monkeypatch
    ):
        monkeypatch.setattr("kpss.addon.meetings.convening.browser.part.SHOWN", 2)
        page = self.open(functional_portal_class, meeting, "koordinatorka", "")
        assert "and 3 more" in page.contents

    def test_a_member_with_an_account_answers_on_the_page(
        self, meeting, functional_portal_class
    ):
        browser = self.open(functional_portal_class, meeting, "clenka", "")
        assert "Whom to call" not in browser.contents
        assert "Bezadresy" not in browser.contents
        browser.getLink("Answer the invitation").click()
        browser.getControl(name="state").value = ["coming"]
        browser.getControl("Send the answer").click()
        assert "I will come" in browser.contents
        setRequest(meeting.REQUEST)
        transaction.begin()
        (kept,) = records_of(meeting).replies.values()
        assert (kept["state"], kept["by"]) == ("coming", "self")

    def test_who_is_not_invited_sees_none_of_it(self, meeting, functional_portal_class):
        browser = self.open(functional_portal_class, meeting, None, "")
        assert "Who will come" not in browser.contents
        for name in ("@@kpss-convene", "@@kpss-replies", "@@kpss-my-reply"):
            browser.handleErrors = True
            browser.raiseHttpErrors = False
            browser.open(f"{meeting.absolute_url()}/{name}")
            assert "Bezadresy" not in browser.contents
            assert "Log in" in browser.contents or "Unauthorized" in browser.contents
        setRequest(meeting.REQUEST)
