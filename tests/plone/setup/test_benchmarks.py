"""Benchmarks are run by hand; what they import from the add-on must be there."""

from importlib import import_module
from pathlib import Path
import ast


FOLDER = Path(__file__).parents[3] / "benchmarks"


def imported() -> list[tuple[str, str, str]]:
    """File, module and name of every import from the add-on."""
    return [
        (path.name, node.module or "", one.name)
        for path in sorted(FOLDER.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("kpss.addon")
        for one in node.names
    ]


def test_what_benchmarks_import_exists():
    missing = [
        (file, f"{module}.{name}")
        for file, module, name in imported()
        if not hasattr(import_module(module), name)
    ]
    assert imported() and missing == []
