"""Chains of a process as the rules see them."""

from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.flaws import Flaw
from kpss.addon.approval.rules.flaws import flaws
from kpss.addon.approval.rules.reading import read_steps
from typing import Any


#: The folder of a process in which chains stand, in an order of their own.
SECTION = "chains"


def chains_of(process) -> list[Chain]:
    """All chains of the process in their order, whoever may see them."""
    return [read(one) for one in contents_of(process)]


def contents_of(process) -> list[Any]:
    """The objects of the chains, in their order."""
    section = process.get(SECTION)
    found = section.objectValues() if section is not None else ()
    return [one for one in found if one.portal_type == "kpss.ApprovalChain"]


def chain_content(process, chain_id: str):
    """The chain of the process with this id; None: there is none (any more)."""
    found = [one for one in contents_of(process) if one.getId() == chain_id]
    return found[0] if found else None


def read(content) -> Chain:
    """A chain as the rules see it."""
    return Chain(
        id=content.getId(),
        title=content.title,
        steps=read_steps(content.steps or ()),
        document_kinds=tuple(content.document_kinds or ()),
        purpose=content.purpose,
        active=bool(content.active),
        source=content.source or None,
    )


def flaws_in(process, chain: Chain) -> list[Flaw]:
    """What keeps the chain from being used in the process today."""
    bodies = IActingBodies(process).bodies()
    active = {name for name, body in bodies.items() if body.exists}
    return flaws(chain, bodies, active)


def usable(process, chain: Chain) -> bool:
    """Whether a document may be submitted to the chain today."""
    return chain.active and not flaws_in(process, chain)
