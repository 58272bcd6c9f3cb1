"""A round of delivery: letters are written for the news, then those due are sent.

Every letter is a transaction of its own together with the mark that it was sent. So
each goes once: a mail server that refuses aborts the mark, a second delivery at the same
time conflicts. Whoever recorded the decision learns nothing of it.
"""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from email.message import EmailMessage
from kpss.addon.notices.letters import daily_message
from kpss.addon.notices.letters import message
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.outbox import Outbox
from kpss.addon.notices.outbox import outbox
from kpss.addon.notices.reminding import remind
from kpss.addon.notices.rules.ways import DAILY
from kpss.addon.notices.rules.ways import FAILED
from kpss.addon.notices.rules.ways import is_due
from kpss.addon.notices.rules.ways import is_over
from kpss.addon.notices.rules.ways import next_try
from kpss.addon.notices.rules.ways import SENT
from kpss.addon.notices.writing import write_letters
from plone import api
from ZODB.POSException import ConflictError
from ZODB.POSException import ConnectionStateError
import logging
import transaction


LOG = logging.getLogger("kpss.addon.notices")


def deliver(site) -> int:
    """Commits on its way; how many letters went. Nothing is raised for a letter."""
    box = outbox(site)
    if box is None:
        return 0
    _remind(box)
    for key in list(box.news):
        _write(box, key)
    if not sender():
        # They wait until the administrator fills in the address of the site
        return 0
    now = datetime.now().astimezone()
    sent = sum(_send(box, group, now) for group in _due(box, now))
    _clear(box, now)
    return sent


def sender() -> str | None:
    """The address of the site, from the control panel of mail."""
    return api.portal.get_registry_record("plone.email_from_address", default=None)


def _remind(box: Outbox) -> None:
    transaction.begin()
    try:
        remind(box, date.today())
        transaction.commit()
    except ConflictError:
        # Another round does it
        transaction.abort()


def _write(box: Outbox, key: str) -> None:
    """All letters of one piece of news, or none and it stays."""
    transaction.begin()
    try:
        news = box.news.pop(key, None)
        if news is not None:
            write_letters(box, news)
        transaction.commit()
    except ConflictError:
        transaction.abort()
    except ConnectionStateError:
        # The site goes down; nothing is lost
        raise
    except Exception:
        transaction.abort()
        LOG.exception("No letters could be written about %s.", key)
        _drop_after_tries(box, key)


def _drop_after_tries(box: Outbox, key: str) -> None:
    """News that cannot be told does not stop others, and is not tried for ever."""
    news = box.news.get(key)
    if news is None:
        return
    news["tries"] = news.get("tries", 0) + 1
    if news["tries"] >= 5:
        del box.news[key]
    transaction.commit()


def _due(box: Outbox, now: datetime) -> list[list[Letter]]:
    """Letters that go now: each by itself, daily ones of one person together."""
    due = [
        one
        for one in box.waiting.values()
        if is_due(one.way, one.written, now)
        and (one.not_before is None or one.not_before <= now)
    ]
    due.sort(key=lambda one: one.written)
    daily: dict[str, list[Letter]] = {}
    for one in due:
        if one.way == DAILY:
            daily.setdefault(one.to, []).append(one)
    return [[one] for one in due if one.way != DAILY] + list(daily.values())


def _send(box: Outbox, group: list[Letter], now: datetime) -> int:
    """Send one mail; how many went."""
    transaction.begin()
    keys = [one.key for one in group]
    try:
        group = [box.waiting[key] for key in keys if key in box.waiting]
        if not group:
            return 0
        for letter in group:
            letter.state, letter.done = SENT, now
            letter.error = None
            box.close(letter)
        whole = message(group[0]) if len(group) == 1 else daily_message(group)
        hand_over(whole, group[0].to)
        transaction.commit()
        return 1
    except ConflictError:
        transaction.abort()
        return 0
    except ConnectionStateError:
        raise
    except Exception as error:
        transaction.abort()
        LOG.warning("A letter could not be sent: %s", error)
        _put_off(box, keys, error, now)
        return 0


def hand_over(whole: EmailMessage, to: str) -> None:
    """The stock mail host sends it when the transaction is committed, or raises then."""
    host = api.portal.get_tool("MailHost")
    host.send(whole, mto=to)


def _put_off(box: Outbox, keys: Iterable[str], error: Exception, now: datetime) -> None:
    for key in keys:
        letter = box.waiting.get(key)
        if letter is None:
            continue
        letter.tries += 1
        letter.error = f"{type(error).__name__}: {error}"[:500]
        letter.not_before = next_try(letter.tries, letter.written, now)
        if letter.not_before is None:
            letter.state = FAILED
            box.close(letter)
    transaction.commit()


def _clear(box: Outbox, now: datetime) -> None:
    old = [one.key for one in box.over.values() if is_over(one.written, now.date())]
    for key in old:
        del box.over[key]
    if old:
        transaction.commit()
