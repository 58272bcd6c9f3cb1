"""To whom a document is submitted when nobody says so."""

from collections.abc import Mapping
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step


#: Bodies outside the process, for which packages are made (BER-17, NAM-28).
ELECTED = ("council", "assembly")


def addressee(
    chain: Chain, current: int | None, kinds: Mapping[str, str]
) -> str | None:
    """Id of the council or assembly that decides now or next.

    ``current`` None: the document is not on its way, the first one of the chain. In a
    chain without them the body of the present step, or else the last one. None: no body
    is known.
    """
    steps = chain.steps[current or 0 :]
    elected = [one for one in steps if _kind(one, kinds) in ELECTED and one.body]
    if elected:
        return elected[0].body
    if current is not None:
        return chain.steps[current].body
    bodies = [one.body for one in chain.steps if one.body]
    return bodies[-1] if bodies else None


def _kind(step: Step, kinds: Mapping[str, str]) -> str | None:
    return step.body_kind or kinds.get(step.body or "")
