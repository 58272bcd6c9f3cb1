"""Plain data as canonical YAML: the same data always give the same text."""

from collections.abc import Mapping
from importlib.resources import files
from kpss.addon.process.fields import template_schema
from typing import Any
import re
import yaml


WIDTH = 100
#: Longer texts are folded at spaces.
FOLD = 80
#: Numbers, dates, times, IČO: texts that only quotes keep from looking like something else.
LOOKS_LIKE_NUMBER = re.compile(r"[0-9][0-9.:/ -]*\Z")


def write(data: dict[str, Any]) -> str:
    """A template as YAML, keys in the order of schema.json, with a comment above."""
    header = (files("kpss.addon.townsetup") / "export_header.txt").read_text(
        encoding="utf-8"
    )
    schema = template_schema()
    body = yaml.dump(
        ordered(data, schema, schema),
        Dumper=TemplateDumper,
        width=WIDTH,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
    )
    return header + body


def ordered(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    """The data with the keys of mappings in the order of the schema; others keep theirs."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        return [ordered(item, schema.get("items", {}), root) for item in value]
    if not isinstance(value, dict):
        return value
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties") or {}
    names = [n for n in known if n in value] + [n for n in value if n not in known]
    return {name: ordered(value[name], known.get(name, rest), root) for name in names}


class TemplateDumper(yaml.SafeDumper):
    """Block style, indented lists, no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\x85" in text:
        # An old end of a line, which only an escape keeps from becoming a space
        style = '"'
    elif "\n" in text:
        style = "|"
    elif len(text) > FOLD:
        style = ">"
    elif LOOKS_LIKE_NUMBER.match(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


TemplateDumper.add_representer(str, represent_text)
