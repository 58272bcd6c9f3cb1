"""The rooms of the house: who may import whom, and what rules may know."""

from pathlib import Path
import ast
import sys


ROOT = Path(__file__).parents[2] / "src" / "kpss" / "addon"
#: From top to bottom; a room may import those above it, never one below.
ROOMS = (
    "browser",
    "codelists",
    "process",
    "providers",
    "bodies",
    "townsetup",
    "setuphandlers",
)
#: Modules beside the rooms that any room may use.
SHARED = {"i18n", "interfaces", "fields", "deserializer", "restapi_errors"}


def imports(path: Path) -> set[str]:
    """Dotted names that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


def files(*parts: str) -> list[Path]:
    return sorted((ROOT.joinpath(*parts)).rglob("*.py"))


def is_rule(path: Path) -> bool:
    return path.name == "rules.py" or "rules" in path.relative_to(ROOT).parts[:-1]


def test_rooms_import_only_from_above():
    wrong = []
    for room in ROOMS:
        below = ROOMS[ROOMS.index(room) + 1 :]
        for path in files(room):
            for name in imports(path):
                parts = name.split(".")
                if parts[:2] != ["kpss", "addon"] or len(parts) == 2:
                    continue
                if parts[2] in below or parts[2] not in {*ROOMS, *SHARED}:
                    wrong.append((str(path.relative_to(ROOT)), name))
    assert wrong == []


def test_rules_know_only_the_standard_library_and_other_rules():
    wrong = []
    for path in filter(is_rule, files()):
        for name in imports(path):
            top = name.split(".")[0]
            known = (
                "rules" in name.split(".")
                if top == "kpss"
                else top in sys.stdlib_module_names
            )
            if not known:
                wrong.append((str(path.relative_to(ROOT)), name))
    assert wrong == []


def test_there_are_rules_to_check():
    assert [path for path in files() if is_rule(path)]
