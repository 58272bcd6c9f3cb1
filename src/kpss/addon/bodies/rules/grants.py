"""What a person may act as, and when: the rows of the acting-rights table."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from kpss.addon.bodies.rules.periods import joined
from kpss.addon.bodies.rules.periods import Period
from kpss.addon.bodies.rules.stints import Stint
from typing import NamedTuple


class Grant(NamedTuple):
    """In a body or process (``scope``, a UID) as ``name`` on the days of ``span``.

    ``name``: member, substitute or guest, or the id of a function that is held.
    """

    scope: str
    name: str
    span: Period


def grants_of(process: str, stints: Iterable[Stint]) -> tuple[Grant, ...]:
    """The rights that follow from all stints of a person in a process.

    A function counts in its body and in the process, from the day its powers begin.
    """
    spans: dict[tuple[str, str], list[Period]] = defaultdict(list)
    for stint in stints:
        for scope, name, span in _of(process, stint):
            spans[scope, name].append(span)
    return tuple(
        Grant(scope, name, span)
        for (scope, name), several in sorted(spans.items())
        for span in joined(several)
    )


def _of(process: str, stint: Stint) -> Iterator[tuple[str, str, Period]]:
    yield stint.body, stint.kind, stint.span
    if stint.function is not None and stint.powers is not None:
        yield stint.body, stint.function, stint.powers
        yield process, stint.function, stint.powers


def held_on(grants: Iterable[Grant], day: date) -> set[str]:
    """Names of the groups that the grants make on a day."""
    return {group_id(one.scope, one.name) for one in grants if one.span.holds(day)}


def group_id(scope: str, name: str) -> str:
    """The id of the group of those who are ``name`` in the body or process."""
    return f"kpss:{scope}:{name}"
