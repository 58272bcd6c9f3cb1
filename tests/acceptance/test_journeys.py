"""What the coordinator does in the browser, click by click."""

from pathlib import Path
import re


def test_fifth_town_from_an_edited_template(admin, site, tmp_path):
    """Edited in a text editor, checked, founded; exported and imported: identical."""
    shipped = (
        Path(__file__).parents[2] / "src/kpss/addon/townsetup/templates/blank.yaml"
    )
    text = shipped.read_text("utf-8")
    edited = tmp_path / "lhota.yaml"
    edited.write_text(
        re.sub(r"(municipality:\n\s+title: ).*", r"\1Lhota", text), "utf-8"
    )

    first = found(admin, site, edited, "lhota")
    again = tmp_path / "znovu.yaml"
    again.write_bytes(first)
    assert found(admin, site, again, "lhota-znovu") == first
    assert b"Lhota" in first


def found(admin, site, template, name) -> bytes:
    """Add a process from a template file and return its export."""
    admin.goto(f"{site}/add-process-from-template")
    admin.set_input_files("input[name=file]", str(template))
    admin.fill("input[name=id]", name)
    admin.click("button[name=check]")
    assert admin.locator("#content [role=alert]").count() == 0
    admin.locator("button[name=apply]").first.click()
    admin.wait_for_url(f"**/{name}")
    with admin.expect_download() as download:
        admin.click("text=Uložit jako šablonu města")
    return Path(download.value.path()).read_bytes()


def test_bad_template_says_where_and_keeps_the_text(admin, site):
    admin.goto(f"{site}/add-process-from-template")
    text = "format: 1\nmunicipality:\n  title: Lhota\n  ico: '12345678'\n"
    admin.fill("textarea[name=text]", text)
    admin.click("button[name=check]")
    problems = admin.inner_text("#content [role=alert]")
    assert "municipality.ico" in problems
    assert "4" in problems
    assert admin.input_value("textarea[name=text]").strip() == text.strip()


def test_coordinator_founds_a_fifth_group_and_closes_another(admin, site):
    admin.goto(f"{site}/beroun/bodies")
    admin.click("text=Založit pracovní skupinu")
    admin.fill("input[name='form.widgets.title']", "Duševní zdraví")
    admin.click("#form-buttons-save")
    assert "Duševní zdraví" in admin.inner_text("h1")
    admin.goto(f"{site}/beroun/organisation")
    assert admin.locator("#content-core a:has-text('Duševní zdraví')").count() == 1

    admin.goto(f"{site}/beroun/bodies/ps-zp/kpss-close")
    admin.fill("input[name='form.widgets.valid_to']", "2020-12-31")
    admin.click("#form-buttons-close")
    admin.goto(f"{site}/beroun/organisation")
    assert admin.locator("#content-core a:has-text('Zdravotně postižení')").count() == 0
    admin.goto(f"{site}/beroun/archive")
    assert admin.locator("a:has-text('Zdravotně postižení')").count() == 1
