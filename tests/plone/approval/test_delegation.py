"""Powers passed on (BER-46): judged on the day of the decision, told by the history."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.dexterity.utils import createContentInContainer
from tests.plone.approval.conftest import add_document
from tests.plone.approval.conftest import build
from tests.plone.roster.town import session
from zExceptions import BadRequest
import pytest
import transaction


START = date(2026, 3, 2)


@pytest.fixture(scope="class")
def beroun(functional_portal_class):
    login(functional_portal_class.aq_parent, SITE_OWNER_NAME)
    process = build(functional_portal_class, "beroun")
    transaction.commit()
    yield process
    login(functional_portal_class, TEST_USER_NAME)


def delegate(process, **fields):
    values = {"to_body": "osvz", "valid_from": date(2026, 1, 1), **fields}
    made = createContentInContainer(
        process["bodies"]["ks"], "kpss.Delegation", checkConstraints=False, **values
    )
    transaction.commit()
    return made


def at_coordination_group(process, kind="implementation_plan"):
    document = add_document(process, "Plán", kind, author_body="ps-seniori")
    actions.start(document, on=START)
    decide(document, Said(0, "submitted", START))
    return document


class TestDelegation:
    def test_decision_under_a_delegation_says_so(self, beroun):
        delegation = delegate(beroun)
        document = at_coordination_group(beroun)
        decide(
            document,
            Said(
                1,
                "approved",
                START,
                delegation=delegation.UID(),
                resolution=NewResolution(),
            ),
        )
        record = case_of(document).records[-1]
        assert (record.body, record.delegation) == ("ks", delegation.UID())
        page = document.restrictedTraverse("kpss-timeline")()
        assert "Under a delegation:" in page
        assert "Odbor sociálních věcí a zdravotnictví" in page
        with pytest.raises(BadRequest, match="belongs to the"):
            api.content.delete(delegation)

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"valid_from": date(2026, 3, 3)}, "delegation_not_begun"),
            ({"valid_to": date(2026, 3, 1)}, "delegation_ended"),
            ({"kinds": ["report"]}, "delegation_of_other_kinds"),
        ],
    )
    def test_delegation_holds_inside_its_days_and_kinds(self, beroun, fields, code):
        delegation = delegate(beroun, **fields)
        document = at_coordination_group(beroun)
        said = Said(
            1,
            "approved",
            START,
            delegation=delegation.UID(),
            resolution=NewResolution(),
        )
        with pytest.raises(Refusals) as refused:
            decide(document, said)
        assert [one.code for one in refused.value.refusals] == [code]
        assert case_of(document).standing.current == 1

    def test_chain_that_does_not_allow_it_refuses(self, beroun):
        document = at_coordination_group(beroun)
        decide(document, Said(1, "approved", START, resolution=NewResolution()))
        delegation = createContentInContainer(
            beroun["bodies"]["osvz"],
            "kpss.Delegation",
            checkConstraints=False,
            to_body="ks",
            valid_from=date(2026, 1, 1),
        )
        transaction.commit()
        with pytest.raises(Refusals) as refused:
            decide(document, Said(2, "submitted", START, delegation=delegation.UID()))
        assert "delegation_not_allowed" in [one.code for one in refused.value.refusals]

    @pytest.mark.parametrize(
        ("sent", "field"),
        [
            ({"valid_from": "2026-01-01"}, "to_body"),
            ({"to_body": "ks", "valid_from": "2026-01-01"}, "to_body"),
            (
                {
                    "to_body": "osvz",
                    "valid_from": "2026-02-01",
                    "valid_to": "2026-01-01",
                },
                "valid_to",
            ),
            ({"to_body": "osvz"}, "valid_from"),
            ({"to_body": "neni", "valid_from": "2026-01-01"}, "to_body"),
        ],
    )
    def test_bad_delegation_is_refused_by_field(
        self, beroun, functional_portal_class, sent, field
    ):
        transaction.commit()
        rest = session(functional_portal_class, user="owner", accept="application/json")
        answer = rest.post(
            "/beroun/bodies/ks", json={"@type": "kpss.Delegation", **sent}
        )
        rest.close()
        assert answer.status_code == 400
        assert [one["field"] for one in answer.json()["errors"]] == [field]
