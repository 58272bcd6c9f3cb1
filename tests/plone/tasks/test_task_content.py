"""Tasks as content: what is refused, what follows, who may do what."""

from datetime import date
from kpss.addon.approval.refusals import Refusal
from kpss.addon.tasks.reporting import report
from plone import api
from plone.api.exc import InvalidParameterError
from tests.plone.rights.conftest import may
from tests.plone.rights.conftest import Town
from tests.plone.tasks.conftest import add_resolution
from tests.plone.tasks.conftest import add_task
from zExceptions import BadRequest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


class TestStates:
    def test_new_task_is_not_begun(self, written):
        task = add_task(written.process)
        assert api.content.get_state(task) == "open"
        assert (task.percent, task.completed, task.notes) == (0, None, None)

    def test_report_begins_and_finishes_it(self, written):
        task = add_task(written.process)
        report(task, percent=30, note="Začali jsme.")
        assert api.content.get_state(task) == "in_progress"
        report(task, percent=60, note=None)
        report(task, percent=100, note="Hotovo.")
        assert api.content.get_state(task) == "done"
        assert task.completed == date.today()
        assert [(one["percent"], one["text"], one["state"]) for one in task.notes] == [
            (30, "Začali jsme.", "in_progress"),
            (60, None, "in_progress"),
            (100, "Hotovo.", "done"),
        ]

    def test_state_menu_says_the_same_as_a_report(self, written):
        task = add_task(written.process)
        api.content.transition(task, "finish")
        assert (task.percent, task.completed) == (100, date.today())
        assert [one["state"] for one in task.notes] == ["done"]

    def test_task_taken_up_again_has_its_last_percent(self, written):
        task = add_task(written.process)
        for percent in (40, 100):
            report(task, percent=percent, note=None)
        api.content.transition(task, "take_up_again")
        assert (task.percent, task.completed) == (40, None)

    def test_edited_percent_moves_it_too(self, written):
        task = add_task(written.process)
        task.percent = 100
        notify(ObjectModifiedEvent(task))
        assert api.content.get_state(task) == "done"
        assert add_task(written.process, percent=100).completed == date.today()

    @pytest.mark.parametrize("transition", ["finish", "cancel"])
    def test_nothing_is_reported_of_a_closed_one(self, written, transition):
        task = add_task(written.process)
        api.content.transition(task, transition)
        with pytest.raises(Refusal):
            report(task, percent=50, note="Ještě něco")
        assert len(task.notes) == 1

    @pytest.mark.parametrize(
        ("percent", "note", "field"),
        [(101, None, "percent"), (None, " ", "percent"), (5, "x" * 2001, "note")],
    )
    def test_bad_report_changes_nothing(self, written, percent, note, field):
        task = add_task(written.process)
        with pytest.raises(Refusal) as refusal:
            report(task, percent=percent, note=note)
        assert refusal.value.field == field
        assert (task.percent, task.notes) == (0, None)

    def test_copy_is_a_new_task(self, written):
        task = add_task(written.process)
        report(task, percent=70, note="Skoro")
        copy = api.content.copy(task, written.process["tasks"])
        assert (copy.percent, copy.notes) == (0, None)
        assert api.content.get_state(copy) == "open"

    def test_copied_process_has_new_tasks_of_its_own_bodies(
        self, functional_portal_class, written
    ):
        town = Town(functional_portal_class, id="predloha")
        process = town.process
        resolution = add_resolution(town["ks"], "Ukládá")
        transaction.commit()
        first = add_task(process, "První", id="a", imposed_by=resolution.UID())
        add_task(process, "Druhý", id="b", depends_on=["a"])
        report(first, percent=100, note="Hotovo")
        transaction.commit()
        copy = api.content.copy(process, functional_portal_class, id="kopie")
        task, other = copy["tasks"]["a"], copy["tasks"]["b"]
        assert (task.percent, task.completed, task.notes) == (0, None, None)
        assert api.content.get_state(task) == "open"
        assert (task.body, task.imposed_by) == ("seniori", None)
        assert other.depends_on == ["a"]
        assert first.percent == 100

    def test_task_taken_elsewhere_drops_what_is_not_there(
        self, functional_portal_class, written
    ):
        process = written.process
        other = Town(functional_portal_class, id="jinde").process
        person = written.person("cizi").getId()
        first = add_task(process, "Potřebný", id="potrebny")
        task = add_task(
            process, "Cestující", responsible=person, depends_on=[first.getId()]
        )
        transaction.commit()
        moved = api.content.move(task, other["tasks"])
        assert (moved.body, moved.responsible, moved.depends_on) == (
            "seniori",
            None,
            [],
        )


class TestReferences:
    def test_task_that_others_wait_for_stays(self, written):
        first = add_task(written.process, "První")
        second = add_task(written.process, "Druhý", depends_on=[first.getId()])
        transaction.commit()
        with pytest.raises(BadRequest, match="one task refers to it .Druhý."):
            api.content.delete(first)
        api.content.delete(second)
        transaction.commit()
        api.content.delete(first)

    def test_renamed_task_is_followed(self, written):
        first = add_task(written.process, "Prvotní")
        second = add_task(written.process, "Navazující", depends_on=[first.getId()])
        transaction.commit()
        api.content.rename(first, new_id="jinak")
        assert second.depends_on == ["jinak"]

    def test_body_and_person_of_a_task_stay(self, written):
        process = written.process
        body = api.content.create(
            process["bodies"], "kpss.Body", id="x", title="Komise X", kind="commission"
        )
        person = written.person("cizi")
        task = add_task(process, "Pro X", body="x", responsible=person.getId())
        transaction.commit()
        for obj in (body, person):
            with pytest.raises(
                BadRequest, match="one task refers to it .Pro X.|member"
            ):
                api.content.delete(obj)
        api.content.rename(body, new_id="y")
        assert task.body == "y"

    def test_only_an_adopted_resolution_imposes(self, written, as_user):
        draft = add_resolution(written["ks"], "Koncept", until=None)
        adopted = add_resolution(written["ks"], "Přijaté")
        transaction.commit()
        data = {"@type": "kpss.Task", "title": "Z usnesení", "body": "seniori"}
        rest = as_user("koordinatorka")
        for resolution, status in ((draft, 400), (adopted, 201)):
            answer = rest.post(
                "/beroun/tasks", json={**data, "imposed_by": resolution.UID()}
            )
            assert answer.status_code == status, answer.text
        assert answer.json()["imposed_by"]["title"].startswith("Resolution ")
        # Others delete what they made: the counter goes on
        transaction.begin()


class TestWhoMay:
    @pytest.fixture(scope="class")
    def task(self, town):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            resolution = add_resolution(town["ks"], "Ukládá")
            transaction.commit()
            made = add_task(
                town.process,
                "Připravit",
                imposed_by=resolution.UID(),
                responsible=town.person("cizi").getId(),
            )
        transaction.commit()
        return made

    @pytest.mark.parametrize(
        ("user", "sees", "reports", "manages"),
        [
            ("koordinatorka", True, True, True),
            ("garantka", True, False, False),
            # Presides over the body that imposed it
            ("predsedkyne", True, False, False),
            ("clenka-ks", True, False, False),
            # Leads the responsible group
            ("vedouci", True, True, False),
            ("clenka", True, False, False),
            # Is responsible
            ("cizi", True, True, False),
        ],
    )
    def test_rights_follow_from_what_somebody_is(
        self, task, user, sees, reports, manages
    ):
        assert may(user, "View", task) == sees
        assert may(user, "kpss.addon: Report Task Progress", task) == reports
        for permission in (
            "Modify portal content",
            "Delete objects",
            "kpss.addon: Manage Tasks",
        ):
            assert may(user, permission, task) == manages, permission
        assert may(user, "kpss.addon: Add Task", task.aq_parent) == manages

    def test_catalogue_finds_it_for_them(self, town, task):
        catalog = api.portal.get_tool("portal_catalog")
        for user, number in (("cizi", 1), ("clenka", 1), ("clenka-ks", 1)):
            with api.env.adopt_user(username=user):
                assert len(catalog(UID=task.UID())) == number, user

    def test_former_responsible_sees_it_no_more(self, written, task):
        task.responsible = None
        notify(ObjectModifiedEvent(task))
        transaction.commit()
        assert not may("cizi", "View", task)
        catalog = api.portal.get_tool("portal_catalog")
        with api.env.adopt_user(username="cizi"):
            assert len(catalog(UID=task.UID())) == 0

    def test_only_the_coordinator_cancels(self, town, task):
        transaction.begin()
        with (
            api.env.adopt_user(username="vedouci"),
            pytest.raises(InvalidParameterError),
        ):
            api.content.transition(task, "cancel")
        with api.env.adopt_user(username="koordinatorka"):
            api.content.transition(task, "cancel")
            api.content.transition(task, "renew")
        transaction.commit()
        assert [one["as"] for one in task.notes] == ["coordinator", "coordinator"]
        assert task.notes[0]["by"] == town.person("koordinatorka").getId()

    def test_account_given_later_finds_the_task(self, written, task):
        person = written.person("cizi")
        person.user_id = None
        notify(ObjectModifiedEvent(person))
        task.responsible = person.getId()
        notify(ObjectModifiedEvent(task))
        transaction.commit()
        person.user_id = "cizi"
        notify(ObjectModifiedEvent(person))
        transaction.commit()
        with api.env.adopt_user(username="cizi"):
            assert len(api.portal.get_tool("portal_catalog")(UID=task.UID())) == 1
