"""The rooms of the house: who may import whom, and what rules may know."""

from pathlib import Path
from tests.architecture.sources import module
from tests.architecture.sources import ROOT
from tests.architecture.sources import texts
import sys


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


def files(*parts: str) -> list[Path]:
    folder = ROOT.joinpath(*parts)
    return [path for path in texts("py") if path.is_relative_to(folder)]


def is_rule(path: Path) -> bool:
    return path.name == "rules.py" or "rules" in path.relative_to(ROOT).parts[:-1]


def test_rooms_import_only_from_above():
    wrong = []
    for room in ROOMS:
        below = ROOMS[ROOMS.index(room) + 1 :]
        for path in files(room):
            for name in module(path).imports:
                parts = name.split(".")
                if parts[:2] != ["kpss", "addon"] or len(parts) == 2:
                    continue
                if parts[2] in below or parts[2] not in {*ROOMS, *SHARED}:
                    wrong.append((str(path.relative_to(ROOT)), name))
    assert wrong == []


def test_rules_know_only_the_standard_library_and_other_rules():
    wrong = []
    for path in filter(is_rule, files()):
        for name in module(path).imports:
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
