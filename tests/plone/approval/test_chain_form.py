"""The pages of chains: read by everybody, edited as ordered rows without scripts."""

from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import pytest
import transaction


@pytest.fixture
def browser(zatec, functional_portal_class):
    found = Browser(functional_portal_class.aq_parent)
    found.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    found.handleErrors = False
    return found


@pytest.fixture
def visitor(zatec, functional_portal_class):
    return Browser(functional_portal_class.aq_parent)


class TestChains:
    def test_chains_read_as_the_rules_of_the_town_say(self, zatec, visitor):
        """ZAT-91 to ZAT-93, ZAT-54."""
        visitor.open(f"{zatec.absolute_url()}/approval-chains")
        page = " ".join(visitor.contents.split())
        for text in (
            "Organizační řád a jeho přílohy",
            "Změny a doplňky Organizačního řádu",
            "Sociální a zdravotní komise Rady města Žatce",
            "discussed and approved",
            "resolution required",
        ):
            assert text in page, text

    def test_nobody_else_edits_them(self, zatec, visitor):
        visitor.open(f"{zatec.absolute_url()}/@@kpss-edit-chain")
        assert "login" in visitor.url

    def test_step_is_added_and_moved_by_its_number(self, zatec, browser):
        url = f"{zatec.absolute_url()}/@@kpss-edit-chain?chain=zmeny-organizacniho-radu"
        browser.open(url)
        form = browser.getForm(action="kpss-edit-chain")
        form.getControl(name="step-1-actor").value = ["body:komise"]
        form.getControl(name="step-1-act").value = ["advises"]
        form.getControl(name="step-1-order").value = "0"
        form.getControl(name="step-1-days").value = "10"
        form.getControl(name="step-1-days_kind").value = ["working"]
        form.getControl(name="step-1-skip").value = True
        form.getControl(name="save").click()
        assert "was saved" in browser.contents
        transaction.begin()
        chain = next(
            one for one in zatec.chains if one["id"] == "zmeny-organizacniho-radu"
        )
        assert [step["body"] for step in chain["steps"]] == ["komise", "rs"]
        assert chain["steps"][0] == {
            "body": "komise",
            "act": "advises",
            "deadline_days": 10,
            "deadline_kind": "working",
            "skip_after_deadline": True,
        }
        assert "within 10 working days" in browser.contents

    def test_chain_whose_last_step_does_not_decide_is_refused(self, zatec, browser):
        before = list(zatec.chains)
        browser.open(f"{zatec.absolute_url()}/@@kpss-edit-chain")
        form = browser.getForm(action="kpss-edit-chain")
        form.getControl(name="title").value = "Nový řetězec"
        form.getControl(name="step-0-actor").value = ["body:rs"]
        form.getControl(name="step-0-act").value = ["advises"]
        form.getControl(name="step-0-days").value = "mnoho"
        form.getControl(name="save").click()
        assert "Write the number of days" in browser.contents
        form = browser.getForm(action="kpss-edit-chain")
        assert form.getControl(name="title").value == "Nový řetězec"
        form.getControl(name="step-0-days").value = ""
        form.getControl(name="save").click()
        assert "The last step of a chain decides." in browser.contents
        transaction.begin()
        assert zatec.chains == before

    def test_new_chain_is_chosen_for_its_kind(self, zatec, browser):
        browser.open(f"{zatec.absolute_url()}/@@kpss-edit-chain")
        form = browser.getForm(action="kpss-edit-chain")
        form.getControl(name="title").value = "Stanoviska"
        form.getControl(name="kinds:list").value = ["opinion"]
        form.getControl(name="step-0-actor").value = ["body:rs"]
        form.getControl(name="step-0-act").value = ["decides"]
        form.getControl(name="save").click()
        transaction.begin()
        chain = zatec.chains[-1]
        assert chain == {
            "id": "stanoviska",
            "title": "Stanoviska",
            "document_kinds": ["opinion"],
            "steps": [{"body": "rs", "act": "decides"}],
        }
