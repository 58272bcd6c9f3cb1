"""Rules of procedure in the town template: ``bodies[].rules``."""

from collections.abc import Iterator
from datetime import date
from kpss.addon.bodies.procedure.rules_of_procedure import IRules
from kpss.addon.bodies.rules.procedure import in_force
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.template_compare import as_data
from kpss.addon.process.template_compare import Attributes
from kpss.addon.process.template_compare import field_rows
from kpss.addon.process.template_compare import values
from kpss.addon.process.template_content import add_content
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import differing
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_row import SAME
from kpss.addon.process.template_values import Key
from kpss.addon.process.template_values import shown
from kpss.addon.process.template_values import tidy
from typing import Any
from zope.schema.interfaces import IField


WHAT = _("Rules of procedure")
TITLE = WHAT
#: Id of the rules that a template creates.
RULES_ID = "rules"
KEYS = tuple(
    Key((name,), IRules[name])
    for name in ("title", "document", "valid_from", "valid_to")
    if name in IRules
)


def rules_of(body):
    """The rules that a template speaks of: those in force today, else the latest."""
    found = [item for item in body.objectValues() if item.portal_type == "kpss.Rules"]
    found.sort(key=lambda rules: (rules.valid_from or date.min, rules.getId()))
    return in_force(found, date.today()) or (found[-1] if found else None)


def rules_data(body) -> dict[str, Any] | None:
    """The rules of a body as a part of a template, None when it has none."""
    rules = rules_of(body)
    if rules is None:
        return None
    kept = values_data(rules)
    return {**as_data(KEYS, Attributes(rules)), **({"values": kept} if kept else {})}


def values_data(rules) -> dict[str, dict[str, Any]]:
    """The rules that are set, each as ``{"value", "source"}``."""
    sources = rules.sources or {}
    values = {name: canonical(getattr(rules, name, None)) for name in RULES}
    return {
        name: {"value": value, **({"source": sources[name]} if name in sources else {})}
        for name, value in values.items()
        if value is not None
    }


def rules_rows(section, body, item: dict, place: str) -> Iterator[Row]:
    """Rows for the rules of a body; ``body`` is None when it is going to be created."""
    data, at, title = item["rules"], f"{place}.rules", item["title"]
    rules = rules_of(body) if body is not None else None
    if rules is None:
        yield Row(
            key=at,
            what=WHAT,
            title=title,
            verdict=CREATE,
            new=data.get("document"),
            write=lambda: add_rules(section[item["id"]], data),
        )
        return
    yield from field_rows(
        Attributes(rules), KEYS, data, place=at, what=WHAT, title=body.title
    )
    present = values_data(rules)
    for name, rule in data.get("values", {}).items():
        wanted = tidy_rule(rule)
        current, new = differing(
            show_rule(name, present.get(name)), show_rule(name, wanted)
        )
        yield Row(
            key=f"{at}.values.{name}",
            what=WHAT,
            title=body.title,
            field=IRules[name].title,
            verdict=verdict(present.get(name), wanted),
            current=current,
            new=new,
            write=lambda name=name, wanted=wanted: set_rule(rules, name, wanted),
            target=rules,
        )


def verdict(present: dict | None, wanted: dict) -> str:
    """A value without a source gets one; a template without one says nothing of it."""
    if present is None:
        return CREATE
    if present["value"] != wanted["value"]:
        return CHANGE
    if "source" not in wanted or present.get("source") == wanted["source"]:
        return SAME
    return CHANGE if "source" in present else CREATE


def add_rules(body, data: dict) -> None:
    """Create the rules under the id ``rules``."""
    fields = {"title": translate(TITLE), **values(KEYS, data)}
    wanted = {name: tidy_rule(rule) for name, rule in data.get("values", {}).items()}
    fields.update(
        {name: stored(IRules[name], rule["value"]) for name, rule in wanted.items()}
    )
    fields["sources"] = {
        n: rule["source"] for n, rule in wanted.items() if "source" in rule
    }
    add_content(body, "kpss.Rules", RULES_ID, **fields)


def set_rule(rules, name: str, wanted: dict) -> None:
    """A value and its source belong together: both change."""
    setattr(rules, name, stored(IRules[name], wanted["value"]))
    sources = {
        rule: text for rule, text in (rules.sources or {}).items() if rule != name
    }
    rules.sources = (
        {**sources, name: wanted["source"]} if "source" in wanted else sources
    )


def tidy_rule(rule: dict) -> dict[str, Any]:
    source = tidy(rule.get("source") or "")
    value = {"value": canonical(rule["value"])}
    return {**value, "source": source} if source else value


def canonical(value: Any) -> Any:
    """The value of a rule as it stands in a template; None when it is not set."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list | tuple):
        return [canonical(item) for item in value] or None
    if isinstance(value, dict):
        kept = {name: canonical(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if item is not None}
    return value


def stored(field: IField, value: Any) -> Any:
    """Rows get all their columns, as the edit form stores them."""
    schema = getattr(getattr(field, "value_type", None), "schema", None)
    if schema is None:
        return value
    return [{column: row.get(column) for column in schema} for row in value]


def show_rule(name: str, rule: dict | None) -> Any:
    """Value and source for people; the source stands in brackets."""
    if rule is None:
        return None
    value = rule["value"]
    text = shown(
        Key((name,), IRules[name]), value if isinstance(value, list) else str(value)
    )
    source = (f"({rule['source']})",) if "source" in rule else ()
    return (*(text if isinstance(text, tuple) else (str(text),)), *source)
