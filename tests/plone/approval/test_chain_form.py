"""The forms of chains: ordered rows without scripts, every flaw at its row."""

from datetime import date
from kpss.addon.approval.chains.reading import chain_content
from kpss.addon.approval.chains.reading import chains_of
from kpss.addon.approval.chains.reading import flaws_in
from kpss.addon.approval.chains.reading import usable
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction


CHANGES = "zmeny-organizacniho-radu"


@pytest.fixture
def browser(zatec, functional_portal_class):
    found = Browser(functional_portal_class.aq_parent)
    found.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    found.handleErrors = False
    return found


@pytest.fixture
def edit(zatec, browser):
    """Opens the form of a chain, a new one without an id; answers the form."""

    def open_form(chain_id=None):
        path = f"{chain_id}/edit" if chain_id else "++add++kpss.ApprovalChain"
        browser.open(f"{zatec.absolute_url()}/chains/{path}")
        return form_of(browser)

    return open_form


def form_of(browser):
    return browser.getForm(action="/chains/")


def fill(form, **values):
    """``step_0_act="decides"``; selects and boxes take lists."""
    for name, value in values.items():
        form.getControl(name=name.replace("_", "-", 2)).value = value


def save(browser, form):
    form.getControl(name="save").click()
    transaction.begin()
    return browser.contents


class TestEditing:
    def test_step_is_added_and_moved_by_its_number(self, zatec, browser, edit):
        form = edit(CHANGES)
        fill(
            form,
            step_1_actor=["body:komise"],
            step_1_act=["advises"],
            step_1_order="1",
            step_1_days="10",
            step_1_days_kind=["working"],
            step_1_skip=True,
        )
        contents = save(browser, form)
        assert browser.url == f"{zatec.absolute_url()}/chains/{CHANGES}"
        assert "was saved" in contents
        assert "within 10 working days, then it goes on without it" in contents
        steps = zatec["chains"][CHANGES].steps
        assert [step["body"] for step in steps] == ["komise", "rs"]
        assert steps[0] == {
            "body": "komise",
            "act": "advises",
            "deadline_days": 10,
            "deadline_kind": "working",
            "skip_after_deadline": True,
        }

    def test_step_moves_down_behind_the_one_with_its_number(self, zatec, browser, edit):
        form = edit(CHANGES)
        fill(form, step_0_order="2")
        # Now it does not end with a decision
        assert "The last step of a chain decides." in save(browser, form)
        form = form_of(browser)
        assert form.getControl(name="step-0-order").value == "2"
        fill(form, step_0_order="1", step_0_act=[""])
        save(browser, form)
        assert [step["body"] for step in zatec["chains"][CHANGES].steps] == ["rs"]

    def test_what_was_not_touched_stays_as_it_was(self, zatec, browser, edit):
        before = {one.id: one for one in chains_of(zatec)}
        for chain_id in before:
            save(browser, edit(chain_id))
        assert {one.id: one for one in chains_of(zatec)} == before

    def test_chain_is_put_aside_and_taken_again(self, zatec, browser, edit):
        form = edit("dotace")
        fill(form, active=False)
        assert "Not offered for new documents" in save(browser, form)
        chain = next(one for one in chains_of(zatec) if one.id == "dotace")
        assert not usable(zatec, chain) and not flaws_in(zatec, chain)
        form = edit("dotace")
        fill(form, active=True)
        save(browser, form)
        chain = next(one for one in chains_of(zatec) if one.id == "dotace")
        assert usable(zatec, chain)

    def test_second_of_two_editors_is_told(self, zatec, browser, edit):
        form = edit("vystupy")
        zatec["chains"]["vystupy"].source = "Změněno jinde"
        transaction.commit()
        fill(form, title="Přepsáno")
        assert "Somebody else has changed the chain" in save(browser, form)
        chain = zatec["chains"]["vystupy"]
        assert (chain.title, chain.source) == ("Výstupy procesu KPSS", "Změněno jinde")
        assert form_of(browser).getControl(name="title").value == "Přepsáno"


class TestAdding:
    def test_new_chain_is_last_and_chosen_for_its_kind(self, zatec, browser, edit):
        form = edit()
        fill(
            form,
            title="Stanoviska",
            step_0_actor=["body:rs"],
            step_0_act=["decides"],
        )
        form.getControl(name="kinds:list").value = ["opinion"]
        save(browser, form)
        assert browser.url == f"{zatec.absolute_url()}/chains/stanoviska"
        chain = chains_of(zatec)[-1]
        assert (chain.id, chain.title) == ("stanoviska", "Stanoviska")
        assert chain.document_kinds == ("opinion",)
        assert [(step.body, step.act) for step in chain.steps] == [("rs", "decides")]

    def test_nobody_else_adds_or_edits(self, zatec, functional_portal_class):
        visitor = Browser(functional_portal_class.aq_parent)
        for path in (f"{CHANGES}/edit", "++add++kpss.ApprovalChain"):
            visitor.open(f"{zatec.absolute_url()}/chains/{path}")
            assert "login" in visitor.url


REFUSED = [
    ({"title": ""}, "This must not be empty"),
    ({"title": "😀"}, "cannot be used here"),
    ({"step_0_act": ["advises"]}, "The last step of a chain decides."),
    ({"step_0_actor": [""]}, "Choose who acts at the step."),
    ({"step_0_days": "mnoho"}, "Write the number of days"),
    ({"step_0_days": "3651"}, "Write the number of days"),
    ({"step_0_order": "první"}, "Write a whole number."),
    ({"step_0_skip": ["1"]}, "Only a step that gives an opinion may be skipped."),
    (
        {"step_1_act": ["advises"], "step_1_actor": ["public"], "step_1_skip": ["1"]},
        "A step that may be skipped needs a deadline.",
    ),
    ({"step_0_note": "x" * 5001}, "at most 5000 are allowed"),
    ({"step_0_act": [""]}, "A chain needs at least one step."),
]


class TestBadInput:
    @pytest.mark.parametrize(("typed", "said"), REFUSED)
    def test_is_refused_with_a_sentence_and_nothing_is_lost(
        self, zatec, browser, edit, typed, said
    ):
        count = len(chains_of(zatec))
        form = edit()
        fill(form, title="Nový", step_0_actor=["body:rs"], step_0_act=["decides"])
        fill(form, **typed)
        assert said in save(browser, form)
        form = form_of(browser)
        for name, value in typed.items():
            assert form.getControl(name=name.replace("_", "-", 2)).value == value
        assert len(chains_of(zatec)) == count

    def test_body_that_ended_meanwhile_is_told_at_its_row(self, zatec, browser, edit):
        """It is offered no more, but a form was open."""
        form = edit(CHANGES)
        zatec["bodies"]["rs"].valid_to = date(2020, 1, 1)
        zatec["bodies"]["rs"].reindexObject()
        transaction.commit()
        contents = save(browser, form)
        assert '<a class="alert-link" href="#step-0-actor">' in contents
        assert "This body does not exist any more." in contents
        (chain,) = [one for one in chains_of(zatec) if one.id == CHANGES]
        assert not usable(zatec, chain)
        zatec["bodies"]["rs"].valid_to = None
        zatec["bodies"]["rs"].reindexObject()
        transaction.commit()
        assert usable(zatec, chain)

    def test_body_and_function_that_are_not_there_are_not_lost(
        self, zatec, browser, edit
    ):
        chain = zatec["chains"][CHANGES]
        before = chain.steps
        chain.steps = [{**before[0], "recorded_by": "tajemnik"}]
        transaction.commit()
        save(browser, edit(CHANGES))
        assert zatec["chains"][CHANGES].steps[0]["recorded_by"] == "tajemnik"
        zatec["chains"][CHANGES].steps = before
        transaction.commit()


def test_chain_without_flaws_is_found_by_its_id(zatec):
    assert chain_content(zatec, CHANGES).getId() == CHANGES
    assert chain_content(zatec, "neni") is None
