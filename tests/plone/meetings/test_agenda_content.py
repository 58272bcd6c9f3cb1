"""The agenda as content: standing items, what was postponed, papers, order, copies."""

from datetime import date
from datetime import timedelta
from itertools import pairwise
from kpss.addon.approval.actions import start
from kpss.addon.approval.refusals import Refusal
from kpss.addon.meetings.agenda import papers
from kpss.addon.meetings.agenda.changing import change
from kpss.addon.meetings.agenda.checking import check_of
from kpss.addon.meetings.agenda.cloning import copy_agenda
from kpss.addon.meetings.agenda.earlier import LOOKED_THROUGH
from kpss.addon.meetings.agenda.ordering import move
from kpss.addon.meetings.agenda.places import places_of
from kpss.addon.meetings.agenda.postponing import take_over_all
from kpss.addon.meetings.agenda.postponing import waiting_for
from kpss.addon.meetings.agenda.removing import remove_item
from kpss.addon.meetings.agenda.subjects import documents_for
from kpss.addon.meetings.agenda.subjects import is_for_everybody
from kpss.addon.meetings.agenda.subjects import seen_subject
from kpss.addon.meetings.agenda.subjects import title_of_subject
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.agenda import numbers
from kpss.addon.meetings.times import now
from kpss.addon.meetings.visibility import visibility_of
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.tasks.conftest import add_resolution
from tests.plone.tasks.conftest import add_task
from zExceptions import BadRequest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def titles(meeting) -> list[str]:
    return [item.title for item in items_of(meeting)]


def numbered(meeting) -> list[str]:
    known = numbers(places_of(meeting))
    return [f"{known[one.getId()]} {one.title}".strip() for one in items_of(meeting)]


def upload(name="Zápis z porady.pdf", content=b"obsah") -> papers.Upload:
    return papers.Upload(content, name, len(content))


def group(town, name):
    """One that no other test meets in."""
    return createContentInContainer(
        town.bodies, "kpss.WorkingGroup", id=name, title=name, kind="working_group"
    )


class TestStandingItems:
    def test_check_of_tasks_appears_by_itself(self, written):
        """BER-74, ZAT-80."""
        meeting = add_meeting(written["ks"])
        [item] = items_of(meeting)
        assert (item.kind, item.getId()) == ("tasks_check", "item-1")
        assert item.title == "Check of tasks from earlier meetings"

    def test_minutes_are_approved_where_the_rules_say_so(self, written):
        first = add_meeting(written["rodiny"], days=-30)
        written.rules("rodiny", minutes_approved_next="yes")
        assert [one.kind for one in items_of(add_meeting(written["rodiny"]))] == [
            "tasks_check"
        ]
        bring(first, "enter")
        second = add_meeting(written["rodiny"], days=15)
        kinds = [one.kind for one in items_of(second)]
        assert kinds == ["minutes_approval", "tasks_check"]

    @pytest.mark.parametrize("fields", [{"simple": True}, {"kind": "per_rollam"}])
    def test_a_simple_meeting_begins_with_nothing(self, written, fields):
        assert items_of(add_meeting(written["ks"], **fields)) == []

    def test_also_over_rest(self, written, as_user):
        start = (now() + timedelta(days=40)).isoformat()
        answer = as_user("koordinatorka").post(
            "/beroun/bodies/seniori", json={"@type": "kpss.Meeting", "start": start}
        )
        assert answer.status_code == 201, answer.text
        items = answer.json()["items"]
        assert [one["title"] for one in items] == [
            "Check of tasks from earlier meetings"
        ]


class TestCheckOfTasks:
    def test_open_tasks_of_all_earlier_meetings_and_resolutions(self, written):
        body, process = written["seniori"], written.process
        days = (-90, -60, -30)
        old, last = (bring(add_meeting(body, days=days[n]), "enter") for n in (0, 2))
        resolution = add_resolution(
            body, "Usnesení", on=(now() - timedelta(days=60)).date()
        )
        strange = bring(add_meeting(written["ks"], days=-60), "enter")
        transaction.commit()
        for title, imposer in (
            ("Dávný", old),
            ("Z usnesení", resolution),
            ("Poslední", last),
            ("Cizí", strange),
        ):
            add_task(process, title, imposed_by=imposer.UID())
        done = add_task(process, "Hotový", imposed_by=old.UID())
        done.completed = now().date()
        api.content.transition(done, "finish")
        meeting = add_meeting(body, days=7)
        with api.env.adopt_user(username="clenka"):
            check = check_of(meeting, now().date())
        assert {line.title for line in check.unfinished} == {
            "Dávný",
            "Z usnesení",
            "Poslední",
        }
        assert [line.title for line in check.done] == ["Hotový"]
        # Of the meeting itself nothing can be left from earlier
        assert not check_of(old, now().date())
        with api.env.adopt_user(username="cizi"):
            assert not check_of(meeting, now().date())


class TestPostponed:
    def held(self, body, days=-20):
        meeting = add_meeting(body, days=days, simple=True)
        item = add_item(meeting, "Sporný bod", presenter="Host", minutes=10)
        item.outcome = "postponed"
        return bring(meeting, "enter"), item

    def test_what_was_postponed_comes_to_the_next_meeting(self, written):
        body = written["rada"]
        _meeting, item = self.held(body)
        coming = add_meeting(body, days=10)
        [made] = [one for one in items_of(coming) if one.postponed_from]
        assert made.title == "Sporný bod"
        assert (made.presenter, made.minutes, made.outcome) == ("Host", 10, None)
        assert (made.postponed_from, item.postponed_to) == (item.UID(), made.UID())
        # Nothing comes twice
        assert take_over_all(add_meeting(body, days=5)) == []

    def test_a_meeting_after_the_next_one_does_not_take_it(self, written):
        body = written["komise"]
        add_meeting(body, days=10)
        self.held(body)
        later = add_meeting(body, days=20)
        assert [one.kind for one in items_of(later)] == ["tasks_check"]

    def test_when_it_is_closed_the_planned_one_takes_it_over(self, written):
        body = written["odbor"]
        coming = add_meeting(body, days=10)
        meeting, _item = self.held(body)
        assert "Sporný bod" not in titles(coming)
        bring(meeting, "close")
        assert "Sporný bod" in titles(coming)

    def test_when_the_meeting_that_took_it_over_is_cancelled_another_one_does(
        self, written
    ):
        body = group(written, "treti")
        _meeting, item = self.held(body)
        cancelled = add_meeting(body, days=20)
        soon = add_meeting(body, days=12)
        later = add_meeting(body, days=30)
        [taken] = [one for one in items_of(cancelled) if one.postponed_from]
        taken.proposal = "Připravené usnesení"
        bring(cancelled, "cancel")
        assert "Sporný bod" not in titles(later)
        [made] = [one for one in items_of(soon) if one.postponed_from]
        assert (made.title, made.proposal) == ("Sporný bod", "Připravené usnesení")
        assert (item.postponed_to, made.postponed_from) == (made.UID(), taken.UID())
        # Not a second time, were the cancelled one planned again
        bring(cancelled, "renew")
        assert waiting_for(later) == []

    def test_it_goes_on_however_many_meetings_are_cancelled(self, written):
        body = group(written, "pata")
        _meeting, item = self.held(body)
        planned = [add_meeting(body, days=days) for days in (10, 20, 30)]
        for one, following in pairwise(planned):
            assert "Sporný bod" in titles(one)
            transaction.commit()
            bring(one, "cancel")
            assert "Sporný bod" in titles(following)
        [made] = [one for one in items_of(planned[-1]) if one.postponed_from]
        # It is known in the last one only; taken off there, the one before is cancelled
        assert item.postponed_to == made.UID()
        remove_item(made)
        assert [one.UID() for one in waiting_for(planned[-1])] == [item.UID()]

    def test_where_no_meeting_is_planned_it_waits_for_the_next_one(self, written):
        body = group(written, "ctvrta")
        _meeting, item = self.held(body)
        cancelled = add_meeting(body, days=20)
        bring(cancelled, "cancel")
        coming = add_meeting(body, days=15)
        [made] = [one for one in items_of(coming) if one.postponed_from]
        assert item.postponed_to == made.UID()
        # Taken off there, it waits again and is offered
        remove_item(made)
        assert [one.UID() for one in waiting_for(coming)] == [item.UID()]
        # The cancelled meeting has it again, once it is held after all
        bring(cancelled, "renew")
        assert waiting_for(coming) == []

    def test_deleted_there_it_waits_again(self, written):
        body = written["komise"]
        _meeting, item = self.held(body, days=-10)
        coming = add_meeting(body, days=1)
        made = next(one for one in items_of(coming) if one.postponed_from == item.UID())
        remove_item(made)
        assert item.postponed_to is None

    def test_it_waits_again_however_long_ago_it_was_postponed(self, written):
        body = written["seniori"]
        _meeting, item = self.held(body, days=-400)
        coming = add_meeting(body, days=1)
        made = next(one for one in items_of(coming) if one.postponed_from == item.UID())
        for days in range(LOOKED_THROUGH + 1):
            bring(add_meeting(body, days=-20 - days, simple=True), "enter")
        remove_item(made)
        assert item.postponed_to is None


class TestOrder:
    @pytest.fixture
    def meeting(self, written):
        meeting = add_meeting(written["ks"], simple=True)
        for title, level in (("A", 1), ("B", 1), ("B1", 2), ("C", 1)):
            add_item(meeting, title, id=title.lower(), level=level)
        return meeting

    def test_numbers(self, meeting):
        assert numbered(meeting) == ["1 A", "2 B", "2.1 B1", "3 C"]

    def test_moves_take_sub_items_along(self, meeting):
        move(meeting, "c", "up")
        assert numbered(meeting) == ["1 A", "2 C", "3 B", "3.1 B1"]
        move(meeting, "b", "indent")
        assert numbered(meeting) == ["1 A", "2 C", "2.1 B", "2.2 B1"]
        with pytest.raises(Refusal) as refused:
            move(meeting, "a", "up")
        assert refused.value.code == "cannot_move"

    def test_what_is_only_proposed_is_stepped_over(self, meeting, written):
        proposed = add_item(meeting, "Návrh", id="navrh")
        proposed.proposed_by = written.person("clenka").getId()
        add_item(meeting, "D", id="d")
        move(meeting, "d", "up")
        assert numbered(meeting)[:4] == ["1 A", "2 B", "2.1 B1", "3 D"]

    def test_other_content_keeps_its_place(self, meeting):
        ids = meeting.objectIds()
        move(meeting, "a", "down")
        assert sorted(meeting.objectIds()) == sorted(ids)
        assert meeting.objectIds()[:3] == ["b", "b1", "a"]

    def test_hidden_and_heading(self, meeting):
        change(meeting["a"], "hidden")
        change(meeting["c"], "heading")
        assert numbered(meeting) == ["A", "1 B", "1.1 B1", "C"]
        change(meeting["c"], "item")
        change(meeting["a"], "public")
        assert numbered(meeting)[0] == "1 A"

    def test_an_item_with_an_outcome_is_no_heading(self, meeting):
        meeting["a"].outcome = "agreed"
        with pytest.raises(Refusal) as refused:
            change(meeting["a"], "heading")
        assert refused.value.code == "not_a_heading"

    def test_item_added_after_convening_is_late(self, meeting):
        bring(meeting, "convene")
        item = add_item(meeting, "Dodatečně")
        assert item.late
        assert not meeting["a"].late
        with pytest.raises(Refusal) as refused:
            remove_item(item)
        assert refused.value.code == "stays"

    def test_500_items(self, written):
        meeting = add_meeting(written["ks"], simple=True)
        for number in range(60):
            add_item(meeting, f"Bod {number}")
        last = items_of(meeting)[-1].getId()
        for _step in range(5):
            move(meeting, last, "up")
        assert numbers(places_of(meeting))[last] == "55"


class TestPapers:
    @pytest.fixture
    def item(self, written):
        meeting = add_meeting(written["seniori"])
        item = add_item(meeting, "S podklady")
        bring(meeting, "convene")
        return item

    def test_a_paper_is_called_as_its_file_and_told_nothing_else(self, item):
        papers.add_papers(item, [upload("C:\\disk\\Návrh_plánu.PDF"), upload()])
        first, second = item.objectValues()
        assert first.getId() == "paper-1"
        assert (first.title, first.file.filename) == ("Návrh plánu", "Návrh plánu.pdf")
        assert second.title == "Zápis z porady"
        assert first.file.data == b"obsah"

    def test_papers_are_internal_until_flagged(self, item):
        papers.add_papers(item, [upload()])
        papers.add_papers(item, [upload("Veřejné.pdf")], public=True)
        with api.env.adopt_roles(["Anonymous"]):
            seen = [
                one.getId()
                for one in item.objectValues()
                if api.user.has_permission("View", obj=one)
            ]
        assert visibility_of(item) == "public"
        assert seen == ["paper-2"]
        papers.flag_papers(item, ["paper-1", "neni"])
        assert item.public_papers == ["paper-1"]
        papers.remove_paper(item, "paper-1")
        assert item.public_papers == []

    @pytest.mark.parametrize(
        ("files", "code"),
        [
            ([papers.Upload(None, "velky.pdf", 200_000_000)], "paper_too_large"),
            ([papers.Upload(None, "nic.pdf", 0)], "paper_empty"),
            ([upload()] * 51, "too_many_papers"),
        ],
    )
    def test_what_is_no_paper_is_refused_with_a_sentence(self, item, files, code):
        with pytest.raises(Refusal) as refused:
            papers.judge_uploads(item, files)
        assert refused.value.code == code
        if code == "paper_too_large":
            assert "velky.pdf: The file has 200 MB" in str(refused.value)

    def test_a_new_title_renames_the_file(self, item):
        papers.add_papers(item, [upload("novakova.pdf")])
        paper = item["paper-1"]
        paper.title = "Žádost o příspěvek"
        notify(ObjectModifiedEvent(paper))
        assert paper.file.filename == "Žádost o příspěvek.pdf"

    def test_limit_holds_also_for_files_that_come_another_way(self, item):
        api.portal.set_registry_record(papers.RECORD, 1)
        file = NamedBlobFile(b"x" * 1_000_001, filename="velky.pdf")
        with pytest.raises(BadRequest):
            createContentInContainer(item, "File", title="Velký", file=file)
        api.portal.set_registry_record(papers.RECORD, 50)


class TestCopies:
    def test_agenda_of_the_last_meeting(self, written):
        source = add_meeting(written["ks"])
        heading = add_item(source, "Úvod", kind="heading")
        add_item(source, "Různé", minutes=5, presenter="Host", text="jen tam")
        sub = add_item(source, "Část", level=2, publicity="internal")
        papers.add_papers(sub, [upload()])
        sub.outcome = "agreed"
        late = add_item(source, "Pozdní")
        late.late = True
        target = add_meeting(written["ks"], days=20)
        assert copy_agenda(source, target) == 4
        found = items_of(target)
        assert [(one.title, one.level, one.publicity) for one in found] == [
            ("Check of tasks from earlier meetings", 1, "public"),
            ("Úvod", 1, "public"),
            ("Různé", 1, "public"),
            ("Část", 2, "internal"),
        ]
        assert found[1].kind == heading.kind
        assert (found[2].minutes, found[2].presenter, found[2].text) == (
            5,
            "Host",
            None,
        )
        assert (found[3].outcome, found[3].objectIds()) == (None, [])

    def test_a_proposed_resolution_goes_along_until_it_was_decided(self, written):
        source = add_meeting(written["ks"], simple=True)
        add_item(source, "Otevřený", proposal="KS schvaluje.")
        add_item(source, "Rozhodnutý", proposal="KS schválila.", text="Text")
        source.objectValues()[-1].outcome = "agreed"
        target = add_meeting(written["ks"], days=21, simple=True)
        copy_agenda(source, target)
        assert [(one.title, one.proposal) for one in items_of(target)] == [
            ("Otevřený", "KS schvaluje."),
            ("Rozhodnutý", None),
        ]


class TestSubjects:
    def test_documents_that_wait_for_the_body_are_offered(self, written):
        process = written.process
        steps = [
            {"body": "seniori", "act": "prepares"},
            {"body": "ks", "act": "decides"},
        ]
        createContentInContainer(
            process["chains"],
            "kpss.ApprovalChain",
            id="zpravy",
            title="Zprávy",
            document_kinds=["report"],
            steps=steps,
        )
        document = createContentInContainer(
            process["documents"],
            "kpss.Document",
            title="Výroční zpráva",
            document_kind="report",
            purpose="adoption",
            author_body="seniori",
        )
        transaction.commit()
        here, elsewhere = add_meeting(written["seniori"]), add_meeting(written["ks"])
        assert documents_for(here) == []
        start(document, on=date.today())
        transaction.commit()
        with api.env.adopt_user(username="koordinatorka"):
            found = documents_for(here)
            assert [(one.uid, one.title) for one in found] == [
                (document.UID(), "Výroční zpráva")
            ]
            assert documents_for(elsewhere) == []
        with api.env.adopt_user(username="cizi"):
            assert documents_for(here) == []
        assert not is_for_everybody(here, document.UID())

    def test_the_title_of_a_subject_fits_into_that_of_an_item(self, written):
        task = add_task(written.process, "x" * 240)
        meeting = add_meeting(written["seniori"])
        assert len(title_of_subject(meeting, task.UID())) == 200
        assert title_of_subject(meeting, "neni") == ""
        # Only what an item may deal with
        assert seen_subject(meeting, written["ks"].UID()) is None
