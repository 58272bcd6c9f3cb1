"""A date that is none is named in our forms."""

from kpss.addon.browser.impossible_date import ImpossibleDate
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from types import SimpleNamespace
import pytest
import transaction


def said(typed) -> str:
    widget = SimpleNamespace(value=typed)
    snippet = ImpossibleDate(ValueError(), None, widget, None, None, None)
    return snippet.createMessage()


def test_day_that_does_not_exist_is_named():
    message = said("2026-02-30")
    assert message == "There is no such day as ${date}."
    date = message.mapping["date"]
    assert date.mapping == {"day": 30, "month": 2, "year": 2026}


@pytest.mark.parametrize("typed", ["30. 2. 2026", "yesterday", "2026-02", "a-b-c"])
def test_what_is_no_date_is_repeated(typed):
    message = said(typed)
    assert message == "${value} is not a date: write YYYY-MM-DD."
    assert message.mapping == {"value": typed}


@pytest.fixture
def body(functional_portal):
    login(functional_portal.aq_parent, SITE_OWNER_NAME)
    process = api.content.create(
        functional_portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
    )
    body = api.content.create(
        process["bodies"], "kpss.Body", id="rada", title="Rada", kind="council"
    )
    transaction.commit()
    return body


@pytest.mark.parametrize(
    "form, button, field",
    [("kpss-close", "close", "valid_to"), ("edit", "save", "valid_from")],
)
def test_forms_name_the_day(body, manager, form, button, field):
    manager.open(f"{body.absolute_url()}/{form}")
    manager.getControl(name=f"form.widgets.{field}").value = "2026-02-30"
    manager.getControl(name=f"form.buttons.{button}").click()
    assert "There is no such day as 30/2/2026." in manager.contents
    transaction.begin()
    assert getattr(body, field) is None
