"""Signed links: kept as digests, for one purpose, until the end of the day."""

from datetime import datetime
from datetime import timedelta
from kpss.addon.meetings.rules import links
from zoneinfo import ZoneInfo
import pytest
import secrets


PRAGUE = ZoneInfo("Europe/Prague")
NOW = datetime(2026, 12, 15, 18, tzinfo=PRAGUE)
END = datetime(2026, 12, 16, tzinfo=PRAGUE)


def test_a_random_token_is_one_and_is_kept_as_its_digest():
    token = secrets.token_urlsafe(links.RANDOM_BYTES)
    assert links.is_token(token)
    assert token not in links.digest(token)
    assert links.digest(token) == links.digest(token)
    assert links.digest("abc").startswith("ba7816bf 8f01cfea".replace(" ", ""))


@pytest.mark.parametrize(
    "text", [None, 1, b"a" * 43, "", "a" * 42, "a" * 65, "á" * 43, "a" * 42 + "\n"]
)
def test_other_texts_are_no_tokens(text):
    assert not links.is_token(text)


@pytest.mark.parametrize(
    ("kept_for", "expires", "verdict"),
    [
        ("invitation", END, "valid"),
        ("invitation", NOW, "expired"),
        ("invitation", NOW + timedelta(seconds=1), "valid"),
        ("invitation", None, "valid"),
        ("calendar", END, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_a_link_opens_for_its_purpose_until_it_expires(kept_for, expires, verdict):
    assert links.judge(kept_for, expires, "invitation", NOW) == verdict


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ((2026, 12, 15, 9), (2026, 12, 15, 11), (2026, 12, 16)),
        ((2026, 12, 15, 9), None, (2026, 12, 16)),
        ((2026, 12, 15, 22), (2026, 12, 16, 1), (2026, 12, 17)),
        ((2026, 12, 15, 9), (2026, 12, 14, 9), (2026, 12, 16)),  # a wrong end
        ((2026, 12, 31, 9), None, (2027, 1, 1)),
    ],
)
def test_it_expires_at_the_end_of_the_day(start, end, last):
    found = links.last_moment(
        datetime(*start, tzinfo=PRAGUE), end and datetime(*end, tzinfo=PRAGUE)
    )
    assert found == datetime(*last, tzinfo=PRAGUE)


@pytest.mark.parametrize(("month", "day", "hours"), [(10, 25, 25), (3, 29, 23)])
def test_the_day_of_the_clock_change_ends_at_midnight_too(month, day, hours):
    begin = datetime(2026, month, day, tzinfo=PRAGUE)
    utc = ZoneInfo("UTC")
    last = links.last_moment(begin.replace(hour=1), None)
    assert last.astimezone(utc) - begin.astimezone(utc) == timedelta(hours=hours)
