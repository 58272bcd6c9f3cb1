"""The demo's tasks: some overdue, some due soon, some done, some that wait for others."""

from datetime import date
from kpss.addon.tasks.reading import Reader
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import search
from plone import api
from plone.testing.zope import Browser
import json
import pytest


@pytest.fixture(scope="class")
def site(demo_of):
    """All towns, as ``make run`` makes them."""
    return demo_of("beroun", "zatec", "namest", "praha", accounts=True)


def lines(process):
    today = date.today()
    return Reader(process, today).lines(search(process, Asked(), today=today))


class TestDemoTasks:
    @pytest.mark.parametrize(
        ("town", "groups"),
        [
            ("beroun", {"overdue": 1, "due_soon": 2, "done": 2, "cancelled": 1}),
            ("zatec", {"overdue": 1, "due_soon": 2, "done": 1, "cancelled": 0}),
            ("namest", {"overdue": 0, "due_soon": 1, "done": 1, "cancelled": 0}),
            ("praha", {"overdue": 1, "due_soon": 1, "done": 0, "cancelled": 0}),
        ],
    )
    def test_town_has_something_of_everything(self, site, town, groups):
        found = [line.group for line in lines(site[town])]
        assert {group: found.count(group) for group in groups} == groups

    def test_costs_wait_for_the_group(self, site):
        waiting = {line.id: line for line in lines(site["beroun"]) if line.waits}
        assert set(waiting) == {"naklady-vecerni-sluzby", "predlozit-plan-rade"}
        [need] = waiting["naklady-vecerni-sluzby"].waits_for
        assert need.id == "svolat-seniory"

    def test_what_a_resolution_imposed(self, site):
        found = [line.imposed.number for line in lines(site["beroun"]) if line.imposed]
        assert found.count("11/2026") == 4

    def test_leader_of_the_group_reports_her_task(self, site):
        task = site["beroun"]["tasks"]["svolat-seniory"]
        report = "kpss.addon: Report Task Progress"
        for name, may in (
            ("vedouci-skupiny", True),
            ("koordinatorka", True),
            ("clenka-skupiny", False),
        ):
            assert api.user.has_permission(report, username=name, obj=task) == may
        assert {note["as"] for note in task.notes} == {"responsible"}

    def test_public_reads_titles_and_no_names(self, site):
        browser = Browser(site.getPhysicalRoot())
        browser.addHeader("Accept", "application/json")
        browser.open(f"{site['beroun'].absolute_url()}/@tasks")
        answer = json.loads(browser.contents)
        assert answer["items_total"] == 5
        said = json.dumps(answer, ensure_ascii=False)
        assert "Zimolesná" not in said
        assert "percent" not in said
        browser.open(f"{site['namest'].absolute_url()}/@tasks")
        assert json.loads(browser.contents)["items_total"] == 0
