"""Signed links of polls; kept in the poll, so a link of another body opens nothing."""

from datetime import datetime
from kpss.addon.meetings.convening.links import Holder
from kpss.addon.meetings.convening.links import holder
from kpss.addon.meetings.convening.links import new_link
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import polls_of
from kpss.addon.meetings.rules import links as rules


def make_link(poll: Poll, person: str, sending: str) -> str:
    """A token for one person."""
    return new_link(poll.links, person, sending, rules.DATES)


def find_link(body, token: str) -> tuple[Poll | None, Holder]:
    """The poll of the body that a token opens, and for whom."""
    for poll in polls_of(body):
        found = holder(poll.links, token, rules.DATES, expires(poll))
        if found.verdict != rules.UNKNOWN:
            return poll, found
    return None, Holder(rules.UNKNOWN)


def expires(poll: Poll) -> datetime:
    """The end of the last of the proposed days: until then it says what was chosen."""
    last = poll.dates[-1]
    return rules.last_moment(last.start, last.end)
