"""A chain that was copied waits until somebody has looked at it."""

from Acquisition import aq_base


def set_aside(chain, event) -> None:
    """A copy is offered for nothing yet: two chains for one kind would be chosen from.

    Chains in a copied process stay as they are; they are the only ones there.
    """
    if aq_base(event.object) is aq_base(chain):
        chain.active = False
