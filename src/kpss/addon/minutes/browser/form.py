"""What the forms of minutes share."""

from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from zExceptions import Unauthorized
from zope.i18nmessageid import Message


OUTDATED = _(
    "Meanwhile somebody else changed the minutes. Look at them again; what you typed is "
    "still here."
)


class MinutesForm(RefusableForm):
    """A form gives ``change() -> sentence of success``; it may raise what actions raise."""

    def act(self) -> Message:
        try:
            return self.change()
        except Outdated as outdated:
            raise Refusal("", OUTDATED, "outdated") from outdated

    def change(self) -> Message:
        raise LookupError(self)

    @property
    def lead(self) -> str:
        return self.context.title

    def require(self, allowed: bool) -> None:
        if not allowed:
            raise Unauthorized()
