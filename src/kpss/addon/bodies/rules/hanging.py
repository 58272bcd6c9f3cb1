"""Where each shown body hangs when some are left out, or when the lines make a loop."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping


#: Lists inside lists on one page. No town has ten levels; what would hang deeper
#: hangs beside the last level, so that nothing is lost and nothing recurses for ever.
DEEPEST = 30

#: The id of each body with the id of the one above, None at the top.
Lines = Mapping[str, str | None]


def lines(parents: Lines, shown: Iterable[str]) -> dict[str, str | None]:
    """The nearest shown body above each of the shown ones.

    ``parents`` knows all bodies, those left out included; ``shown`` is in chart order.
    A loop is cut above the first of its bodies in that order.
    """
    order = list(shown)
    known = frozenset(order)
    above = {body: _nearest(parents, body, known) for body in order}
    for body in order:
        if _is_on_loop(above, body):
            above[body] = None
    return _no_deeper(above)


def way_up(above: Lines, body: str) -> list[str]:
    """The bodies above this one, from the top down; ``above`` has no loops."""
    way: list[str] = []
    up = above.get(body)
    while up is not None:
        way.insert(0, up)
        up = above.get(up)
    return way


def _nearest(parents: Lines, body: str, known: Collection[str]) -> str | None:
    seen = {body}
    above = parents.get(body)
    while above is not None and above not in known:
        if above in seen:
            return None
        seen.add(above)
        above = parents.get(above)
    return above


def _is_on_loop(above: Lines, body: str) -> bool:
    seen: set[str] = set()
    up = above[body]
    while up is not None and up != body and up not in seen:
        seen.add(up)
        up = above[up]
    return up == body


def _no_deeper(above: Lines) -> dict[str, str | None]:
    result: dict[str, str | None] = {}
    depth: dict[str | None, int] = {None: 0}
    for body in above:
        unknown = []
        here: str | None = body
        while here is not None and here not in depth:
            unknown.append(here)
            here = above[here]
        for new in reversed(unknown):
            up = above[new]
            result[new] = result[up] if up and depth[up] == DEEPEST else up
            depth[new] = depth[result[new]] + 1
    return {body: result[body] for body in above}
