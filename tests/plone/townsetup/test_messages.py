"""Every problem has a sentence, every key of the format is documented."""

from kpss.addon.process.fields import template_schema
from kpss.addon.townsetup import messages
from kpss.addon.townsetup.shape import keyword_problem
from pathlib import Path
import inspect
import kpss.addon.townsetup
import pytest
import re


PACKAGE = Path(kpss.addon.townsetup.__file__).parent
MANUAL = PACKAGE.parents[3] / "docs" / "town-template.md"
#: Said by rule_values and references for ids of one sort.
SORTS = ("body", "function", "party", "recipient")
#: Keywords of schema.json that say nothing by themselves.
SILENT = {"$schema", "$ref", "$defs", "title", "description", "properties", "items"}
#: Told elsewhere: as unknown or missing keys, and names of rules by ``rule_values``.
TOLD = {"additionalProperties", "required", "propertyNames"}


def codes():
    """Codes written in the package, ``_near`` ones included."""
    pattern = r'(?:Problem|report|refuse|Unreadable)\(\s*"([a-z_0-9]+)"'
    code_pattern = r'code = "([a-z_]+)" if [^\n]* else "([a-z_]+)"'
    for file in PACKAGE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        yield from re.findall(pattern, text)
        for pair in re.findall(code_pattern, text):
            yield from pair


@pytest.mark.parametrize("code", sorted(set(codes()) - {"refused"}))
def test_problem_has_a_sentence(code):
    assert code in messages.SENTENCES


@pytest.mark.parametrize("sort", SORTS)
def test_unknown_id_has_a_sentence(sort):
    assert f"unknown_{sort}" in messages.SENTENCES
    assert f"unknown_{sort}_near" in messages.SENTENCES


def parts(schema):
    """The schema and every schema inside it."""
    if isinstance(schema, dict):
        yield schema
        for name, value in schema.items():
            if name in ("properties", "$defs"):
                for inner in value.values():
                    yield from parts(inner)
            elif name in ("items", "additionalProperties", "propertyNames"):
                yield from parts(value)


def test_every_keyword_of_the_schema_has_a_sentence():
    used = {keyword for part in parts(template_schema()) for keyword in part}
    source = inspect.getsource(keyword_problem)
    silent = SILENT | TOLD
    assert {k for k in used - silent if f'"{k}"' not in source} == set()


def test_every_type_of_the_schema_has_a_sentence():
    types = {part["type"] for part in parts(template_schema()) if "type" in part}
    assert {t for t in types if f"wanted_{t}" not in messages.SENTENCES} == set()


def test_every_key_is_documented():
    manual = MANUAL.read_text(encoding="utf-8")
    keys = {
        key for part in parts(template_schema()) for key in part.get("properties", ())
    }
    assert {key for key in keys if f"`{key}`" not in manual} == set()
