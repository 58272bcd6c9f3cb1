"""The chain frozen on a document when it starts: later edits touch only new starts.

Plain data in the entry that starts it: ``{"chain", "bodies": {id: {title, kind, uid}}}``.
"""

from collections.abc import Mapping
from dataclasses import replace
from kpss.addon.approval.interfaces import ActingBody
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.reading import read_chain
from kpss.addon.approval.rules.reading import write_chain
from typing import Any


def settled(
    chain: Chain, author: str | None, bodies: Mapping[str, ActingBody]
) -> Chain:
    """The chain for one document: a step of a kind of body is its author's, if it fits."""
    kind = bodies[author].kind if author in bodies else None
    steps = tuple(
        replace(step, body=author, body_kind=None)
        if step.body_kind is not None and step.body_kind == kind
        else step
        for step in chain.steps
    )
    return replace(chain, steps=steps)


def freeze(chain: Chain, bodies: Mapping[str, ActingBody]) -> dict[str, Any]:
    named = {step.body for step in chain.steps if step.body in bodies}
    return {
        "chain": write_chain(chain),
        "bodies": {
            name: {
                "title": bodies[name].title,
                "kind": bodies[name].kind,
                "uid": bodies[name].uid,
            }
            for name in sorted(named)
        },
    }


def thaw(data: Mapping[str, Any]) -> Chain:
    return read_chain(data["chain"])
