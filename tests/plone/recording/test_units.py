"""The table of the city's districts and its bulk edit (PRA-11, PRA-12, PRA-22)."""

from kpss.addon.bodies.roster.roster import Roster
from plone import api
from tests.plone.recording.conftest import control
from tests.plone.recording.conftest import memberships
from tests.plone.recording.conftest import open_form
from tests.plone.recording.conftest import person
from tests.plone.recording.conftest import save
from tests.plone.recording.conftest import seat
from tests.plone.recording.conftest import town
import datetime
import pytest


VIEW, EDIT = "@@kpss-units", "@@kpss-units-edit"
VACANT = ("praha-7", "praha-libus", "praha-zlicin")
TEN = tuple(f"praha-{number}" for number in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11))
EVE, TODAY = datetime.date(2026, 2, 28), datetime.date(2026, 3, 1)


@pytest.fixture
def praha(functional_portal, today):
    """57 districts, three of them without a coordinator."""
    with api.env.adopt_roles(["Manager"]):
        process = town(functional_portal, "praha")
        for number, unit in enumerate(process.units):
            if unit["id"] not in VACANT:
                seat(
                    process["bodies"]["ps-kpss"],
                    person(process, "Jan", f"Koordinátor {number + 1}"),
                    function="koordinator-mc",
                    unit=unit["id"],
                    delegation_letter=f"č. j. {number}/2022",
                )
        yield process


@pytest.fixture
def group(praha):
    return praha["bodies"]["ps-kpss"]


def holders(group, day):
    """By unit: names of coordinators on a day."""
    found = {}
    for one in Roster(group, day).sittings:
        for stint in one.seat.bases:
            if stint.rule is None:
                found.setdefault(stint.source.unit, set()).add(one.person.name)
    return found


def test_three_vacancies_are_counted_and_can_be_filtered(praha, manager):
    open_form(manager, praha, VIEW)
    assert "3 units of 57 have no coordinator." in manager.contents
    assert manager.contents.count('class="table-warning"') == 3
    assert manager.contents.count('scope="row"') == 57
    assert "č. j. 0/2022" in manager.contents
    manager.getLink("Only vacancies").click()
    assert manager.contents.count('scope="row"') == 3
    assert "Praha-Libuš" in manager.contents


def test_ten_districts_change_in_one_go(praha, group, manager):
    before = holders(group, EVE)
    open_form(manager, praha, EDIT)
    for number, unit in enumerate(TEN):
        control(manager, f"{unit}-name").value = f"Mgr. Nový {chr(65 + number)}dam"
        control(manager, f"{unit}-letter").value = "dopis MČ"
    save(manager)
    assert "10 units were changed" in manager.contents
    now = holders(group, TODAY)
    assert {unit: now[unit] for unit in TEN} == {
        unit: {f"Mgr. Nový {chr(65 + number)}dam"} for number, unit in enumerate(TEN)
    }
    assert holders(group, EVE) == before
    assert len(memberships(group)) == 64
    assert Roster(group, TODAY).voting_members == 54


def test_wrong_row_is_named_and_no_other_is_saved(praha, group, manager):
    open_form(manager, praha, EDIT)
    control(manager, "praha-7-name").value = "Petr Čáp"
    control(manager, "praha-1-name").value = "Čáp"
    control(manager, "praha-2-since").value = "2026-04-01"
    control(manager, "praha-3-ends-" + of_unit(group, "praha-3")).value = "2021-01-01"
    save(manager)
    for unit in ("praha-1", "praha-2", "praha-3"):
        assert f'href="#{unit}"' in manager.contents
    assert 'href="#praha-7"' not in manager.contents
    assert control(manager, "praha-7-name").value == "Petr Čáp"
    assert len(memberships(group)) == 54


def of_unit(group, unit):
    return next(
        one.getId()
        for one in memberships(group)
        if one.unit == unit and not one.substitute_of
    )


def test_vacancies_alone_are_filled(praha, group, manager):
    open_form(manager, praha, f"{EDIT}?vacant=1")
    assert 'name="praha-1-name"' not in manager.contents
    control(manager, "praha-libus-name").value = "Jan Koordinátor 1"
    save(manager)
    assert "One unit was changed." in manager.contents
    assert holders(group, TODAY)["praha-libus"] == {"Jan Koordinátor 1"}
    # One person in two districts: one seat, one vote
    assert len(memberships(group)) == 55
    assert Roster(group, TODAY).voting_members == 54


def test_second_coordinator_stays_beside_the_first(praha, group, manager):
    """Decision 12: a district may delegate more than one."""
    open_form(manager, praha, EDIT)
    control(manager, "praha-1-name").value = "Petr Čáp"
    control(manager, "praha-1-beside").value = ["1"]
    save(manager)
    assert holders(group, TODAY)["praha-1"] == {"Jan Koordinátor 1", "Petr Čáp"}


def test_coordinator_ends_and_the_district_is_vacant(praha, group, manager):
    open_form(manager, praha, EDIT)
    control(manager, "praha-1-ends-" + of_unit(group, "praha-1")).value = "2026-03-31"
    save(manager)
    assert "One unit was changed." in manager.contents
    assert "praha-1" not in holders(group, datetime.date(2026, 4, 1))


def test_nothing_filled_in_is_said(praha, manager):
    open_form(manager, praha, EDIT)
    save(manager)
    assert "Nothing was filled in." in manager.contents


def test_town_without_such_a_function_is_told(zatec, manager):
    open_form(manager, zatec, EDIT)
    assert "No function of the process is that of a coordinator" in manager.contents


def deputies(group):
    return [one for one in memberships(group) if one.substitute_of]


def test_deputies_are_recorded_and_end_with_their_coordinator(praha, group, manager):
    open_form(manager, praha, EDIT)
    control(manager, "praha-1-deputy").value = "Eva Zástupná"
    save(manager)
    assert "One unit was changed." in manager.contents
    [deputy] = deputies(group)
    assert (deputy.unit, deputy.substitute_of, deputy.valid_from) == (
        "praha-1",
        of_unit(group, "praha-1"),
        TODAY,
    )
    assert Roster(group, TODAY).voting_members == 54
    open_form(manager, praha, VIEW)
    assert "Eva Zástupná" in manager.contents
    open_form(manager, praha, EDIT)
    control(manager, "praha-1-ends-" + of_unit(group, "praha-1")).value = "2026-03-31"
    save(manager)
    assert deputies(group)[0].valid_to == datetime.date(2026, 3, 31)


def test_deputy_needs_somebody_to_stand_in_for(praha, group, manager):
    open_form(manager, praha, EDIT)
    control(manager, "praha-7-deputy").value = "Eva Zástupná"
    save(manager)
    assert "a deputy stands in for somebody" in manager.contents
    assert control(manager, "praha-7-deputy").value == "Eva Zástupná"
    assert deputies(group) == []


def test_deputy_ends_by_a_day_of_the_row(praha, group, manager):
    open_form(manager, praha, EDIT)
    control(manager, "praha-2-deputy").value = "Eva Zástupná"
    save(manager)
    [deputy] = deputies(group)
    open_form(manager, praha, EDIT)
    control(manager, f"praha-2-ends-{deputy.getId()}").value = "2026-05-31"
    save(manager)
    assert deputies(group)[0].valid_to == datetime.date(2026, 5, 31)
    assert "praha-2" in holders(group, datetime.date(2026, 6, 1))
