"""A round of delivery: letters are written for the news, then those due are sent.

A letter is marked as sent in a transaction of its own and handed over after it, so a
second delivery at the same time conflicts and each goes once; what the mail server
refuses goes back among those that wait. Whoever recorded the decision learns nothing.
"""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from datetime import datetime
from email.message import EmailMessage
from kpss.addon.notices.letters import daily_message
from kpss.addon.notices.letters import message
from kpss.addon.notices.official import move
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.outbox import Outbox
from kpss.addon.notices.outbox import outbox
from kpss.addon.notices.reminding import remind
from kpss.addon.notices.rules.telling import is_news
from kpss.addon.notices.rules.ways import DAILY
from kpss.addon.notices.rules.ways import FAILED
from kpss.addon.notices.rules.ways import is_due
from kpss.addon.notices.rules.ways import is_over
from kpss.addon.notices.rules.ways import next_try
from kpss.addon.notices.rules.ways import SENT
from kpss.addon.notices.rules.ways import WAITING
from kpss.addon.notices.writing import write_letters
from plone import api
from ZODB.POSException import ConflictError
from ZODB.POSException import ConnectionStateError
import logging
import transaction


LOG = logging.getLogger("kpss.addon.notices")
#: How often a letter is marked as sent before it is left to the next round.
CLAIMS = 3


def deliver(site) -> int:
    """Commits on its way; how many letters went. Nothing is raised for a letter."""
    box = outbox(site)
    if box is None:
        return 0
    _remind(box)
    for key in list(box.news):
        _write(box, key)
    now = datetime.now().astimezone()
    attempt("Old letters stay", lambda: _clear(box, now))
    if not sender():
        # They wait until the administrator fills in the address of the site
        return 0
    groups = [[one.key for one in group] for group in _due(box, now)]
    return sum(_send(box, keys, now) for keys in groups)


def sender() -> str | None:
    """The address of the site, from the control panel of mail."""
    return api.portal.get_registry_record("plone.email_from_address", default=None)


def attempt(what: str, work: Callable[[], None]) -> Exception | None:
    """``work`` as a transaction; the fault that has given it up, already in the log.

    Nothing of it is left then and others go on; a conflict means that another round does
    the same. When the database is closed under it, the site goes down: all stops.
    """
    transaction.begin()
    try:
        work()
        transaction.commit()
    except ConnectionStateError:
        raise
    except Exception as fault:
        transaction.abort()
        if not isinstance(fault, ConflictError):
            LOG.warning("%s: %s", what, fault, exc_info=True)
        return fault
    return None


def _remind(box: Outbox) -> None:
    attempt("Nobody could be reminded of tasks", lambda: remind(box, date.today()))


def _write(box: Outbox, key: str) -> None:
    """All letters of one piece of news, or none and it stays."""

    def write() -> None:
        news = box.news.pop(key, None)
        if news is not None:
            write_letters(box, news)

    fault = attempt(f"No letters could be written about {key}", write)
    if fault is not None and not isinstance(fault, ConflictError):
        attempt("News stay", lambda: _drop_after_tries(box, key))


def _drop_after_tries(box: Outbox, key: str) -> None:
    """News that cannot be told does not stop others, and is not tried for ever."""
    news = box.news.get(key)
    if news is None:
        return
    news["tries"] = news.get("tries", 0) + 1
    if news["tries"] >= 5:
        del box.news[key]


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


def _send(box: Outbox, keys: list[str], now: datetime) -> int:
    """Send one mail with these letters; how many mails went."""
    claimed: list[Letter] = []
    whole: list[EmailMessage] = []

    def claim() -> None:
        """Committed as sent before it goes, so that nobody else sends it too."""
        claimed.clear()
        whole.clear()
        group = [box.waiting[key] for key in keys if key in box.waiting]
        if group:
            made = message(group[0]) if len(group) == 1 else daily_message(group)
            whole.append(made)
        for letter in group:
            move(box, letter, SENT, done=now)
        claimed.extend(group)

    fault = _claimed(claim)
    if isinstance(fault, ConflictError) or (fault is None and not claimed):
        return 0
    if fault is None:
        to = claimed[0].to
        fault = attempt("A mail could not be sent", lambda: hand_over(whole[0], to))
    if fault is None:
        return 1
    attempt("A letter stays", lambda: _put_off(box, keys, fault, now))
    return 0


def _claimed(claim: Callable[[], None]) -> Exception | None:
    """Somebody may just be recording in what the letter is about; then once more."""
    fault = attempt("A mail could not be written", claim)
    for _try in range(CLAIMS - 1):
        if not isinstance(fault, ConflictError):
            break
        fault = attempt("A mail could not be written", claim)
    return fault


def hand_over(whole: EmailMessage, to: str) -> None:
    """By the stock mail host: at once, so that a refusal is heard, or into its queue."""
    host = api.portal.get_tool("MailHost")
    host.send(whole, mto=to, immediate=not host.smtp_queue)


def _put_off(box: Outbox, keys: Iterable[str], error: Exception, now: datetime) -> None:
    for key in keys:
        letter = box.over.get(key) or box.waiting.get(key)
        if letter is None:
            continue
        letter.tries += 1
        again = next_try(letter.tries, letter.written, now)
        said = f"{type(error).__name__}: {error}"[:500]
        state = FAILED if again is None else WAITING
        move(box, letter, state, error=said, not_before=again)


def _clear(box: Outbox, now: datetime) -> None:
    """Old records go; what nobody could send in time is no news any more."""
    for key, letter in list(box.over.items()):
        if is_over(letter.written, now.date()):
            del box.over[key]
    for letter in list(box.waiting.values()):
        if not is_news(letter.written.date(), now.date()):
            move(box, letter, FAILED, error="too old")


def send_again(box: Outbox) -> None:
    """Letters that were given up, or wait after a failure, are due at once."""
    for letter in box.letters():
        if letter.state == FAILED:
            letter.tries, letter.written = 0, datetime.now().astimezone()
            move(box, letter, WAITING)
        elif letter.state == WAITING and letter.not_before is not None:
            move(box, letter, WAITING, error=letter.error)
