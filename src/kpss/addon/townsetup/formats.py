"""The formats of schema.json: what a pattern cannot check.

They raise ``kpss.addon.fields.Refused`` with the same sentences as the edit forms.
"""

from datetime import date
from jsonschema import FormatChecker
from kpss.addon.codelists.ico import Ico
from kpss.addon.fields import check_characters
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.process.fields import HttpUrl
from typing import Any


CHECKER = FormatChecker(formats=())
_ICO = Ico(__name__="ico")
_URL = HttpUrl(__name__="url")


@CHECKER.checks("kpss-name", raises=Refused)
def is_name(value: Any) -> bool:
    if isinstance(value, str):
        if "\n" in value or "\r" in value:
            raise Refused(_("The text must stand on one line."))
        if not value.strip():
            raise Refused(_("The text must not be empty."))
        check_characters(value)
    return True


@CHECKER.checks("kpss-ico", raises=Refused)
def is_ico(value: Any) -> bool:
    """Spaces and missing zeros are accepted, as in the form."""
    if isinstance(value, str):
        _ICO.fromUnicode(value)
    return True


@CHECKER.checks("kpss-url", raises=Refused)
def is_url(value: Any) -> bool:
    if isinstance(value, str):
        _URL.validate(value)
    return True


@CHECKER.checks("date", raises=ValueError)
def is_date(value: Any) -> bool:
    """A day of the calendar; 30 February is none."""
    if isinstance(value, str):
        date.fromisoformat(value)
    return True
