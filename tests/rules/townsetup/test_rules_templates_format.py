"""Every town template: its YAML keeps to the schema and is plain."""

from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import every_town
from tests.rules.townsetup.towns import LOADER
from tests.rules.townsetup.towns import NODES
from tests.rules.townsetup.towns import SCHEMA
from tests.rules.townsetup.towns import STRINGS
from tests.rules.townsetup.towns import TEXT
import jsonschema
import re
import unicodedata
import yaml


@every_town
def test_template_validates_against_the_schema(town):
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.FormatChecker()
    )
    errors = [
        f"{error.json_path}: {error.message}"
        for error in validator.iter_errors(DATA[town])
    ]
    assert errors == []


@every_town
def test_keys_stand_in_the_order_of_the_schema(town):
    def misplaced(value, schema, path):
        schema = _resolved(schema)
        if isinstance(value, dict) and "properties" in schema:
            order = [key for key in schema["properties"] if key in value]
            if list(value) != order:
                yield path, list(value)
            for key in value:
                yield from misplaced(
                    value[key], schema["properties"][key], f"{path}.{key}"
                )
        elif isinstance(value, list) and "items" in schema:
            for number, item in enumerate(value):
                yield from misplaced(item, schema["items"], f"{path}[{number}]")

    assert list(misplaced(DATA[town], SCHEMA, "$")) == []


def _resolved(schema):
    if "$ref" in schema:
        return SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


@every_town
def test_yaml_is_plain_without_tabs_anchors_and_aliases(town):
    assert "\t" not in TEXT[town]
    for event in yaml.parse(TEXT[town], LOADER):
        assert not isinstance(event, yaml.AliasEvent)
        assert getattr(event, "anchor", None) is None


@every_town
def test_no_key_stands_twice_in_a_mapping(town):
    def repeated(node):
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _value in node.value]
            yield from {key for key in keys if keys.count(key) > 1}
            for _key, value in node.value:
                yield from repeated(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from repeated(item)

    assert list(repeated(NODES[town])) == []


@every_town
def test_texts_are_composed_and_html_is_simple(town):
    for text in STRINGS[town]:
        assert text == unicodedata.normalize("NFC", text)
        assert text == text.strip()
        assert "\n" not in text
        assert "  " not in text
        tags = re.findall(r"</?(\w+)", text)
        assert set(tags) <= {"p", "ul", "ol", "li", "strong", "em", "h2", "h3", "a"}
        for tag in set(tags):
            assert len(re.findall(rf"<{tag}[ >]", text)) == text.count(f"</{tag}>"), (
                text
            )


@every_town
def test_ids_are_unique_in_their_part(town):
    data = DATA[town]
    parts = [
        data.get(part, [])
        for part in (
            "parties",
            "organisations",
            "functions",
            "bodies",
            "stages",
            "chains",
            "pages",
        )
    ]
    parts.append(data["territory"].get("units", []))
    parts.append([step for stage in data.get("stages", []) for step in stage["steps"]])
    for part in parts:
        ids = [row["id"] for row in part]
        assert len(ids) == len(set(ids))
