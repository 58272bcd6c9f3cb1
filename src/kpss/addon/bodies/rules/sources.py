"""Where the value of a rule comes from, and until when that may be said.

A source belongs to one value: whoever changes the value without naming a new source
must not leave the old one standing beside it.
"""

from collections.abc import Mapping
from typing import Any


#: Marks a value that no document states.
DEFAULT = "default"

#: What is remembered of a source: the text, and the value that it was given for.
Record = Mapping[str, tuple[str, Any]]


def standing_sources(
    sources: Mapping[str, str], values: Mapping[str, Any], record: Record
) -> dict[str, str]:
    """The sources that hold for the present values.

    A source falls when the rule is unset, or when its value is not the recorded one
    and the source is still the recorded text. A source that was not recorded yet, or
    differs from the recorded one, has just been given: it holds.
    """
    return {
        name: source
        for name, source in sources.items()
        if values.get(name) is not None and not _stale(name, source, values, record)
    }


def _stale(name: str, source: str, values: Mapping[str, Any], record: Record) -> bool:
    if name not in record:
        return False
    known_source, known_value = record[name]
    return known_source == source and known_value != values[name]
