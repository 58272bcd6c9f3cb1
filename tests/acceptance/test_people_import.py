"""A table of people in the browser: sample, preview, import, and the same once more."""

from pathlib import Path
from tests.acceptance.hands import person_at
import csv
import io
import pytest


PEOPLE = (
    ("Radmila", "Zkoušková", "3. 9. 2024"),
    ("Alois", "Pokusný", "1. 2. 2025"),
)


@pytest.fixture
def form(chromium, site):
    """The import form, reached from the overview of people."""
    page = person_at(
        chromium,
        site,
        "koordinatorka",
        java_script_enabled=False,
        accept_downloads=True,
    )
    page.goto(f"{site}/beroun/people")
    page.click("#content >> text=Načíst z tabulky")
    page.wait_for_load_state()
    yield page
    assert page.refused == []
    page.context.close()


def filled(sample: Path, days) -> bytes:
    """The sample with our people in it, as a spreadsheet saves it."""
    table = list(csv.reader(sample.read_text("utf-8-sig").splitlines(), delimiter=";"))
    headings = table[0]
    for row, (given, family, _day), day in zip(table[1:], PEOPLE, days, strict=False):
        values = {"Jméno": given, "Příjmení": family, "Orgán": "ps-exkluze", "Od": day}
        for heading, value in values.items():
            row[headings.index(heading)] = value
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(table)
    return out.getvalue().encode("utf-8-sig")


def send(page, content: bytes) -> str:
    """Send a table; what the page answers."""
    file = {"name": "lide.csv", "mimeType": "text/csv", "buffer": content}
    page.set_input_files("input[name=file]", file)
    page.click("button[name=preview]")
    page.wait_for_load_state()
    return page.inner_text("#content")


def sample(page) -> Path:
    with page.expect_download() as download:
        page.click("#content >> text=Stáhnout vzor")
    return Path(download.value.path())


def test_filled_sample_is_shown_imported_and_then_is_all_the_same(form, site):
    table = filled(sample(form), [day for *_names, day in PEOPLE])
    preview = send(form, table)
    assert "2 nové osoby" in preview
    assert "2 nová členství" in preview
    verdicts = form.locator("#content tbody tr td:nth-child(2)").all_inner_texts()
    assert verdicts == ["nové", "nové"]
    form.click("button[name=apply]")
    form.wait_for_load_state()
    assert form.url == f"{site}/beroun/people"
    for _given, family, _day in PEOPLE:
        assert family in form.inner_text("#content")
    form.goto(f"{site}/beroun/@@kpss-import-members")
    again = send(form, table)
    assert "2 řádky už jsou zapsány" in again
    assert form.locator("button[name=apply]").count() == 0


def test_american_date_is_refused_in_czech(form, site):
    answer = send(form, filled(sample(form), ["09/13/2024", "1. 2. 2025"]))
    assert "09/13/2024" in answer
    assert "nic se nezměnilo" in answer
    assert form.locator("button[name=apply]").count() == 0
