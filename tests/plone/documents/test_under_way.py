"""With whom documents lie: the list of what is being approved."""

from datetime import date
from datetime import timedelta
from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.said import Said
from tests.plone.approval.conftest import add_document
from zope.globalrequest import setRequest
import transaction


def test_list_says_with_whom_and_since_when(beroun, browse):
    setRequest(beroun.REQUEST)
    since = date.today() - timedelta(days=3)
    made = add_document(beroun, "Ležící plán", "report", author_body="ps-seniori")
    actions.start(made, on=since)
    decide(made, Said(0, "submitted", since))
    page = browse("clen")
    page.open(f"{beroun.absolute_url()}/documents?what=under_way")
    assert "Ležící plán" in page.contents
    said = " ".join(page.contents.split())
    day = f"{since.day}/{since.month}/{since.year}"
    assert f"Now with Koordinační skupina KPSS since {day}" in said
    transaction.begin()
