"""A Beroun implementation plan on its whole way, by the demo's people, in the browser."""

from axe_playwright_python.sync_playwright import Axe
from tests.acceptance.hands import ask
from tests.acceptance.hands import Hand
from tests.acceptance.hands import person_at
from tests.acceptance.test_public_pages import FRAME
from tests.acceptance.test_public_pages import RULES
import pytest


TITLE = "Realizační plán na rok 2028"


@pytest.fixture(scope="module")
def people(chromium, site):
    """People of the demo by their account; each logs in once."""

    class People(dict):
        def __missing__(self, name):
            scripts = name != "referentka"
            # The clerk records without JavaScript
            page = person_at(chromium, site, name, java_script_enabled=scripts)
            self[name] = Hand(page)
            return self[name]

    found = People()
    yield found
    for hand in found.values():
        hand.page.context.close()


@pytest.fixture(scope="module")
def plan(site, people) -> str:
    """The coordinator writes the draft and submits it; its address."""
    hand = people["koordinatorka"]
    page = hand.page
    page.goto(f"{site}/beroun/documents")
    hand.click("text=Přidat dokument")
    page.fill("[name='form.widgets.IDocument.title'], [name$='widgets.title']", TITLE)
    page.select_option(
        "[name='form.widgets.IApproval.document_kind:list']", "implementation_plan"
    )
    page.select_option("[name='form.widgets.author_body:list']", "ps-seniori")
    hand.click("#form-buttons-save")
    assert hand.heading() == TITLE
    address = page.url.split("?")[0].removesuffix("/view")
    hand.click("text=Předložit ke schválení")
    hand.click("button[name=save]")
    assert hand.counted() == 4
    assert "byl předložen ke schválení" in page.inner_text("body")
    return address


def record(hand: Hand, address: str, outcome: str | None = None, **typed) -> str:
    """Record a decision through the form; the text of the page that follows."""
    page = hand.page
    page.goto(address)
    hand.click("text=Zapsat, jak rozhodl")
    if outcome:
        page.check(f"input[name=outcome][value={outcome}]")
    if any(name not in ("number", "resolution") for name in typed):
        page.locator("#kpss-more > summary").click()
    for name, value in typed.items():
        if name == "resolution":
            page.check(f"input[name=resolution][value={value}]")
        elif name in ("return_to", "delegation"):
            page.select_option(f"select[name={name}]", value)
        else:
            page.fill(f"[name={name}]", value)
    hand.click("button[name=save]")
    return page.inner_text("body")


class TestWay:
    def test_leader_hands_on_in_two_clicks(self, people, plan):
        hand = people["vedouci-skupiny"]
        assert "Zapsáno: předloženo" in record(hand, plan)
        assert hand.counted() == 2

    def test_member_of_the_group_follows_but_does_not_record(self, people, plan):
        page = people["clenka-skupiny"].page
        page.goto(plan)
        assert "Cesta dokumentu" in page.inner_text("body")
        assert page.locator(".kpss-next a.btn").count() == 0
        answer = page.goto(f"{plan}/@@kpss-record-decision")
        assert "To zapisuje někdo jiný." in page.inner_text("body"), answer.status

    def test_coordination_group_needs_a_resolution(self, people, plan):
        hand = people["koordinatorka"]
        text = record(hand, plan, "approved", comment="bez připomínek")
        assert "Napište číslo usnesení." in text
        page = hand.page
        # What was typed is still there
        assert page.input_value("[name=comment]") == "bez připomínek"
        page.check("input[name=resolution][value=new]")
        hand.click("button[name=save]")
        assert "Zapsáno: schváleno" in page.inner_text("body")

    def test_clerk_submits_without_scripts(self, people, plan):
        assert "Zapsáno: předloženo" in record(people["referentka"], plan)

    def test_commission_returns_it_and_it_comes_again(self, people, plan):
        hand = people["referentka"]
        reason = "Chybí zdroj financování."
        text = record(hand, plan, "returned", return_to="2", comment=reason)
        assert "Zapsáno: vráceno k doplnění" in text
        assert reason in hand.page.inner_html(".kpss-history")
        assert "Zapsáno: předloženo" in record(hand, plan)
        assert "Zapsáno: doporučeno" in record(hand, plan, "recommended")

    def test_council_and_assembly_are_recorded_by_the_clerk(self, people, plan):
        hand = people["referentka"]
        text = record(hand, plan, "approved", resolution="number", number="R 45/2026")
        assert "Zapsáno: schváleno" in text
        text = record(hand, plan, "approved", resolution="number", number="Z 7/2026")
        assert "Zapsáno: schváleno" in text
        assert hand.page.inner_text(".kpss-marks .badge") == "Platí"

    def test_visitor_reads_the_way_but_not_what_was_said(self, visitor, site, plan):
        visitor.goto(plan)
        text = visitor.inner_text("body")
        assert "Zastupitelstvo města Berouna: schváleno" in text
        assert "usnesení Z 7/2026" in text
        html = visitor.content()
        assert "Chybí zdroj financování" not in html
        assert "referentka" not in html and "Ranolesná" not in html
        result = Axe().run(visitor, context=FRAME, options=RULES)
        assert result.violations_count == 0, result.generate_report()

    def test_document_is_listed_in_force(self, visitor, site, plan):
        visitor.goto(f"{site}/beroun/documents")
        assert TITLE in visitor.inner_text("#content")


class TestDelegation:
    def test_guarantor_decides_under_a_delegation(self, people, site):
        """BER-46: the coordination group has passed its powers to the department."""
        made = ask(
            f"{site}/beroun/bodies/ks",
            {
                "@type": "kpss.Delegation",
                "to_body": "osvz",
                "valid_from": "2026-01-01",
                "resolution": "KS 1/2026",
            },
        )
        created = ask(
            f"{site}/beroun/documents",
            {
                "@type": "kpss.Document",
                "title": "Metodika sběru dat",
                "document_kind": "methodology",
                "author_body": "ps-seniori",
            },
        )
        address = created["@id"]
        ask(f"{address}/@approval", {"action": "start"})
        ask(
            f"{address}/@approval",
            {"action": "decide", "step": 0, "revision": 1, "outcome": "submitted"},
        )
        hand = people["garantka"]
        text = record(
            hand,
            address,
            "approved",
            resolution="number",
            number="OSVZ 3/2026",
            delegation=made["UID"],
        )
        assert "Zapsáno: schváleno" in text
        assert "Na základě pověření: Odbor sociálních věcí a zdravotnictví" in text


FORMS = ("", "/@@kpss-record-decision", "/@@kpss-withdraw", "/@@kpss-comment")


@pytest.mark.parametrize("form", FORMS)
def test_forms_pass_axe(people, site, form):
    page = people["koordinatorka"].page
    page.goto(f"{site}/beroun/documents/realizacni-plan-2027{form}")
    result = Axe().run(page, context=FRAME, options=RULES)
    assert result.violations_count == 0, result.generate_report()


def test_chain_form_passes_axe(people, site):
    page = people["koordinatorka"].page
    page.goto(f"{site}/beroun/chains/vystupy/edit")
    assert page.locator("h1").count() == 1
    result = Axe().run(page, context=FRAME, options=RULES)
    assert result.violations_count == 0, result.generate_report()
