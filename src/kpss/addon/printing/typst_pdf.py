"""A paper as a tagged PDF (PDF/UA-1) by typst.

Values go to typst as JSON and are set as text: nothing that people write is ever read
as markup. No file but the logo is within its reach, nor the network.
"""

from collections.abc import Callable
from datetime import datetime
from datetime import time
from datetime import UTC
from importlib.resources import files
from kpss.addon.printing.paper import Block
from kpss.addon.printing.paper import Cell
from kpss.addon.printing.paper import clean
from kpss.addon.printing.paper import Facts
from kpss.addon.printing.paper import Heading
from kpss.addon.printing.paper import Listing
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import Paragraph
from kpss.addon.printing.paper import Quote
from kpss.addon.printing.paper import Runs
from kpss.addon.printing.paper import Table
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
import functools
import json
import re
import typst


STANDARD = "ua-1"
LOGO = "logo.png"
#: Typst names each text for which none of its fonts has a sign.
UNKNOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
#: What all of its fonts together have for certain.
CERTAIN = re.compile("[^\n\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u2010-\u2026\u20ac]")


def pdf_of(paper: Paper) -> bytes:
    """The PDF. A sign that no font has stands there as its number: [U+1F600]."""
    data = data_of(paper)
    day = datetime.combine(paper.day, time(12), UTC)
    with TemporaryDirectory() as folder:
        if paper.publicity.logo is not None:
            Path(folder, LOGO).write_bytes(paper.publicity.logo.png)
        replacing: list[Callable[[str], str]] = [clean]
        for _attempt in range(3):
            try:
                return _compile(_mapped(data, replacing), folder, day)
            except typst.TypstError as error:
                replacing.append(_replacement(error, len(replacing)))
        return _compile(_mapped(data, replacing), folder, day)


@functools.cache
def _compiler() -> tuple[typst.Fonts, bytes]:
    """The bundled fonts, so that a paper looks the same everywhere; and the template."""
    source = files("kpss.addon.printing").joinpath("paper.typ").read_bytes()
    return typst.Fonts(include_system_fonts=False), source


def _compile(data: dict[str, Any], folder: str, day: datetime) -> bytes:
    fonts, source = _compiler()
    made = typst.Compiler(
        source,
        root=folder,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    ).compile(format="pdf", pdf_standards=[STANDARD], timestamp=day)
    assert isinstance(made, bytes)
    return made


def _replacement(error: typst.TypstError, attempt: int) -> Callable[[str], str]:
    """How to leave out what could not be displayed; raises what is another error."""
    named = UNKNOWN.findall(error.diagnostic)
    if not named or attempt > 2:
        raise error
    if attempt == 2:
        return functools.partial(CERTAIN.sub, _number)
    signs = "".join(ESCAPED.sub(_unescaped, one) for one in named)
    return functools.partial(re.compile(f"[{re.escape(signs)}]").sub, _number)


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found.group(1), 16))


def _number(found: re.Match[str]) -> str:
    return f"[U+{ord(found.group()):04X}]"


def _mapped(value: Any, replacing: list[Callable[[str], str]]) -> Any:
    """The data with every text replaced."""
    if isinstance(value, str):
        return functools.reduce(lambda text, replace: replace(text), replacing, value)
    if isinstance(value, dict):
        return {key: _mapped(one, replacing) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_mapped(one, replacing) for one in value]
    return value


def data_of(paper: Paper) -> dict[str, Any]:
    """The paper as the template reads it."""
    logo = paper.publicity.logo
    return {
        "language": paper.language,
        "municipality": paper.municipality,
        "process": paper.process,
        "kind": paper.kind,
        # A PDF without a title is none of PDF/UA
        "title": paper.title if clean(paper.title).strip() else paper.kind,
        "facts": [(one.label, one.value) for one in paper.facts],
        "contents": paper.contents,
        "cover": paper.cover,
        "publicity": paper.publicity.text,
        "logo": LOGO if logo is not None else None,
        "logo_text": logo.text if logo is not None else "",
        "sections": [
            {"heading": one.heading, "blocks": list(map(block_data, one.blocks))}
            for one in paper.sections
        ],
    }


def block_data(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": _runs(runs)}
        case Heading(level, runs):
            return {"kind": "heading", "level": level, "runs": _runs(runs)}
        case Quote(blocks):
            return {"kind": "quote", "blocks": list(map(block_data, blocks))}
        case Facts(rows):
            return {"kind": "facts", "rows": rows}
        case Listing(items, numbering, numbers):
            return {
                "kind": "listing",
                "items": [list(map(block_data, item)) for item in items],
                "numbering": numbering,
                "numbers": numbers,
            }
        case Table(columns, head, body, caption, shares):
            return {
                "kind": "table",
                "columns": columns,
                "head": [list(map(_cell, row)) for row in head],
                "body": [list(map(_cell, row)) for row in body],
                "caption": caption,
                "shares": shares,
            }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"runs": _runs(cell.runs), "columns": cell.columns, "rows": cell.rows}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [vars(run) for run in runs]
