"""Site Setup: what follows from memberships, made anew and compared."""

from kpss.addon.bodies.ledger.rebuilding import rebuild
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zope.i18nmessageid import Message


class RebuildMemberships(BrowserView):
    """A form with one button; ``differences`` is None before it was pressed."""

    differences: list[str] | None = None

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.differences = rebuild()
        return self.index()

    @property
    def summary(self) -> Message:
        """How many entries were wrong before."""
        number = len(self.differences or ())
        if not number:
            return _("Everything agrees: nothing had to be changed.")
        return plural(
            number,
            _("rebuilt_one", default="One entry differed and is right now."),
            _("rebuilt_few", default="${number} entries differed and are right now."),
            _("rebuilt_many", default="${number} entries differed and are right now."),
        )
