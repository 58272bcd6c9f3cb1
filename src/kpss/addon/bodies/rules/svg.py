"""The organisation chart as a picture: plain SVG 1.1 for Word, LibreOffice and print.

Text stays text, fonts are generic, nothing is loaded from elsewhere, and the same chart
gives the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.bodies.rules.arranging import Level
from kpss.addon.bodies.rules.placing import Canvas
from kpss.addon.bodies.rules.placing import Drawn
from kpss.addon.bodies.rules.placing import LEADING
from kpss.addon.bodies.rules.placing import level_width
from kpss.addon.bodies.rules.placing import PAD
from kpss.addon.bodies.rules.placing import put_level
from kpss.addon.bodies.rules.placing import SMALL
from kpss.addon.bodies.rules.placing import TITLE
from kpss.addon.bodies.rules.placing import Words
from kpss.addon.bodies.rules.textfit import text_width
from kpss.addon.bodies.rules.textfit import wrap
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr
import re


MARGIN = 24
HEADING = 22
#: The picture is at least so wide, or its heading would be a column of words.
NARROWEST = 520
BAND = 5  # height of the coloured band of a box
INK = "#212529"
FAINT = "#495057"
LINE = "#7a848d"
#: As in kpss.css.
COLOURS = {
    "decides": "#41506a",
    "manages": "#0b5fa5",
    "advises": "#7a5ea8",
    "prepares": "#1b7340",
    "initiates": "#a34700",
}
#: Characters that XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Caption:
    """What stands around the chart, in the reader's language.

    ``legend`` gives the words for the acts that the chart has; ``notes`` are lines
    under it; ``groups_label`` is the town's common name of its working groups.
    """

    title: str
    description: str = ""
    language: str = "cs"
    groups_label: str = ""
    legend: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()


def place(
    level: Level, words: Words, *, y: float = 0, groups_label: str = ""
) -> Canvas:
    """All boxes and lines of the chart, from the left margin and from ``y`` down."""
    canvas = Canvas(words, groups_label)
    put_level(canvas, level, MARGIN, y, None)
    return canvas


def draw(level: Level, words: Words, caption: Caption) -> str:
    """The whole picture as an SVG document."""
    width = max(NARROWEST, level_width(level)) + 2 * MARGIN
    heading = wrap(caption.title, width - 2 * MARGIN, HEADING, bold=True)
    y = MARGIN + HEADING * LEADING * len(heading)
    parts = _text(heading, MARGIN, MARGIN, HEADING, bold=True)
    canvas = place(level, words, y=y + MARGIN, groups_label=caption.groups_label)
    parts += [_line(*line) for line in canvas.lines]
    for drawn in canvas.boxes:
        parts += _box(drawn) if drawn.box else _label(drawn)
    y = max([y, *(drawn.bottom for drawn in canvas.boxes)]) + MARGIN
    legend, y = _legend(caption.legend, y, width)
    notes, y = _notes(caption.notes, y, width)
    return _document(caption, width, y, [*parts, *legend, *notes])


def _document(
    caption: Caption, width: float, height: float, parts: Sequence[str]
) -> str:
    size = f"{width:.0f} {height:.0f}"
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" role="img"'
            f' aria-labelledby="title desc" xml:lang={quoteattr(caption.language)}'
            f' width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {size}"'
            ' font-family="Arial, Helvetica, sans-serif">',
            f'<title id="title">{_safe(caption.title)}</title>',
            f'<desc id="desc">{_safe(caption.description)}</desc>',
            f'<rect width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>',
            *parts,
            "</svg>\n",
        )
    )


def _box(drawn: Drawn) -> list[str]:
    act = drawn.box.leading_act if drawn.box else None
    colour = COLOURS.get(act or "", LINE)
    at = f'x="{drawn.x:.1f}" y="{drawn.y:.1f}" width="{drawn.width:.1f}"'
    first = drawn.y + PAD
    return [
        f'<rect {at} height="{drawn.height:.1f}" fill="#ffffff" stroke="{LINE}"/>',
        f'<rect {at} height="{BAND}" fill="{colour}"/>',
        *_text(drawn.title, drawn.x + PAD, first, TITLE, bold=True),
        *_text(
            drawn.small,
            drawn.x + PAD,
            first + LEADING * TITLE * len(drawn.title),
            SMALL,
            fill=FAINT,
        ),
    ]


def _label(drawn: Drawn) -> list[str]:
    at = f'x="{drawn.x:.1f}" y="{drawn.y:.1f}" width="{drawn.width:.1f}"'
    return [
        f'<rect {at} height="{drawn.height:.1f}" fill="#e9ecef" rx="4"/>',
        *_text(
            drawn.title,
            drawn.middle,
            drawn.y + PAD / 2,
            SMALL,
            bold=True,
            anchor="middle",
        ),
    ]


def _legend(
    legend: Sequence[tuple[str, str]], y: float, width: float
) -> tuple[list[str], float]:
    """Coloured squares with what they mean, in as many rows as needed."""
    parts: list[str] = []
    x: float = MARGIN
    for act, text in legend:
        needed = SMALL * 2 + text_width(text, SMALL) + MARGIN
        if x > MARGIN and x + needed > width:
            x, y = MARGIN, y + SMALL * 2
        at = f'x="{x:.1f}" y="{y:.1f}" width="{SMALL}" height="{SMALL}"'
        parts.append(f'<rect {at} fill="{COLOURS.get(act, LINE)}"/>')
        parts += _text([text], x + SMALL * 1.5, y - 2, SMALL)
        x += needed
    return parts, y + (SMALL + MARGIN if legend else 0)


def _notes(notes: Sequence[str], y: float, width: float) -> tuple[list[str], float]:
    lines = [line for note in notes for line in wrap(note, width - 2 * MARGIN, SMALL)]
    height = LEADING * SMALL * len(lines)
    return _text(lines, MARGIN, y, SMALL), y + height + (MARGIN if lines else 0)


def _text(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    bold: bool = False,
    fill: str = INK,
    anchor: str = "start",
) -> list[str]:
    """Lines of text from the top edge ``y`` down."""
    style = f'font-size="{size}" fill="{fill}"'
    style += ' font-weight="bold"' if bold else ""
    style += f' text-anchor="{anchor}"' if anchor != "start" else ""
    bases = [y + size * (1 + row * LEADING) for row in range(len(lines))]
    return [
        f'<text x="{x:.1f}" y="{base:.1f}" {style}>{_safe(line)}</text>'
        for base, line in zip(bases, lines, strict=True)
    ]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
        f' stroke="{LINE}" stroke-width="1.5"/>'
    )


def _safe(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
