"""``{process}/chains``: which way the kinds of documents go, and every chain."""

from functools import cached_property
from kpss.addon.approval.chains.browser.shown import ShownChain
from kpss.addon.approval.chains.reading import contents_of
from kpss.addon.approval.chains.reading import read
from kpss.addon.approval.rules.chain import ADOPTION
from kpss.addon.approval.rules.chain import AMENDMENT
from kpss.addon.approval.rules.chain import chain_for
from kpss.addon.approval.vocabularies import kinds_of
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.process.sections import process_of
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


MANAGE = "kpss.addon: Manage Process"


@implementer(IWithoutByline)
class Chains(BrowserView):
    """The chains of the process: by kind of document, then each as an ordered list."""

    parts = ViewPageTemplateFile("steps.pt")

    @property
    def process(self):
        return process_of(self.context)

    @cached_property
    def may_edit(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @cached_property
    def chains(self) -> list[ShownChain]:
        return [
            ShownChain(self.process, one, read(one))
            for one in contents_of(self.process)
        ]

    @property
    def kinds(self) -> list[dict[str, Any]]:
        """Kinds of documents that have a chain, with those offered for each purpose."""
        found = [
            {
                "title": title,
                "adoption": self.offered(kind, ADOPTION),
                "amendment": self.offered(kind, AMENDMENT),
            }
            for kind, title in kinds_of(self.process)
        ]
        return [row for row in found if row["adoption"] or row["amendment"]]

    @property
    def without(self) -> list[Message | str]:
        """Kinds that no chain is for; told to who may add one."""
        return [
            title
            for kind, title in kinds_of(self.process)
            if not self.offered(kind, ADOPTION)
        ]

    def offered(self, kind: str, purpose: str) -> list[ShownChain]:
        shown = {one.id: one for one in self.chains}
        chains = [one.chain for one in self.chains]
        return [shown[one.id] for one in chain_for(chains, kind, purpose)]
