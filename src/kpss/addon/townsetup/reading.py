"""YAML text to plain data that remembers its lines; nothing in the text is executed.

Only a part of YAML is read: mappings, lists, texts, decimal whole numbers, true, false
and null. So ``00233129``, ``2026-01-31``, ``12:30``, ``yes`` and ``no`` stay texts.
"""

from dataclasses import dataclass
from dataclasses import field
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.tree import MAX_DEPTH
from kpss.addon.townsetup.tree import TreeBuilder
from kpss.addon.townsetup.tree import Unreadable
from typing import Any
import re
import yaml


MAX_BYTES = 1_000_000
#: libyaml where the wheel has it: ten times faster, the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: What libyaml says where its own limit is reached before the builder sees anything.
NESTED_TOO_DEEP = "exceeded maximum nesting depth"
#: What YAML does not print, so neither tab nor line ends.
UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
#: ``quorum: >1/2``: an unquoted share begins a block of text in YAML.
UNQUOTED_SHARE = re.compile(r"[:{,\[-]\s*>=?\d")


@dataclass(frozen=True)
class Reading:
    """What was read: ``data`` is None when the text could not be read at all."""

    text: str = ""
    data: dict[str, Any] | None = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line_of(self, path: Path) -> int | None:
        """The line of the key or item, or of the nearest one above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read(source: bytes | str) -> Reading:
    """Read a template; problems are collected, nothing is raised."""
    try:
        text = decode(source)
    except Unreadable as refusal:
        return Reading(problems=(refusal.problem,))
    builder = TreeBuilder()
    try:
        data = builder.build(yaml.parse(text, Loader=LOADER))
    except Unreadable as refusal:
        return Reading(text=text, problems=(*builder.problems, refusal.problem))
    except yaml.YAMLError as error:
        return Reading(text=text, problems=(*builder.problems, broken(text, error)))
    return Reading(text, data, builder.lines, tuple(builder.problems))


def decode(source: bytes | str) -> str:
    """The text of an upload; raises Unreadable when it is no text, empty or too long."""
    size = (
        len(source)
        if isinstance(source, bytes)
        else len(source.encode(errors="replace"))
    )
    if size > MAX_BYTES:
        raise Unreadable(
            Problem("too_large", params={"size": size, "maximum": MAX_BYTES})
        )
    if isinstance(source, bytes):
        try:
            source = source.decode("utf-8")
        except UnicodeDecodeError:
            raise Unreadable(Problem("not_utf8")) from None
    text = source.removeprefix("\ufeff")
    if not text.strip():
        raise Unreadable(Problem("empty"))
    odd = UNPRINTABLE.search(text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        params = {"character": f"U+{ord(odd.group()):04X}", "line": line}
        raise Unreadable(Problem("unprintable", params=params, line=line))
    return text


def broken(text: str, error: yaml.YAMLError) -> Problem:
    """Where the text stops being YAML; lines and columns count from 1."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem("broken")
    if getattr(error, "problem", None) == NESTED_TOO_DEEP:
        return Problem("too_deep", params={"maximum": MAX_DEPTH}, line=mark.line + 1)
    lines = text.splitlines() or [""]
    # A parser stumbles after the mistake, at the earliest on the next line.
    around = lines[max(0, mark.line - 1) : mark.line + 1]
    code = "unquoted_share" if any(map(UNQUOTED_SHARE.search, around)) else "broken_at"
    place = {"line": mark.line + 1, "column": mark.column + 1}
    return Problem(code, params=place, line=mark.line + 1)
