"""Pages and forms of rules of procedure in the browser."""

from datetime import date
from kpss.addon.bodies.rules.procedure import RULES
from plone import api
import pytest
import transaction


@pytest.fixture
def town(functional_portal):
    with api.env.adopt_roles(["Manager"]):
        process = api.content.create(
            functional_portal,
            "kpss.Process",
            id="mesto",
            title="Plánování",
            municipality="Město",
            functions=[{"id": "koordinator", "title": "Koordinátor", "kind": "leader"}],
            parties=[{"id": "poskytovatel", "title": "Poskytovatel"}],
        )
        for kind in ("assembly", "council", "commission", "steering", "other"):
            api.content.create(
                process["bodies"], "kpss.Body", id=kind, title=kind, kind=kind
            )
    transaction.commit()
    return process


def add_form(browser, town, body):
    browser.open(f"{town.absolute_url()}/bodies/{body}/++add++kpss.Rules")
    return browser


def value(browser, rule):
    [chosen] = browser.getControl(name=f"form.widgets.{rule}:list").value
    return chosen


def select(browser, rule, choice):
    browser.getControl(name=f"form.widgets.{rule}:list").value = [choice]


def only_rules(town, body):
    transaction.begin()
    [rules] = town["bodies"][body].objectValues()
    return rules


@pytest.mark.parametrize(
    "body, basis",
    [
        ("assembly", "all_members"),
        ("council", "all_members"),
        ("commission", "all_members"),
        ("steering", "present"),
    ],
)
def test_new_rules_begin_with_what_suits_the_body(town, manager, body, basis):
    add_form(manager, town, body)
    assert manager.getControl(name="form.widgets.title").value == "Rules of procedure"
    assert value(manager, "quorum") == ">1/2"
    assert value(manager, "majority_basis") == basis


def test_nothing_is_suggested_for_other_bodies(town, manager):
    add_form(manager, town, "other").getControl("Save").click()
    rules = only_rules(town, "other")
    assert [name for name in RULES if getattr(rules, name) is not None] == []
    assert rules.sources is None
    assert rules.versioning_enabled


def test_suggested_values_keep_their_source_unless_changed(town, manager):
    add_form(manager, town, "assembly")
    select(manager, "majority", ">=2/3")
    manager.getControl("Save").click()
    rules = only_rules(town, "assembly")
    assert rules.majority == ">=2/3"
    assert "majority" not in rules.sources
    assert rules.minutes_days == 10
    assert rules.sources["minutes_days"] == "zákon č. 128/2000 Sb., o obcích, § 95"
    assert rules.sources["quorum"] == "zákon č. 128/2000 Sb., o obcích, § 92 odst. 3"


def test_capital_is_told_its_own_act(town, manager):
    town.act = "131/2000"
    transaction.commit()
    add_form(manager, town, "council").getControl("Save").click()
    rules = only_rules(town, "council")
    assert set(rules.sources.values()) == {
        "zákon č. 131/2000 Sb., o hlavním městě Praze"
    }
    assert rules.majority_basis == "all_members"


def test_suggested_value_may_be_taken_out(town, manager):
    add_form(manager, town, "steering")
    select(manager, "quorum", "--NOVALUE--")
    manager.getControl("Save").click()
    rules = only_rules(town, "steering")
    assert rules.quorum is None
    assert rules.sources == {"majority": "default", "majority_basis": "default"}


def test_suggestions_do_not_leak_into_stored_rules(town, manager):
    with api.env.adopt_roles(["Manager"]):
        rules = api.content.create(
            town["bodies"]["steering"], "kpss.Rules", id="rules", title="Pravidla"
        )
    transaction.commit()
    manager.open(f"{rules.absolute_url()}/edit")
    assert value(manager, "quorum") == "--NOVALUE--"
    manager.getControl("Save").click()
    transaction.begin()
    assert rules.quorum is None


def test_edit_form_drops_the_source_of_what_it_changes(town, manager):
    add_form(manager, town, "steering").getControl("Save").click()
    rules = only_rules(town, "steering")
    manager.open(f"{rules.absolute_url()}/edit")
    select(manager, "quorum", ">=2/3")
    manager.getControl("Save").click()
    rules = only_rules(town, "steering")
    assert rules.quorum == ">=2/3"
    assert rules.sources == {"majority": "default", "majority_basis": "default"}


def test_unusual_share_survives_the_edit_form(town, manager):
    add_form(manager, town, "steering").getControl("Save").click()
    rules = only_rules(town, "steering")
    rules.quorum = ">4/7"
    transaction.commit()
    manager.open(f"{rules.absolute_url()}/edit")
    assert value(manager, "quorum") == ">4/7"
    manager.getControl("Save").click()
    assert only_rules(town, "steering").quorum == ">4/7"


def test_lists_and_texts_are_saved_without_scripts(town, manager):
    add_form(manager, town, "steering")
    manager.getControl(name="form.widgets.minutes_verifiers:list").value = [
        "koordinator"
    ]
    manager.getControl(name="form.widgets.guests_text").value = "odborníci"
    manager.getControl(name="form.widgets.min_meetings_per_year").value = "2"
    select(manager, "presiding", "koordinator")
    manager.getControl("Save").click()
    rules = only_rules(town, "steering")
    assert rules.minutes_verifiers == ["koordinator"]
    assert rules.guests_text == "odborníci"
    assert rules.min_meetings_per_year == 2
    assert rules.presiding == "koordinator"


def test_rows_are_saved_from_the_form(town, manager):
    add_form(manager, town, "steering").getControl("Save").click()
    rules = only_rules(town, "steering")
    empty = {"body": None, "seats": None, "note": None}
    rules.ex_officio = [{"kind": "function", "function": "koordinator", **empty}]
    transaction.commit()
    manager.open(f"{rules.absolute_url()}/edit")
    row = "form.widgets.ex_officio.0.widgets"
    manager.getControl(name=f"{row}.kind:list").value = ["members_of"]
    manager.getControl(name=f"{row}.function:list").value = ["--NOVALUE--"]
    manager.getControl(name=f"{row}.body:list").value = ["assembly"]
    manager.getControl(name=f"{row}.seats").value = "2"
    manager.getControl("Save").click()
    assert only_rules(town, "steering").ex_officio == [
        {
            "kind": "members_of",
            "function": None,
            "body": "assembly",
            "seats": 2,
            "note": None,
        }
    ]


def test_row_that_lacks_its_body_is_refused_with_a_sentence(town, manager):
    add_form(manager, town, "steering").getControl("Save").click()
    rules = only_rules(town, "steering")
    empty = {"body": None, "seats": None, "note": None}
    rules.ex_officio = [{"kind": "function", "function": "koordinator", **empty}]
    transaction.commit()
    manager.open(f"{rules.absolute_url()}/edit")
    row = "form.widgets.ex_officio.0.widgets"
    manager.getControl(name=f"{row}.kind:list").value = ["members_of"]
    manager.getControl("Save").click()
    assert "This kind of membership needs the other body." in manager.contents


def test_last_day_before_the_first_is_refused_in_the_form(town, manager):
    add_form(manager, town, "steering")
    manager.getControl(name="form.widgets.valid_from").value = "2020-07-13"
    manager.getControl(name="form.widgets.valid_to").value = "2020-07-12"
    manager.getControl("Save").click()
    assert "The last day in force is before the first." in manager.contents


def test_page_says_the_rules_their_sources_and_what_is_not_set(town, manager):
    add_form(manager, town, "steering").getControl("Save").click()
    page = " ".join(manager.contents.split())
    assert "A quorum needs the presence of more than half of the members." in page
    assert "default value, the rules do not state it" in page
    assert "In force today" in page
    assert "<li>Who presides over meetings</li>" in page
    assert "<li>Quorum</li>" not in page


def test_page_says_when_the_rules_are_not_in_force(town, manager):
    with api.env.adopt_roles(["Manager"]):
        future = api.content.create(
            town["bodies"]["steering"],
            "kpss.Rules",
            title="Pravidla",
            valid_from=date(2999, 1, 1),
        )
    transaction.commit()
    manager.open(future.absolute_url())
    assert "Not in force yet" in manager.contents
    assert "These rules do not set anything yet." in manager.contents


def test_visitor_cannot_add_or_edit_rules(town, visitor):
    visitor.handleErrors = True
    visitor.raiseHttpErrors = False
    visitor.open(f"{town.absolute_url()}/bodies/steering/++add++kpss.Rules")
    assert "form.widgets.quorum" not in visitor.contents
