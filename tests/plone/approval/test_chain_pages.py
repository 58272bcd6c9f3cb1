"""The pages of chains read as the town's rules say; hidden bodies are not named."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.chains.reading import chains_of
from kpss.addon.approval.refusals import Refusals
from lxml import html
from plone import api
from plone.testing.zope import Browser
from tests.plone.approval.conftest import add_document
from zExceptions import BadRequest
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory
import pytest
import transaction


@pytest.fixture
def page(zatec, functional_portal_class):
    """Opens a page as a visitor and answers it parsed."""
    visitor = Browser(functional_portal_class.aq_parent)

    def open_page(path):
        visitor.open(f"{zatec.absolute_url()}/{path}")
        return html.fromstring(visitor.contents)

    return open_page


def said(element) -> str:
    return " ".join(element.text_content().split())


class TestPages:
    def test_rules_go_from_the_group_over_the_commission_to_the_council(self, page):
        """ZAT-04, ZAT-92, ZAT-93."""
        steps = page("chains/organizacni-rad").cssselect("ol.kpss-chain > li")
        assert [said(step.cssselect("strong")[0]) for step in steps] == [
            "Řídící skupina KPSS",
            "Sociální a zdravotní komise Rady města Žatce",
            "Rada města Žatce",
        ]
        first, second, third = map(said, steps)
        assert "– prepares and hands on resolution required" in first
        assert "Řídící skupina organizační řád navrhuje." in first
        assert "Recorded by: who presides over the body, or the coordinator." in first
        assert "Possible outcomes: discussed and approved, not recommended" in second
        assert "Recorded by: Referent" in second
        assert "– decides" in third
        assert (
            "Source: Organizační řád procesu KPSS města Žatce, Úvodní ustanovení a "
            "Závěrečná ustanovení" in third
        )

    def test_page_says_that_documents_keep_their_chain(self, page):
        assert "changes here touch only documents that are submitted later" in said(
            page("chains/vystupy")
        )

    def test_all_chains_stand_by_kind_of_document(self, page):
        found = page("chains")
        rows = {
            said(row.cssselect("th")[0]): [said(cell) for cell in row.cssselect("td")]
            for row in found.cssselect("tbody tr")
        }
        assert rows["Organisational rules"] == [
            "Organizační řád a jeho přílohy",
            "Změny a doplňky Organizačního řádu",
        ]
        assert rows["Žádosti o dotaci"] == ["Výstupy procesu KPSS"] * 2
        assert "Opinion" not in rows
        titles = [said(one) for one in found.cssselect("section > h2")]
        assert titles == [
            "Výstupy procesu KPSS",
            "Náměty pracovních skupin",
            "Organizační řád a jeho přílohy",
            "Změny a doplňky Organizačního řádu",
            "Dotační pravidla a dotační program",
        ]
        text = said(found)
        assert "Add a chain" not in text and "No chain is for" not in text

    def test_value_that_no_source_states_is_called_default(self, zatec, page):
        chain = zatec["chains"]["dotace"]
        before = chain.source
        chain.source = "default"
        transaction.commit()
        assert "default, the rules do not state it" in said(page("chains/dotace"))
        chain.source = before
        transaction.commit()

    def test_hidden_body_is_not_named_and_the_step_stays(self, zatec, page):
        body = zatec["bodies"]["komise"]
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(body, "hide")
        transaction.commit()
        steps = page("chains/organizacni-rad").cssselect("ol.kpss-chain > li")
        assert len(steps) == 3
        assert "A body that you do not see" in said(steps[1])
        assert "komise" not in steps[1].cssselect("p")[0].text_content().lower()
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(body, "publish")
        transaction.commit()


@pytest.fixture(scope="class")
def owner(zatec):
    with api.env.adopt_roles(["Manager"]):
        yield


@pytest.mark.usefixtures("owner")
class TestContent:
    def test_chain_follows_the_renamed_body(self, zatec):
        api.content.rename(zatec["bodies"]["rm"], new_id="rada")
        chain = zatec["chains"]["organizacni-rad"]
        assert [step["body"] for step in chain.steps] == ["rs", "komise", "rada"]

    def test_body_that_a_chain_names_is_not_deleted(self, zatec):
        before = transaction.savepoint()
        with pytest.raises(BadRequest, match="the approval chain Dotační pravidla"):
            api.content.delete(zatec["bodies"]["zm"])
        before.rollback()

    def test_copied_chain_is_not_offered(self, zatec):
        copy = api.content.copy(zatec["chains"]["vystupy"], id="vystupy-2")
        assert (zatec["chains"]["vystupy"].active, copy.active) == (True, False)
        document = add_document(zatec, "Koncepce", "concept")
        assert [one.id for one in case_of(document).offered] == ["vystupy"]
        api.content.delete(copy)

    def test_copied_process_has_chains_of_its_own(self, zatec, functional_portal_class):
        copy = api.content.copy(zatec, functional_portal_class, id="kopie")
        assert chains_of(copy) == chains_of(zatec)
        copy["chains"]["dotace"].active = False
        assert all(one.active for one in chains_of(zatec))

    def test_renamed_chain_keeps_its_documents(self, zatec):
        from kpss.addon.approval import actions

        document = add_document(zatec, "Pravidla", "grant_rules")
        actions.start(document, on=date(2026, 1, 5))
        api.content.rename(zatec["chains"]["dotace"], new_id="granty")
        assert case_of(document).chain.id == "dotace"
        assert "granty" in [one.id for one in chains_of(zatec)]

    def test_chain_of_a_body_that_ended_is_not_begun(self, zatec):
        body = zatec["bodies"]["komise"]
        body.valid_to = date(2020, 1, 1)
        body.reindexObject()
        document = add_document(zatec, "Řád", "organisational_rules")
        with pytest.raises(Refusals) as refused:
            actions.start(document, on=date(2026, 1, 5))
        assert [one.code for one in refused.value.refusals] == ["chain_has_flaws"]
        body.valid_to = None
        body.reindexObject()
        actions.start(document, on=date(2026, 1, 5))

    def test_order_of_chains_is_kept_and_can_be_changed(self, zatec):
        section = zatec["chains"]
        last = chains_of(zatec)[-1].id
        section.moveObjectsToTop([last])
        assert chains_of(zatec)[0].id == last

    def test_own_kinds_of_documents_are_offered(self, zatec):
        terms = getUtility(IVocabularyFactory, "kpss.addon.document_kinds")(zatec)
        assert terms.getTerm("zadosti-o-dotaci").title == "Žádosti o dotaci"
        assert "concept" in terms
