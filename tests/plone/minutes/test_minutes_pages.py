"""The pages of minutes: one button each, refusals that keep what was typed."""

from AccessControl import Unauthorized
from kpss.addon.approval.refusals import Refusal
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.records import records_of
from kpss.addon.minutes.appending import approval_of
from kpss.addon.minutes.making import build
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.officers import name_officers
from kpss.addon.minutes.publishing import advance
from kpss.addon.minutes.verifying import needs_of
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.minutes.conftest import as_
from tests.plone.minutes.conftest import hold
from tests.plone.minutes.conftest import minutes_in
from tests.plone.minutes.test_minutes_content import verify
from tests.plone.rights.conftest import browser_of
from urllib.error import HTTPError
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


@pytest.fixture
def browse(town, functional_portal_class):
    """A browser of an account; afterwards the request of the test is there again."""

    def found(user=None):
        browser = browser_of(functional_portal_class, user)
        browser.handleErrors = True
        return browser

    yield found
    setRequest(town.process.REQUEST)


def again(town) -> None:
    """See what the browser has done."""
    setRequest(town.process.REQUEST)
    transaction.begin()


class TestBuilding:
    def test_from_the_meeting_to_published_minutes(self, written, browse):
        meeting = hold(written)
        browser = browse("koordinatorka")
        browser.open(meeting.absolute_url())
        browser.getControl("Build the minutes").click()
        assert "The minutes are built." in browser.contents
        assert "Karel Novák" in browser.contents
        browser.getLink(url="transition=submit").click()
        assert "Eva Koubková" in browser.contents
        assert "The meeting is closed by it" in browser.contents
        assert browser.getLink("Public version: what will be hidden")
        browser.getControl("Submit for verification").click()
        assert "The minutes wait for verification." in browser.contents
        browser.getLink("Verify the minutes").click()
        browser.getControl("I verify the minutes").click()
        assert "You have verified the minutes." in browser.contents
        leader = browse("vedouci")
        leader.open(f"{meeting.absolute_url()}/minutes")
        leader.getLink("Verify the minutes").click()
        leader.getControl("I verify the minutes").click()
        assert "Checksum" in leader.contents
        browser.open(meeting.absolute_url())
        browser.getLink("Minutes: ").click()
        browser.getLink(url="transition=publish").click()
        browser.getControl("Publish").click()
        assert "The minutes are published." in browser.contents
        again(written)
        assert minutes_state(minutes_of(meeting)) == "published"

    def test_a_part_is_edited_and_restored(self, written, browse):
        minutes = build(hold(written))
        key = parts_of(minutes)[2].key
        browser = browse("koordinatorka")
        browser.open(f"{minutes.absolute_url()}/@@kpss-edit-part?part={key}")
        browser.getControl(name="text").value = "Bez konce ⟦"
        browser.getControl(name="save").click()
        assert "does not end with" in browser.contents
        assert browser.getControl(name="text").value == "Bez konce ⟦"
        browser.getControl(name="text").value = "Ručně <b>psané</b>."
        browser.getControl(name="save").click()
        assert "written by hand" in browser.contents
        assert "Ručně &lt;b&gt;psané&lt;/b&gt;." in browser.contents
        browser.open(f"{minutes.absolute_url()}/@@kpss-edit-part?part={key}")
        browser.getControl(name="what").value = ["restore"]
        browser.getControl(name="save").click()
        assert "written by hand" not in browser.contents

    def test_the_same_part_changed_by_somebody_else_is_told(self, written, browse):
        minutes = build(hold(written))
        key = parts_of(minutes)[2].key
        first, second = browse("koordinatorka"), browse("referentka")
        for browser in (first, second):
            browser.open(f"{minutes.absolute_url()}/@@kpss-edit-part?part={key}")
        first.getControl(name="text").value = "První."
        first.getControl(name="save").click()
        second.getControl(name="text").value = "Druhá."
        second.getControl(name="save").click()
        assert "somebody else changed the minutes" in second.contents
        assert second.getControl(name="text").value == "Druhá."

    def test_an_unknown_part_is_not_found(self, written, browse):
        minutes = build(hold(written))
        browser = browse("koordinatorka")
        with pytest.raises(HTTPError):
            browser.open(f"{minutes.absolute_url()}/@@kpss-edit-part?part=x")


class TestVerification:
    def test_a_member_objects_and_the_coordinator_settles(self, written, browse):
        minutes = minutes_in(written, "submit")
        member = browse("clenka")
        member.open(minutes.absolute_url())
        assert "Verify the minutes" not in member.contents
        member.getLink("Object to the minutes").click()
        member.getControl(name="save").click()
        assert "Say what is not right" in member.contents
        member.getControl(name="text").value = "Chybí hlasování."
        member.getControl(name="save").click()
        assert "The objection was sent." in member.contents
        coordinator = browse("koordinatorka")
        coordinator.open(minutes.absolute_url())
        coordinator.getLink("Settle").click()
        assert "Chybí hlasování." in coordinator.contents
        coordinator.getControl(name="text").value = "Doplněno."
        coordinator.getControl(name="save").click()
        assert "Doplněno." in coordinator.contents

    def test_minutes_that_wait_are_on_the_pages_of_who_verifies(self, written, browse):
        minutes = minutes_in(written, "submit")
        transaction.commit()
        for user, told in (("vedouci", True), ("clenka", False), (None, False)):
            browser = browse(user)
            for name in ("", "/@@kpss-me"):
                browser.open(f"{written.process.absolute_url()}{name}")
                links = browser.contents.count(f'href="{minutes.absolute_url()}"')
                assert (links == 1) is told, (user, name)

    def test_a_substitute_is_named(self, written, browse):
        minutes = minutes_in(written, "submit")
        records = records_of(minutes.aq_parent)
        for row in records.snapshot["items"]:
            records.put("attendance", row["member"], {"status": "excused"})
        without_account = written.person("cizi")
        without_account.user_id = None
        notify(ObjectModifiedEvent(without_account))
        transaction.commit()
        browser = browse("koordinatorka")
        browser.open(minutes.absolute_url())
        browser.getLink("Name a substitute", index=0).click()
        person = written.person("clenka").getId()
        options = browser.getControl(name="person").displayOptions
        assert "Ivo Janko – has no account, cannot verify" in options
        assert not [one for one in options if "Koubková" in one]
        browser.getControl(name="person").value = [person]
        browser.getControl(name="save").click()
        assert "The substitute was named." in browser.contents
        again(written)
        verify(minutes, "clenka", "koordinatorka")
        assert minutes_state(minutes) == "verified"


class TestOfficers:
    def test_who_records_names_them_and_they_verify(self, written, browse):
        meeting = hold(written)
        member, chair = (written.person(one).getId() for one in ("clenka", "cizi"))
        transaction.commit()
        browser = browse("koordinatorka")
        browser.open(meeting.absolute_url())
        browser.getLink("Who takes and who verifies the minutes").click()
        browser.getControl(name="minute_taker").value = [chair]
        browser.getControl(name="verifiers:list").value = [member]
        browser.getControl(name="save").click()
        again(written)
        assert (meeting.minute_taker, meeting.verifiers) == (chair, [member])
        assert "Verified by: Jana Dvořáková" in browser.contents
        minutes = build(meeting)
        assert member in {one for need in needs_of(minutes) for one in need.people}

    def test_bad_choices_are_refused(self, written):
        meeting = hold(written)
        outside = written.person("cizi").getId()
        for taker, verifiers, field in (
            ("nobody", [], "minute_taker"),
            (None, [outside], "verifiers"),
            (None, ["nobody"], "verifiers"),
        ):
            with as_("koordinatorka"), pytest.raises(Refusal) as refused:
                name_officers(meeting, minute_taker=taker, verifiers=verifiers)
            assert refused.value.field == field
        with as_("clenka"), pytest.raises(Unauthorized):
            name_officers(meeting, minute_taker=None, verifiers=[])

    def test_nobody_is_named_once_the_minutes_are_verified(self, written):
        minutes = minutes_in(written, "submit")
        verify(minutes, "koordinatorka", "vedouci")
        with pytest.raises(Refusal):
            name_officers(minutes.aq_parent, minute_taker=None, verifiers=["x"])


class TestPublicPreview:
    def test_what_is_hidden_is_marked_and_false_hits_are_shown(self, written, browse):
        minutes = minutes_in(written)
        minutes.passages = {"heading": "Ulice Novákova. Karel Novák. Malé kroky."}
        browser = browse("koordinatorka")
        browser.open(f"{minutes.absolute_url()}/@@kpss-public")
        assert "<mark>Novákova<span" in browser.contents
        assert "(hidden: name)" in browser.contents
        words = browser.getControl(name="words")
        assert "Karel Novák" not in words.options
        words.value = ["Novákova"]
        browser.getControl(name="reason").value = "jméno ulice"
        browser.getControl(name="save").click()
        assert "<mark>Novákova" not in browser.contents
        browser.getControl(name="hide").click()
        assert "<mark>Novákova<span" in browser.contents

    def test_what_is_left_out_is_told_and_decided_about(self, written, browse):
        minutes = minutes_in(written)
        part = parts_of(minutes)[2]
        line = "Presented by: Mgr. Zdeněk Kříž z města"
        text = f"{part.text}\n{line}\nPak mluvil pan Cizokrajný."
        minutes.passages = {part.key: text}
        browser = browse("koordinatorka")
        browser.open(f"{minutes.absolute_url()}/@@kpss-public")
        assert "<mark>Presented by: Mgr. Zdeněk Kříž</mark>" in browser.contents
        assert f"<mark>{line}</mark>" in browser.contents
        assert "might be a name" in browser.contents
        browser.getControl(name="conceal").click()
        assert "<mark>Cizokrajný<span" in browser.contents
        browser.getControl(name="reveal").click()
        assert "<mark>Cizokrajný" not in browser.contents
        for words in ("Cizokrajný", line):
            browser.getControl(name="words").value = [words]
            browser.getControl(name="reason").value = "Zaměstnanec města."
            browser.getControl(name="save").click()
        assert f"<mark>{line}</mark>" not in browser.contents
        assert "might be a name" not in browser.contents

    def test_only_who_records_sees_it(self, written, browse):
        minutes = minutes_in(written, "submit")
        for user in ("clenka", "cizi"):
            browser = browse(user)
            browser.open(f"{minutes.absolute_url()}/@@kpss-public")
            assert "@@kpss-public" not in browser.url
            assert "Návrh plánu" not in browser.contents


class TestAppendix:
    def test_a_correction_stands_under_the_minutes(self, written, browse):
        minutes = minutes_in(written, "submit")
        verify(minutes, "koordinatorka", "vedouci")
        browser = browse("koordinatorka")
        browser.open(minutes.absolute_url())
        browser.getLink("Add an appendix").click()
        browser.getControl(name="text").value = "Správně má být 7."
        browser.getControl(name="save").click()
        assert "Správně má být 7." in browser.contents
        assert "Koordinátor" in browser.contents


class TestApproval:
    def test_closing_the_next_meeting_approves_the_last_minutes(self, written):
        minutes = minutes_in(written, "submit")
        verify(minutes, "koordinatorka", "vedouci")
        later = add_meeting(written["seniori"], days=0)
        for item in items_of(later):
            item.outcome = "agreed"
        if not [one for one in items_of(later) if one.kind == "minutes_approval"]:
            add_item(later, kind="minutes_approval", outcome="agreed")
        bring(later, "convene", "open", "end", "close")
        assert approval_of(minutes).more == {"meeting": later.UID()}


class TestOldMeeting:
    def test_a_day_a_file_and_resolutions_are_enough(self, written, browse):
        browser = browse("koordinatorka")
        browser.open(f"{written['seniori'].absolute_url()}/@@kpss-enter-meeting")
        browser.getControl(name="on").value = "2014-05-03"
        browser.getControl(name="file").add_file(
            b"%PDF-1.4", "application/pdf", "zapis_novak.pdf"
        )
        browser.getControl(
            name="resolutions"
        ).value = "12/2014; Schválení plánu\n13/2014; Volba vedoucí"
        browser.getControl(name="save").click()
        assert "The meeting was entered." in browser.contents
        again(written)
        meeting = written["seniori"]["2014-05-03"]
        assert api.content.get_state(meeting) == "held"
        assert [one.title for one in items_of(meeting)] == [
            *("Schválení plánu", "Volba vedoucí")
        ]
        browser.open(meeting.absolute_url())
        assert ", 0:00" not in browser.contents
        minutes = minutes_of(meeting)
        keys = [one.key for one in parts_of(minutes)]
        assert "attendance" not in keys
        assert "Presided" not in parts_of(minutes)[0].text
        assert minutes.file.filename == "minutes.pdf"
        text = "\n".join(one.text for one in parts_of(minutes))
        assert "Resolution 12/2014" in text and "from" not in text.split("\n")[1]

    @pytest.mark.parametrize(
        ("field", "typed", "said"),
        [
            ("on", "", "Fill in the day"),
            ("on", "2199-01-01", "Only a meeting of the past"),
            ("on", "nesmysl", "This is not a day"),
            ("resolutions", "bez středníku", "Line 1"),
            ("resolutions", "1/2013; A\n1/2013; B", "1/2013"),
        ],
    )
    def test_what_is_wrong_is_told_and_nothing_is_made(
        self, written, browse, field, typed, said
    ):
        body = written["rodiny"]
        before = len(body.objectIds())
        browser = browse("koordinatorka")
        browser.open(f"{body.absolute_url()}/@@kpss-enter-meeting")
        browser.getControl(name="on").value = "2013-05-03"
        browser.getControl(name=field).value = typed
        browser.getControl(name="save").click()
        assert said in browser.contents
        again(written)
        assert len(body.objectIds()) == before


def test_minutes_without_verification_are_frozen_by_closing(written, browse):
    minutes = minutes_in(written, body="rodiny")
    advance(minutes, "close")
    browser = browse("koordinatorka")
    browser.open(minutes.absolute_url())
    assert "Checksum" in browser.contents
    assert "kpss-edit-part" not in browser.contents
