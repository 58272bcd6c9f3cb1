"""Tasks over REST: ``@tasks``, ``@report``, the object itself, and bad input."""

from datetime import date
from datetime import timedelta
from kpss.addon.tasks.reporting import report
from plone import api
from tests.plone.tasks.conftest import add_resolution
from tests.plone.tasks.conftest import add_task
import pytest
import transaction


TODAY = date.today()


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture(scope="class")
def tasks(town):
    """Overdue, due soon, later, undated, waiting, done and cancelled ones."""
    transaction.begin()
    process = town.process
    with api.env.adopt_roles(["Manager"]):
        shown = add_resolution(town["ks"], "Zveřejněné", until="publish")
        hidden = add_resolution(town["ks"], "Nezveřejněné")
        transaction.commit()
        person = town.person("cizi").getId()
        rows = {
            "po-terminu": {"due": on(-3), "imposed_by": shown.UID()},
            "brzy": {"due": on(14), "responsible": person, "body": None},
            "pozdeji": {"due": on(15), "imposed_by": hidden.UID()},
            "bez-terminu": {"body": "rodiny", "imposed_by": shown.UID()},
        }
        for task_id, fields in rows.items():
            add_task(process, f"Úkol {task_id}", id=task_id, **fields)
        transaction.commit()
        add_task(
            process,
            "Čekající řízení",
            id="cekajici",
            due=on(40),
            depends_on=["po-terminu", "bez-terminu"],
            description="tajnost",
        )
        done = add_task(process, "Splněný", id="splneny", due=on(-30))
        report(done, percent=100, note="poznámka")
        gone = add_task(process, "Zrušený", id="zruseny", due=on(-30))
        api.content.transition(gone, "cancel")
    transaction.commit()
    return {"shown": shown.UID(), "hidden": hidden.UID(), "person": person}


ALL = [
    "po-terminu",
    "brzy",
    "pozdeji",
    "cekajici",
    "bez-terminu",
    "splneny",
    "zruseny",
]


def ids(answer):
    assert answer.status_code == 200, answer.text
    return [one.get("id") for one in answer.json()["items"]]


class TestTasks:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("", ALL),
            ("overdue=1", ["po-terminu"]),
            ("overdue=true", ["po-terminu"]),
            ("overdue=false", ALL),
            ("due_soon=1", ["brzy"]),
            ("state=done", ["splneny"]),
            ("state=open&body=seniori", ["po-terminu", "pozdeji", "cekajici"]),
            ("body=rodiny", ["bez-terminu"]),
            ("body=neni", []),
            ("q=cekajici", ["cekajici"]),
            ("q=rizeni", ["cekajici"]),
            ("b_size=2&b_start=1", ["brzy", "pozdeji"]),
        ],
    )
    def test_coordinator_filters(self, tasks, as_user, query, found):
        assert ids(as_user("koordinatorka").get(f"/beroun/@tasks?{query}")) == found

    def test_by_resolution_and_by_person(self, tasks, as_user):
        rest = as_user("koordinatorka")
        by_resolution = rest.get(f"/beroun/@tasks?imposed_by={tasks['shown']}")
        assert ids(by_resolution) == ["po-terminu", "bez-terminu"]
        by_person = rest.get(f"/beroun/@tasks?responsible={tasks['person']}")
        assert ids(by_person) == ["brzy"]
        assert ids(as_user("cizi").get("/beroun/@tasks?responsible=me")) == ["brzy"]

    def test_item(self, tasks, as_user):
        rest = as_user("koordinatorka")
        items = {one["id"]: one for one in rest.get("/beroun/@tasks").json()["items"]}
        first = items["po-terminu"]
        imposed = first.pop("imposed_by")
        assert (imposed["title"], imposed["date"]) == ("Zveřejněné", "2026-03-02")
        assert {name: first[name] for name in first if name not in ("@id", "UID")} == {
            "id": "po-terminu",
            "title": "Úkol po-terminu",
            "due": on(-3).isoformat(),
            "state": "open",
            "overdue": True,
            "due_soon": False,
            "body": {"id": "seniori", "title": "Senioři"},
            "percent": 0,
            "completed": None,
            "waits": False,
            "waits_for": [],
        }
        assert items["brzy"]["responsible"] == {
            "id": tasks["person"],
            "title": "Jana Cizi",
        }
        waiting = items["cekajici"]
        assert waiting["waits"]
        assert [one["id"] for one in waiting["waits_for"]] == [
            "bez-terminu",
            "po-terminu",
        ]
        assert items["splneny"]["completed"] == TODAY.isoformat()

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("state=x", "state"),
            ("overdue=x", "overdue"),
            ("due_soon=ano", "due_soon"),
            ("overdue=1&due_soon=1", "due_soon"),
            ("b_size=1001", "b_size"),
            ("b_start=-1", "b_start"),
            ("q=a&q=b", "q"),
            ("body:list=a", "body"),
            ("responsible=me", "responsible"),
        ],
    )
    def test_bad_parameters_are_named(self, tasks, as_user, query, field):
        """The site's owner is no person of the process."""
        answer = as_user("owner").get(f"/beroun/@tasks?{query}")
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == [field]

    @pytest.mark.parametrize(
        ("user", "found"),
        [
            (None, []),
            ("cizi", ["brzy", "bez-terminu"]),
            ("clenka", ["po-terminu", "pozdeji", "cekajici", "splneny", "zruseny"]),
            ("clenka-ks", ["po-terminu", "pozdeji", "bez-terminu"]),
        ],
    )
    def test_everybody_has_what_concerns_them(self, tasks, as_user, user, found):
        assert ids(as_user(user).get("/beroun/@tasks")) == found

    def test_what_it_waits_for_is_named_to_who_may_see_it(self, tasks, as_user):
        items = as_user("clenka").get("/beroun/@tasks?q=cekajici").json()["items"]
        assert [one["id"] for one in items[0]["waits_for"]] == ["po-terminu"]
        assert items[0]["waits"]

    def test_responsible_is_named_to_who_may_know(self, town, tasks, as_user):
        """A member of another body does not learn who is responsible."""
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            add_task(
                town.process, "S osobou", id="s-osobou", responsible=tasks["person"]
            )
        transaction.commit()
        for user, named in (("clenka", False), ("cizi", True), ("garantka", True)):
            rest = as_user(user)
            [item] = rest.get("/beroun/@tasks?q=osobou").json()["items"]
            assert ("responsible" in item) == named, user
            full = rest.get("/beroun/tasks/s-osobou").json()
            assert (full["responsible"] is not None) == named, user
        by_id = as_user("clenka").get(f"/beroun/@tasks?responsible={tasks['person']}")
        assert ids(by_id) == []
        with api.env.adopt_roles(["Manager"]):
            api.content.delete(town.process["tasks"]["s-osobou"])
        transaction.commit()


class TestPublic:
    def test_setting_makes_tasks_of_published_resolutions_public(
        self, town, tasks, as_user
    ):
        transaction.begin()
        town.process.public_tasks = True
        transaction.commit()
        rest = as_user(None)
        answer = rest.get("/beroun/@tasks").json()
        assert [one["title"] for one in answer["items"]] == [
            "Úkol po-terminu",
            "Úkol bez-terminu",
        ]
        assert set(answer["items"][0]) == {
            "title",
            "due",
            "state",
            "overdue",
            "due_soon",
            "body",
            "imposed_by",
        }
        assert rest.get("/beroun/tasks/po-terminu").status_code == 401
        found = rest.get("/beroun/@tasks?q=terminu").json()["items"]
        assert len(found) == 2
        assert rest.get("/beroun/@tasks?q=tajnost").json()["items"] == []

    def test_register_of_resolutions_names_them(self, town, tasks, as_user):
        items = as_user(None).get("/beroun/@resolutions").json()["items"]
        assert [[task["title"] for task in one["tasks"]] for one in items] == [
            ["Úkol po-terminu", "Úkol bez-terminu"]
        ]
        inside = as_user("koordinatorka").get("/beroun/@resolutions").json()["items"]
        assert {len(one["tasks"]) for one in inside} == {1, 2}
        transaction.begin()
        town.process.public_tasks = False
        transaction.commit()
        items = as_user(None).get("/beroun/@resolutions").json()["items"]
        assert [one["tasks"] for one in items] == [[]]


class TestReport:
    def test_responsible_reports_without_being_an_editor(self, tasks, as_user):
        rest, path = as_user("cizi"), "/beroun/tasks/brzy"
        assert rest.patch(path, json={"title": "Jinak"}).status_code == 401
        answer = rest.post(
            f"{path}/@report", json={"percent": 40, "note": "Oslovili jsme tři školy."}
        )
        assert answer.status_code == 200, answer.text
        data = answer.json()
        assert (data["percent"], data["review_state"]) == (40, "in_progress")
        [note] = data["notes"]
        assert note.pop("at")
        assert note == {
            "as": "responsible",
            "name": "Jana Cizi",
            "text": "Oslovili jsme tři školy.",
            "percent": 40,
            "state": "in_progress",
        }

    @pytest.mark.parametrize(("user", "status"), [(None, 401), ("clenka-ks", 401)])
    def test_others_do_not_report(self, tasks, as_user, user, status):
        answer = as_user(user).post(
            "/beroun/tasks/po-terminu/@report", json={"percent": 40}
        )
        assert answer.status_code == status

    @pytest.mark.parametrize(
        ("data", "field"),
        [
            ({"percent": 101}, "percent"),
            ({"percent": -1}, "percent"),
            ({"percent": "40"}, "percent"),
            ({"percent": True}, "percent"),
            ({}, "percent"),
            ({"note": ["x"]}, "note"),
            ({"note": "x" * 2001}, "note"),
        ],
    )
    def test_bad_report_names_the_field(self, tasks, as_user, data, field):
        answer = as_user("vedouci").post("/beroun/tasks/po-terminu/@report", json=data)
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == [field]

    def test_finished_task_is_not_reported_of(self, tasks, as_user):
        answer = as_user("vedouci").post(
            "/beroun/tasks/splneny/@report", json={"note": "Ještě"}
        )
        assert answer.status_code == 400
        assert answer.json()["code"] == "task_finished"


class TestObject:
    @pytest.mark.parametrize(
        ("data", "field"),
        [
            ({"body": None}, "body"),
            ({"body": "neni"}, "body"),
            ({"responsible": "p-0"}, "responsible"),
            ({"imposed_by": "neni"}, "imposed_by"),
            ({"depends_on": ["neni"]}, "depends_on"),
            ({"depends_on": ["po-terminu"]}, "depends_on"),
            ({"depends_on": ["cekajici"]}, "depends_on"),
            ({"percent": 101}, "percent"),
            ({"due": "zítra"}, "due"),
        ],
    )
    def test_bad_values_name_the_field(self, tasks, as_user, data, field):
        answer = as_user("koordinatorka").patch("/beroun/tasks/po-terminu", json=data)
        assert answer.status_code == 400, answer.text
        assert [one["field"] for one in answer.json()["errors"]] == [field]

    def test_loop_is_told_with_its_way(self, tasks, as_user):
        rest = as_user("koordinatorka")
        rest.patch("/beroun/tasks/brzy", json={"depends_on": ["cekajici"]})
        answer = rest.patch("/beroun/tasks/po-terminu", json={"depends_on": ["brzy"]})
        assert answer.json()["errors"][0]["message"] == (
            "“Úkol brzy” waits for this task already (Úkol brzy → Čekající řízení → "
            "Úkol po-terminu), so this task cannot wait for it."
        )
        rest.patch("/beroun/tasks/brzy", json={"depends_on": []})

    def test_notes_cannot_be_written(self, tasks, as_user):
        rest = as_user("koordinatorka")
        rest.patch("/beroun/tasks/splneny", json={"notes": []})
        assert len(rest.get("/beroun/tasks/splneny").json()["notes"]) == 1

    def test_transition_over_rest(self, tasks, as_user):
        rest, path = as_user("vedouci"), "/beroun/tasks/pozdeji"
        assert rest.post(f"{path}/@workflow/finish").status_code == 200
        assert rest.get(path).json()["percent"] == 100
        assert rest.post(f"{path}/@workflow/take_up_again").status_code == 400
        again = as_user("koordinatorka").post(f"{path}/@workflow/take_up_again")
        assert again.status_code == 200
        assert as_user("clenka").get(path).json()["percent"] == 0
