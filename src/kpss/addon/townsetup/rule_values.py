"""Rules of procedure in a template: names and values as the fields of ``IRules`` know them."""

from collections.abc import Iterator
from copy import copy
from kpss.addon.bodies.procedure.rules_of_procedure import IRules
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.template_rules import canonical
from kpss.addon.bodies.template_rules import stored
from kpss.addon.fields import Refused
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.references import Known
from kpss.addon.townsetup.rules.references import unknown
from kpss.addon.townsetup.rules.suggestion import suggest
from kpss.addon.townsetup.rules.walk import rows
from kpss.addon.townsetup.shape import short
from kpss.addon.townsetup.shape import unknown_key
from typing import Any
from zope.schema import List
from zope.schema.interfaces import IField
from zope.schema.interfaces import ValidationError


#: Vocabularies of the process: what their values are, and where the known ids stand.
OF_PROCESS = {
    "kpss.addon.bodies": "body",
    "kpss.addon.functions": "function",
    "kpss.addon.parties": "party",
    "kpss.addon.recipients": "recipient",
}


def rule_problems(data: Any, known: Known) -> Iterator[Problem]:
    """``unknown_rule``, ``refused`` with the sentence of the field, unknown ids."""
    for path, body in rows(data, "bodies"):
        rules = body.get("rules")
        values = rules.get("values") if isinstance(rules, dict) else None
        for name, rule in values.items() if isinstance(values, dict) else ():
            place = (*path, "rules", "values", name)
            if name not in RULES:
                near = suggest(name, RULES)
                code = "unknown_rule_near" if near else "unknown_rule"
                yield Problem(code, place, {"name": name, "near": near})
            elif isinstance(rule, dict) and "value" in rule:
                yield from value_problems(
                    IRules[name], rule["value"], (*place, "value"), known
                )


def value_problems(
    field: IField, value: Any, path: Path, known: Known
) -> Iterator[Problem]:
    """What is wrong with the value of one rule, or of one item or column in it."""
    if canonical(value) is None:
        yield Problem("no_value", path)
    elif isinstance(field, List):
        yield from list_problems(field, value, path, known)
    elif getattr(field, "schema", None) is not None:
        yield from row_problems(field.schema, value, path, known)
    elif isinstance(value, dict | list):
        yield Problem("wanted_single", path, {"value": short(value)})
    elif (what := OF_PROCESS.get(vocabulary_name(field))) is not None:
        ids = known.of(what)
        if value not in ids:
            yield unknown(what, str(value), path, ids)
    else:
        yield from field_problems(field, canonical(value), path)


def vocabulary_name(field: IField) -> str | None:
    """The vocabulary of a choice; columns of rows look theirs up in a source of ours."""
    source = getattr(field, "vocabulary", None)
    return getattr(field, "vocabularyName", None) or getattr(source, "name", None)


def list_problems(
    field: List, value: Any, path: Path, known: Known
) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem("wanted_array", path, {"value": short(value)})
        return
    found = []
    for position, item in enumerate(value):
        found += value_problems(field.value_type, item, (*path, position), known)
        if field.unique and item in value[:position]:
            found.append(Problem("repeated", (*path, position), {"value": short(item)}))
    yield from found
    if not found:
        # What the field says of its items together; they were checked one by one
        together = copy(field)
        together.value_type = None
        yield from field_problems(together, stored(field, value), path)


def row_problems(schema, value: Any, path: Path, known: Known) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem("wanted_object", path, {"value": short(value)})
        return
    for name in value:
        if name in schema:
            yield from value_problems(schema[name], value[name], (*path, name), known)
        else:
            yield unknown_key(path, name, list(schema))
    for name in schema:
        if schema[name].required and name not in value:
            yield Problem("missing_key", (*path, name), {"name": name})


def field_problems(field: IField, value: Any, path: Path) -> Iterator[Problem]:
    """The field's own check, with its own sentence."""
    try:
        field.validate(value)
    except Refused as refusal:
        yield Problem("refused", path, {"message": refusal.message})
    except ValidationError:
        code = "wanted_string" if isinstance(value, str) else "needs_quotes"
        yield Problem(code, path, {"value": short(value)})
