"""The pattern by which resolutions are numbered, such as ``{number}/{year:2}``."""

import re


#: What may stand in braces, with the value that an example shows.
FIELDS = {
    "number": "12",
    "year": "2026",
    "year:2": "26",
    "body": "RM",
    "period": "2026–2030",
    "meeting": "3",
}
_FIELD = re.compile(r"\{([^{}]*)\}")


def pattern_problem(pattern: str) -> tuple[str, str] | None:
    """Why a pattern cannot be used: a reason code and what is wrong, or None.

    ``unknown_field``: something else in braces. ``stray_brace``: a brace without its
    other half. ``no_number``: every resolution would get the same number.
    """
    for name in _FIELD.findall(pattern):
        if name not in FIELDS:
            return "unknown_field", name
    rest = _FIELD.sub("", pattern)
    if "{" in rest or "}" in rest:
        return "stray_brace", pattern
    if "{number}" not in pattern:
        return "no_number", pattern
    return None


def example(pattern: str) -> str:
    """What a number made by the pattern looks like."""
    return _FIELD.sub(lambda match: FIELDS.get(match[1], match[0]), pattern)
