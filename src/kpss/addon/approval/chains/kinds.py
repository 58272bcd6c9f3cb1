"""Chains of a kind of documents that only this town has."""

from kpss.addon.approval.chains.reading import chains_of
from kpss.addon.process.interfaces import IKindUser
from kpss.addon.process.process import IProcess
from zope.component import adapter
from zope.interface import implementer


@implementer(IKindUser)
@adapter(IProcess)
class ChainsOfKind:
    """A kind that a chain is for stays."""

    def __init__(self, process):
        self.process = process

    def titles(self, kind: str) -> list[str]:
        return [
            one.title for one in chains_of(self.process) if kind in one.document_kinds
        ]
