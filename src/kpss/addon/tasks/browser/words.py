"""Numbers of tasks in the words of readers."""

from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from zope.i18nmessageid import Message


def days_over(number: int) -> Message:
    """How long a task is overdue."""
    return plural(
        number,
        _("days_over_one", default="${number} day overdue"),
        _("days_over_few", default="${number} days overdue"),
        _("days_over_many", default="${number} days overdue"),
    )


def percent(number: int | None) -> Message:
    """A percent as the language writes it, with a space that does not break or none."""
    return _("percent", default="${number}%", mapping={"number": number or 0})
