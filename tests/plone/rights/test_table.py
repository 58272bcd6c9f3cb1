"""The table of rights says what the rosters say, on every day, after every change."""

from datetime import date
from datetime import timedelta
from kpss.addon.bodies.ledger.rebuilding import rebuild
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.rules.grants import held_on
from plone import api
from tests.plone.rights.conftest import Town
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import random


FUNCTIONS_IN = {
    "rada": [None, "tajemnik", "member"],
    "komise": [None, "predseda-komise"],
    "odbor": [None, "koordinator", "garant", "referent"],
    "ks": [None, "predseda", "zapis", "host", "metodik"],
    "seniori": [None, None, "vedouci", "host"],
    "rodiny": [None, None, "vedouci"],
}
FIRST = date(2018, 1, 1)


def populate(town, people=12, memberships=60, seed=20240301):
    """Several years of history: terms that began, ended, overlap, and begin next year."""
    chance = random.Random(seed)
    for _number in range(memberships):
        body_id = chance.choice(list(FUNCTIONS_IN))
        since = FIRST + timedelta(days=chance.randrange(3650))
        lasting = chance.choice([None, 0, 30, 400, 1461])
        values = {"voting": chance.random() < 0.8}
        if lasting is not None:
            values["valid_to"] = since + timedelta(days=lasting)
        if body_id == "komise" and chance.random() < 0.5:
            values["appointed_on"] = since + timedelta(days=20)
        function = chance.choice(FUNCTIONS_IN[body_id])
        user_id = f"user{chance.randrange(people)}"
        town.sit(body_id, user_id, function, since=since, **values)


def days(town) -> list[date]:
    """Days on which something begins or ends, the days beside, past and future ones."""
    found = {date.today(), FIRST - timedelta(days=1), date(2035, 1, 1)}
    for body in town.bodies.objectValues():
        for one in ledger().recorded_in(body.UID()):
            for day in (one.valid_from, one.valid_to, one.appointed_on):
                if day is not None:
                    found |= {day - timedelta(days=1), day, day + timedelta(days=1)}
    return sorted(found)


def expected(town, day: date) -> dict[str, set[str]]:
    """Groups by account, said by the rosters of the day alone."""
    groups: dict[str, set[str]] = {}
    process = town.process.UID()
    for body in town.bodies.objectValues():
        for one in Roster(body, day).sittings:
            if not one.person.user_id:
                continue
            own = groups.setdefault(one.person.user_id, set())
            own |= {f"kpss:{body.UID()}:{basis.kind}" for basis in one.seat.bases}
            for basis in one.seat.bases:
                powers = basis.powers
                if basis.function and powers is not None and powers.holds(day):
                    own.add(f"kpss:{body.UID()}:{basis.function}")
                    own.add(f"kpss:{process}:{basis.function}")
    return groups


def compare(*towns) -> int:
    """Compare every account on every interesting day; answers how many there were."""
    compared = 0
    for day in sorted({day for town in towns for day in days(town)}):
        said: dict[str, set[str]] = {}
        for town in towns:
            for user_id, groups in expected(town, day).items():
                said.setdefault(user_id, set()).update(groups)
        for user_id in list(ledger()._grants.keys()):
            held = held_on(ledger().grants_of(user_id), day)
            assert held == said.pop(user_id, set()), (day, user_id)
            compared += bool(held)
        assert not said, day
    return compared


@pytest.fixture(scope="class")
def history(portal_class):
    with api.env.adopt_roles(["Manager"]):
        town = Town(portal_class)
        populate(town)
        yield town


class TestHistory:
    """Several years of one town, built once."""

    def test_table_equals_the_rosters_on_every_day(self, history):
        assert compare(history) > 500

    def test_rebuilding_finds_nothing(self, history):
        assert rebuild() == []


def modify(obj, **values):
    for name, value in values.items():
        setattr(obj, name, value)
    notify(ObjectModifiedEvent(obj))


def modify_nothing(town):
    modify(town.process)


def shorten(town):
    modify(town.sit("ks", "zdena"), valid_to=date(2021, 1, 1))


def move_in_time(town):
    modify(town.sit("seniori", "zdena", "vedouci"), valid_from=date(2022, 1, 1))


def change_function(town):
    modify(town.sit("seniori", "zdena"), function="vedouci")


def annul(town):
    api.content.transition(town.sit("ks", "zdena", "predseda"), "annul")


def annul_and_restore(town):
    membership = town.sit("ks", "zdena", "predseda")
    api.content.transition(membership, "annul")
    api.content.transition(membership, "restore")


def delete_future_membership(town):
    api.content.delete(town.sit("ks", "zdena", since=date(2099, 1, 1)))


def link_another_account(town):
    town.sit("ks", "zdena")
    api.user.create(username="jine", email="jine@mesto.example")
    modify(town.person("zdena"), user_id="jine")


def unlink(town):
    town.sit("ks", "zdena")
    modify(town.person("zdena"), user_id=None)


def archive_person(town):
    town.sit("ks", "zdena")
    api.content.transition(town.person("zdena"), "archive")


def delete_person(town):
    api.content.delete(town.person("zdena"))


def rename_body(town):
    town.sit("ks", "zdena", "predseda")
    api.content.rename(town["ks"], new_id="koordinacni")


def close_body(town):
    town.sit("ks", "zdena", "predseda")
    modify(town["ks"], valid_to=date(2023, 1, 1))


def change_rules(town):
    rules = next(
        one for one in town["ks"].objectValues() if one.portal_type == "kpss.Rules"
    )
    modify(rules, ex_officio=[], permanent_guests=["predseda"])


def delete_rules(town):
    rules = [
        one
        for one in town["ks"].objectIds()
        if town["ks"][one].portal_type == "kpss.Rules"
    ]
    town["ks"].manage_delObjects(rules)


def change_functions(town):
    rows = [dict(row) for row in town.process.functions if row["id"] != "host"]
    for row in rows:
        row["represents_in"] = "rada" if row["id"] == "garant" else None
    modify(town.process, functions=rows)


def delete_empty_body(town):
    api.content.create(town.bodies, "kpss.WorkingGroup", id="nova", title="Nová")
    api.content.delete(town["nova"])


def copy_body(town):
    api.content.create(town.bodies, "kpss.WorkingGroup", id="nova", title="Nová")
    api.content.copy(town["nova"], town.bodies, id="kopie")


def copy_process(town):
    """The copy's people keep their accounts, as its memberships are kept."""
    copy = api.content.copy(town.process, town.portal, id="kopie")
    return Town.of(copy)


def delete_process(town):
    Town(town.portal, id="zatec").sit("ks", "zdena")
    api.content.delete(town.portal["zatec"])


def cut_process(town):
    folder = api.content.create(town.portal, "Folder", id="slozka", title="Složka")
    town.process = api.content.move(town.process, folder)
    town.bodies = town.process["bodies"]


def delete_folder_with_process(town):
    folder = api.content.create(town.portal, "Folder", id="slozka", title="Složka")
    Town(town.portal, id="zatec", container=folder).sit("ks", "zdena", "predseda")
    api.content.delete(folder)


CHANGES = [
    modify_nothing,
    shorten,
    move_in_time,
    change_function,
    annul,
    annul_and_restore,
    delete_future_membership,
    link_another_account,
    unlink,
    archive_person,
    delete_person,
    rename_body,
    close_body,
    change_rules,
    delete_rules,
    change_functions,
    delete_empty_body,
    copy_body,
    copy_process,
    delete_process,
    cut_process,
    delete_folder_with_process,
]


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_table_rosters_and_content_agree(town, change):
    populate(town, people=4, memberships=12)
    other = change(town)
    compare(*filter(None, (town, other)))
    assert rebuild() == []
