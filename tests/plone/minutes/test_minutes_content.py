"""Minutes as content: what they are built of, kept, verified, frozen (PRA-14, PRA-19)."""

from AccessControl import Unauthorized
from datetime import date
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.fields import Refused
from kpss.addon.i18n import translate
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.progress import refusals
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.minutes import verifying
from kpss.addon.minutes.appending import append
from kpss.addon.minutes.appending import appendices_of
from kpss.addon.minutes.appending import approval_of
from kpss.addon.minutes.appending import approved_by_next
from kpss.addon.minutes.interfaces import IMinutesFrozen
from kpss.addon.minutes.interfaces import IMinutesPublished
from kpss.addon.minutes.making import build
from kpss.addon.minutes.making import conceal_words
from kpss.addon.minutes.making import drop_part
from kpss.addon.minutes.making import edit_parts
from kpss.addon.minutes.making import minutes_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.making import show_words
from kpss.addon.minutes.minutes import IMinutes
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.minutes import wording_of
from kpss.addon.minutes.plain import minutes_as_text
from kpss.addon.minutes.publishing import advance
from kpss.addon.minutes.publishing import is_published_otherwise
from kpss.addon.minutes.publishing import PublicVersion
from kpss.addon.minutes.publishing import reasons_against
from plone import api
from plone.namedfile.file import NamedBlobFile
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.minutes.conftest import as_
from tests.plone.minutes.conftest import hold
from tests.plone.minutes.conftest import minutes_in
from tests.plone.rights.conftest import forget
from tests.plone.rights.conftest import may
from tests.plone.tasks.conftest import add_resolution
from tests.plone.tasks.conftest import add_task
from zExceptions import BadRequest
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


def part(minutes, key):
    return next(one for one in parts_of(minutes) if one.key == key)


def item_part(minutes, number=0):
    item = items_of(minutes.aq_parent)[number]
    return part(minutes, item.UID())


def resolve(town, meeting, **texts):
    """An adopted resolution that follows from the vote on the first item."""
    texts = {"verb": "approves", **texts}
    resolution = add_resolution(town["seniori"], "Uvolnění bytu", **texts)
    item = items_of(meeting)[0]
    vote = votes_of(item).votes["1"]
    followed = {**vote, "resolution": {"uid": resolution.UID()}}
    votes_of(item).put("votes", "1", followed)
    return resolution


def verify(minutes, *users):
    for user in users:
        forget(minutes)
        with as_(user):
            verifying.verify(minutes)


class TestBuilding:
    def test_minutes_say_what_was_recorded(self, written):
        minutes = build(hold(written))
        assert minutes.getId() == "minutes"
        heading = part(minutes, "heading").text
        assert "Body: Senioři" in heading and "Place: Radnice" in heading
        attendance = part(minutes, "attendance").text
        assert "– Karel Novák (Vedoucí)" in attendance
        assert "– Host Hostovský" in attendance
        assert (
            "At the beginning 2 of 2 members" in attendance
            and "is quorate" in attendance
        )
        first = item_part(minutes)
        assert first.title == "1 Návrh plánu"
        assert "Presented by: Mgr. Zdeněk Kříž" in first.text
        counts = "for 1, against 0, abstained 0. Passed: 1 of 2 present needed."
        assert counts in first.text
        # Once is enough
        assert "Outcome:" not in first.text

    def test_parts_written_by_hand_survive_a_rebuild(self, written):
        minutes = build(hold(written))
        key = item_part(minutes).key
        edit_parts(minutes, {key: "Ručně."})
        items_of(minutes.aq_parent)[0].notes = "Něco jiného."
        build(minutes.aq_parent)
        assert part(minutes, key).text == "Ručně."
        assert part(minutes, key).changed_since
        edit_parts(minutes, {key: None})
        assert "Něco jiného." in part(minutes, key).text
        edit_parts(minutes, {key: "Ručně."})
        build(minutes.aq_parent, overwrite=True)
        assert "Něco jiného." in part(minutes, key).text

    def test_the_part_of_an_item_that_is_gone_stays_until_it_is_left_out(self, written):
        meeting = bring(add_meeting(written["seniori"], days=0), "convene", "open")
        item = add_item(meeting, "Různé", notes="Text.")
        minutes = build(meeting)
        edit_parts(minutes, {item.UID(): "Ručně."})
        item.proposed_by = "nekdo"
        build(meeting)
        assert parts_of(minutes)[-1].gone
        drop_part(minutes, item.UID())
        assert item.UID() not in [one.key for one in parts_of(minutes)]

    def test_who_came_later_is_told_beside_the_quorum_of_the_beginning(self, written):
        meeting = hold(written)
        records, items = records_of(meeting), items_of(meeting)
        member = records.snapshot["items"][0]["member"]
        late = {"status": "present", "arrived": items[1].UID()}
        records.put("attendance", member, late)
        attendance = part(build(meeting), "attendance").text
        assert "At the beginning 1 of 2 members" in attendance
        assert "from item 2" in attendance
        assert "2 of 2 members with a vote were there at some time" in attendance
        with as_("koordinatorka"):
            sheet = Sheet(meeting)
            first, second, *_more = map(translate, sheet.told)
        assert first.startswith("At the beginning 1 of 2 members present")
        assert second == "2 of 2 members were there at some time of the meeting."

    def test_the_public_reads_a_number_without_a_colon_after_it(self, written):
        [_heading, attendance, *_rest] = PublicVersion(build(hold(written))).parts
        assert attendance.text.splitlines()[:2] == ["Present: 2", "Guests: 1"]

    def test_a_planned_meeting_has_no_minutes(self, written):
        with pytest.raises(Refusal):
            build(add_meeting(written["seniori"]))

    def test_two_who_change_the_same_part_are_told(self, written):
        minutes = build(hold(written))
        first, second = item_part(minutes, 0).key, item_part(minutes, 1).key
        seen = {first: "of before"}
        with pytest.raises(Outdated):
            edit_parts(minutes, {first: "Text."}, seen=seen)
        edit_parts(minutes, {second: "Text."}, seen=seen)

    @pytest.mark.parametrize(
        ("texts", "code"),
        [
            ({"neznama": "x"}, "unknown_part"),
            ({"heading": "⟦bez konce"}, "bad_text"),
            ({"heading": "x" * 50_001}, "bad_text"),
        ],
    )
    def test_bad_texts_are_refused(self, written, texts, code):
        minutes = build(hold(written))
        with pytest.raises(Refusal) as refused:
            edit_parts(minutes, texts)
        assert refused.value.code == code
        assert part(minutes, "heading").edited is None

    def test_a_file_larger_than_a_paper_may_be_is_refused(self, written):
        with api.env.adopt_roles(["Manager"]):
            api.portal.set_registry_record("kpss.addon.paper_megabytes", 1)
        field = IMinutes["file"].bind(None)
        field.validate(NamedBlobFile(b"x" * 1_000_000, filename="zapis.pdf"))
        with pytest.raises(Refused):
            field.validate(NamedBlobFile(b"x" * 1_000_001, filename="zapis.pdf"))

    def test_a_copied_meeting_has_no_minutes(self, written):
        meeting = minutes_in(written).aq_parent
        copy = api.content.copy(meeting, meeting.aq_parent)
        assert minutes_of(meeting) is not None and minutes_of(copy) is None

    def test_the_name_of_a_file_is_ours(self, written):
        from plone.namedfile.file import NamedBlobFile

        minutes = build(hold(written))
        minutes.file = NamedBlobFile(b"x", filename="zapis_novak.pdf")
        notify(ObjectModifiedEvent(minutes))
        assert minutes.file.filename == "minutes.pdf"


class TestVerification:
    def test_both_functions_verify_in_any_order_then_it_is_frozen(self, written):
        minutes = minutes_in(written, "submit")
        assert [one.function for one in verifying.standing_of(minutes).missing] == [
            *("vedouci", "koordinator")
        ]
        verify(minutes, "koordinatorka")
        assert minutes_state(minutes) == "verification"
        frozen = []
        handler = lambda obj, event: frozen.append(obj.getId())  # noqa: E731
        manager = getGlobalSiteManager()
        manager.registerHandler(handler, (IMinutes, IMinutesFrozen))
        try:
            verify(minutes, "vedouci")
        finally:
            manager.unregisterHandler(handler, (IMinutes, IMinutesFrozen))
        assert minutes_state(minutes) == "verified"
        assert minutes.checksum == wording_of(minutes)
        assert frozen == ["minutes"]

    def test_who_is_not_named_cannot_verify(self, written):
        minutes = minutes_in(written, "submit")
        with as_("clenka"), pytest.raises(Unauthorized):
            verifying.verify(minutes)

    def test_a_changed_wording_must_be_verified_anew(self, written):
        minutes = minutes_in(written, "submit")
        verify(minutes, "koordinatorka")
        edit_parts(minutes, {"heading": "Jinak."})
        verify(minutes, "vedouci")
        assert minutes_state(minutes) == "verification"
        verify(minutes, "koordinatorka")
        assert minutes_state(minutes) == "verified"

    def test_the_wording_must_be_the_one_that_was_read(self, written):
        minutes = minutes_in(written, "submit")
        with as_("vedouci"), pytest.raises(Outdated):
            verifying.verify(minutes, seen="of before")

    def test_an_objection_holds_it_up_until_it_is_settled(self, written):
        minutes = minutes_in(written, "submit")
        with as_("clenka"):
            assert verifying.raise_objection(minutes, "Chybí hlasování.") == 1
        with as_("cizi"), pytest.raises(Unauthorized):
            verifying.raise_objection(minutes, "Také.")
        verify(minutes, "koordinatorka", "vedouci")
        assert minutes_state(minutes) == "verification"
        with as_("clenka"), pytest.raises(Unauthorized):
            verifying.settle_objection(minutes, 1, "Ne.")
        with as_("koordinatorka"):
            forget(minutes)
            with pytest.raises(Refusal):
                verifying.settle_objection(minutes, 2, "Není.")
            verifying.settle_objection(minutes, 1, "Hlasování je v bodu 1.")
        assert minutes_state(minutes) == "verified"

    def test_where_nobody_is_named_the_coordinator_closes(self, written):
        minutes = minutes_in(written, body="rodiny")
        assert [one.code for one in reasons_against(minutes, "submit")] == [
            "nobody_verifies"
        ]
        with as_("koordinatorka"):
            forget(minutes)
            advance(minutes, "close")
        assert minutes_state(minutes) == "verified"

    def test_people_named_for_the_meeting_verify(self, written):
        person = written.person("clenka").getId()
        minutes = minutes_in(written, body="rodiny", verifiers=[person])
        assert [one.code for one in reasons_against(minutes, "close")] == [
            "somebody_verifies"
        ]
        advance(minutes, "submit")
        verify(minutes, "clenka")
        assert minutes_state(minutes) == "verified"

    def test_minutes_of_a_meeting_that_goes_on_wait(self, written):
        minutes = minutes_in(written, transitions=("convene", "open"))
        with pytest.raises(Refusals) as refused:
            advance(minutes, "submit")
        assert [one.code for one in refused.value.refusals] == ["not_held"]

    def test_the_last_day_follows_from_the_rules(self, written):
        minutes = minutes_in(written)
        assert verifying.deadline_of(minutes) is not None

    def test_a_member_verifies_nothing_but_sees_the_minutes_only_then(self, written):
        minutes = minutes_in(written)
        assert not may("clenka", "View", minutes)
        assert may("koordinatorka", "View", minutes)
        advance(minutes, "submit")
        assert may("clenka", "View", minutes)
        assert not may("cizi", "View", minutes)


class TestOnePersonInTwoFunctions:
    @pytest.fixture
    def minutes(self, written):
        written.sit("rodiny", "oba", "vedouci")
        written.sit("odbor", "oba", "garant")
        written.rules("rodiny", minutes_verifiers=["vedouci", "garant"])
        return minutes_in(written, "submit", body="rodiny")

    def test_counts_once_and_a_substitute_must_be_named(self, written, minutes):
        verify(minutes, "oba")
        with as_("oba"), pytest.raises(Refusal) as refused:
            verifying.verify(minutes)
        assert refused.value.code == "counts_once"
        need, person = "function:garant", written.person("cizi").getId()
        with as_("oba"), pytest.raises(Refusal) as refused:
            verifying.name_substitute(minutes, need, written.person("oba").getId())
        assert refused.value.code == "same_person"
        with as_("koordinatorka"):
            forget(minutes)
            verifying.name_substitute(minutes, need, written.person("clenka").getId())
            verifying.name_substitute(minutes, need, person)
            # The last one counts
            assert verifying.needs_of(minutes)[1].people[-1:] == (person,)
            assert not may("clenka", "View", minutes)
        verify(minutes, "cizi")
        assert minutes_state(minutes) == "verified"


def test_who_verifies_already_is_no_substitute(written):
    minutes = minutes_in(written, "submit")
    verify(minutes, "koordinatorka")
    with as_("koordinatorka"):
        forget(minutes)
        for need, user, code in (
            ("function:vedouci", "koordinatorka", "counts_once"),
            ("function:koordinator", "clenka", "already_met"),
        ):
            with pytest.raises(Refusal) as refused:
                verifying.name_substitute(minutes, need, written.person(user).getId())
            assert refused.value.code == code


@pytest.fixture
def frozen(written):
    minutes = minutes_in(written, "submit")
    verify(minutes, "koordinatorka", "vedouci")
    return minutes


class TestFrozen:
    def test_nothing_changes_any_more(self, frozen):
        meeting = frozen.aq_parent
        for change in (
            lambda: build(meeting),
            lambda: build(meeting, overwrite=True),
            lambda: edit_parts(frozen, {"heading": "Jinak."}),
            lambda: drop_part(frozen, "heading"),
        ):
            with pytest.raises(Refusal):
                change()
        assert not may("koordinatorka", "Modify portal content", frozen)
        assert not api.user.has_permission("Modify portal content", obj=frozen)

    def test_the_meeting_is_not_reopened(self, frozen):
        codes = [one.code for one in refusals(frozen.aq_parent, "reopen")]
        assert codes == ["minutes_verified"]

    def test_verified_minutes_stay(self, frozen):
        with pytest.raises(BadRequest):
            api.content.delete(frozen)

    def test_a_correction_is_an_appendix_with_day_and_function(self, frozen):
        before = frozen.checksum
        with as_("koordinatorka"):
            forget(frozen)
            append(frozen, "Jméno má být Nováková.")
        found = appendices_of(frozen)
        assert [(one.text, one.more["function"]) for one in found] == [
            ("Jméno má být Nováková.", "koordinator")
        ]
        assert wording_of(frozen) == before

    def test_the_next_meeting_approves_them_once(self, written, frozen):
        following = add_meeting(written["seniori"], days=1)
        on = verifying.now().date()
        approved_by_next(frozen, following.UID(), on)
        approved_by_next(frozen, following.UID(), on)
        found = approval_of(frozen)
        assert (found.on, found.more) == (on, {"meeting": following.UID()})

    def test_a_revert_is_refused(self, frozen):
        assert not api.user.has_permission(
            "CMFEditions: Revert to previous versions", obj=frozen
        )


class TestPublishing:
    def test_what_stays_when_the_add_on_goes_tells_the_public_no_more(self, frozen):
        assert "Karel Novák" in minutes_as_text(frozen)
        advance(frozen, "publish")
        assert "Novák" not in minutes_as_text(frozen)
        assert "Návrh plánu" in minutes_as_text(frozen)

    def test_the_public_version_names_nobody_but_officials(self, frozen):
        advance(frozen, "publish")
        text = str(frozen.public_parts)
        for private in ("Novák", "Dvořák", "Kříž", "Hostovsk", "602 123", "azylov"):
            assert private not in text, private
        assert "Návrh plánu" in text and "Stížnost" not in text
        assert "[name]" in text and "[telephone]" in text

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            ({"text": "Skupina schvaluje plán."}, ": Skupina schvaluje plán."),
            ({}, " (approves): Uvolnění bytu"),
            ({"verb": "other"}, ": Uvolnění bytu"),
        ],
    )
    def test_a_resolution_says_once_who_resolves_what(self, written, more, said):
        meeting = hold(written)
        one = resolve(written, meeting, **more)
        assert f"Resolution {one.number}{said}" in item_part(build(meeting)).text

    def test_the_text_of_a_resolution_for_those_inside_stays_there(self, written):
        meeting = hold(written)
        resolution = resolve(written, meeting, text="Byt č. 7 uvolní do května.")
        minutes = build(meeting)
        assert "Byt č. 7" in item_part(minutes).text
        public = str(PublicVersion(minutes).kept())
        assert "Byt č. 7" not in public and "Uvolnění bytu" in public
        resolution.public_text = "Město uvolní byt."
        public = str(PublicVersion(build(meeting)).kept())
        assert "Město uvolní byt." in public and "Uvolnění bytu" not in public

    def test_a_sentence_by_hand_makes_nothing_public_that_stayed_inside(self, written):
        meeting = hold(written)
        resolve(written, meeting, text="Byt č. 7 uvolní do května.")
        minutes = build(meeting)
        found = item_part(minutes)
        edit_parts(minutes, {found.key: f"{found.text}\nPak byla přestávka."})
        for one in (minutes, build(meeting)):
            public = str(PublicVersion(one).kept())
            assert "Byt č. 7" not in public and "Presented by" not in public
            assert "Uvolnění bytu" in public and "Pak byla přestávka." in public

    def test_a_part_kept_before_its_lines_were_opens_and_tells_no_more(self, written):
        minutes = build(hold(written))
        found = item_part(minutes)
        edit_parts(minutes, {found.key: f"{found.text}\nPak byla přestávka."})
        for row in minutes.parts:
            del row["inside"]
        forget(minutes)
        version = PublicVersion(minutes)
        assert "přestávka" not in str(version.kept())
        assert version.changed == ["Pak byla přestávka."]
        show_words(minutes, "Pak byla přestávka.", "Píše to veřejnosti.")
        assert "přestávka" in str(PublicVersion(minutes).kept())

    def test_a_part_published_otherwise_than_it_would_be_today_is_told(self, written):
        minutes = minutes_in(written)
        found = item_part(minutes)
        edit_parts(minutes, {found.key: f"{found.text}\nPak byla přestávka."})
        advance(minutes, "submit")
        verify(minutes, "koordinatorka", "vedouci")
        forget(minutes)
        advance(minutes, "publish")
        assert not is_published_otherwise(minutes)
        for row in minutes.public_parts:
            row["text"] += "\nPresented by: Mgr. Zdeněk Kříž"
        assert is_published_otherwise(minutes)

    def test_a_name_of_an_outsider_is_decided_about_before_it_is_published(
        self, written
    ):
        minutes = build(hold(written))
        words = "Slovo měl pan Bezejmenný a Jan Cizokrajný."
        edit_parts(minutes, {item_part(minutes).key: words})
        advance(minutes, "submit")
        verify(minutes, "koordinatorka", "vedouci")
        with pytest.raises(Refusals) as refused:
            advance(minutes, "publish")
        (one,) = refused.value.refusals
        assert one.code == "undecided"
        assert one.params["words"] == ["Bezejmenný", "Jan Cizokrajný"]
        show_words(minutes, "Bezejmenný", "Je to starosta.")
        conceal_words(minutes, "Jan Cizokrajný")
        forget(minutes)
        advance(minutes, "publish")
        text = str(minutes.public_parts)
        assert "Slovo měl pan Bezejmenný a [name]." in text

    def test_tasks_of_a_resolution_that_is_not_published_stay_inside(self, written):
        written.process.public_tasks = True
        meeting = hold(written)
        resolution = resolve(written, meeting)
        add_task(written.process, "Vyklidit byt", imposed_by=resolution.UID())
        minutes = build(meeting)
        assert "Vyklidit byt" in item_part(minutes).text
        assert "Vyklidit byt" not in str(PublicVersion(minutes).kept())
        api.content.transition(resolution, "publish")
        assert "Vyklidit byt" in str(PublicVersion(build(meeting)).kept())

    def test_whoever_was_invited_or_named_in_an_answer_is_not_named(self, written):
        meeting = hold(written)
        records = records_of(meeting)
        records.put("invited", "x", {"name": "Ota Zlatníček", "email": "a@b.example"})
        answer = {"state": "substitute", "name": "Iva Brusinková"}
        records.put("replies", records.snapshot["items"][0]["member"], answer)
        item = items_of(meeting)[0]
        item.notes = "Omluvil se pan Zlatníček, za paní Brusinkovou mluvil host."
        text = str(PublicVersion(build(meeting)).kept())
        assert "Omluvil se pan [name], za paní [name] mluvil host." in text

    def test_withdrawn_minutes_are_public_no_more(self, frozen):
        advance(frozen, "publish")
        advance(frozen, "hide")
        assert frozen.public_parts is None
        assert minutes_state(frozen) == "verified"

    def test_what_rules_forbid_is_refused_with_its_words(self, written):
        minutes = minutes_in(written)
        minutes.title = "Zápis pana Nováka"
        edit_parts(minutes, {"heading": "Novákovicům děkujeme."})
        advance(minutes, "submit")
        verify(minutes, "koordinatorka", "vedouci")
        with pytest.raises(Refusals) as refused:
            advance(minutes, "publish")
        (one,) = refused.value.refusals
        assert (one.code, one.params["words"]) == (
            "forbidden",
            ["Novákovicům", "Nováka"],
        )
        assert minutes.public_parts is None

    def test_a_false_hit_is_shown_with_a_reason_and_a_whole_name_never(self, written):
        minutes = minutes_in(written)
        edit_parts(minutes, {"heading": "Ulice Novákova. Karel Novák."})
        show_words(minutes, "Novákova", "jméno ulice")
        show_words(minutes, "Karel Novák", "souhlasil ústně")
        (heading,) = [
            one for one in PublicVersion(minutes).parts if one.key == "heading"
        ]
        assert heading.text == "Ulice Novákova. [name]."
        with pytest.raises(Refusal):
            show_words(minutes, "Novákova", " ")

    def test_who_agreed_stays_named(self, written):
        person = written.person("clenka")
        person.consents = [{"what": "name", "given_on": date(2024, 1, 1)}]
        notify(ObjectModifiedEvent(person))
        try:
            text = str(PublicVersion(minutes_in(written)).kept())
            assert "paní Dvořáková" in text
            assert "Novák" not in text
        finally:
            person.consents = None
            notify(ObjectModifiedEvent(person))

    def test_others_learn_of_it(self, frozen):
        told = []
        handler = lambda obj, event: told.append(obj.public_parts)  # noqa: E731
        manager = getGlobalSiteManager()
        manager.registerHandler(handler, (IMinutes, IMinutesPublished))
        try:
            advance(frozen, "publish")
        finally:
            manager.unregisterHandler(handler, (IMinutes, IMinutesPublished))
        assert len(told) == 1 and told[0]
