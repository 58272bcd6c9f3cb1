"""Two wordings as readers compare them: words kept, gone and new."""

from difflib import SequenceMatcher
from lxml import html
from typing import Any
import re


#: Goes with a document and is not decided about.
WORKING = "working_file"
BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "div", "br", "caption")


def plain_text(data: dict[str, Any]) -> str:
    """Title and text without marks, as in a pinned copy; files by name and sum."""
    parts = [data.get("title") or ""]
    text = data.get("text") or {}
    if isinstance(text, dict) and (text.get("text") or "").strip():
        parts.append(_lines(text["text"]))
    for name, value in data.items():
        if name != WORKING and isinstance(value, dict) and "sha256" in value:
            parts.append(f"[{value['filename']}, {value['sha256'][:12]}]")
    for annex in data.get("annexes") or ():
        parts.append(plain_text(annex))
    return "\n".join(parts)


def _lines(text: str) -> str:
    """Paragraphs, headings and cells on lines of their own."""
    root = html.fragment_fromstring(text, create_parent="div")
    for block in root.iter(*BLOCKS):
        block.tail = f"\n{block.tail or ''}"
    lines = (" ".join(line.split()) for line in root.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def compared(old: str, new: str) -> list[tuple[str, str]]:
    """Two texts as pieces: kept, gone or new.

    Lines first, then words of the lines that differ: by words alone a long concept would
    take minutes.
    """
    before, after = old.splitlines(), new.splitlines()
    pieces: list[tuple[str, str]] = []
    for kind, i1, i2, j1, j2 in _matches(before, after):
        one, other = "\n".join(before[i1:i2]), "\n".join(after[j1:j2])
        if kind == "equal":
            pieces.append(("kept", one))
        else:
            pieces += _of_words(one, other)
        pieces.append(("kept", "\n"))
    return pieces[:-1]


def _of_words(old: str, new: str) -> list[tuple[str, str]]:
    before, after = re.findall(r"\S+|\n", old), re.findall(r"\S+|\n", new)
    pieces = []
    for kind, i1, i2, j1, j2 in _matches(before, after):
        if kind == "equal":
            pieces.append(("kept", " ".join(before[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(("gone", " ".join(before[i1:i2])))
        if j2 > j1:
            pieces.append(("new", " ".join(after[j1:j2])))
    return pieces


def _matches(before: list[str], after: list[str]):
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
