"""The sources of a ``kpss.Rules``: each belongs to one value of its rule.

Beside the sources the object remembers what value each was given for. So a source
never stands beside a value that somebody changed since, whichever way it was changed:
in the form, over REST, by a template or in code.
"""

from Acquisition import aq_base
from copy import deepcopy
from kpss.addon.bodies.rules.procedure import plain
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.rules.sources import standing_sources
from typing import Any


def values_of(rules) -> dict[str, Any]:
    """All values by the name of the rule; None for a rule that is not set."""
    base = aq_base(rules)
    return {name: plain(getattr(base, name, None)) for name in RULES}


def sources_of(rules) -> dict[str, str]:
    """The sources that hold for the present values."""
    kept = getattr(aq_base(rules), "_sources", None) or {}
    return standing_sources(kept, values_of(rules), _record(rules))


def give_sources(rules, sources: dict[str, str] | None) -> None:
    """Keep new sources for the values that the object has now.

    A text unlike the former one is for the value that the change in progress will
    leave; which one that is, ``settle_sources`` remembers at its end.
    """
    values, record = values_of(rules), _record(rules)
    sources = dict(sources or {})
    rules._sources = sources
    rules._source_record = {
        name: (source, deepcopy(values[name]))
        for name, source in sources.items()
        if name in record and record[name][0] == source
    }


def settle_sources(rules, event=None) -> None:
    """Subscriber: after adding or changing, drop the sources of changed values."""
    standing = sources_of(rules)
    values = values_of(rules)
    rules._sources = standing
    rules._source_record = {
        name: (source, deepcopy(values[name])) for name, source in standing.items()
    }


def _record(rules) -> dict[str, tuple[str, Any]]:
    return getattr(aq_base(rules), "_source_record", None) or {}
