"""Convening: who gets which mail, once; the log; changes; cancelling."""

from datetime import timedelta
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.convening import subscribers
from kpss.addon.meetings.convening.acting import convene
from kpss.addon.meetings.convening.acting import tell_change
from kpss.addon.meetings.convening.invited import disinvite
from kpss.addon.meetings.convening.invited import invite
from kpss.addon.meetings.convening.sending import changes_to_tell
from kpss.addon.meetings.convening.sending import log_of
from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.links import digest
from kpss.addon.meetings.visibility import visibility_of
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import add_paper
from tests.plone.meetings.mailing import add_prepared
from tests.plone.meetings.mailing import calendar_of
from tests.plone.meetings.mailing import item_called
from tests.plone.meetings.mailing import link_of
from tests.plone.meetings.mailing import text_of
from ZODB.POSException import ConflictError
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def changed(meeting, **fields):
    for name, value in fields.items():
        setattr(meeting, name, value)
    notify(ObjectModifiedEvent(meeting))


#: Members and the permanent guest of the group of seniors who have an address.
ADDRESSES = {
    "vedouci@mesto.example",
    "clenka@mesto.example",
    "urad@mesto.example",
    "soukroma@example.org",
    "host@charita.example",
}


class TestWhoGetsWhat:
    def test_each_member_and_standing_guest_gets_one_mail(self, people, post, written):
        meeting = add_prepared(written, note="Přineste si kalendář.")
        convene(meeting)
        assert state_of(meeting) == "convened"
        post.round()
        mails = post.mails()
        # A substitute comes only when somebody sends one
        assert set(mails) == ADDRESSES
        assert {len(found) for found in mails.values()} == {1}
        assert post.round() == 0

    def test_the_mail_says_when_where_and_what(self, people, post, written):
        meeting = add_prepared(
            written, note="Přineste si kalendář.", online_link="https://x.example/1"
        )
        convene(meeting)
        post.round()
        (mail,) = post.mails()["urad@mesto.example"]
        text = text_of(mail)
        assert mail["Subject"] == f"Invitation: {meeting.title} – Senioři"
        assert "15:00" in text and "Where: Radnice" in text
        assert "Online: https://x.example/1" in text
        agenda = (
            "1. Zahájení\n2. Návrh plánu\n   paper: Návrh\n   paper: Příloha\n3. Roz"
        )
        assert agenda in text
        assert "Přineste si kalendář." in text
        assert "Tajná věc" not in text
        # How often we write has nothing to say here, and no other name is told
        assert "kpss-my-notices" not in text
        assert "Eva" not in text and "Clenka" not in text

    def test_the_calendar_asks_one_person_for_the_office(self, people, post, written):
        meeting = add_prepared(written)
        convene(meeting)
        post.round()
        (mail,) = post.mails()["urad@mesto.example"]
        method, event = calendar_of(mail)
        assert method == "REQUEST"
        assert str(event["UID"]) == f"{meeting.UID()}@kpss.addon"
        assert event["SEQUENCE"] == 0
        assert str(event["ORGANIZER"]) == "mailto:planovani@mesto.example"
        assert event["ORGANIZER"].params["CN"] == "Beroun"
        assert str(event["ATTENDEE"]) == "mailto:urad@mesto.example"
        assert event.decoded("DTSTART") == meeting.start

    def test_links_are_personal_and_kept_as_digests(self, people, post, written):
        meeting = add_prepared(written)
        convene(meeting)
        assert "{token}" in next(iter(post.box.waiting.values())).text
        post.round()
        mails = [mail for found in post.mails().values() for mail in found]
        tokens = {link_of(mail) for mail in mails}
        assert len(tokens) == len(ADDRESSES)
        links = records_of(meeting).links
        assert {digest(one) for one in tokens} == set(links)
        kept = [letter.text for letter in post.box.over.values()]
        kept += [repr(dict(one)) for one in links.values()]
        assert not any(token in text for token in tokens for text in kept)

    def test_what_somebody_chose_about_letters_does_not_matter(
        self, people, post, written
    ):
        post.box.ways["clenka"] = "off"
        meeting = add_prepared(written)
        convene(meeting)
        post.round()
        assert "clenka@mesto.example" in post.mails()
        post.box.ways.pop("clenka")

    def test_the_log_says_to_whom_what_when_and_how_it_went(
        self, people, post, written
    ):
        meeting = add_prepared(written)
        convene(meeting)
        assert {one["state"] for one in log_of(meeting)} == {"waiting"}
        post.round()
        log = log_of(meeting)
        assert {one["address"] for one in log} == ADDRESSES
        assert {one["state"] for one in log} == {"sent"}
        assert {one["what"] for one in log} == {"invitation"}
        assert all(one["done"] and one["sequence"] == 0 for one in log)
        by_key = {one["to"]: one["name"] for one in log}
        assert by_key[people["office"].UID()] == "Eva Úřední"

    def test_a_mail_that_is_refused_is_seen_in_the_log(
        self, people, post, written, monkeypatch
    ):
        from kpss.addon.notices import delivery

        def refuse(whole, to):
            raise OSError("550 no such mailbox")

        meeting = add_prepared(written)
        convene(meeting)
        monkeypatch.setattr(delivery, "hand_over", refuse)
        post.round()
        log = log_of(meeting)
        assert {one["state"] for one in log} == {"waiting"}
        assert all("550" in one["error"] for one in log)
        # The link of a letter that did not go opens nothing: a new one is made
        monkeypatch.undo()
        for letter in post.box.waiting.values():
            letter.not_before = None
        before = set(records_of(meeting).links)
        monkeypatch.setenv("MAILHOST_QUEUE_ONLY", "true")
        post.round()
        assert len(records_of(meeting).links) == len(before) == len(ADDRESSES)
        assert before.isdisjoint(records_of(meeting).links)

    def test_items_are_seen_by_members_only_after_it(self, people, post, written):
        meeting = add_prepared(written)
        seen = [visibility_of(one) for one in meeting.objectValues()]
        assert seen == ["prepared"] * 4
        convene(meeting)
        seen = [visibility_of(one) for one in meeting.objectValues()]
        assert seen == ["public", "public", "internal", "prepared"]


class TestJudging:
    def codes(self, meeting):
        return [one.code for one in refusals(meeting, "convene")]

    def test_an_agenda_a_future_and_recipients_are_needed(self, people, written):
        meeting = add_meeting(written["seniori"])
        meeting.manage_delObjects(list(meeting.objectIds()))
        assert self.codes(meeting) == ["no_agenda"]
        add_item(meeting, "Nadpis", kind="heading")
        add_item(meeting, "Skryté", publicity="hidden")
        assert self.codes(meeting) == ["no_agenda"]
        add_item(meeting)
        assert self.codes(meeting) == []
        changed(meeting, start=meeting.start - timedelta(days=60))
        assert self.codes(meeting) == ["in_the_past"]
        empty = add_meeting(written["rada"])
        add_item(empty)
        assert self.codes(empty) == ["no_recipient"]

    def test_short_notice_is_refused_where_rules_allow_no_exception(
        self, people, written
    ):
        rules = written.rules(
            "rodiny", invitation_days=7, urgent_exception="not_allowed"
        )
        meeting = add_meeting(written["rodiny"], days=6)
        add_item(meeting)
        assert self.codes(meeting) == ["short_notice"]
        with pytest.raises(Refusals):
            advance(meeting, "convene")
        assert records_of(meeting).roster is None
        rules.urgent_exception = "allowed"
        assert self.codes(meeting) == []
        tool = api.portal.get_tool("portal_workflow")
        offered = [one["id"] for one in tool.getTransitionsFor(meeting)]
        assert "convene" not in offered
        with pytest.raises(Refusals) as refused:
            advance(meeting, "convene")
        assert [one.code for one in refused.value.refusals] == ["reason_needed"]
        convene(meeting, "Havárie střechy domova.")
        texts = [one.text for one in self.letters(meeting)]
        assert texts and all("Havárie střechy domova." in one for one in texts)

    def letters(self, meeting):
        from kpss.addon.notices.outbox import outbox

        keys = {one["letter"] for one in records_of(meeting).sendings.values()}
        return [one for one in outbox().letters() if one.key in keys]


class TestExactlyOnce:
    @pytest.fixture
    def meeting(self, people, post, written):
        return add_prepared(written)

    def conflicting(self, monkeypatch, times):
        """The work is done and then lost, so many times."""
        real, calls = subscribers.send_to_all, []

        def send(*args, **more):
            found = real(*args, **more)
            calls.append(found)
            if len(calls) <= times:
                raise ConflictError("forced")
            return found

        monkeypatch.setattr(subscribers, "send_to_all", send)
        return calls

    def test_a_conflict_in_the_middle_gives_one_mail_each(
        self, meeting, post, as_user, monkeypatch
    ):
        url = meeting.absolute_url()
        transaction.commit()
        calls = self.conflicting(monkeypatch, 1)
        answer = as_user("koordinatorka").post(f"{url}/@convene", json={})
        assert answer.status_code == 200, answer.text
        assert len(calls) == 2
        transaction.begin()
        post.round()
        mails = post.mails()
        assert set(mails) == ADDRESSES
        assert {len(found) for found in mails.values()} == {1}
        assert len(records_of(meeting).sendings) == len(ADDRESSES)

    def test_when_it_fails_at_the_end_nobody_gets_anything(
        self, meeting, post, as_user, monkeypatch
    ):
        url = meeting.absolute_url()
        transaction.commit()
        self.conflicting(monkeypatch, 99)
        answer = as_user("koordinatorka").post(f"{url}/@convene", json={})
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "1"
        said = answer.json()
        assert (said["type"], said["code"]) == ("ServiceUnavailable", "conflict")
        assert said["message"].startswith("Others are writing here just now")
        assert "traceback" not in said
        transaction.begin()
        post.round()
        assert post.mails() == {}
        assert state_of(meeting) == "planned"
        assert not len(records_of(meeting).sendings)

    def test_a_conflict_at_the_commit_itself_is_told_alike(
        self, meeting, post, as_user, monkeypatch
    ):
        url = meeting.absolute_url()
        transaction.commit()
        real, calls = subscribers.send_to_all, []

        def send(*args, **more):
            calls.append(real(*args, **more))
            transaction.get().addBeforeCommitHook(conflict)

        def conflict():
            raise ConflictError("forced")

        monkeypatch.setattr(subscribers, "send_to_all", send)
        answer = as_user("koordinatorka").post(f"{url}/@convene", json={})
        assert len(calls) > 1
        assert (answer.status_code, answer.json()["code"]) == (503, "conflict")
        transaction.begin()
        assert state_of(meeting) == "planned"

    def test_a_conflict_while_sending_does_not_send_twice(
        self, meeting, post, monkeypatch
    ):
        from kpss.addon.meetings.convening.official import MeetingLetters

        convene(meeting)
        real, calls = MeetingLetters.told, []

        def told(self, letter):
            calls.append(letter)
            if len(calls) == 1:
                raise ConflictError("forced")
            return real(self, letter)

        monkeypatch.setattr(MeetingLetters, "told", told)
        assert post.round() == len(ADDRESSES)
        mails = post.mails()
        assert {len(found) for found in mails.values()} == {1}
        assert set(mails) == ADDRESSES


class TestChanges:
    @pytest.fixture
    def meeting(self, people, post, written):
        found = add_prepared(written)
        convene(found)
        post.round()
        post.mails()
        return found

    def test_a_moved_meeting_reaches_calendars_as_the_same_event(self, meeting, post):
        assert changes_to_tell(meeting) == []
        changed(meeting, start=meeting.start + timedelta(days=1), place="Klub")
        assert [one.code for one in changes_to_tell(meeting)] == ["start", "place"]
        assert tell_change(meeting) == len(ADDRESSES)
        post.round()
        (mail,) = post.mails()["urad@mesto.example"]
        method, event = calendar_of(mail)
        assert (method, event["SEQUENCE"]) == ("REQUEST", 1)
        assert str(event["UID"]) == f"{meeting.UID()}@kpss.addon"
        assert event.decoded("DTSTART") == meeting.start
        assert mail["Subject"].startswith("Change: ")
        assert "- Place: Klub (it was Radnice)" in text_of(mail)
        assert changes_to_tell(meeting) == []

    def test_a_changed_agenda_raises_the_sequence_too(self, meeting, post):
        add_item(meeting, "Různé")
        assert tell_change(meeting) == len(ADDRESSES)
        add_item(meeting, "Ještě něco")
        tell_change(meeting)
        post.round()
        mails = post.mails()["urad@mesto.example"]
        said = {calendar_of(mail)[1]["SEQUENCE"]: text_of(mail) for mail in mails}
        assert sorted(said) == [1, 2]
        assert "- New item: Různé" in said[1]
        assert "- New item: Ještě něco" in said[2]

    def test_another_wording_is_a_change_to_tell(self, meeting, post):
        """BER-55: members would vote on another wording than they were sent."""
        plan = item_called(meeting, "Návrh plánu")
        changed(plan, proposal="Skupina schvaluje plán.", text="Třetí čtení.")
        found = [one.code for one in changes_to_tell(meeting)]
        assert found == ["text_changed", "proposal_changed"]
        tell_change(meeting)
        post.round()
        mails = post.mails()
        assert set(mails) == ADDRESSES - {"host@charita.example"}
        text = text_of(mails["urad@mesto.example"][0])
        assert "- Item “Návrh plánu”: another proposed resolution" in text
        assert changes_to_tell(meeting) == []

    def test_new_papers_go_to_all_at_the_same_time(self, meeting, post):
        plan = item_called(meeting, "Návrh plánu")
        add_paper(plan, "Dodatek", b"dodatek")
        tell_change(meeting)
        post.round()
        mails = post.mails()
        # Guests are sent what is public
        assert set(mails) == ADDRESSES - {"host@charita.example"}
        for (mail,) in mails.values():
            assert mail["Subject"].startswith("New papers: ")
            assert "- New paper: Dodatek (Návrh plánu)" in text_of(mail)

    def test_without_a_change_nothing_is_sent(self, meeting):
        with pytest.raises(Refusals) as refused:
            tell_change(meeting)
        assert refused.value.refusals[0].code == "nothing_changed"

    def test_who_comes_to_the_body_later_gets_the_whole_invitation(
        self, meeting, post, written
    ):
        written.sit("seniori", "nova")
        # The others have it already
        assert tell_change(meeting) == 1
        post.round()
        mails = post.mails()
        assert list(mails) == ["nova@mesto.example"]
        (mail,) = mails["nova@mesto.example"]
        assert mail["Subject"].startswith("Invitation: ")
        assert "1. Zahájení" in text_of(mail)
        assert "Nova" in {one["name"].partition(" ")[2] for one in log_of(meeting)}
        # With a change everybody is told, who comes now gets all of it
        written.sit("seniori", "dalsi")
        changed(meeting, place="Klub")
        assert tell_change(meeting) == len(ADDRESSES) + 2
        post.round()
        subjects = {to: found[0]["Subject"] for to, found in post.mails().items()}
        assert subjects["dalsi@mesto.example"].startswith("Invitation: ")
        assert subjects["nova@mesto.example"].startswith("Change: ")

    def test_a_meeting_that_goes_on_another_day_is_told_too(
        self, meeting, post, written
    ):
        invited = {one["address"] for one in log_of(meeting)}
        bring(meeting, "open", "adjourn")
        changed(meeting, start=meeting.start + timedelta(days=7))
        # The roster stays as it was when the meeting was opened
        written.sit("seniori", "pozdejsi")
        assert tell_change(meeting) == len(invited)
        post.round()
        mails = post.mails()
        assert set(mails) == invited
        assert calendar_of(mails["urad@mesto.example"][0])[1]["SEQUENCE"] == 1

    def test_sending_disturbs_nobody_who_records(self, meeting, post):
        changed(meeting, place="Klub")
        tell_change(meeting)
        before = records_of(meeting).revision
        post.round()
        assert records_of(meeting).revision == before

    def test_cancelling_reaches_everybody_as_a_cancellation(self, meeting, post):
        advance(meeting, "cancel", reason="Sál je bez topení.")
        post.round()
        mails = post.mails()
        assert set(mails) >= ADDRESSES
        (mail,) = mails["urad@mesto.example"]
        method, event = calendar_of(mail)
        assert (method, str(event["STATUS"])) == ("CANCEL", "CANCELLED")
        assert event["SEQUENCE"] == 1
        assert "Reason: Sál je bez topení." in text_of(mail)
        assert "@@kpss-invitation" not in text_of(mail)

    def test_a_meeting_that_nobody_was_told_of_is_cancelled_in_silence(
        self, people, post, written
    ):
        meeting = add_prepared(written)
        advance(meeting, "cancel", reason="Omyl.")
        post.round()
        assert post.mails() == {}


class TestGuests:
    def test_an_invited_guest_gets_public_items_and_papers(self, people, post, written):
        meeting = add_prepared(written)
        invite(
            meeting,
            name="Petr Host",
            organisation="Kraj",
            email="petr@kraj.example",
            everything=False,
        )
        convene(meeting)
        post.round()
        (mail,) = post.mails()["petr@kraj.example"]
        text = text_of(mail)
        assert "Návrh plánu\n   paper: Příloha" in text
        assert "paper: Návrh\n" not in text and "Rozpočet" not in text

    def test_a_permanent_guest_gets_public_items_and_papers(
        self, people, post, written
    ):
        """Issue 6: guests only what they are sent."""
        meeting = add_prepared(written)
        convene(meeting)
        post.round()
        mails = post.mails()
        (mail,) = mails["host@charita.example"]
        text = text_of(mail)
        assert "Návrh plánu\n   paper: Příloha" in text
        assert "paper: Návrh\n" not in text and "Rozpočet" not in text
        (mail,) = mails["urad@mesto.example"]
        assert "Rozpočet" in text_of(mail)

    def test_a_guest_who_sees_all_by_another_function_gets_all(
        self, people, post, written
    ):
        """BER-49"""
        written.sit("odbor", "metodicka", "metodik")
        written.sit("seniori", "metodicka", "host")
        written.sit("seniori", "referentka", "host")
        written.sit("seniori", "jen-host", "host")
        meeting = add_prepared(written)
        convene(meeting)
        post.round()
        mails = post.mails()
        got = {
            name: "Rozpočet" in text_of(mails[f"{name}@mesto.example"][0])
            for name in ("metodicka", "referentka", "jen-host")
        }
        assert got == {"metodicka": True, "referentka": True, "jen-host": False}

    def test_a_guest_is_invited_once_and_with_an_address(self, people, written):
        meeting = add_prepared(written)
        known = {"name": "Petr", "organisation": "", "everything": False}
        invite(meeting, email="petr@kraj.example", **known)
        for email, code in (
            ("PETR@kraj.example", "invited_already"),
            ("", "bad_guest"),
            ("kraj", "bad_guest"),
            ("a@b.cz\nBcc: x@y.cz", "bad_guest"),
        ):
            with pytest.raises(Refusals) as refused:
                invite(meeting, email=email, **known)
            assert [one.code for one in refused.value.refusals] == [code], email

    @pytest.mark.parametrize("moves", [("convene", "open"), ("cancel",)])
    def test_nobody_is_invited_once_it_began_or_is_off(self, people, written, moves):
        meeting = bring(add_prepared(written), "convene")
        known = {"name": "Petr", "organisation": "", "everything": False}
        key = invite(meeting, email="petr@kraj.example", **known)
        bring(meeting, *moves[-1:])
        for act in (
            lambda: invite(meeting, email="jiny@kraj.example", **known),
            lambda: disinvite(meeting, key),
        ):
            with pytest.raises(Refusals) as refused:
                act()
            assert [one.code for one in refused.value.refusals] == ["wrong_state"]
        assert list(records_of(meeting).invited) == [key]

    def test_nobody_is_invited_where_the_rules_allow_no_guests(self, people, written):
        written.rules("rodiny", guests="not_allowed")
        meeting = add_prepared(written, "rodiny")
        with pytest.raises(Refusals) as refused:
            invite(
                meeting, name="Petr", organisation="", email="p@k.cz", everything=True
            )
        assert [one.code for one in refused.value.refusals] == ["no_guests"]


class TestRest:
    def post(self, as_user, meeting, who="koordinatorka", **sent):
        url = meeting.absolute_url()
        transaction.commit()
        answer = as_user(who).post(f"{url}/@convene", json=sent)
        transaction.begin()
        return answer

    def test_a_change_after_somebody_else_recorded_is_a_conflict(
        self, people, post, written, as_user
    ):
        meeting = bring(add_prepared(written), "convene")
        revision = records_of(meeting).revision
        invite(meeting, name="P", organisation="", email="p@k.cz", everything=False)
        changed(meeting, place="Knihovna")
        sent = {"change": True, "revision": revision}
        assert self.post(as_user, meeting, **sent).status_code == 409
        sent["revision"] = records_of(meeting).revision
        assert self.post(as_user, meeting, **sent).status_code == 200

    def test_only_who_convenes_may(self, people, post, written, as_user):
        meeting = add_prepared(written)
        assert self.post(as_user, meeting, None).status_code == 401
        assert self.post(as_user, meeting, "clenka").status_code in (401, 403)
        assert self.post(as_user, meeting, "cizi").status_code in (401, 403)
        assert state_of(meeting) == "planned"

    def test_a_dry_run_says_who_would_get_it(self, people, post, written, as_user):
        written.rules("seniori", invitation_days=30, urgent_exception="allowed")
        meeting = add_prepared(written)
        answer = self.post(as_user, meeting, dry_run=True)
        assert answer.status_code == 200
        data = answer.json()
        assert data["allowed"] is True and data["needs_reason"] is True
        assert [one["code"] for one in data["warnings"]] == [
            "short_notice",
            "without_address",
        ]
        addressed = {one["name"]: one["has_address"] for one in data["recipients"]}
        assert addressed["Eva Bezadresy"] is False
        assert addressed["Eva Úřední"] is True
        assert "Eva Náhradní" not in addressed
        assert "@" not in str(data["recipients"])
        assert state_of(meeting) == "planned"
        answer = self.post(as_user, meeting)
        assert answer.status_code == 400
        assert answer.json()["code"] == "reason_needed"
        assert [one["field"] for one in answer.json()["errors"]] == ["reason"]
        answer = self.post(as_user, meeting, reason="Spěchá to.")
        assert answer.status_code == 200
        rows = answer.json()["recipients"]
        assert {one["state"] for one in rows if one["has_address"]} == {"waiting"}
        names = [one["name"] for one in rows if not one["has_address"]]
        assert names == ["Eva Bezadresy"]

    def test_bad_requests_are_flat_and_change_nothing(
        self, people, post, written, as_user
    ):
        meeting = add_meeting(written["ks"])
        meeting.manage_delObjects(list(meeting.objectIds()))
        for sent, field in (
            ({"dry_run": "ano"}, "dry_run"),
            ({"reason": 1}, "reason"),
            ({"komu": "vsem"}, "komu"),
        ):
            answer = self.post(as_user, meeting, **sent)
            assert answer.status_code == 400
            assert [one["field"] for one in answer.json()["errors"]] == [field]
        answer = self.post(as_user, meeting)
        assert answer.json()["code"] == "no_agenda"
        answer = self.post(as_user, meeting, revision=99)
        assert answer.status_code == 409
        assert state_of(meeting) == "planned"

    def test_a_change_is_told_over_rest_too(self, people, post, written, as_user):
        meeting = bring(add_prepared(written), "convene")
        answer = self.post(as_user, meeting, change=True)
        assert (answer.status_code, answer.json()["code"]) == (400, "nothing_changed")
        changed(meeting, place="Klub")
        answer = self.post(as_user, meeting, change=True, dry_run=True)
        assert [one["code"] for one in answer.json()["changes"]] == ["place"]
        answer = self.post(as_user, meeting, change=True)
        assert answer.status_code == 200
        assert {one.get("what") for one in answer.json()["recipients"]} == {"change"}
        assert answer.json()["sequence"] == 1
