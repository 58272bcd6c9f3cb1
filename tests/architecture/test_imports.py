"""The rooms of the house: who may import whom, and what rules may know."""

from functools import cache
from pathlib import Path
from tests.architecture.sources import CHECKOUT
from tests.architecture.sources import module
from tests.architecture.sources import ROOT
from tests.architecture.sources import texts
import sys


#: From top to bottom; a room may import those above it, never one below.
ROOMS = (
    "browser",
    "codelists",
    "process",
    "numbering",
    "approval",
    "providers",
    "bodies",
    "tasks",
    "resolutions",
    "documents",
    "printing",
    "notices",
    "meetings",
    "minutes",
    "transfer",
    "townsetup",
    "setuphandlers",
)
#: Modules beside the rooms that any room may use.
SHARED = {
    "i18n",
    "interfaces",
    "fields",
    "deserializer",
    "restapi_body",
    "restapi_errors",
}


@cache
def names_in() -> list[tuple[Path, str]]:
    """Every file, relative to the package, with every name that it imports."""
    return [
        (path.relative_to(ROOT), name)
        for path in texts("py")
        for name in sorted(module(path).imports)
    ]


def is_rule(path: Path) -> bool:
    return path.name == "rules.py" or "rules" in path.parts[:-1]


def test_rooms_import_only_from_above():
    wrong = []
    for path, name in names_in():
        room = path.parts[0]
        parts = name.split(".")
        if room not in ROOMS or parts[:2] != ["kpss", "addon"] or len(parts) == 2:
            continue
        below = ROOMS[ROOMS.index(room) + 1 :]
        if parts[2] in below or parts[2] not in {*ROOMS, *SHARED}:
            wrong.append((str(path), name))
    assert wrong == []


def test_rules_know_only_the_standard_library_and_other_rules():
    wrong = []
    for path, name in names_in():
        top = name.split(".")[0]
        known = (
            "rules" in name.split(".")
            if top == "kpss"
            else top in sys.stdlib_module_names
        )
        if is_rule(path) and not known:
            wrong.append((str(path), name))
    assert wrong == []


def test_there_are_rules_to_check():
    assert [path for path, _name in names_in() if is_rule(path)]


def test_generated_examples_stand_beside_the_quick_tests():
    """Hypothesis alone takes a quarter of the two seconds of ``make rules``."""
    quick = (CHECKOUT / "tests" / folder for folder in ("rules", "profiles"))
    files = [path for folder in quick for path in folder.rglob("*.py")]
    assert files
    assert [
        path for path in files if "from hypothesis" in path.read_text("utf-8")
    ] == []
