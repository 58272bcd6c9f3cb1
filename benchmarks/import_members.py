"""How fast 1,000 memberships are imported compared with plain creation of the same.

    .venv/bin/python benchmarks/import_members.py [memberships, 1000 by default]

Half as many people sit in forty bodies, so most sit in two. Imported is a CSV as a
coordinator would send it: read, judged for the preview, judged again and recorded. Plain
is ``add_content`` for the same people and memberships in another process of the same
site: events, catalogue and ledger are on both sides, our judging only on one. Two files
take turns with plain creation, so that a growing site falls on both; it is the
processor's time that is measured. What is compared is the rate, so the aim is a floor.
"""

from datetime import date
from datetime import timedelta
from measuring.zope import root
from measuring.zope import site_with_addon
from measuring.zope import start
from pathlib import Path
from time import process_time
import csv
import io
import sys
import tempfile


COUNT = 1000
BODIES = 40
SLICES = 2
AIM = 0.8
HEADINGS = ("Jméno", "Příjmení", "Úřední e-mail", "Orgán", "Strana", "Od", "Základ")


def lines(count: int) -> list[dict[str, str]]:
    """Rows of the table, two for each person."""
    found = []
    for number in range(count):
        who = number // 2
        begin = date(2015, 1, 1) + timedelta(days=number)
        found.append(
            {
                "Jméno": f"Jan{who}",
                "Příjmení": f"Novák{who}",
                "Úřední e-mail": f"jan{who}@example.org",
                "Orgán": f"organ-{number % BODIES}",
                "Strana": "zadavatel",
                "Od": begin.isoformat(),
                "Základ": "vote",
            }
        )
    return found


def as_csv(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADINGS, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def build(app):
    """A site with two processes that are alike."""
    portal = site_with_addon(app)
    return [add_process(portal, name) for name in ("imported", "plain")]


def add_process(portal, name: str):
    from plone.dexterity.utils import createContentInContainer as create
    from zope.event import notify
    from zope.lifecycleevent import ObjectModifiedEvent

    process = create(
        portal, "kpss.Process", id=name, title="Plánování", municipality="Město"
    )
    process.parties = [{"id": "zadavatel", "title": "zadavatel"}]
    notify(ObjectModifiedEvent(process))
    for number in range(BODIES):
        create(
            process["bodies"],
            "kpss.Body",
            id=f"organ-{number}",
            title=f"Orgán {number}",
            kind="steering",
        )
    return process


def import_all(process, rows) -> float:
    """Seconds for upload, preview and import."""
    from kpss.addon.bodies.importing.applying import apply_draft
    from kpss.addon.bodies.importing.draft import draft
    from kpss.addon.bodies.importing.reading import read
    from kpss.addon.bodies.importing.table import pack
    from kpss.addon.bodies.importing.table import unpack

    data = as_csv(rows)
    begin = process_time()
    table = read(data)
    shown = draft(process, table, today=date(2026, 1, 1))
    again = draft(process, unpack(pack(table)), today=date(2026, 1, 1))
    if shown.digest != again.digest:
        raise SystemExit("the preview is not what would be imported")
    done = apply_draft(process, again)
    seconds = process_time() - begin
    if done.memberships != len(rows):
        raise SystemExit(f"{done} instead of {len(rows)} memberships")
    return seconds


def create_all(process, rows, known: dict) -> float:
    """Seconds for creating the same objects with nothing judged."""
    from kpss.addon.bodies.people.naming import random_id
    from kpss.addon.process.template_content import add_content

    begin = process_time()
    for row in rows:
        name = row["Příjmení"]
        if name not in known:
            known[name] = add_content(
                process["people"],
                "kpss.Person",
                random_id("p"),
                given_name=row["Jméno"],
                family_name=name,
                office_email=row["Úřední e-mail"],
                consents=[],
            ).getId()
        add_content(
            process["bodies"][row["Orgán"]],
            "kpss.Membership",
            random_id("m"),
            person=known[name],
            party=row["Strana"],
            valid_from=date.fromisoformat(row["Od"]),
            basis=row["Základ"],
            voting=True,
        )
    return process_time() - begin


def run(count: int) -> tuple[float, float]:
    """Seconds of the import and of plain creation."""
    rows = lines(count)
    size = max(2, count // SLICES)
    slices = [rows[begin : begin + size] for begin in range(0, count, size)]
    ours = plain = 0.0
    known: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as home:
        start(Path(home))
        with root() as app:
            imported, created = build(app)
            for number, part in enumerate(slices):
                for turn in ("ours", "plain") if number % 2 else ("plain", "ours"):
                    if turn == "ours":
                        ours += import_all(imported, part)
                    else:
                        plain += create_all(created, part, known)
    return ours, plain


if __name__ == "__main__":
    count = int(sys.argv[1]) if sys.argv[1:] else COUNT
    ours, plain = run(count)
    ratio = plain / ours
    print("| Recording | per second | seconds |\n|---|---|---|")
    print(f"| import of {count} memberships | {count / ours:.0f} | {ours:.1f} |")
    print(f"| plain creation | {count / plain:.0f} | {plain:.1f} |")
    print(f"rate of the import: {ratio:.2f} of plain creation, aim ≥ {AIM}")
    sys.exit(ratio < AIM)
