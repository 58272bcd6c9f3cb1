"""Our source files, read and parsed once for all tests of the architecture.

What was parsed is kept between runs by the hash of the text: parsing all would take a
fifth of the two seconds of ``make rules``.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
import ast
import hashlib
import json


CHECKOUT = Path(__file__).parents[2]
ROOT = CHECKOUT / "src" / "kpss" / "addon"
KEPT = CHECKOUT / ".architecture_cache" / "modules.json"
#: Where statements hold statements; expressions hold neither imports nor functions.
BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


@dataclass(frozen=True)
class Module:
    """What the tests ask of a module; whole trees would only keep the collector busy."""

    imports: frozenset[str]
    """Dotted names, also those imported inside functions and conditions."""
    functions: tuple[tuple[str, int], ...]
    """Names and numbers of lines below the ``def``; methods are among them."""


@cache
def texts(suffix: str) -> dict[Path, str]:
    """Every file with this suffix (``py``, ``pt``, ``zcml``) and its text."""
    return {path: path.read_text("utf-8") for path in sorted(ROOT.rglob(f"*.{suffix}"))}


def module(path: Path) -> Module:
    return modules()[path]


@cache
def modules() -> dict[Path, Module]:
    """All modules, parsed now only where the text is another than last time."""
    # What parses is part of what is parsed
    version = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    known = _kept().get(version, {})
    found, data = {}, {}
    for path, text in texts("py").items():
        key = hashlib.sha256(text.encode()).hexdigest()
        imports, functions = data[key] = known.get(key) or parsed(text)
        found[path] = Module(
            frozenset(imports), tuple((name, lines) for name, lines in functions)
        )
    if data != known:
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps({version: data}))
    return found


def _kept() -> dict:
    try:
        return json.loads(KEPT.read_text())
    except (OSError, ValueError):
        return {}


def parsed(text: str) -> list[list]:
    """Names that are imported, and functions with their lines."""
    names: set[str] = set()
    functions = []
    for node in statements(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.FunctionDef):
            functions.append([node.name, node.end_lineno - node.lineno])
    return [sorted(names), functions]


def statements(tree: ast.AST) -> list[ast.AST]:
    """The tree and all statements in it, however deep."""
    found = [tree]
    for node in found:
        for block in BLOCKS:
            found.extend(getattr(node, block, ()))
    return found
