"""What the forms of minutes share."""

from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.i18n import _
from zExceptions import Unauthorized
from zope.i18nmessageid import Message


OUTDATED = _(
    "Meanwhile somebody else changed the minutes. Look at them again; what you typed is "
    "still here."
)


class MinutesForm(RefusableForm):
    """A form gives ``change() -> sentence of success``; it may raise what actions raise."""

    outdated = OUTDATED

    def act(self) -> Message:
        return self.change()

    def change(self) -> Message:
        raise LookupError(self)

    @property
    def lead(self) -> str:
        return self.context.title

    def require(self, allowed: bool) -> None:
        if not allowed:
            raise Unauthorized()
