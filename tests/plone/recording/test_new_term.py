"""A new electoral term of a whole town on one form (ZAT-44, issue 4)."""

from kpss.addon.bodies.roster.roster import Roster
from tests.plone.recording.conftest import control
from tests.plone.recording.conftest import memberships
from tests.plone.recording.conftest import open_form
from tests.plone.recording.conftest import person
from tests.plone.recording.conftest import save
from tests.plone.recording.conftest import seat
from urllib.parse import urlencode
import datetime
import pytest
import transaction


VIEW = "@@kpss-new-term"
DAY = "2026-10-21"
LONG_AGO, LOST = datetime.date(2018, 10, 6), datetime.date(2022, 9, 23)
COUNCIL = ("rm-jana", "rm-petr")
EVE, FIRST = datetime.date(2026, 10, 20), datetime.date(2026, 10, 21)


@pytest.fixture
def town(zatec):
    """Three in the assembly, two in the council, two on seats reserved in the group."""
    bodies = zatec["bodies"]
    town = {
        "process": zatec,
        "zm": bodies["zm"],
        "rm": bodies["rm"],
        "rs": bodies["rs"],
    }
    people = {
        key: person(zatec, *names)
        for key, names in {
            "jana": ("Jana", "Nováková"),
            "petr": ("Petr", "Čáp"),
            "olga": ("Olga", "Malá"),
            "leader": ("Ivan", "Vedral"),
        }.items()
    }
    for key in ("jana", "petr", "olga"):
        town[f"zm-{key}"] = seat(bodies["zm"], people[key], party="zadavatel")
    for key in ("jana", "petr"):
        town[f"rm-{key}"] = seat(bodies["rm"], people[key], party="zadavatel")
        town[f"rs-{key}"] = seat(
            bodies["rs"], people[key], party="zadavatel", reserved_by="zm"
        )
    town["leader"] = seat(bodies["ps-pece"], people["leader"], function="vedouci")
    return town


def names(body, day):
    return {one.person.name for one in Roster(body, day).sittings}


def everything(town, day):
    """Who sits where on a day, on which basis."""
    return {
        body.getId(): [
            (one.person.name, one.seat.voting, one.seat.functions, one.seat.span.first)
            for one in Roster(body, day).sittings
        ]
        for body in town["process"]["bodies"].objectValues()
    }


def refill(browser, town):
    """Jana goes on in the assembly and its seat; four are new, one of them in both."""
    open_form(browser, town["process"], VIEW)
    control(browser, "day").value = DAY
    control(browser, "komise-on").value = []
    jana = f"zm-{town['zm-jana'].getId()}"
    control(browser, f"{jana}-continues").value = ["1"]
    for place, name in (
        ("zm-1", "Ing. Karel Dvořák, Ph.D."),
        ("zm-2", "Marie Horáková"),
        ("zm-3", "Olga Malá"),
        ("rm-1", "Karel Dvořák"),
        ("rm-2", "Jana Nováková"),
    ):
        control(browser, f"{place}-name").value = name
    control(browser, "zm-2-seat-rs").value = ["1"]
    check(browser)


def check(browser):
    browser.getControl(name="check", index=0).click()


def test_one_form_replaces_council_and_assembly_and_reserved_seats_follow(
    town, manager
):
    before = everything(town, EVE)
    refill(manager, town)
    assert "What will change" in manager.contents
    assert names(town["zm"], FIRST) == {"Jana Nováková", "Petr Čáp", "Olga Malá"}
    save(manager)
    assert "The new term begins on 21/10/2026" in manager.contents
    assert names(town["zm"], FIRST) == {
        "Jana Nováková",
        "Olga Malá",
        "Ing. Karel Dvořák, Ph.D.",
        "Marie Horáková",
    }
    assert names(town["rm"], FIRST) == {"Jana Nováková", "Ing. Karel Dvořák, Ph.D."}
    assert names(town["rs"], FIRST) == {
        "Jana Nováková",
        "Marie Horáková",
        "Ivan Vedral",
    }
    assert everything(town, EVE) == before
    # The same name in two bodies is one person, and who was recorded is not made anew
    assert len(town["process"]["people"].objectIds()) == 6


def test_seat_of_who_leaves_ends_for_good_and_of_who_stays_goes_on(town, manager):
    refill(manager, town)
    save(manager)
    assert town["rs-petr"].valid_to == EVE
    assert town["rs-jana"].valid_to is None
    assert town["zm-jana"].valid_to == EVE
    assert town["leader"].valid_to is None


def test_saving_twice_changes_nothing(town, manager):
    refill(manager, town)
    fields = manager.getForm(index=1)
    sent = fields._form.submit_fields("save")
    save(manager)
    counts = [len(memberships(town[key])) for key in ("zm", "rm", "rs")]
    manager.post(f"{town['process'].absolute_url()}/{VIEW}", urlencode(sent))
    transaction.begin()
    assert "are recorded already" in manager.contents
    assert [len(memberships(town[key])) for key in ("zm", "rm", "rs")] == counts


def test_what_was_not_shown_is_not_done(town, manager):
    """Somebody is added to the assembly between the preview and the saving."""
    refill(manager, town)
    late = person(town["process"], "Pozdní", "Příchozí")
    seat(town["zm"], late)
    transaction.commit()
    save(manager)
    assert "Something has changed since you looked" in manager.contents
    assert names(town["zm"], FIRST) >= {"Petr Čáp", "Pozdní Příchozí"}
    save(manager)
    assert "Pozdní Příchozí" not in names(town["zm"], FIRST)


def test_unticked_body_keeps_its_members(town, manager):
    open_form(manager, town["process"], VIEW)
    control(manager, "day").value = DAY
    for body in ("zm", "komise"):
        control(manager, f"{body}-on").value = []
    control(manager, "rm-1-name").value = "Karel Dvořák"
    check(manager)
    save(manager)
    assert names(town["rm"], FIRST) == {"Karel Dvořák"}
    assert names(town["zm"], FIRST) == {"Jana Nováková", "Petr Čáp", "Olga Malá"}


def test_function_goes_on_only_where_chosen(town, manager):
    secretary = seat(
        town["rm"], person(town["process"], "Eva", "Tichá"), function="tajemnik-rady"
    )
    open_form(manager, town["process"], VIEW)
    control(manager, "day").value = DAY
    for body in ("zm", "komise"):
        control(manager, f"{body}-on").value = []
    jana, eva = (f"rm-{one.getId()}" for one in (town["rm-jana"], secretary))
    for place in (jana, eva):
        control(manager, f"{place}-continues").value = ["1"]
    control(manager, f"{jana}-function").value = ["tajemnik-rady"]
    check(manager)
    save(manager)
    functions = {
        one.person.name: one.seat.functions
        for one in Roster(town["rm"], FIRST).sittings
    }
    assert functions == {"Jana Nováková": ("tajemnik-rady",), "Eva Tichá": ()}


def test_errors_stand_at_their_line_and_nothing_is_written(town, manager):
    refill(manager, town)
    control(manager, "zm-4-name").value = "Dvořák"
    control(manager, "zm-5-name").value = "Marie Horáková"
    check(manager)
    assert 'href="#zm-4"' in manager.contents and 'href="#zm-5"' in manager.contents
    assert "Write the given name and the family name." in manager.contents
    assert "The person already is in the body" in manager.contents
    assert control(manager, "zm-1-name").value == "Ing. Karel Dvořák, Ph.D."
    assert 'name="digest"' not in manager.contents
    assert town["zm-petr"].valid_to is None


@pytest.mark.parametrize("day", ["", "31. 2. 2026"])
def test_without_a_day_nothing_is_shown(town, manager, day):
    open_form(manager, town["process"], VIEW)
    control(manager, "day").value = day
    check(manager)
    assert 'href="#day"' in manager.contents
    assert "What will change" not in manager.contents


def test_more_lines_keep_what_was_typed(town, manager):
    open_form(manager, town["process"], VIEW)
    control(manager, "zm-8-name").value = "Karel Dvořák"
    assert 'name="zm-9-name"' not in manager.contents
    control(manager, "more-zm").click()
    assert control(manager, "zm-8-name").value == "Karel Dvořák"
    assert 'name="zm-18-name"' in manager.contents
    assert 'name="rm-9-name"' not in manager.contents


def test_all_of_a_body_are_ticked_and_what_was_typed_stays(town, manager):
    open_form(manager, town["process"], VIEW)
    control(manager, "rm-1-name").value = "Karel Dvořák"
    control(manager, "all-rm").click()
    ticked = [control(manager, f"rm-{town[key].getId()}-continues") for key in COUNCIL]
    assert [one.value for one in ticked] == [["1"], ["1"]]
    assert control(manager, f"zm-{town['zm-jana'].getId()}-continues").value == []
    assert control(manager, "rm-1-name").value == "Karel Dvořák"
    assert 'name="digest"' not in manager.contents


def test_party_is_asked_where_people_come_for_one(town, manager):
    open_form(manager, town["process"], VIEW)
    assert 'name="zm-1-party"' not in manager.contents
    assert 'name="rm-1-party"' not in manager.contents
    assert 'name="komise-1-party"' in manager.contents


def test_only_functions_of_such_a_body_are_offered(town, manager):
    open_form(manager, town["process"], VIEW)
    offered = control(manager, "rm-1-function").options
    assert "tajemnik-rady" in offered and "vedouci" not in offered


def test_who_continues_is_shown_once(town, manager):
    refill(manager, town)
    preview = manager.contents.partition('id="kpss-preview"')[2]
    assembly = preview.partition("<h3")[2].partition("<h3")[0]
    assert assembly.count("Jana Nováková") == 1
    assert "Those who continue" in assembly


def test_new_holder_of_a_reserved_seat_comes_for_the_same_party(town, manager):
    """The party is not asked in the assembly; the seat itself has one (ZAT-44)."""
    refill(manager, town)
    save(manager)
    parties = {
        one.person.name: one.seat.party for one in Roster(town["rs"], FIRST).sittings
    }
    assert parties["Marie Horáková"] == "zadavatel"


def test_seat_lost_with_an_earlier_mandate_does_not_end_now(town, manager):
    old = person(town["process"], "Zdeňka", "Dávná")
    seat(town["zm"], old, LONG_AGO, valid_to=LOST)
    lapsed = seat(town["rs"], old, LONG_AGO, reserved_by="zm")
    refill(manager, town)
    assert "Lost earlier with the mandate" in manager.contents
    save(manager)
    assert lapsed.valid_to == LOST


def test_namesake_in_a_line_is_whoever_is_recorded_unless_ticked(town, manager):
    refill(manager, town)
    control(manager, "zm-3-other").value = ["1"]
    check(manager)
    save(manager)
    assert len(town["process"]["people"].objectIds()) == 7
