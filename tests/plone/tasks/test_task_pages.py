"""Pages of tasks: the list, a task, its form, what others show of them."""

from datetime import date
from datetime import timedelta
from kpss.addon.approval.interfaces import IResolutionBook
from lxml import html
from plone import api
from tests.plone.tasks.conftest import add_resolution
from tests.plone.tasks.conftest import add_task
import csv
import pytest
import re
import transaction


HTML = "text/html"
TODAY = date.today()


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture(scope="class")
def tasks(town):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        resolution = add_resolution(town["ks"], "Zveřejněné", until="publish")
        transaction.commit()
        uid = resolution.UID()
        late = add_task(
            town.process,
            "Opožděný",
            id="opozdeny",
            due=on(-1),
            imposed_by=uid,
            description="tajný popis",
            responsible=town.person("cizi").getId(),
        )
        transaction.commit()
        add_task(town.process, "Brzký", id="brzky", due=on(3))
        add_task(town.process, "Navazující", id="navazujici", depends_on=[late.getId()])
        done = add_task(town.process, "Hotový", id="hotovy", imposed_by=uid)
        api.content.transition(done, "finish")
    transaction.commit()
    return resolution


def shown(rest, path) -> html.HtmlElement:
    answer = rest.get(path, headers={"Accept": HTML})
    assert answer.status_code == 200, answer.text[:500]
    return html.fromstring(answer.text).get_element_by_id("content")


def text(element) -> str:
    return re.sub(r"\s+", " ", element.text_content())


def send(rest, path, **values):
    """Fill in the form of the page and send it; the answer without its redirect."""
    page = rest.get(path, headers={"Accept": HTML})
    token = html.fromstring(page.text).xpath("//input[@name='_authenticator']/@value")
    return rest.post(
        path,
        data={"_authenticator": token[0], "save": "1", **values},
        headers={"Accept": HTML},
        allow_redirects=False,
    )


class TestList:
    def test_groups_follow_by_urgency(self, tasks, as_user):
        page = shown(as_user("koordinatorka"), "/beroun/tasks")
        assert [text(one) for one in page.xpath(".//section/h2")] == [
            "Overdue",
            "Due soon",
            "Without a due day",
        ]
        assert "3 tasks" in text(page)
        assert "1 day overdue" in text(page)
        assert "waits for Opožděný" in text(page)

    @pytest.mark.parametrize(
        ("query", "titles"),
        [
            ("show=done", ["Hotový"]),
            ("show=all&q=hotov", ["Hotový"]),
            ("show=overdue", ["Opožděný"]),
            ("show=nonsense&body=seniori", ["Opožděný", "Brzký", "Navazující"]),
            ("body=rodiny", []),
            ("b_start=x&body:list=rodiny", ["Opožděný", "Brzký", "Navazující"]),
        ],
    )
    def test_filter(self, tasks, as_user, query, titles):
        page = shown(as_user("koordinatorka"), f"/beroun/tasks?{query}")
        found = [text(one) for one in page.xpath(".//section//li/a/strong")]
        assert found == titles

    def test_mine(self, tasks, as_user):
        page = shown(as_user("cizi"), "/beroun/tasks?responsible=me")
        assert "1 task" in text(page) and "Opožděný" in text(page)
        assert "mine" in text(page)

    def test_coordinator_sees_who_has_how_many(self, tasks, as_user):
        """BER-20."""
        page = shown(as_user("garantka"), "/beroun/tasks")
        [row] = page.xpath(".//*[@id='kpss-loads']//tbody/tr")
        assert text(row).split() == ["Jana", "Cizi", "1", "1", "0"]
        for user in ("vedouci", "cizi", None):
            page = shown(as_user(user), "/beroun/tasks")
            assert not page.xpath(".//*[@id='kpss-loads']"), user

    def test_only_the_coordinator_is_offered_a_new_one(self, tasks, as_user):
        for user, offered in (("koordinatorka", True), ("vedouci", False)):
            page = shown(as_user(user), "/beroun/tasks")
            assert ("Add a task" in text(page)) == offered

    def test_batches(self, town, tasks, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            made = [
                add_task(town.process, f"Hromadný {number}", body="rodiny")
                for number in range(40)
            ]
        transaction.commit()
        rest = as_user("koordinatorka")
        page = shown(rest, "/beroun/tasks?body=rodiny")
        assert len(page.xpath(".//section//li")) == 30
        page = shown(rest, "/beroun/tasks?body=rodiny&b_start=30")
        assert len(page.xpath(".//section//li")) == 10
        with api.env.adopt_roles(["Manager"]):
            for one in made:
                town.process["tasks"].manage_delObjects([one.getId()])
        transaction.commit()

    def test_table(self, tasks, as_user):
        answer = as_user("koordinatorka").get("/beroun/tasks.csv?show=all")
        assert answer.headers["Content-Type"].startswith("text/csv")
        rows = list(
            csv.reader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";")
        )
        assert [row[0] for row in rows] == [
            "Task",
            "Opožděný",
            "Brzký",
            "Navazující",
            "Hotový",
        ]
        late = dict(zip(rows[0], rows[1], strict=True))
        assert late["Days overdue"] == "1"
        assert late["Responsible person"] == "Jana Cizi"
        assert late["Done, in percent"] == "0"
        assert dict(zip(rows[0], rows[3], strict=True))["Waits for"] == "Opožděný"


class TestTask:
    def test_page_says_everything(self, tasks, as_user):
        page = text(shown(as_user("koordinatorka"), "/beroun/tasks/opozdeny"))
        for said in (
            "1 day overdue",
            "Senioři",
            "Jana Cizi",
            "Resolution 1/2026",
            "Others wait for it",
            "Navazující",
            "Report progress",
            "tajný popis",
        ):
            assert said in page, said
        waiting = text(shown(as_user("koordinatorka"), "/beroun/tasks/navazujici"))
        assert "waits for another" in waiting and "not begun" in waiting

    def test_form_of_progress(self, tasks, as_user):
        rest, path = as_user("cizi"), "/beroun/tasks/opozdeny"
        answer = send(rest, f"{path}/@@kpss-report", percent="30", note="Svolali jsme.")
        assert answer.status_code == 302, answer.text[:800]
        page = text(shown(rest, path))
        for said in ("in progress", "30%", "Svolali jsme.", "Jana Cizi"):
            assert said in page, said

    def test_form_says_what_is_wrong(self, tasks, as_user):
        rest, path = as_user("cizi"), "/beroun/tasks/opozdeny/@@kpss-report"
        answer = send(rest, path, percent="130", note="x")
        assert answer.status_code == 200
        assert "Send a whole number from 0 to 100." in answer.text

    def test_closed_task_has_no_form(self, tasks, as_user):
        rest = as_user("koordinatorka")
        page = shown(rest, "/beroun/tasks/hotovy/@@kpss-report")
        assert "The task is done. Take it up again first." in text(page)
        assert not page.xpath(".//form[contains(@class, 'kpss-recording-form')]")

    @pytest.mark.parametrize("user", [None, "clenka-ks"])
    def test_others_have_no_form(self, tasks, as_user, user):
        answer = as_user(user).get(
            "/beroun/tasks/opozdeny/@@kpss-report",
            headers={"Accept": HTML},
            allow_redirects=False,
        )
        assert answer.status_code in (302, 401)

    def test_stock_forms_open(self, tasks, as_user):
        rest = as_user("koordinatorka")
        for path in ("/beroun/tasks/++add++kpss.Task", "/beroun/tasks/opozdeny/edit"):
            page = text(shown(rest, path))
            assert "Responsible person" in page
            assert "Resolution 1/2026: Zveřejněné" in page


class TestImposing:
    def test_task_is_imposed_from_the_page_of_a_resolution(self, town, tasks, as_user):
        rest, path = as_user("koordinatorka"), tasks.absolute_url()
        assert "Impose a task" in text(shown(rest, path))
        answer = send(
            rest,
            f"{path}/@@kpss-impose",
            title="Uložený",
            description="Podrobně",
            body="seniori",
            responsible="",
            due="1. 3. 2030",
        )
        assert answer.status_code == 302, answer.text[:800]
        transaction.begin()
        task = town.process["tasks"]["ulozeny"]
        assert task.imposed_by == tasks.UID()
        assert (task.body, task.responsible, task.due) == (
            "seniori",
            None,
            date(2030, 3, 1),
        )
        assert "Uložený" in text(shown(rest, path))

    def test_form_says_what_is_wrong(self, tasks, as_user):
        answer = send(
            as_user("koordinatorka"),
            f"{tasks.absolute_url()}/@@kpss-impose",
            title="",
            body="",
            responsible="p-0",
            due="nikdy",
        )
        assert answer.status_code == 200
        for said in (
            "This must not be empty: a value is required.",
            "There is no p-0 in this process.",
            "This is not a day",
        ):
            assert said in answer.text, said

    def test_draft_imposes_nothing(self, town, as_user):
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            draft = add_resolution(town["ks"], "Koncept", until=None)
        transaction.commit()
        rest, path = as_user("koordinatorka"), draft.absolute_url()
        assert "Impose a task" not in text(shown(rest, path))
        page = text(shown(rest, f"{path}/@@kpss-impose"))
        assert "Only a resolution that was adopted" in page

    def test_nobody_else_imposes(self, tasks, as_user):
        rest, path = as_user("predsedkyne"), tasks.absolute_url()
        assert "Impose a task" not in text(shown(rest, path))
        answer = rest.get(
            f"{path}/@@kpss-impose", headers={"Accept": HTML}, allow_redirects=False
        )
        assert answer.status_code in (302, 401)


class TestElsewhere:
    def test_body_and_home_show_what_is_to_be_done(self, tasks, as_user):
        rest = as_user("vedouci")
        body = text(shown(rest, "/beroun/bodies/seniori"))
        assert "Imposed tasks" in body and "Opožděný" in body
        assert "Hotový" not in body
        home = text(shown(rest, "/beroun"))
        assert "Opožděný" in home and "Navazující" not in home

    def test_nobody_reads_anything_of_them(self, tasks, as_user):
        paths = (
            "/beroun",
            "/beroun/tasks",
            "/beroun/bodies/seniori",
            tasks.absolute_url(),
        )
        for path in paths:
            page = text(shown(as_user(None), path))
            for said in ("Opožděný", "Hotový", "Imposed tasks", "What it imposes"):
                assert said not in page, (path, said)

    def test_public_ones_are_shown_in_few_words(self, town, tasks, as_user):
        transaction.begin()
        town.process.public_tasks = True
        transaction.commit()
        assert IResolutionBook(town.process).get(tasks.UID())
        for path in ("/beroun/tasks?show=all", tasks.absolute_url()):
            page = shown(as_user(None), path)
            said = text(page)
            for word in (
                "Opožděný",
                "1 day overdue",
                "not begun",
                "Senioři",
                "Hotový",
            ):
                assert word in said, (path, word)
            for word in ("Cizi", "Svolali", "tajný", "30%", "Brzký", "Navazující"):
                assert word not in said, (path, word)
            assert not page.xpath(".//a[contains(@href, '/tasks/')]")
        table = as_user(None).get("/beroun/tasks.csv?show=all").text
        assert "Opožděný" in table and "Cizi" not in table
        transaction.begin()
        town.process.public_tasks = False
        transaction.commit()
