"""The structure of a process as far as a reader may know of its bodies."""

from dataclasses import replace
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.bodies.rules.facts import Structure
from kpss.addon.bodies.rules.publicity import OFFICIAL


def seen_structure(process, structure: Structure) -> Structure:
    """An office in a body that the reader may not see makes nobody public."""
    bodies = {
        uid: fact
        for uid, fact in structure.bodies.items()
        if fact.kind not in OFFICIAL or may_see_body(process, fact.id)
    }
    return replace(structure, bodies=bodies)
