"""Date polls: who is asked by which mail, once; answers, reminders, how they end."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from freezegun import freeze_time
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.convening.replying import SELF
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.polling.answering import record_answer
from kpss.addon.meetings.polling.answering import withdraw_answer
from kpss.addon.meetings.polling.beginning import ask_newcomers
from kpss.addon.meetings.polling.beginning import begin
from kpss.addon.meetings.polling.beginning import newcomers
from kpss.addon.meetings.polling.ending import cancel
from kpss.addon.meetings.polling.ending import choose
from kpss.addon.meetings.polling.ending import delete
from kpss.addon.meetings.polling.kept import KEY
from kpss.addon.meetings.polling.kept import polls_brought
from kpss.addon.meetings.polling.kept import polls_of
from kpss.addon.meetings.polling.kept import polls_to_carry
from kpss.addon.meetings.polling.links import find_link
from kpss.addon.meetings.polling.reading import Outcome
from kpss.addon.meetings.polling.sending import remind
from kpss.addon.meetings.polling.texts import forecast_text
from kpss.addon.meetings.rules.links import digest
from kpss.addon.meetings.times import now
from kpss.addon.meetings.titles import word_for
from plone import api
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.mailing import person
from tests.plone.meetings.mailing import seat
from tests.plone.meetings.mailing import text_of
from tests.plone.meetings.polling import ahead
from tests.plone.meetings.polling import begun
from tests.plone.meetings.polling import MEMBERS
from tests.plone.meetings.polling import token_of
from tests.plone.meetings.polling import wish
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


def codes(refused) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in refused.value.refusals]


def mail_about(post, subject: str):
    """The one mail about it that somebody got."""
    found = post.mails()["urad@mesto.example"]
    (mail,) = (one for one in found if one["Subject"] == subject)
    return mail


class TestAsking:
    def test_each_member_of_today_gets_one_mail(self, people, post, written):
        poll, number = begin(written["seniori"], wish())
        assert number == len(MEMBERS)
        post.round()
        mails = post.mails()
        assert set(mails) == MEMBERS
        assert {len(found) for found in mails.values()} == {1}
        assert post.round() == 0
        # Who has no address is asked by telephone
        assert people["nobody"] in {one.person for one in poll.asked}

    def test_substitutes_and_guests_by_choice(self, people, post, written):
        begin(written["seniori"], wish(substitutes=True, guests=True))
        post.round()
        others = {"nahrada@charita.example", "host@charita.example"}
        assert set(post.mails()) == MEMBERS | others

    def test_the_mail_says_what_is_asked_and_names_nobody(self, people, post, written):
        begin(written["seniori"], wish())
        post.round()
        (mail,) = post.mails()["urad@mesto.example"]
        text = text_of(mail)
        assert mail["Subject"] == "Which date suits you? Jarní setkání – Senioři"
        assert text.count("15:00 – 16:30, Radnice") == 2
        assert "Přineste si kalendář." in text
        assert "Eva" not in text and "Clenka" not in text
        assert not list(mail.iter_attachments())

    def test_links_are_personal_and_kept_as_digests(self, people, post, written):
        body = written["seniori"]
        poll = begun(body)
        assert "{token}" in next(iter(post.box.waiting.values())).text
        post.round()
        mails = post.mails()
        tokens = {to: token_of(found[0]) for to, found in mails.items()}
        assert len(set(tokens.values())) == len(MEMBERS)
        assert {digest(one) for one in tokens.values()} == set(poll.links)
        kept = [letter.text for letter in post.box.over.values()]
        kept += [repr(one) for one in poll.links.values()]
        assert not any(one in text for one in tokens.values() for text in kept)
        found, holder = find_link(body, tokens["urad@mesto.example"])
        assert (found.key, holder.key) == (poll.key, people["office"])
        # Of another body it opens nothing
        begun(written["ks"])
        assert find_link(written["ks"], tokens["urad@mesto.example"])[0] is None

    def test_the_link_ends_with_the_last_of_the_days(self, people, post, written):
        body = written["seniori"]
        poll = begun(body)
        post.round()
        token = token_of(post.mails()["urad@mesto.example"][0])
        with freeze_time(poll.dates[-1].start + timedelta(hours=2)):
            assert find_link(body, token)[1].verdict == "valid"
        with freeze_time(poll.dates[-1].start + timedelta(days=1)):
            assert find_link(body, token)[1].verdict == "expired"

    def test_the_log_says_what_went_and_no_address(self, people, post, written):
        poll = begun(written["seniori"])
        assert {one["state"] for one in poll.sendings.values()} == {"waiting"}
        post.round()
        assert {one["state"] for one in poll.sendings.values()} == {"sent"}
        assert "@" not in repr([dict(one) for one in poll.sendings.values()])

    def test_what_is_deleted_before_the_letter_goes_is_not_asked(
        self, people, post, written
    ):
        poll = begun(written["seniori"])
        cancel(poll, "")
        delete(poll)
        post.round()
        texts = [text_of(one) for found in post.mails().values() for one in found]
        assert not any("kpss-dates" in one for one in texts)


class TestBadInput:
    def refused(self, body, **values):
        with pytest.raises(Refusals) as refused:
            begin(body, wish(**values))
        assert polls_of(body) == []
        return codes(refused)

    @pytest.fixture
    def body(self, people, written):
        IAnnotations(written["seniori"]).pop(KEY, None)
        return written["seniori"]

    def test_dates(self, body):
        one = Wanted(ahead(20), 90)
        past = Wanted(ahead(-1), 90)
        assert self.refused(body, dates=(one,)) == [("dates", "too_few")]
        assert self.refused(body, dates=(one, one)) == [("dates.1", "twice")]
        assert ("dates.0", "past") in self.refused(body, dates=(past, one))
        many = tuple(Wanted(ahead(20 + days), 90) for days in range(21))
        assert self.refused(body, dates=many) == [("dates", "too_many")]
        long = Wanted(ahead(21), 90, "x" * 300)
        assert self.refused(body, dates=(one, long)) == [("dates.1", "unfit")]

    def test_deadline(self, body):
        today = now().date()
        yesterday, late = today - timedelta(days=1), today + timedelta(days=20)
        assert self.refused(body, until=None) == [("until", "until_missing")]
        assert self.refused(body, until=yesterday) == [("until", "until_past")]
        assert self.refused(body, until=late) == [("until", "until_late")]

    def test_texts(self, body):
        assert self.refused(body, title="") == [("title", "unfit")]
        assert self.refused(body, note="x" * 3000) == [("note", "unfit")]

    def test_nobody_to_ask(self, people, written):
        assert self.refused(written["rada"]) == [("", "nobody_to_ask")]

    def test_a_body_that_ends(self, body):
        try:
            body.valid_to = date.today() + timedelta(days=21)
            assert self.refused(body) == [("dates.1", "body_ended")]
            body.valid_to = date.today() - timedelta(days=1)
            assert ("", "body_ended") in self.refused(body)
        finally:
            body.valid_to = None

    def test_a_meeting_that_is_convened(self, body):
        meeting = bring(add_meeting(body), "convene")
        assert self.refused(body, meeting=meeting) == [("meeting", "not_planned")]


class TestAnswers:
    @pytest.fixture
    def poll(self, people, post, written):
        return begun(written["seniori"])

    def test_an_answer_is_replaced_and_taken_back(self, poll, people):
        who = people["office"]
        record_answer(poll, who, {"d1": "yes", "d2": "no"}, "Až po třetí.", SELF)
        record_answer(poll, who, {"d1": "if_needed"}, "", SELF)
        found = poll.answer_of(who)
        assert (dict(found.said), found.note, found.by) == (
            {"d1": "if_needed"},
            "",
            "self",
        )
        withdraw_answer(poll, who)
        assert poll.answer_of(who) is None

    def test_who_was_not_asked_does_not_answer(self, poll, people):
        with pytest.raises(Refusals) as refused:
            record_answer(poll, people["guest"], {"d1": "yes"}, "", SELF)
        assert codes(refused) == [("person", "not_asked")]

    def test_until_the_end_of_the_last_day(self, poll, people):
        last = datetime.combine(poll.until, ahead(0).time(), ahead(0).tzinfo)
        with freeze_time(last.replace(hour=23, minute=59)):
            record_answer(poll, people["office"], {"d1": "yes"}, "", SELF)
        with freeze_time(last + timedelta(days=1)):
            with pytest.raises(Refusals) as refused:
                record_answer(poll, people["office"], {"d1": "no"}, "", SELF)
            assert codes(refused) == [("", "over")]
            with pytest.raises(Refusal):
                withdraw_answer(poll, people["office"])
        assert poll.answer_of(people["office"]).said["d1"] == "yes"

    def test_counts_quorum_and_the_best_date(self, poll, people):
        # Voting members: vedouci, clenka, office, private, nobody; three are enough
        for name in ("office", "private"):
            record_answer(poll, people[name], {"d1": "yes", "d2": "yes"}, "", SELF)
        found = Outcome(poll)
        assert found.best == ["d1", "d2"]
        record_answer(poll, people["nobody"], {"d1": "no", "d2": "if_needed"}, "", SELF)
        found = Outcome(poll)
        assert found.best == ["d2"]
        tally = found.prospects["d2"].tally
        assert (tally.yes, tally.if_needed, tally.no, tally.silent) == (2, 1, 0, 2)
        said = {
            key: translate(forecast_text(one.forecast), target_language="en")
            for key, one in found.prospects.items()
        }
        assert said["d2"] == "3 of 5 would come; 3 are enough for a quorum."
        assert said["d1"] == ("2 of 5 would come so far; 1 to a quorum, which needs 3.")

    def test_the_quorum_is_of_the_roster_of_that_day(self, poll, people, written):
        section = written.process["people"]
        uids = {
            section[one.person].UID(): one
            for one in written["seniori"].objectValues()
            if one.portal_type == "kpss.Membership"
        }
        leaving = uids[people["office"]]
        record_answer(poll, people["office"], {"d1": "yes", "d2": "yes"}, "", SELF)
        try:
            self.end(leaving, poll.dates[0].start.date())
            found = Outcome(poll).prospects
            assert (found["d1"].forecast.coming, found["d1"].forecast.members) == (1, 5)
            assert (found["d2"].forecast.coming, found["d2"].forecast.members) == (0, 4)
        finally:
            self.end(leaving, None)

    def end(self, membership, day):
        membership.valid_to = day
        notify(ObjectModifiedEvent(membership))

    def test_whom_to_call(self, poll, people):
        calls = Outcome(poll).calls
        first = calls[0]
        assert (first.name, first.has_address) == ("Eva Bezadresy", False)
        assert {one.name: one.phone for one in calls}["Eva Úřední"] == "311 654 321"
        record_answer(poll, people["nobody"], {"d1": "yes"}, "", SELF)
        assert "Eva Bezadresy" not in [one.name for one in Outcome(poll).calls]


class TestReminding:
    @pytest.fixture
    def poll(self, people, post, written):
        found = begun(written["seniori"])
        post.round()
        post.mails()
        return found

    def test_only_the_silent_ones_each_once(self, poll, people, post):
        record_answer(poll, people["office"], {"d1": "yes"}, "", SELF)
        assert remind(poll) == 3
        post.round()
        mails = post.mails()
        assert set(mails) == MEMBERS - {"urad@mesto.example"}
        assert {len(found) for found in mails.values()} == {1}

    def test_a_second_press_of_the_same_button_sends_nothing(self, poll):
        seen = len(poll.sendings)
        remind(poll, seen)
        before = len(poll.sendings)
        with pytest.raises(Outdated):
            remind(poll, seen)
        assert len(poll.sendings) == before

    def test_nobody_is_reminded_after_the_deadline_or_the_end(self, poll, people):
        with freeze_time(ahead(9)), pytest.raises(Refusal) as refused:
            remind(poll)
        assert refused.value.code == "over"
        cancel(poll, "")
        with pytest.raises(Refusal) as refused:
            remind(poll)
        assert refused.value.code == "cancelled"

    def test_when_all_have_answered_nobody_is(self, poll):
        for one in poll.asked:
            record_answer(poll, one.person, {"d1": "yes"}, "", SELF)
        with pytest.raises(Refusal) as refused:
            remind(poll)
        assert refused.value.code == "nobody_to_remind"


class TestNewcomers:
    def test_guests_only_where_guests_are_asked(self, people, post, written):
        assert newcomers(begun(written["seniori"])) == []
        poll = begun(written["seniori"], guests=True, substitutes=True)
        poll.change(asked=poll.facts["asked"][:5])
        assert len(newcomers(poll)) == 2

    def test_nobody_is_asked_after_the_end(self, people, post, written):
        poll = begun(written["seniori"])
        poll.change(asked=[])
        cancel(poll, "")
        with pytest.raises(Refusal) as refused:
            ask_newcomers(poll)
        assert refused.value.code == "cancelled"

    def test_who_came_since_is_asked_once(self, people, post, written):
        poll = begun(written["seniori"])
        post.round()
        post.mails()
        with pytest.raises(Refusal) as refused:
            ask_newcomers(poll)
        assert refused.value.code == "no_newcomers"
        new = person(written, "Nová", office_email="nova@mesto.example")
        seat(written, new)
        assert [one.name for one in newcomers(poll)] == ["Eva Nová"]
        assert ask_newcomers(poll) == 1
        post.round()
        mails = post.mails()
        assert {to: len(found) for to, found in mails.items()} == {
            "nova@mesto.example": 1
        }
        assert "kpss-dates" in text_of(mails["nova@mesto.example"][0])
        record_answer(poll, new.UID(), {"d1": "yes"}, "", SELF)
        assert Outcome(poll).prospects["d1"].forecast.members == 6
        assert newcomers(poll) == []


class TestEnding:
    @pytest.fixture
    def poll(self, people, post, written):
        found = begun(written["seniori"])
        post.round()
        return found

    def test_the_chosen_date_becomes_a_meeting_and_is_told(
        self, poll, people, post, written
    ):
        before = len(meetings_of(written["seniori"]))
        meeting, told = choose(poll, "d2")
        assert told == len(MEMBERS)
        assert len(meetings_of(written["seniori"])) == before + 1
        assert meeting.start == poll.dates[1].start
        assert meeting.end - meeting.start == timedelta(minutes=90)
        assert meeting.place == "Radnice"
        assert api.content.get_state(meeting) == "planned"
        post.round()
        mail = mail_about(post, "The date is chosen: Jarní setkání – Senioři")
        text = text_of(mail)
        assert "15:00 – 16:30, Radnice" in text
        assert "kpss-dates" not in text
        with pytest.raises(Refusal) as refused:
            choose(poll, "d1")
        assert refused.value.code == "chosen"
        with pytest.raises(Refusals) as refused:
            record_answer(poll, people["office"], {"d1": "yes"}, "", SELF)
        assert codes(refused) == [("", "chosen")]

    def test_the_meeting_is_called_as_the_poll_was(self, poll, written):
        meeting, _told = choose(poll, "d1")
        assert meeting.title == "Jarní setkání"

    def test_where_the_poll_has_no_title_of_its_own_the_meeting_has_its_day(
        self, people, post, written
    ):
        poll = begun(written["seniori"], title=word_for(written["seniori"]))
        meeting, _told = choose(poll, "d1")
        assert meeting.title == meeting.made_title

    def test_a_planned_meeting_gets_the_date(self, people, post, written):
        body = written["seniori"]
        meeting = add_meeting(body, days=30, place="Klub")
        dates = (Wanted(ahead(20), 90), Wanted(ahead(22), None))
        poll = begun(body, meeting=meeting, dates=dates)
        before = len(meetings_of(body))
        found, _told = choose(poll, "d2")
        assert found == meeting and len(meetings_of(body)) == before
        assert (meeting.start, meeting.end) == (ahead(22), None)
        assert meeting.place == "Klub"

    def test_a_meeting_that_was_convened_meanwhile_stays(self, people, post, written):
        meeting = add_meeting(written["seniori"], days=30)
        poll = begun(written["seniori"], meeting=meeting)
        bring(meeting, "convene")
        with pytest.raises(Refusal) as refused:
            choose(poll, "d1")
        assert refused.value.code == "not_planned"
        assert meeting.start == ahead(30) and poll.is_open

    def test_only_what_was_proposed_and_is_ahead(self, poll):
        with pytest.raises(Refusal) as refused:
            choose(poll, "d9")
        assert refused.value.code == "no_such_date"
        with freeze_time(ahead(21)), pytest.raises(Refusal) as refused:
            choose(poll, "d1")
        assert refused.value.code == "past"

    def test_cancelling_tells_everybody_why(self, poll, post):
        assert cancel(poll, "Není o čem.") == len(MEMBERS)
        post.round()
        about = "The question about the date is off: Jarní setkání – Senioři"
        mail = mail_about(post, about)
        assert "Reason: Není o čem." in text_of(mail)
        with pytest.raises(Refusal):
            cancel(poll, "")

    def test_only_what_is_over_is_deleted(self, poll, written):
        with pytest.raises(Refusal) as refused:
            delete(poll)
        assert refused.value.code == "poll_open"
        cancel(poll, "")
        delete(poll)
        assert poll.key not in {one.key for one in polls_of(written["seniori"])}


class TestKeeping:
    def test_a_copy_begins_without_polls(self, people, post, written):
        begun(written["seniori"])
        copy = api.content.copy(written["seniori"], written.process["bodies"])
        assert polls_of(copy) == [] and KEY not in IAnnotations(copy)
        assert polls_of(written["seniori"])

    def test_an_export_carries_them(self, people, post, written):
        body = written["seniori"]
        poll = begun(body)
        record_answer(poll, people["office"], {"d1": "yes"}, "Rád.", SELF)
        carried = polls_to_carry()
        assert set(carried) == {body.UID()}
        assert polls_to_carry({written["ks"].UID()}) == {}
        before = [one.key for one in polls_of(body)]
        polls_brought(carried)
        assert [one.key for one in polls_of(body)] == before
        del IAnnotations(body)[KEY]
        polls_brought(carried)
        found = polls_of(body)[0]
        assert found.answer_of(people["office"]).note == "Rád."
        assert found.dates == poll.dates and len(found.sendings) == len(MEMBERS)

    def test_reading_writes_nothing(self, people, written):
        assert polls_of(written["rodiny"]) == []
        assert KEY not in IAnnotations(written["rodiny"])
