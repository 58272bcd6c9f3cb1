"""``{chain}/edit``."""

from functools import cached_property
from kpss.addon.approval.chains.browser.chain_form import ChainForm
from kpss.addon.approval.chains.chain import IApprovalChain
from kpss.addon.approval.chains.reading import read
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.reading import write_chain
from kpss.addon.i18n import _
from kpss.addon.process.template_content import refuse_locked
from typing import Any
from zope.event import notify
from zope.i18nmessageid import Message
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import hashlib
import json


class EditChain(ChainForm):
    """Refused when somebody else has saved the chain in the meantime."""

    @property
    def heading(self) -> Message:
        return _("Edit the chain ${title}", mapping={"title": self.context.title})

    @cached_property
    def chain(self) -> Chain:  # type: ignore[override]
        return read(self.context)

    @property
    def refused(self) -> Message | None:
        return refuse_locked(self.context)

    @property
    def hidden(self) -> dict[str, str]:
        return {
            **super().hidden,
            "seen": self.sent.text("seen") or fingerprint(self.chain),
        }

    def handle(self) -> str | None:
        if self.sent.text("seen") != fingerprint(self.chain):
            self.errors[""] = _(
                "Somebody else has changed the chain since you opened it. Open it again "
                "and make your changes there; nothing was saved."
            )
            return None
        return super().handle()

    def save(self, values: dict[str, Any]):
        for name, value in values.items():
            setattr(self.context, name, value)
        notify(ObjectModifiedEvent(self.context, Attributes(IApprovalChain, *values)))
        return self.context


def fingerprint(chain: Chain) -> str:
    """Changes with whatever the form edits."""
    data = json.dumps(write_chain(chain), sort_keys=True)
    return hashlib.sha256(data.encode()).hexdigest()
