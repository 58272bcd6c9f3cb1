"""Whoever holds an invitation hears of its end, whoever holds none gets none of it."""

from datetime import date
from datetime import timedelta
from kpss.addon.meetings.convening import roster
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.convening.acting import tell_change
from kpss.addon.meetings.convening.invited import invite
from kpss.addon.meetings.convening.outstanding import outstanding
from kpss.addon.meetings.convening.replying import OFFICE
from kpss.addon.meetings.convening.replying import record_reply
from kpss.addon.meetings.convening.sending import log_of
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.rules.replies import Reply
from kpss.addon.meetings.times import day_of
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import add_paper
from tests.plone.meetings.mailing import add_prepared
from tests.plone.meetings.mailing import calendar_of
from tests.plone.meetings.mailing import item_called
from tests.plone.meetings.mailing import person
from tests.plone.meetings.mailing import seat
from tests.plone.meetings.mailing import text_of
from tests.plone.rights.conftest import browser_of
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


GUEST = {"name": "Petr Host", "organisation": "Kraj", "email": "petr@kraj.example"}


def changed(obj, **fields):
    for name, value in fields.items():
        setattr(obj, name, value)
    notify(ObjectModifiedEvent(obj))


@pytest.fixture
def meeting(people, post, written):
    """Convened, and the letters have gone."""
    found = add_prepared(written)
    convene(found)
    post.round()
    post.mails()
    return found


@pytest.fixture
def leaving(people, post, written):
    """A membership of somebody who will leave."""
    who = person(written, "Odchozí", office_email="odchozi@mesto.example")
    yield seat(written, who)
    for one in written["seniori"].objectValues():
        if getattr(one, "person", None) == who.getId():
            changed(one, valid_from=date(2020, 1, 1), valid_to=date(2020, 1, 2))


def leaves(membership, meeting):
    changed(membership, valid_to=day_of(meeting) - timedelta(days=1))


class TestCancelling:
    def test_who_got_nothing_hears_nothing_of_the_end(self, meeting, post):
        invite(meeting, everything=False, **GUEST)
        advance(meeting, "cancel", reason="Sál je bez topení.")
        post.round()
        mails = post.mails()
        assert "petr@kraj.example" not in mails
        found = [calendar_of(mail)[0] for sent in mails.values() for mail in sent]
        assert set(found) == {"CANCEL"}
        assert {one["what"] for one in log_of(meeting)} == {
            "invitation",
            "cancellation",
        }

    def test_who_left_the_body_since_hears_of_it_too(self, leaving, meeting, post):
        leaves(leaving, meeting)
        advance(meeting, "cancel", reason="Sál je bez topení.")
        post.round()
        (mail,) = post.mails()["odchozi@mesto.example"]
        assert calendar_of(mail)[0] == "CANCEL"
        assert mail["Subject"].startswith("Cancelled: ")

    def test_after_renewal_everybody_is_invited_anew(self, meeting, post):
        advance(meeting, "cancel", reason="Omyl.")
        advance(meeting, "renew")
        post.round()
        post.mails()
        convene(meeting)
        post.round()
        for (mail,) in post.mails().values():
            method, event = calendar_of(mail)
            assert (method, str(event["STATUS"])) == ("REQUEST", "CONFIRMED")
            assert event["SEQUENCE"] == 2


class TestLeaving:
    def test_who_left_is_told_with_the_next_letters(self, leaving, meeting, post):
        leaves(leaving, meeting)
        changed(meeting, place="Klub")
        tell_change(meeting)
        post.round()
        mails = post.mails()
        assert mails["urad@mesto.example"][0]["Subject"].startswith("Change: ")
        (mail,) = mails["odchozi@mesto.example"]
        method, event = calendar_of(mail)
        # Only this attendee is taken off (RFC 5546, 3.2.5)
        assert (method, "STATUS" in event) == ("CANCEL", False)
        assert str(event["ATTENDEE"]) == "mailto:odchozi@mesto.example"
        assert event["SEQUENCE"] == 1
        text = text_of(mail)
        assert "you are no longer among those who are invited" in text
        assert "Klub" not in text and "@@kpss-invitation" not in text
        # Once is enough
        advance(meeting, "cancel", reason="Sál je bez topení.")
        post.round()
        assert "odchozi@mesto.example" not in post.mails()

    def test_nothing_else_need_have_changed(self, leaving, meeting, post):
        leaves(leaving, meeting)
        assert tell_change(meeting) == 1
        post.round()
        mails = post.mails()
        assert list(mails) == ["odchozi@mesto.example"]
        assert calendar_of(mails["odchozi@mesto.example"][0])[1]["SEQUENCE"] == 1

    def test_who_comes_back_is_invited_anew(self, leaving, meeting, post):
        leaves(leaving, meeting)
        tell_change(meeting)
        changed(leaving, valid_to=None)
        assert tell_change(meeting) == 1
        post.round()
        mails = post.mails()["odchozi@mesto.example"]
        found = {calendar_of(one)[0]: calendar_of(one)[1] for one in mails}
        assert found["REQUEST"]["SEQUENCE"] >= found["CANCEL"]["SEQUENCE"]

    def test_a_new_membership_of_the_same_person_is_no_leaving(
        self, leaving, meeting, post, written
    ):
        day = day_of(meeting)
        changed(leaving, valid_to=day - timedelta(days=2))
        who = leaving.person
        made = seat(written, written.process["people"][who], since=day)
        assert made.UID() != leaving.UID()
        changed(meeting, place="Klub")
        tell_change(meeting)
        post.round()
        (mail,) = post.mails()["odchozi@mesto.example"]
        assert mail["Subject"].startswith("Change: ")

    def test_a_substitute_whom_nobody_sends_any_more_is_told(
        self, meeting, people, post
    ):
        sent = Reply("substitute", substitute=people["substitute"].UID())
        record_reply(meeting, people["office"].UID(), sent, OFFICE)
        post.round()
        post.mails()
        # Answers for another time are forgotten
        changed(meeting, start=meeting.start + timedelta(days=1))
        tell_change(meeting)
        post.round()
        (mail,) = post.mails()["nahrada@charita.example"]
        assert calendar_of(mail)[0] == "CANCEL"


class TestSimple:
    def test_an_adjourned_simple_meeting_can_be_told(self, people, post, written):
        meeting = add_meeting(written["seniori"], days=0, hour=23, simple=True)
        add_item(meeting)
        bring(meeting, "open", "adjourn")
        changed(meeting, start=meeting.start + timedelta(days=7))
        count = tell_change(meeting)
        assert count > 1
        post.round()
        mails = [mail for sent in post.mails().values() for mail in sent]
        assert len(mails) == count
        for mail in mails:
            assert mail["Subject"].startswith("Invitation: ")
            assert calendar_of(mail)[0] == "REQUEST"
        # It is told now
        changed(meeting, place="Klub")
        assert tell_change(meeting) == count


class TestTriedAnew:
    def test_the_log_of_the_meeting_knows_that_a_letter_is_tried_again(
        self, people, post, written, functional_portal_class
    ):
        meeting = add_prepared(written)
        convene(meeting)
        for letter in post.box.waiting.values():
            letter.written -= timedelta(days=40)
        post.round()
        assert {one["state"] for one in log_of(meeting)} == {"failed"}
        transaction.commit()
        browser = browser_of(
            functional_portal_class, SITE_OWNER_NAME, SITE_OWNER_PASSWORD
        )
        browser.open(f"{functional_portal_class.absolute_url()}/@@kpss-letters")
        browser.getControl("Send what waits").click()
        setRequest(meeting.REQUEST)
        transaction.begin()
        assert {one["state"] for one in log_of(meeting)} == {"waiting"}
        assert {one["error"] for one in log_of(meeting)} == {None}


class TestGuestsOfPublicItems:
    @pytest.fixture
    def meeting(self, people, post, written):
        found = add_prepared(written)
        invite(found, everything=False, **GUEST)
        convene(found)
        post.round()
        post.mails()
        return found

    def test_of_internal_items_they_hear_nothing(self, meeting, post):
        add_item(meeting, "Rozpočtová kázeň", publicity="internal")
        add_paper(item_called(meeting, "Návrh plánu"), "Vnitřní", b"vnitrni")
        count = len(outstanding(meeting).letters)
        assert tell_change(meeting) == count
        post.round()
        mails = post.mails()
        assert "petr@kraj.example" not in mails
        assert sum(map(len, mails.values())) == count
        said = text_of(mails["urad@mesto.example"][0])
        assert "- New item: Rozpočtová kázeň" in said

    def test_of_public_ones_they_hear(self, meeting, post):
        add_item(meeting, "Rozpočtová kázeň", publicity="internal")
        add_item(meeting, "Různé", publicity="public")
        plan = item_called(meeting, "Návrh plánu")
        add_paper(plan, "Veřejná", b"verejna", public=True)
        tell_change(meeting)
        post.round()
        (mail,) = post.mails()["petr@kraj.example"]
        lines = [one for one in text_of(mail).splitlines() if one.startswith("- ")]
        assert lines == [
            "- New item: Různé",
            "- New paper: Veřejná (Návrh plánu)",
        ]


class TestCount:
    def page(self, portal, meeting):
        transaction.commit()
        browser = browser_of(portal, "koordinatorka")
        browser.open(f"{meeting.absolute_url()}/@@kpss-convene")
        setRequest(meeting.REQUEST)
        return browser.contents

    def test_only_newcomers_are_counted_when_nothing_else_changed(
        self, meeting, functional_portal_class
    ):
        invite(meeting, everything=False, **GUEST)
        page = self.page(functional_portal_class, meeting)
        assert "One letter will be sent." in page
        assert "Send the change to everybody" not in page

    @pytest.mark.parametrize("page", ["", "/@@kpss-convene"])
    def test_a_page_works_out_the_roster_once(
        self, meeting, leaving, as_user, monkeypatch, page
    ):
        changed(meeting, place="Klub")
        url = f"{meeting.absolute_url()}{page}"
        transaction.commit()
        session = as_user("koordinatorka", "text/html")
        session.get(url)
        made = []
        real = roster.snapshot
        monkeypatch.setattr(
            roster, "snapshot", lambda one: made.append(one) or real(one)
        )
        answer = session.get(url)
        assert "Klub" in answer.text
        assert len(made) == 1

    def test_everybody_is_counted_with_a_change(
        self, meeting, leaving, functional_portal_class
    ):
        # Who came meanwhile too
        changed(meeting, place="Klub")
        page = self.page(functional_portal_class, meeting)
        assert "6 letters will be sent." in page
        assert tell_change(meeting) == 6
