"""The demo's Beroun: its people, the accounts, and what the public does not learn."""

from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.townsetup.demo_accounts import accounts
from plone.testing.zope import Browser
import json
import pytest
import re


TODAY = date(2026, 11, 22)
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
}


@pytest.fixture(scope="class")
def site(demo_of):
    """As ``make run`` makes it."""
    return demo_of("beroun", "zatec", "namest", "praha", accounts=True)


class TestPeople:
    def test_leaders_sit_in_the_coordination_group_by_rule(self, roster):
        """BER-63, BER-68."""
        found = roster("beroun", "ks")
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
    def test_leader_of_two_groups_has_one_seat(self, seat_of, family, day, bases):
        """BER-63 with decision 21: one seat, one vote, every basis."""
        seat = seat_of(family, "beroun", "ks", day)
        assert seat.voting
        assert len(seat.bases) == bases

    def test_leader_changed(self, roster):
        leaders = {
            day: [
                one.person.name
                for one in roster("beroun", "ps-seniori", day).sittings
                if "vedouci" in one.seat.functions
            ]
            for day in (date(2022, 12, 31), date(2023, 1, 1))
        }
        assert list(leaders.values()) == [
            ["Josef Dlouholesný"],
            ["Mgr. Lenka Zimolesná"],
        ]

    def test_guarantor_and_coordinator_changed_hands(self, roster):
        """BER-15, BER-19."""
        names = {
            (one.person.name, function)
            for day in (date(2023, 6, 30), TODAY)
            for one in roster("beroun", "osvz", day).sittings
            for function in one.seat.functions
            if function != "referent"
        }
        assert len(names) == 4

    def test_coordinator_and_methodologist_are_guests(self, roster):
        """BER-49."""
        found = roster("beroun", "ks")
        guests = {
            one.person.user_id for one in found.sittings if one.seat.kind != MEMBER
        }
        assert guests == {"koordinatorka", "metodicka"}

    @pytest.mark.parametrize(
        "body", ["ks", "ps-seniori", "ps-rodiny", "ps-exkluze", "ps-zp"]
    )
    def test_groups_have_all_three_parties(self, roster, body):
        """BER-43, BER-66."""
        found = roster("beroun", body)
        assert found.warnings == []
        assert all(found.composition.values())

    @pytest.mark.parametrize("year", [2019, 2023, 2026])
    def test_assembly_has_nine_members_in_every_term(self, roster, year):
        day = date(year, 11, 20)
        assert roster("beroun", "zastupitelstvo", day).members == 9

    def test_every_account_is_told_of(self, site):
        made = site.acl_users.source_users.listUserIds()
        assert sorted(made) == sorted(one.name for one in accounts())
        assert set(made) == GROUPS.keys() | {"koordinator-praha", "predseda-praha"}

    @pytest.mark.parametrize("name", GROUPS)
    def test_account_logs_in_and_has_exactly_its_groups(self, site, name):
        user = site.acl_users.authenticate(name, name, site.REQUEST)
        assert user is not None
        town = site["beroun"]
        places = {one.UID(): one.getId() for one in town["bodies"].objectValues()}
        places[town.UID()] = "beroun"
        found = site.acl_users.getUserById(name)
        ours = [one.split(":") for one in found.getGroups() if "kpss:" in one]
        named = {f"{places[place]} {what}" for _kpss, place, what in ours}
        assert named == GROUPS[name]

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
    book, process = ledger(), site["beroun"].UID()
    return {
        person.name.split()[-1]
        for person in book.people(process)
        for fact in book.recorded_of(process, person.id)
        if fact.party and fact.party not in book.structure(process).public_parties
    }


def public_answers(site):
    """What somebody who is not logged in gets of every body: its page and its roster."""
    browser = Browser(site.getPhysicalRoot())
    rest = Browser(site.getPhysicalRoot())
    rest.addHeader("Accept", "application/json")
    for body in site["beroun"]["bodies"].objectValues():
        browser.open(body.absolute_url())
        yield browser.contents
        rest.open(f"{body.absolute_url()}/@roster")
        yield json.dumps(json.loads(rest.contents), ensure_ascii=False)
