"""What was typed into a form, as plain values."""

from collections.abc import Mapping
from datetime import date
from kpss.addon.i18n import _
from typing import Any
from zope.i18nmessageid import Message
import re


_CZECH = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\Z")

BAD_DAY = _("This is not a day: write it as 1. 3. 2026.")


class Sent:
    """The fields of a request; something else than a text counts as nothing."""

    def __init__(self, form: Mapping[str, Any]):
        self.form = form

    def text(self, name: str) -> str:
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def shown(self, name: str, *, is_day: bool) -> str:
        """What was typed, to be shown again; a day as browsers want it."""
        text = self.text(name)
        found = read_day(text) if is_day else None
        return found.isoformat() if found else text

    def several(self, name: str) -> list[str]:
        """What was chosen of several; a single one comes as a text."""
        value = self.form.get(name, ())
        found = [value] if isinstance(value, str) else value
        return [one for one in found if isinstance(one, str)]

    def file(self, name: str) -> Any | None:
        """An uploaded file that was chosen, at its beginning; browsers send an empty one
        where none was."""
        value = self.form.get(name)
        if not getattr(value, "filename", ""):
            return None
        value.seek(0)
        return value

    def flag(self, name: str) -> bool:
        return bool(self.text(name))

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number that the form itself counts with; never above ``most``."""
        text = self.text(name)
        return min(int(text), most) if text.isdecimal() and len(text) < 6 else default

    def day(self, name: str, errors: dict[str, Message | str]) -> date | None:
        """A day as browsers send it or as Czechs write it; what is no day is an error."""
        text = self.text(name)
        if not text:
            return None
        found = read_day(text)
        if found is None:
            errors[name] = BAD_DAY
        return found


def read_day(text: str) -> date | None:
    """``2026-03-01`` or ``1. 3. 2026``; None when it is no day between 1900 and 2200."""
    czech = _CZECH.match(text)
    try:
        if czech:
            numbers = [int(part) for part in czech.groups()]
            found = date(numbers[2], numbers[1], numbers[0])
        else:
            found = date.fromisoformat(text if re.match(r"\d{4}-", text) else "")
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2200 else None
