"""The tables of the demo, as a spreadsheet writes them."""

from pathlib import Path
import csv


FOLDER = Path(__file__).parent / "distributions" / "kpss-demo"


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a table of the distribution, cells by heading."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
