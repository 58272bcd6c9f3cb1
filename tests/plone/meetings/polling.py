"""A poll of the group of seniors, as the tests of polls begin one."""

from datetime import date
from datetime import timedelta
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.polling.beginning import begin
from kpss.addon.meetings.polling.beginning import Wish
from kpss.addon.meetings.times import now
from tests.plone.meetings.mailing import text_of
import re


LINK = re.compile(r"https?://\S+/@@kpss-dates/([A-Za-z0-9_-]+)")
#: Members of the group who have an address.
MEMBERS = {
    "vedouci@mesto.example",
    "clenka@mesto.example",
    "urad@mesto.example",
    "soukroma@example.org",
}


def ahead(days: int, hour: int = 15):
    """A time of the site so many days from today."""
    start = now().replace(hour=hour, minute=0, second=0, microsecond=0)
    return start + timedelta(days=days)


def wish(**values) -> Wish:
    given = {
        "title": "Jarní setkání",
        "note": "Přineste si kalendář.",
        "dates": tuple(Wanted(ahead(days), 90, "Radnice") for days in (20, 22)),
        "until": date.today() + timedelta(days=7),
        **values,
    }
    return Wish(**given)


def begun(body, **values):
    """A poll of the body; its letters wait."""
    return begin(body, wish(**values))[0]


def token_of(mail) -> str:
    return LINK.search(text_of(mail)).group(1)
