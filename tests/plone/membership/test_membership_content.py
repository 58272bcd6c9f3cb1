"""Memberships as objects: ids, titles, what the catalogue and the choices know."""

from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.membership.conftest import add_member
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory
import datetime
import pytest
import re


RANDOM = re.compile(r"m-[0-9a-f]{12}\Z")


def terms(name, context):
    factory = getUtility(IVocabularyFactory, name)
    return {term.value: term.title for term in factory(context)}


def test_id_is_random_and_title_made_from_person_and_function(process):
    group = process["bodies"]["ps"]
    leader = add_member(group, "jana", function="vedouci")
    plain = api.content.create(
        group,
        "kpss.Membership",
        title="Petr Čáp",
        person="petr",
        valid_from=datetime.date(2024, 1, 1),
    )
    assert RANDOM.match(leader.getId()) and RANDOM.match(plain.getId())
    assert (leader.title, plain.title) == ("Jana Nováková – vedoucí", "Petr Čáp")
    assert leader.Title() == leader.title


def found_title(membership):
    [brain] = api.content.find(UID=membership.UID(), unrestricted=True)
    return brain.Title


def test_title_follows_the_person(process):
    leader = add_member(process["bodies"]["ps"], "jana", function="vedouci")
    person = process["people"]["jana"]
    person.family_name = "Veselá"
    notify(ObjectModifiedEvent(person))
    assert leader.title == "Jana Veselá – vedoucí"
    assert found_title(leader) == leader.title
    query = {"SearchableText": "Vesela", "portal_type": "kpss.Membership"}
    found = api.content.find(unrestricted=True, **query)
    assert [brain.UID for brain in found] == [leader.UID()]


def test_title_follows_the_name_of_the_function(process):
    leader = add_member(process["bodies"]["ps"], "jana", function="vedouci")
    rows = [
        {**row, "title": row["title"].replace("vedoucí", "vedoucí skupiny")}
        for row in process.functions
    ]
    process.functions = rows
    notify(ObjectModifiedEvent(process, Attributes(None, "IProcess.functions")))
    assert found_title(leader) == "Jana Nováková – vedoucí skupiny"


def test_memberships_are_sorted_by_family_name_in_czech_order(process):
    body = process["bodies"]["ps"]
    for name in ("Chalupa", "Cibulka", "Čermák", "Horák"):
        person = createContentInContainer(
            process["people"], "kpss.Person", given_name="Jan", family_name=name
        )
        add_member(body, person.getId())
    brains = api.content.find(
        portal_type="kpss.Membership", sort_on="kpss_sort", unrestricted=True
    )
    names = [brain.Title.split()[-1] for brain in brains]
    assert names == ["Cibulka", "Čermák", "Horák", "Chalupa"]


def test_no_column_of_the_catalogue_has_the_note(process):
    membership = add_member(process["bodies"]["ps"], "jana", note="tajná poznámka")
    catalog = api.portal.get_tool("portal_catalog")
    [brain] = catalog.unrestrictedSearchResults(UID=membership.UID())
    assert "poznámka" not in str(catalog.getMetadataForRID(brain.getRID()))


def test_members_and_rules_and_pages_of_the_group_may_be_added_to_a_body(process):
    for body in process["bodies"].objectValues():
        addable = {fti.getId() for fti in body.allowedContentTypes()}
        assert addable == {
            "kpss.Rules",
            "kpss.Meeting",
            "kpss.Membership",
            "kpss.Resolution",
            "kpss.Delegation",
            "Document",
            "File",
            "Folder",
            "Image",
            "News Item",
            "Event",
            "Link",
        }


def test_functions_of_another_body_are_not_offered(process):
    bodies = process["bodies"]
    assert terms("kpss.addon.functions_of_body", bodies["ps"]) == {"vedouci": "vedoucí"}
    assert set(terms("kpss.addon.functions_of_body", bodies["rs"])) == {
        "vedouci",
        "predseda-rs",
    }


def test_choices_come_from_the_process(process):
    body = process["bodies"]["ps"]
    assert terms("kpss.addon.organisations", body) == {"dum": "Dům"}
    assert terms("kpss.addon.units", body) == {"stred": "Střed"}
    assert terms("kpss.addon.people", body) == {
        "petr": "Petr Čáp",
        "jana": "Jana Nováková",
    }


def test_people_are_offered_to_nobody_who_may_not_see_them(process):
    body = process["bodies"]["ps"]
    add_member(body, "jana")
    with api.env.adopt_roles(["Editor", "KPSS Body Member"]):
        assert terms("kpss.addon.people", body) == {}
        assert len(terms("kpss.addon.memberships_of_body", body)) == 1
    with api.env.adopt_roles(["Editor", "Reader"]):
        assert terms("kpss.addon.memberships_of_body", body) == {}


def test_archived_person_is_not_offered_but_stays_where_it_is_named(process):
    membership = add_member(process["bodies"]["ps"], "jana")
    api.content.transition(process["people"]["jana"], "archive")
    assert terms("kpss.addon.people", process["bodies"]["ps"]) == {"petr": "Petr Čáp"}
    assert terms("kpss.addon.people", membership)["jana"] == "Jana Nováková"


def test_substitute_is_chosen_among_the_others(process):
    body = process["bodies"]["ps"]
    one, other = add_member(body, "jana"), add_member(body, "petr")
    assert set(terms("kpss.addon.memberships_of_body", body)) == {
        one.getId(),
        other.getId(),
    }
    assert set(terms("kpss.addon.memberships_of_body", one)) == {other.getId()}


def test_stored_organisation_that_is_gone_stays_a_choice(process):
    membership = add_member(process["bodies"]["ps"], "jana", organisation="zanikla")
    assert "zanikla" in terms("kpss.addon.organisations", membership)


@pytest.mark.parametrize(
    "name",
    ["organisations", "units", "functions_of_body", "people", "memberships_of_body"],
)
def test_outside_a_process_there_is_nothing_to_choose(portal, name):
    assert terms(f"kpss.addon.{name}", portal) == {}
