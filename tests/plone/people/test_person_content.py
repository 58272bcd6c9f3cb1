"""People as objects: ids, names, order, accounts, consents."""

from kpss.addon.bodies.people.person import IPerson
from kpss.addon.fields import Refused
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import datetime
import pytest
import re


RANDOM = re.compile(r"p-[0-9a-f]{12}\Z")


def add_person(process, **values):
    values = {"given_name": "Jan", "family_name": "Malý", **values}
    return createContentInContainer(process["people"], "kpss.Person", **values)


def test_id_is_random_whoever_creates_the_person(process):
    made = add_person(process)
    by_api = api.content.create(process["people"], "kpss.Person", title="Jan Malý")
    assert RANDOM.match(made.getId()) and RANDOM.match(by_api.getId())


def test_organisation_and_body_keep_their_speaking_ids(process):
    organisation = api.content.create(
        process["providers"], "kpss.Organisation", title="Domov seniorů"
    )
    body = api.content.create(process["bodies"], "kpss.Body", title="Rada města")
    assert (organisation.getId(), body.getId()) == ("domov-senioru", "rada-mesta")


@pytest.mark.parametrize(
    "values, title",
    [
        ({}, "Jan Malý"),
        ({"title_before": "Ing.", "title_after": "Ph.D."}, "Ing. Jan Malý, Ph.D."),
        ({"title_after": "DiS."}, "Jan Malý, DiS."),
        ({"title": "Někdo jiný"}, "Jan Malý"),
    ],
)
def test_title_is_made_from_the_names(process, values, title):
    assert add_person(process, **values).title == title


def test_people_are_sorted_by_family_name_in_czech_order(process):
    names = ("Chalupa", "Cibulka", "Čermák", "Horák")
    for name in names:
        add_person(process, family_name=name, title_before="Mgr.")
    brains = api.content.find(
        process["people"],
        portal_type="kpss.Person",
        sort_on="kpss_sort",
        unrestricted=True,
    )
    shown = [brain.Title.split()[-1] for brain in brains]
    assert [name for name in shown if name in names] == [
        "Cibulka",
        "Čermák",
        "Horák",
        "Chalupa",
    ]


@pytest.mark.parametrize("words, found", [("Novakova", 1), ("tajna", 0), ("Zelena", 0)])
def test_full_text_knows_name_and_office_and_nothing_private(process, words, found):
    person = process["people"]["jana"]
    person.office = "ředitelka"
    person.private_address = "Zelená 5"
    person.note = "tajná poznámka"
    person.reindexObject()
    query = {"portal_type": "kpss.Person", "SearchableText": words}
    assert len(api.content.find(unrestricted=True, **query)) == found


def columns(obj) -> str:
    """What the catalogue hands out about an object."""
    catalog = api.portal.get_tool("portal_catalog")
    [brain] = catalog.unrestrictedSearchResults(UID=obj.UID())
    return str(catalog.getMetadataForRID(brain.getRID()))


def test_no_column_of_the_catalogue_has_private_data(process):
    person = add_person(
        process, private_email="tajny@post.example", user_id="ucet", note="tajnost"
    )
    private = ("tajny@", "ucet", "tajnost")
    assert [text for text in private if text in columns(person)] == []


def refusal(field, context, value):
    """The sentence with which the field refuses the value, or None."""
    try:
        IPerson[field].bind(context).validate(value)
    except Refused as refused:
        return refused.doc()


def test_account_that_does_not_exist_is_refused(process):
    person = process["people"]["jana"]
    assert refusal("user_id", person, "nikdo") == "There is no user account nikdo."


def link(person):
    person.user_id = "novakova"
    notify(ObjectModifiedEvent(person))


def test_account_is_linked_to_one_person_of_a_process(portal, process):
    api.user.create(username="novakova", email="novakova@mesto.example")
    people = process["people"]
    link(people["jana"])
    said = refusal("user_id", people["petr"], "novakova")
    assert said == "The account novakova is already linked to Jana Nováková."
    assert refusal("user_id", people, "novakova") == said
    assert refusal("user_id", people["jana"], "novakova") is None
    other = api.content.create(
        portal, "kpss.Process", id="druhe", title="Druhé", municipality="Druhé"
    )
    assert refusal("user_id", other["people"], "novakova") is None


def test_account_deleted_since_does_not_hinder_other_changes(process):
    person = process["people"]["jana"]
    person.user_id = "byvaly"
    assert refusal("user_id", person, "byvaly") is None


def test_copy_of_a_person_has_no_account(process):
    people = process["people"]
    link(people["jana"])
    assert api.content.copy(people["jana"], people).user_id is None


@pytest.mark.parametrize(
    "field, value",
    [
        ("office_email", "jana"),
        ("office_email", "jana@mesto"),
        ("private_email", "jana@mesto.example, petr@mesto.example"),
        ("office_phone", "nevím"),
        ("family_name", "Nováková 😀"),
        ("given_name", "   "),
    ],
)
def test_bad_value_is_refused_with_a_sentence(process, field, value):
    assert refusal(field, process["people"]["jana"], value)


@pytest.mark.parametrize(
    "value", ["+420 415 736 111", "415736111, 777 123 456", "415 736 111 linka 12"]
)
def test_telephone_is_taken_as_people_write_it(process, value):
    assert refusal("office_phone", process["people"]["jana"], value) is None


def test_consent_withdrawn_before_it_was_given_is_refused(process):
    row = {
        "what": "name",
        "given_on": datetime.date(2024, 5, 1),
        "text_version": None,
        "withdrawn_on": datetime.date(2024, 4, 1),
    }
    said = refusal("consents", process["people"]["jana"], [row])
    assert said == "Row 1: the consent was withdrawn before it was given."
