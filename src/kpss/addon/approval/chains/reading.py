"""Chains of a process as the rules see them."""

from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.reading import read_chain


def chains_of(process) -> list[Chain]:
    """All chains of the process, whoever may see them."""
    return [read_chain(data) for data in process.chains or ()]
