"""One set of pins: the generated versions.cfg says what constraints.txt says."""

from devel import pins
from devel import versions
from pathlib import Path
import pytest
import re


ROOT = Path(__file__).parents[2]
CONSTRAINTS = (ROOT / "constraints.txt").read_text("utf-8")
VERSIONS = (ROOT / "versions.cfg").read_text("utf-8")


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement):
    return plain(re.match(r"[\w.-]+", requirement).group())


def test_buildout_has_the_same_pins():
    assert versions.versions_cfg(CONSTRAINTS) == VERSIONS, "run `make pins`"


def test_every_line_pins_one_exact_version():
    lines = [line for line in CONSTRAINTS.splitlines() if not line.startswith("#")]
    wrong = [line for line in lines if not re.match(r"[\w-]+==[\w.+]+( ;|$)", line)]
    assert wrong == []
    assert len(lines) == len(versions.pins_of(CONSTRAINTS)), "a package twice"


@pytest.mark.parametrize("requirement", pins.requirements())
def test_what_setup_py_asks_for_is_pinned(requirement):
    assert name_of(requirement) in versions.pins_of(CONSTRAINTS), "run `make pins`"


def test_plone_is_the_supported_one():
    assert versions.pins_of(CONSTRAINTS)["plone"] == "6.2.2"


def test_no_address_of_a_registry_is_named():
    assert "://" not in CONSTRAINTS + VERSIONS
