"""``{x}/@@kpss-decided-text?checksum=…``: what a body saw, beside what is there now."""

from functools import cached_property
from kpss.addon.approval.browser.comparing import compared
from kpss.addon.approval.browser.comparing import plain_text
from kpss.addon.approval.case import case_of
from kpss.addon.approval.pinning import copy_of
from kpss.addon.approval.pinning import pinned
from kpss.addon.browser.dates import day
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer


@implementer(ITitledView)
class DecidedText(BrowserView):
    """Words that are gone and words that are new; for those who take part only."""

    day = staticmethod(day)
    parts = ViewPageTemplateFile("compared.pt")

    @property
    def title(self) -> str:
        message = _("What was decided: ${title}", mapping={"title": self.context.title})
        return translate(message)

    def __call__(self):
        if self.entry is None or self.copy is None:
            raise NotFound("kpss-decided-text")
        return self.index()

    @cached_property
    def checksum(self) -> str:
        value = self.request.form.get("checksum", "")
        return value if isinstance(value, str) else ""

    @cached_property
    def entry(self):
        """The decision that pinned the copy."""
        found = [
            one
            for one in case_of(self.context).records
            if self.checksum in (one.pinned, one.decided_copy)
        ]
        return found[0] if found else None

    @property
    def is_seen(self) -> bool:
        """Whether the copy is what lay before the body, not what it made of it."""
        return self.entry.pinned == self.checksum

    @cached_property
    def copy(self) -> dict[str, Any] | None:
        return pinned(self.context.UID(), self.checksum)

    @property
    def body(self) -> str:
        return case_of(self.context).body_title(self.entry.body)

    @property
    def wording(self) -> str:
        return plain_text(self.copy)

    @cached_property
    def differences(self) -> list[tuple[str, str]]:
        """Pieces of text, each kept, gone or new."""
        now = copy_of(self.context, self.context)
        return compared(plain_text(self.copy), plain_text(now))

    @property
    def is_same(self) -> bool:
        return all(kind == "kept" for kind, _text in self.differences)
