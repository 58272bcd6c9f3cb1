"""The demo's Žatec and Praha: their people as the documents of the towns have them."""

from datetime import date
import pytest


TODAY = date(2026, 11, 22)


@pytest.fixture(scope="class")
def site(demo_of):
    return demo_of("beroun", "zatec", "namest", "praha", accounts=True)


class TestPeople:
    def test_zatec_reserved_seat_ends_with_the_mandate(self, roster, seat_of):
        """ZAT-44: one of the two did not come back from the elections of 2022."""
        last = date(2022, 9, 23)
        assert seat_of("Jaropolná", "zatec", "rs", last) is not None
        assert seat_of("Jaropolná", "zatec", "rs", date(2022, 9, 24)) is None

    def test_zatec_steering_group_by_its_rules(self, roster):
        """ZAT-42..45."""
        found = roster("zatec", "rs")
        rules = {basis.rule for seat in found.seats for basis in seat.bases}
        assert rules == {None, "chair", "leaders_of_working_groups", "function"}
        assert found.warnings == []

    def test_zatec_one_term_ends_soon_and_one_has_ended(self, roster):
        """ZAT-60."""
        ends = {
            held.last
            for body in ("ps-pece", "ps-prevence")
            for sitting in roster("zatec", body).sittings
            for held in roster("zatec", body).held(sitting.seat)
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

    def test_praha_has_coordinators_of_54_of_57_districts(self, site, roster):
        """PRA-11, PRA-12."""
        units = {row["id"] for row in site["praha"].units}
        covered = [
            basis.source.unit
            for seat in roster("praha", "ps-kpss").seats
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

    def test_praha_chair_is_elected_and_then_appointed(self, roster):
        """PRA-14."""
        found = roster("praha", "ps-kpss")
        chairs = [seat for seat in found.seats if "predseda" in seat.functions]
        assert len(chairs) == 1
        assert not chairs[0].awaits_appointment(TODAY)
        day = date(2024, 10, 20)
        earlier = roster("praha", "ps-kpss", day)
        chairs = [seat for seat in earlier.seats if "predseda" in seat.functions]
        assert chairs[0].awaits_appointment(day)

    def test_praha_representative_sits_in_the_commission(self, roster):
        """PRA-16."""
        found = roster("praha", "komise")
        by_rule = [
            seat for seat in found.seats if any(basis.rule for basis in seat.bases)
        ]
        assert [seat.bases[0].source.function for seat in by_rule] == [
            "zastupce-v-komisi"
        ]

    def test_praha_has_deputies_and_no_parties(self, roster):
        found = roster("praha", "ps-kpss")
        assert sum(seat.kind == "substitute" for seat in found.seats) == 6
        assert found.composition == {}
        assert found.warnings == []

    def test_city_coordinator_has_the_groups_of_the_function(self, site):
        """PRA-13, PRA-17."""
        user = site.acl_users.getUserById("koordinator-praha")
        groups = {one for one in user.getGroups() if one.startswith("kpss:")}
        body, process = site["praha"]["bodies"]["ps-kpss"].UID(), site["praha"].UID()
        assert groups == {
            f"kpss:{body}:guest",
            f"kpss:{body}:koordinator-hmp",
            f"kpss:{process}:koordinator-hmp",
        }
