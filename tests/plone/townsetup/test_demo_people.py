"""The demo as ``make run`` builds it: four towns with people, and accounts."""

from AccessControl.SecurityManagement import newSecurityManager
from datetime import date
from freezegun import freeze_time
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.townsetup.demo_accounts import accounts
from kpss.addon.townsetup.demo_files import FOLDER
from kpss.addon.townsetup.demo_files import rows_of
from kpss.addon.townsetup.shipped import BLANK
from kpss.addon.townsetup.shipped import shipped_templates
from plone.app.testing import SITE_OWNER_NAME
from plone.distribution.api import site as site_api
from plone.testing.zope import Browser
from Products.CMFPlone.browser.navigation import CatalogNavigationTabs
from zope.component.hooks import setSite
import json
import pytest
import re
import transaction


TOWNS = [template.id for template in shipped_templates() if template.id != BLANK]
TODAY = date(2026, 11, 22)
ANSWERS = {
    "site_id": "ukazka",
    "title": "Město – intranet a web",
    "default_language": "cs",
    "portal_timezone": "Europe/Prague",
    "setup_content": True,
    "demo_accounts": True,
}
#: Place and name of every group that an account has on TODAY.
GROUPS = {
    "koordinatorka": {
        "osvz member",
        "osvz koordinator",
        "beroun koordinator",
        "ks guest",
    },
    "garantka": {"osvz member", "osvz garant", "beroun garant"},
    "metodicka": {
        "metodika member",
        "metodika metodik",
        "beroun metodik",
        "ks guest",
    },
    "referentka": {"osvz member", "osvz referent", "beroun referent"},
    "vedouci-skupiny": {
        "ps-seniori member",
        "ps-seniori vedouci",
        "beroun vedouci",
        "ks member",
    },
    "clenka-skupiny": {"ps-seniori member"},
    "tajemnik-rady": {"rada member", "rada tajemnik-rady", "beroun tajemnik-rady"},
    # Her membership ended in 2024
    "poskytovatelka": set(),
    "redaktorka": set(),
    "koordinator-praha": {
        "ps-kpss guest",
        "ps-kpss koordinator-hmp",
        "praha koordinator-hmp",
    },
}


def test_names_differ_between_towns():
    towns = {
        name: {row["Příjmení"] for row in rows_of(f"people/{name}.csv")}
        for name in TOWNS
    }
    for name, surnames in towns.items():
        others = set().union(*(towns[one] for one in TOWNS if one != name))
        assert not surnames & others


def test_readers_of_the_tables_are_told_that_all_people_are_invented():
    text = (FOLDER / "people" / "README.md").read_text("utf-8")
    assert "vymyšlení" in text


@pytest.mark.parametrize("name", TOWNS)
def test_contacts_lead_to_nobody(name):
    for row in rows_of(f"people/{name}.csv"):
        for heading, cell in row.items():
            if "mail" in heading and cell:
                assert cell.endswith(".example")
            if "telefon" in heading and cell:
                assert cell.startswith("+420 000")


def test_every_account_is_of_the_person_called_so():
    people = {
        row["Uživatelský účet"]: row
        for name in TOWNS
        for row in rows_of(f"people/{name}.csv")
        if row.get("Uživatelský účet")
    }
    named = {one.name: one for one in accounts() if one.town}
    assert people.keys() == named.keys()
    for name, row in people.items():
        assert f"{row['Jméno']} {row['Příjmení']}" in named[name].full_name


@pytest.fixture(scope="class")
def site(functional_app_class):
    """The whole demo; today is TODAY."""
    app = functional_app_class
    owner = app.acl_users.getUserById(SITE_OWNER_NAME)
    newSecurityManager(None, owner.__of__(app.acl_users))
    # As in zope.conf; with the layer's 400 objects the new site is put away too soon
    app._p_jar._cache.cache_size = 30_000
    created = site_api.create(app, "kpss-demo", ANSWERS)
    transaction.commit()
    setSite(created)
    with freeze_time(TODAY, ignore=["Zope2", "ZODB"]):
        yield created
    setSite(None)


def roster(site, town, body, on=TODAY):
    return Roster(site[town]["bodies"][body], on)


def seat_of(found, family):
    """The only seat of whoever is called so; None when there is none."""
    seats = [one.seat for one in found.sittings if family in one.person.name]
    assert len(seats) <= 1
    return seats[0] if seats else None


def warned(found):
    return {(one.code, one.params.get("party")) for one in found.warnings}


class TestPeopleOfTheDemo:
    def test_navigation_names_the_towns(self, site):
        tabs = CatalogNavigationTabs(site, site.REQUEST).topLevelTabs()
        titles = {template.id: template.title for template in shipped_templates()}
        assert [tab["name"] for tab in tabs if tab["id"].startswith("mesto-")] == [
            titles[name] for name in TOWNS
        ]

    # Beroun

    def test_beroun_leaders_sit_in_the_coordination_group_by_rule(self, site):
        """BER-63, BER-68."""
        found = roster(site, "beroun", "ks")
        leaders = [
            one.person.name
            for one in found.sittings
            if "leaders_of_working_groups" in {basis.rule for basis in one.seat.bases}
        ]
        assert len(leaders) == 3

    @pytest.mark.parametrize(
        "family,day,bases",
        [
            ("Habřinolesná", date(2022, 5, 1), 2),
            ("Habřinolesná", TODAY, 1),
            ("Bystrolesný", TODAY, 2),
            ("Bystrolesný", date(2027, 1, 1), 1),
        ],
    )
    def test_leader_of_two_groups_has_one_seat(self, site, family, day, bases):
        """BER-63 with decision 21: one seat, one vote, every basis."""
        seat = seat_of(roster(site, "beroun", "ks", day), family)
        assert seat.voting
        assert len(seat.bases) == bases

    def test_beroun_leader_changed(self, site):
        leaders = {
            day: [
                one.person.name
                for one in roster(site, "beroun", "ps-seniori", day).sittings
                if "vedouci" in one.seat.functions
            ]
            for day in (date(2022, 12, 31), date(2023, 1, 1))
        }
        assert list(leaders.values()) == [
            ["Josef Dlouholesný"],
            ["Mgr. Lenka Zimolesná"],
        ]

    def test_beroun_guarantor_and_coordinator_changed_hands(self, site):
        """BER-15, BER-19."""
        names = {
            (one.person.name, function)
            for day in (date(2023, 6, 30), TODAY)
            for one in roster(site, "beroun", "osvz", day).sittings
            for function in one.seat.functions
            if function != "referent"
        }
        assert len(names) == 4

    def test_beroun_coordinator_and_methodologist_are_guests(self, site):
        """BER-49."""
        found = roster(site, "beroun", "ks")
        guests = {
            one.person.user_id for one in found.sittings if one.seat.kind != MEMBER
        }
        assert guests == {"koordinatorka", "metodicka"}

    @pytest.mark.parametrize(
        "body", ["ks", "ps-seniori", "ps-rodiny", "ps-exkluze", "ps-zp"]
    )
    def test_beroun_groups_have_all_three_parties(self, site, body):
        """BER-43, BER-66."""
        found = roster(site, "beroun", body)
        assert found.warnings == []
        assert all(found.composition.values())

    @pytest.mark.parametrize("year", [2019, 2023, 2026])
    def test_beroun_assembly_has_nine_members_in_every_term(self, site, year):
        day = date(year, 11, 20)
        assert roster(site, "beroun", "zastupitelstvo", day).members == 9

    # Žatec

    def test_zatec_reserved_seat_ends_with_the_mandate(self, site):
        """ZAT-44: one of the two did not come back from the elections of 2022."""
        before = roster(site, "zatec", "rs", date(2022, 9, 23))
        after = roster(site, "zatec", "rs", date(2022, 9, 24))
        assert seat_of(before, "Jaropolná") is not None
        assert seat_of(after, "Jaropolná") is None

    def test_zatec_steering_group_by_its_rules(self, site):
        """ZAT-42..45."""
        found = roster(site, "zatec", "rs")
        rules = {basis.rule for seat in found.seats for basis in seat.bases}
        assert rules == {None, "chair", "leaders_of_working_groups", "function"}
        assert warned(found) == set()

    def test_zatec_one_term_ends_soon_and_one_has_ended(self, site):
        """ZAT-60."""
        ends = {
            held.last
            for body in ("ps-pece", "ps-prevence")
            for sitting in roster(site, "zatec", body).sittings
            for held in roster(site, "zatec", body).held(sitting.seat)
            if held.function == "vedouci"
        }
        assert ends == {date(2027, 1, 20), date(2026, 9, 16)}

    def test_zatec_members_by_application_signed_the_rules(self, site):
        """ZAT-68."""
        group = site["zatec"]["bodies"]["ps-pece"]
        applied = [
            one
            for one in group.objectValues()
            if getattr(one, "basis", None) == "application"
        ]
        assert len(applied) == 8
        assert all(one.rules_signed_on and one.rules_signed_version for one in applied)

    # Náměšť

    def test_namest_misses_the_party_of_users_of_services(self, site):
        """NAM-25."""
        found = roster(site, "namest", "rs")
        assert warned(found) == {("party_missing", "uzivatel")}
        assert roster(site, "namest", "rs", date(2026, 6, 30)).warnings == []

    # Praha

    def test_praha_has_coordinators_of_54_of_57_districts(self, site):
        """PRA-11, PRA-12."""
        units = {row["id"] for row in site["praha"].units}
        covered = [
            basis.source.unit
            for seat in roster(site, "praha", "ps-kpss").seats
            for basis in seat.bases
            if basis.rule is None and basis.source.function == "koordinator-mc"
        ]
        assert len(units) == 57
        assert units - set(covered) == {
            "praha-benice",
            "praha-kralovice",
            "praha-nedvezi",
        }
        assert len(covered) == 57, "three districts have two coordinators"

    def test_praha_chair_is_elected_and_then_appointed(self, site):
        """PRA-14."""
        found = roster(site, "praha", "ps-kpss")
        chairs = [seat for seat in found.seats if "predseda" in seat.functions]
        assert len(chairs) == 1
        assert not chairs[0].awaits_appointment(TODAY)
        day = date(2024, 10, 20)
        earlier = roster(site, "praha", "ps-kpss", day)
        chairs = [seat for seat in earlier.seats if "predseda" in seat.functions]
        assert chairs[0].awaits_appointment(day)

    def test_praha_representative_sits_in_the_commission(self, site):
        """PRA-16."""
        found = roster(site, "praha", "komise")
        by_rule = [
            seat for seat in found.seats if any(basis.rule for basis in seat.bases)
        ]
        assert [seat.bases[0].source.function for seat in by_rule] == [
            "zastupce-v-komisi"
        ]

    def test_praha_has_deputies_and_no_parties(self, site):
        found = roster(site, "praha", "ps-kpss")
        assert sum(seat.kind == "substitute" for seat in found.seats) == 6
        assert found.composition == {}
        assert found.warnings == []

    # Accounts

    def test_every_account_is_told_of(self, site):
        assert [one.name for one in accounts()] == list(GROUPS)
        made = site.acl_users.source_users.listUserIds()
        assert sorted(made) == sorted(GROUPS)

    @pytest.mark.parametrize("name", GROUPS)
    def test_account_logs_in_and_has_exactly_its_groups(self, site, name):
        user = site.acl_users.authenticate(name, name, site.REQUEST)
        assert user is not None
        places = {site[town].UID(): town for town in TOWNS} | {
            body.UID(): body.getId()
            for town in TOWNS
            for body in site[town]["bodies"].objectValues()
        }
        found = site.acl_users.getUserById(name)
        groups = [
            one.split(":") for one in found.getGroups() if one.startswith("kpss:")
        ]
        assert {f"{places[place]} {what}" for _kpss, place, what in groups} == GROUPS[
            name
        ]

    @pytest.mark.parametrize(
        "name,roles",
        [
            ("redaktorka", {"Member", "Authenticated", "Editor"}),
            ("koordinatorka", {"Member", "Authenticated"}),
        ],
    )
    def test_roles_in_the_whole_site(self, site, name, roles):
        assert set(site.acl_users.getUserById(name).getRoles()) == roles

    def test_only_the_provider_editor_has_a_local_role(self, site):
        local = {
            (user, role, brain.getId)
            for brain in site.portal_catalog.unrestrictedSearchResults(path="/")
            for user, roles in brain._unrestrictedGetObject().get_local_roles()
            for role in roles
            if user in GROUPS
        }
        assert local == {
            ("poskytovatelka", "KPSS Provider Editor", "rodinne-centrum-liskovi")
        }

    # Privacy

    def test_no_user_of_services_is_named_to_the_public(self, site):
        """Decision 28: on no page of a body, in no answer of its roster."""
        pages = "".join(public_answers(site))
        assert "Zimolesná" in pages, "a leader who consented is named"
        assert hidden_names(site)
        named = [
            name for name in hidden_names(site) if re.search(rf"\b{name}\b", pages)
        ]
        assert named == []


def hidden_names(site):
    """Surnames of everybody who comes for a private party anywhere."""
    book = ledger()
    return {
        person.name.split()[-1]
        for town in TOWNS
        for process in [site[town].UID()]
        for person in book.people(process)
        for fact in book.recorded_of(process, person.id)
        if fact.party in book.structure(process).private_parties
    }


def public_answers(site):
    """What somebody who is not logged in gets of every body: its page and its roster."""
    browser = Browser(site.getPhysicalRoot())
    rest = Browser(site.getPhysicalRoot())
    rest.addHeader("Accept", "application/json")
    for town in TOWNS:
        for body in site[town]["bodies"].objectValues():
            browser.open(body.absolute_url())
            yield browser.contents
            rest.open(f"{body.absolute_url()}/@roster")
            yield json.dumps(json.loads(rest.contents), ensure_ascii=False)
