"""Chains that name a body: who refers to it, and what follows when it is renamed."""

from kpss.addon.approval.chains.chain import IApprovalChain
from kpss.addon.approval.chains.reading import contents_of
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


def chains_naming(process, body_id: str) -> list:
    """The chains with a step at which the body acts."""
    return [one for one in contents_of(process) if body_id in bodies_of(one)]


def bodies_of(chain) -> list[str]:
    """Ids of the bodies that the steps name, in their order."""
    return [step["body"] for step in chain.steps or () if step.get("body")]


def follow_body(process, old: str, new: str) -> None:
    """Steps that named ``old`` name ``new``."""
    for chain in chains_naming(process, old):
        chain.steps = [
            {**step, "body": new} if step.get("body") == old else step
            for step in chain.steps
        ]
        notify(ObjectModifiedEvent(chain, Attributes(IApprovalChain, "steps")))
