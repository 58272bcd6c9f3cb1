"""Rules of procedure take the dates of their document (decision 27)."""

from datetime import date
from datetime import timedelta
from itertools import count
from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.said import Said
from kpss.addon.bodies.procedure.facts import procedure_of
from plone.dexterity.utils import createContentInContainer
from tests.plone.approval.conftest import add_document
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


TODAY = date.today()
NUMBERS = count(1)


@pytest.fixture
def steering(beroun, post):
    setRequest(beroun.REQUEST)
    yield beroun["bodies"]["ks"]
    transaction.abort()
    transaction.begin()


def approved(beroun, title, on, **fields):
    made = add_document(beroun, title, "rules_of_procedure", **fields)
    approve(made, on)
    return made


def approve(document, on, **said):
    number = f"KS {next(NUMBERS)}/r"
    ruling = ResolutionView(uid=None, body="ks", number=number, on=on)
    actions.start(document, on=on)
    decide(document, Said(0, "approved", on, resolution=ruling, **said))


def rules(body, title, **values):
    return createContentInContainer(
        body, "kpss.Rules", title=title, checkConstraints=False, **values
    )


class TestDates:
    def test_rules_of_an_approved_document_have_its_days(self, beroun, steering):
        document = approved(beroun, "Jednací řád 1", TODAY - timedelta(days=40))
        made = rules(steering, "Pravidla", document_id=document.getId())
        assert (made.valid_from, made.valid_to) == (TODAY - timedelta(days=40), None)

    def test_rules_wait_for_the_approval(self, beroun, steering):
        document = add_document(beroun, "Jednací řád 2", "rules_of_procedure")
        made = rules(
            steering,
            "Pravidla",
            document_id=document.getId(),
            valid_from=TODAY - timedelta(days=5),
        )
        assert made.valid_from == TODAY - timedelta(days=5)
        approve(document, TODAY, effect_on=TODAY + timedelta(days=10))
        assert made.valid_from == TODAY + timedelta(days=10)
        assert procedure_of(steering, TODAY + timedelta(days=10)).title == "Pravidla"

    def test_repealed_documents_end_their_rules(self, beroun, steering):
        old = approved(beroun, "Jednací řád 3", TODAY - timedelta(days=20))
        before = rules(steering, "Stará", document_id=old.getId())
        new = add_document(
            beroun, "Jednací řád 4", "rules_of_procedure", repeals=[old.getId()]
        )
        after = rules(steering, "Nová", document_id=new.getId())
        approve(new, TODAY)
        assert before.valid_to == TODAY - timedelta(days=1)
        assert after.valid_from == TODAY
        yesterday = TODAY - timedelta(days=1)
        assert procedure_of(steering, yesterday).title == "Stará"
        assert procedure_of(steering, TODAY).title == "Nová"

    def test_days_typed_beside_a_document_give_way(self, beroun, steering):
        document = approved(beroun, "Jednací řád 5", TODAY - timedelta(days=3))
        made = rules(steering, "Pravidla", document_id=document.getId())
        made.valid_from = date(2000, 1, 1)
        notify(ObjectModifiedEvent(made))
        assert made.valid_from == TODAY - timedelta(days=3)

    def test_page_links_the_document(self, beroun, steering):
        document = approved(beroun, "Jednací řád 6", TODAY - timedelta(days=2))
        made = rules(steering, "Pravidla", document_id=document.getId())
        page = made.restrictedTraverse(made.getLayout())()
        assert document.absolute_url() in page
        assert "Jednací řád 6" in page
