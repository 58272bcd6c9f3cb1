"""The page of a body: its people for everybody, and for those inside."""

from lxml import html
from tests.plone.roster.town import MARK
from tests.plone.roster.town import page_text as page


RS, PS = "/mesto/bodies/rs", "/mesto/bodies/ps"


class TestForEverybody:
    def test_name_stands_there_with_consent_function_and_contact(self, nobody):
        text = page(nobody, RS)
        assert "Jana Veřejná Předsedkyně jana@example.org" in text

    def test_without_consent_only_the_organisation_is_named(self, nobody):
        text = page(nobody, PS)
        assert "representative of Dům seniorů (name not published)" in text
        assert MARK not in text.lower()

    def test_users_of_services_are_only_counted(self, nobody):
        text = page(nobody, PS)
        assert "Uživatelé služeb 1 member whose name is not published" in text
        assert "ulrich" not in text.lower()

    def test_public_function_names_its_holder_without_consent(self, nobody):
        assert "Klara Koordinátorská" in page(nobody, RS)

    def test_parties_stand_in_the_order_of_the_process(self, nobody):
        answer = html.fromstring(nobody.get(PS).text)
        headings = answer.xpath("//section[@aria-labelledby='kpss-members']/h3/text()")
        assert headings == ["Poskytovatelé", "Uživatelé služeb"]

    def test_composition_counts_everybody(self, nobody):
        text = page(nobody, PS)
        assert "3 members" in text
        assert "Uživatelé služeb: 1" in text

    def test_way_in_and_the_coordinator_to_write_to(self, nobody):
        text = page(nobody, PS)
        assert "You become a member by handing in an application" in text
        assert "klara@example.org" in text

    def test_leader_by_office_sits_in_the_steering_group(self, nobody):
        assert "5 members" not in page(nobody, RS)
        assert "4 members" in page(nobody, RS)

    def test_former_members_and_bases_are_not_told(self, nobody):
        text = page(nobody, PS)
        assert "Former members" not in text
        assert "by appointment" not in text
        assert "roster.csv" not in nobody.get(PS).text

    def test_another_day_is_not_shown(self, nobody):
        assert "Rut Radní" not in page(nobody, f"{PS}?on=2024-06-01")

    def test_council_names_its_members_by_office(self, nobody):
        assert "Rut Radní" in page(nobody, "/mesto/bodies/rada")


class TestForInsiders:
    def test_everybody_is_named_with_basis_and_contact(self, insider):
        text = page(insider, PS)
        assert "Nina Skrytá" in text
        assert "Ulrich Skrytýuživatel" in text
        assert "by appointment" in text

    def test_former_members_are_folded(self, insider):
        assert "Former members Rut Radní" in page(insider, PS)

    def test_last_day_of_a_term_follows_from_the_rules(self, insider):
        text = page(insider, PS)
        assert "from 1/3/2024 to 1/3/2025 (by the length of the term" in text

    def test_another_day_is_shown(self, insider):
        text = page(insider, f"{PS}?on=2024-06-01")
        assert "4 members" in text
        assert "roster.csv?on=2024-06-01" in insider.get(f"{PS}?on=2024-06-01").text

    def test_day_that_does_not_exist_is_told_and_today_shown(self, insider):
        text = page(insider, f"{PS}?on=2024-02-31")
        assert "2024-02-31 is not a date" in text
        assert "3 members" in text

    def test_who_only_reads_is_offered_no_changes(self, insider):
        assert "kpss-end-membership" not in insider.get(PS).text

    def test_insider_of_one_body_is_nobody_in_another(self, insider):
        assert MARK not in page(insider, RS).lower()


class TestForTheCoordinator:
    def test_changes_are_offered_where_the_membership_is_recorded(self, owner):
        text = owner.get(RS).text
        assert text.count("@@kpss-end-membership") == 4
        assert "@@kpss-add-member" in text

    def test_name_leads_to_the_membership_also_of_former_members(self, owner, town):
        tree = html.fromstring(owner.get(PS).text)
        links = tree.xpath("//section[@aria-labelledby='kpss-members']//th/a/@href")
        assert links and all("/bodies/ps/" in link for link in links)
        (former,) = tree.xpath("//details//a[text()='Rut Radní']/@href")
        assert owner.get(former.partition("/plone")[2]).status_code == 200
        assert "section-byline" not in owner.get(former.partition("/plone")[2]).text

    def test_body_without_parties_is_a_plain_list(self, owner):
        text = owner.get("/mesto/bodies/rada").text
        assert "Other members" not in text and "Poskytovatelé: 0" not in text

    def test_warnings_say_what_the_composition_lacks(self, owner):
        assert "Nobody represents the party “Poskytovatel”." in page(owner, RS)
