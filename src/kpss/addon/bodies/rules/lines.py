"""The line in the chart: which body hangs under which."""

from collections.abc import Mapping


def makes_loop(
    parents: Mapping[str, str | None], body: str, parent: str | None
) -> bool:
    """Whether hanging ``body`` under ``parent`` would lead back to ``body``.

    ``parents`` maps the id of each body to the id of the body above, or None.
    """
    seen = {body}
    while parent is not None:
        if parent in seen:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False


def looped(parents: Mapping[str, str | None]) -> set[str]:
    """All bodies whose way up never ends."""
    return {
        body for body, parent in parents.items() if makes_loop(parents, body, parent)
    }
