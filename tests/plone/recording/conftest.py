"""A town from a shipped template, and the coordinator at the forms."""

from freezegun import freeze_time
from kpss.addon.bodies.people.naming import random_id
from kpss.addon.process.template_content import add_content
from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.shipped import shipped_template
from plone import api
from tests.plone.kept import keep
import datetime
import pytest
import transaction


TODAY = datetime.date(2026, 3, 1)


@pytest.fixture
def today():
    """The clock of the town stands; that of the database goes on."""
    with freeze_time(datetime.datetime(2026, 3, 1, 9), ignore=["ZODB", "transaction"]):
        yield TODAY


def town(portal, template: str):
    """A process from a shipped template."""
    data = shipped_template(template).reading.data
    return create_process(portal, data, template, public=True).process


@pytest.fixture
def zatec(functional_portal, today):
    portal = functional_portal
    with api.env.adopt_roles(["Manager"]):
        keep(portal, "zatec of 2026-03-01", lambda: town(portal, "zatec"))
        yield portal["zatec"]


def person(process, given: str, family: str, **values):
    names = {"given_name": given, "family_name": family}
    return add_content(
        process["people"], "kpss.Person", random_id("p"), **names, **values
    )


def seat(body, who, since=datetime.date(2022, 10, 20), **values):
    values = {"person": who.getId(), "valid_from": since, "basis": "other", **values}
    return add_content(body, "kpss.Membership", random_id("m"), **values)


def memberships(body):
    return [one for one in body.objectValues() if one.portal_type == "kpss.Membership"]


def open_form(browser, obj, view: str):
    """The form of ``view`` after what the test prepared is committed."""
    transaction.commit()
    browser.open(f"{obj.absolute_url()}/{view}")
    return browser


def control(browser, name: str):
    return browser.getControl(name=name)


def fill(browser, **values):
    """Type into fields and choose by value."""
    for name, value in values.items():
        field = control(browser, name)
        field.value = value if field.type in ("text", "date", "email") else [value]


def save(browser, button: str = "save"):
    control(browser, button).click()
    transaction.begin()
    return browser
