"""The shape of a template: schema.json, each of its keywords as a problem of ours."""

from collections.abc import Iterable
from collections.abc import Iterator
from json import dumps
from jsonschema import Draft202012Validator
from jsonschema import ValidationError
from jsonschema.validators import extend
from kpss.addon.process.fields import template_schema
from kpss.addon.townsetup.formats import CHECKER
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.rules.suggestion import suggest
from typing import Any
import functools


def shape_problems(data: Any) -> Iterator[Problem]:
    """Everything in the data that does not follow schema.json, each once."""
    told = set()
    for error in validator().iter_errors(data):
        for problem in problems_of(error):
            # A bad date breaks both its pattern and its format
            place = (problem.path, problem.code, repr(problem.params))
            if place not in told:
                told.add(place)
                yield problem


@functools.cache
def validator() -> Draft202012Validator:
    ours = extend(Draft202012Validator, {"uniqueItems": unique_items})
    return ours(template_schema(), format_checker=CHECKER)


def unique_items(validator, wanted, items, schema) -> Iterator[ValidationError]:
    """As jsonschema's, but it stays fast on thousands of mixed items."""
    if wanted and isinstance(items, list):
        seen = set()
        for position, item in enumerate(items):
            text = dumps(item, sort_keys=True)
            if text in seen:
                yield ValidationError("repeated", path=[position], instance=item)
            seen.add(text)


def problems_of(error: ValidationError) -> Iterable[Problem]:
    path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        return []  # names of rules: meaning.py knows all of them and suggests one
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        extra = [key for key in error.instance if key not in known]
        return (unknown_key(path, key, known) for key in extra)
    if error.validator == "required":
        keys = [key for key in error.validator_value if key not in error.instance]
        return [Problem("missing_key", (*path, key), {"name": key}) for key in keys]
    if error.instance is None:
        return [Problem("no_value", path)]
    if error.cause is not None and hasattr(error.cause, "message"):
        return [Problem("refused", path, {"message": error.cause.message})]
    return [keyword_problem(error, path)]


def unknown_key(path: Path, key: str, known: Any) -> Problem:
    near = suggest(key, known)
    code = "unknown_key_near" if near else "unknown_key"
    return Problem(code, (*path, key), {"name": key, "near": near})


def keyword_problem(error: ValidationError, path: Path) -> Problem:
    """The problem for one failed keyword about the value itself."""
    value, limit = error.instance, error.validator_value
    match error.validator:
        case "type":
            return wrong_type(path, value, limit)
        case "enum":
            near = suggest(value, limit)
            code = "not_one_of_near" if near else "not_one_of"
            allowed = ", ".join(limit)
            return Problem(
                code, path, {"value": short(value), "near": near, "allowed": allowed}
            )
        case "const":
            return Problem(
                "must_be", path, {"value": short(value), "wanted": short(limit)}
            )
        case "pattern" | "format":
            return Problem(pattern_code(error.schema), path, {"value": short(value)})
        case "minLength" | "minItems":
            return Problem("empty_value", path)
        case "maxLength":
            return Problem("too_long", path, {"length": len(value), "maximum": limit})
        case "maxItems":
            return Problem(
                "too_many_items", path, {"length": len(value), "maximum": limit}
            )
        case "minimum" | "maximum":
            params = {"value": value, "minimum": error.schema["minimum"]}
            return Problem(
                "out_of_range", path, params | {"maximum": error.schema["maximum"]}
            )
        case "uniqueItems":
            return Problem("repeated", path, {"value": short(value)})
    raise LookupError(f"keyword {error.validator} of schema.json has no sentence")


def wrong_type(path: Path, value: Any, wanted: str) -> Problem:
    if wanted == "string" and isinstance(value, (int, bool)):
        return Problem("needs_quotes", path, {"value": short(value)})
    return Problem(f"wanted_{wanted}", path, {"value": short(value)})


def pattern_code(schema: dict) -> str:
    if schema.get("format") == "date":
        return "bad_date"
    return {"kpss-url": "bad_url"}.get(schema.get("format", ""), "bad_id")


def short(value: Any) -> str:
    """A value as it stands in YAML, cut for a sentence."""
    text = value if isinstance(value, str) else dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"
