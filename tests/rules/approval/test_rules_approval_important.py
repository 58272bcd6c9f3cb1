"""Important documents and the managing body (BER-45, ZAT-51)."""

from kpss.addon.approval.rules.case import follow
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.facts import Document
from kpss.addon.approval.rules.facts import ResolutionFact
from kpss.addon.approval.rules.judging import refuse_start
from tests.rules.approval.chains import codes
from tests.rules.approval.chains import day
from tests.rules.approval.chains import decided
from tests.rules.approval.chains import decision
from tests.rules.approval.chains import judged
from tests.rules.approval.chains import PLAN
from tests.rules.approval.chains import started
import pytest


TODAY = day(30)
IMPORTANT = Document("community_plan", important=True, managing_body="rs")


@pytest.mark.parametrize(
    "document, resolution, found",
    [
        (PLAN, None, []),
        (IMPORTANT, None, ["resolution_missing"]),
        (Document("community_plan", important=True), None, ["resolution_missing"]),
        (IMPORTANT, ResolutionFact("rs", day(3)), []),
    ],
)
def test_an_important_document_needs_the_managing_bodys_resolution(
    document, resolution, found
):  # BER-45, ZAT-51
    chain = Chain("c", "C", (Step("manages", body="rs"), Step("decides", body="rada")))
    made = decision(0, "approved", 3, resolution=resolution)
    assert judged(made, chain=chain, history=(started(),), document=document) == found


def test_other_steps_of_an_important_document_need_no_more_than_the_chain_says():
    chain = Chain("c", "C", (Step("manages", body="rs"), Step("decides", body="rada")))
    history = (started(), decided(0, "approved", 2))
    made = decision(1, "approved", 3)
    assert judged(made, chain=chain, history=history, document=IMPORTANT) == []


def test_the_managing_body_that_prepares_and_decides_resolves_once():  # BER-52
    chain = Chain("c", "C", (Step("prepares", body="rs"), Step("decides", body="rs")))
    for step, outcome, history, found in (
        (0, "submitted", (started(),), []),
        (
            1,
            "approved",
            (started(), decided(0, "submitted", 2)),
            ["resolution_missing"],
        ),
    ):
        made = decision(step, outcome, 3)
        assert judged(made, chain=chain, history=history, document=IMPORTANT) == found


def test_an_important_document_may_not_pass_the_managing_body_by():  # BER-45
    chain = Chain("c", "C", (Step("decides", body="rada"),))
    draft = follow(chain, ())
    for document, found in ((PLAN, []), (IMPORTANT, ["managing_body_left_out"])):
        reasons = refuse_start(chain, draft, document, on=day(1), today=TODAY)
        assert codes(reasons) == found
