"""A member gives and withdraws her consent herself; the public page follows at once."""

from tests.acceptance.hands import person_at


GROUP = "beroun/bodies/ps-seniori"
NAME, ORGANISATION = "Světlolesná", "Domov Starolesí"


def is_shown(plain, site) -> bool:
    plain.goto(f"{site}/{GROUP}")
    members = plain.inner_text("[aria-labelledby=kpss-members]")
    assert ORGANISATION in members
    return NAME in members


def decide(page, act: str) -> str:
    """Press the button of the consent to the name; what the page says then."""
    page.click(f"form:has(#kpss-consent-name) button[value={act}]")
    page.wait_for_load_state()
    return page.inner_text("form:has(#kpss-consent-name)")


def test_name_is_public_while_the_consent_lasts(chromium, plain, site):
    page = person_at(chromium, site, "clenka-skupiny", java_script_enabled=False)
    page.goto(f"{site}/beroun")
    page.click("#content >> text=Moje stránka")
    page.wait_for_load_state()
    assert "Klára Světlolesná" in page.inner_text(".lead")
    assert "Senioři" in page.inner_text("[aria-labelledby=kpss-bodies]")
    assert is_shown(plain, site)
    assert "neudělen" in decide(page, "withdraw")
    assert not is_shown(plain, site)
    assert "udělen" in decide(page, "give")
    assert is_shown(plain, site)
    assert "neudělen" in decide(page, "withdraw")
    assert not is_shown(plain, site)
    decide(page, "give")
    assert page.refused == []
    page.context.close()


def test_page_of_somebody_without_a_link_says_why_it_is_empty(chromium, plain, site):
    plain.goto(f"{site}/beroun/@@kpss-me")
    assert "nejprve se přihlaste" in plain.inner_text("#content")
    page = person_at(chromium, site, "redaktorka")
    page.goto(f"{site}/beroun/@@kpss-me")
    assert "není propojen" in page.inner_text("#content")
    page.context.close()
