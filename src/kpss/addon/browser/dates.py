"""Dates as people write them: 13. 7. 2020 with spaces that do not break."""

from datetime import date
from kpss.addon.i18n import _
from zope.i18nmessageid import Message


def day(value: date | str | None) -> Message | str:
    """A date (or its ISO text) for the page; nothing for None."""
    if not value:
        return ""
    if isinstance(value, str):
        value = date.fromisoformat(value)
    return numeric(value.year, value.month, value.day)


def numeric(year: int, month: int, day: int) -> Message:
    """The three numbers in the order of the language; they need not be a real date."""
    return _(
        "date_numeric",
        default="${day}/${month}/${year}",
        mapping={"day": day, "month": month, "year": year},
    )


def period(start: date | str | None, end: date | str | None) -> Message | str:
    """From when to when something was; either end may be open."""
    if start and end:
        return _(
            "from ${start} to ${end}", mapping={"start": day(start), "end": day(end)}
        )
    if start:
        return _("since ${start}", mapping={"start": day(start)})
    if end:
        return _("until ${end}", mapping={"end": day(end)})
    return ""
