"""Who may be told of something in a process, and where the letter goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.bodies.acting.accounts import accounts_in
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import Stint
from kpss.addon.notices.rules.telling import News
from kpss.addon.notices.rules.telling import reason
from plone import api


@dataclass(frozen=True)
class Recipient:
    """``user`` None: somebody without an account, who reads what is public."""

    to: str
    language: str
    reason: str
    user: str | None = None


def recipients(process, news: News) -> Iterator[Recipient]:
    """Everybody whom the news concerns and who has an address."""
    bodies = IActingBodies(process)
    for user_id in sorted(accounts_in(process)):
        user = api.user.get(userid=user_id)
        why = reason(news, bodies.acting_of(user_id)) if user is not None else None
        to = why and address_of(user, process)
        if why and to:
            yield Recipient(to, language_of(user), why, user_id)


def members_without_account(process, body_ids: frozenset[str]) -> Iterator[Recipient]:
    """Members of the bodies who have an address but no account (BER-60)."""
    book, today, told = ledger(), date.today(), set()
    uids = [
        one.uid
        for one in IActingBodies(process).bodies().values()
        if one.id in body_ids
    ]
    for uid in uids:
        for stint in book.stints_in(uid):
            person = book.person(process.UID(), stint.person)
            if not _sits(stint, today) or person is None or person.user_id:
                continue
            if person.office_email and person.office_email not in told:
                told.add(person.office_email)
                yield Recipient(person.office_email, default_language(), "passed_on")


def _sits(stint: Stint, today: date) -> bool:
    return stint.kind == MEMBER and stint.span.holds(today)


def address_of(user, process) -> str | None:
    """The address of the account, else that in the office of the linked person."""
    own = user.getProperty("email", None)
    if own:
        return own
    person = ledger().person_of(process.UID(), user.getId())
    return person.office_email if person is not None else None


def language_of(user) -> str:
    """That which the account has chosen, else that of the site."""
    return user.getProperty("language", None) or default_language()


def default_language() -> str:
    return api.portal.get_default_language()
