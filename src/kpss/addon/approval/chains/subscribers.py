"""A chain that was copied waits until somebody has looked at it."""


def set_aside(chain, event) -> None:
    """A copy is offered for nothing yet: two chains for one kind would be chosen from.

    Chains in a copied process are not asked; they are the only ones there.
    """
    chain.active = False
