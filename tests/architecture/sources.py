"""Our source files, read and parsed once for all tests of the architecture."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
import ast


ROOT = Path(__file__).parents[2] / "src" / "kpss" / "addon"
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


@cache
def module(path: Path) -> Module:
    names: set[str] = set()
    functions = []
    for node in statements(ast.parse(texts("py")[path])):
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.FunctionDef):
            functions.append((node.name, node.end_lineno - node.lineno))
    return Module(frozenset(names), tuple(functions))


def statements(tree: ast.AST) -> list[ast.AST]:
    """The tree and all statements in it, however deep."""
    found = [tree]
    for node in found:
        for block in BLOCKS:
            found.extend(getattr(node, block, ()))
    return found
