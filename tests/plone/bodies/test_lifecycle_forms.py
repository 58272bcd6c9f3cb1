"""The coordinator closes, merges and renames bodies in the browser."""

from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import datetime
import pytest
import transaction


@pytest.fixture
def town(functional_portal):
    """A public process with a steering group and two working groups."""
    login(functional_portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        functional_portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
        publicity_text="Spolufinancováno Evropskou unií",
    )
    bodies = process["bodies"]
    api.content.create(
        bodies, "kpss.Body", id="rs", title="Řídicí skupina", kind="steering"
    )
    for group, title in (("ps-a", "Senioři"), ("ps-b", "Rodiny")):
        api.content.create(
            bodies,
            "kpss.WorkingGroup",
            id=group,
            title=title,
            parent="rs",
            open_to_all=True,
        )
    api.content.transition(process, "publish")
    transaction.commit()
    return process


def close(browser, body, day="2020-05-01", **controls):
    browser.open(f"{body.absolute_url()}/kpss-close")
    browser.getControl(name="form.widgets.valid_to").value = day
    for name, value in controls.items():
        browser.getControl(name=f"form.widgets.{name}:list").value = value
    browser.getControl("Close the body").click()


def test_closed_group_leaves_the_lists_and_stands_in_the_archive(
    town, manager, visitor
):
    group = town["bodies"]["ps-a"]
    close(manager, group, merged_into=["ps-b"])
    transaction.begin()
    assert group.valid_to == datetime.date(2020, 5, 1)
    assert api.content.get_state(group) == "archived"
    visitor.open(f"{town.absolute_url()}/bodies")
    assert "Senioři" not in visitor.contents
    visitor.open(f"{town.absolute_url()}/archive")
    assert "Senioři" in visitor.contents
    assert "It was merged into" in visitor.contents
    visitor.open(group.absolute_url())
    assert "This body has ended" in visitor.contents


def test_pra_02_permanent_group_asks_for_a_resolution_and_keeps_what_was_typed(
    town, manager
):
    group = town["bodies"]["ps-a"]
    group.permanent = True
    transaction.commit()
    close(manager, group, day="2020-05-01")
    assert "closed only by a resolution" in manager.contents
    assert manager.getControl(name="form.widgets.valid_to").value == "2020-05-01"
    transaction.begin()
    assert group.valid_to is None
    manager.getControl(name="form.widgets.closed_by").value = "518/20"
    manager.getControl(name="form.widgets.closed_by_date").value = "2020-04-20"
    manager.getControl("Close the body").click()
    transaction.begin()
    assert (group.closed_by, group.closed_by_date) == (
        "518/20",
        datetime.date(2020, 4, 20),
    )


def test_nonsense_date_is_refused_and_nothing_changes(town, manager):
    group = town["bodies"]["ps-a"]
    close(manager, group, day="2020-02-30")
    transaction.begin()
    assert group.valid_to is None
    assert manager.url.endswith("kpss-close")


def test_group_closed_on_a_later_day_stays_until_then(town, manager, visitor):
    group = town["bodies"]["ps-a"]
    close(manager, group, day="2099-12-31")
    transaction.begin()
    assert api.content.get_state(group) == "public"
    visitor.open(f"{town.absolute_url()}/bodies")
    assert "Senioři" in visitor.contents


def test_renamed_group_keeps_its_former_name(town, manager, visitor):
    group = town["bodies"]["ps-a"]
    manager.open(f"{group.absolute_url()}/kpss-rename")
    manager.getControl(name="form.widgets.title").value = "Senioři a pečující"
    manager.getControl(name="form.widgets.from_day").value = "2026-01-01"
    manager.getControl("Rename the body").click()
    transaction.begin()
    assert group.title == "Senioři a pečující"
    assert group.former_names == [{"title": "Senioři", "until": "2025-12-31"}]
    visitor.open(group.absolute_url())
    assert "Former names" in visitor.contents


def test_deleting_a_body_that_others_stand_under_offers_closing(town, manager):
    manager.open(f"{town['bodies']['rs'].absolute_url()}/delete_confirmation")
    assert "This body cannot be deleted" in manager.contents
    assert "the body Senioři" in manager.contents
    assert manager.getLink("Close or merge").url.endswith("kpss-close")


def test_deleting_a_body_that_nothing_needs_asks_as_usual(town, manager):
    manager.open(f"{town['bodies']['ps-a'].absolute_url()}/delete_confirmation")
    manager.getControl("Delete").click()
    transaction.begin()
    assert "ps-a" not in town["bodies"]


def test_nam_01_publicity_stands_on_every_page_of_the_section_and_nowhere_else(
    town, visitor
):
    for obj in (town, town["bodies"], town["bodies"]["rs"], town["providers"]):
        visitor.open(obj.absolute_url())
        assert "Spolufinancováno Evropskou unií" in visitor.contents
    visitor.open(town.aq_parent.absolute_url())
    assert "Spolufinancováno" not in visitor.contents


def test_visitor_is_offered_no_management(town, visitor):
    for obj in (town, town["bodies"], town["bodies"]["rs"]):
        visitor.open(obj.absolute_url())
        for word in ("kpss-close", "kpss-rename", "apply-template", "++add++"):
            assert word not in visitor.contents


@pytest.mark.parametrize("name", ["kpss-close", "kpss-rename", "delete_confirmation"])
def test_visitor_may_not_open_the_forms(town, visitor, name):
    visitor.handleErrors = True
    visitor.raiseHttpErrors = False
    visitor.open(f"{town['bodies']['ps-a'].absolute_url()}/{name}")
    assert "login" in visitor.url


def test_form_of_a_new_group_suggests_its_place_and_act(town, manager):
    town["bodies"]["rs"].supreme = True
    town["bodies"]["rs"].reindexObject()
    transaction.commit()
    manager.open(f"{town['bodies'].absolute_url()}/++add++kpss.WorkingGroup")
    assert manager.getControl(name="form.widgets.parent:list").value == ["rs"]
    manager.getControl(name="form.widgets.title").value = "Duševní zdraví"
    manager.getControl("Save").click()
    transaction.begin()
    group = town["bodies"]["dusevni-zdravi"]
    assert (group.kind, group.parent, group.acts) == (
        "working_group",
        "rs",
        ["prepares"],
    )
    assert group.open_to_all is False


def test_suggestions_are_not_stored_in_groups_made_elsewhere(town):
    town["bodies"]["rs"].supreme = True
    group = api.content.create(town["bodies"], "kpss.WorkingGroup", title="Jiná")
    assert (group.parent, group.acts) == (None, None)
