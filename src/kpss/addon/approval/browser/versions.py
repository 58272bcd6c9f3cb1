"""``{x}/@@kpss-versions``: any two wordings beside each other, in words of readers."""

from functools import cached_property
from itertools import islice
from kpss.addon.approval.browser.comparing import compared
from kpss.addon.approval.browser.comparing import plain_text
from kpss.addon.approval.pinning import copy_of
from kpss.addon.approval.pinning import Version
from kpss.addon.approval.pinning import versions_of
from kpss.addon.browser.dates import day
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import implementer


#: The newest are offered; older ones are in the stock history.
OFFERED = 100


@implementer(ITitledView)
class Versions(BrowserView):
    """For those who take part; the newest two at first."""

    day = staticmethod(day)
    parts = ViewPageTemplateFile("compared.pt")

    @property
    def title(self) -> str:
        message = _("Versions: ${title}", mapping={"title": self.context.title})
        return translate(message)

    @cached_property
    def versions(self) -> list[Version]:
        """Newest first; none where nothing was saved yet."""
        return list(islice(versions_of(self.context), OFFERED))

    def label(self, version: Version) -> Message:
        return _(
            "version_label",
            default="${number}: ${day} ${time} ${note}",
            mapping={
                "number": version.number,
                "day": day(version.at.date()),
                "time": version.at.strftime("%H:%M"),
                "note": version.note,
            },
        )

    def _asked(self, name: str, default: int) -> int:
        value = self.request.form.get(name, "")
        known = {str(one.number): one.number for one in self.versions}
        return known.get(value if isinstance(value, str) else "", default)

    @cached_property
    def newer(self) -> int:
        return self._asked("newer", self.versions[0].number)

    @cached_property
    def older(self) -> int:
        before = [one.number for one in self.versions if one.number < self.newer]
        return self._asked("older", before[0] if before else self.newer)

    @cached_property
    def differences(self) -> list[tuple[str, str]]:
        return compared(self._text(self.older), self._text(self.newer))

    @property
    def is_same(self) -> bool:
        return all(kind == "kept" for kind, _text in self.differences)

    def _text(self, number: int) -> str:
        repository = api.portal.get_tool("portal_repository")
        seen = repository.retrieve(self.context, number).object
        data = copy_of(seen, self.context)
        # Annexes have versions of their own
        data.pop("annexes", None)
        return plain_text(data)
