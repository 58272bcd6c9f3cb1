"""Letters of a poll: through the outbox, after the commit, each once or none."""

from collections.abc import Iterable
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.recipients import recipient_of
from kpss.addon.meetings.polling.kept import Asked
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.letters import letter
from kpss.addon.meetings.polling.texts import FLAWS
from kpss.addon.meetings.polling.texts import REMINDER
from kpss.addon.meetings.polling.who import sitting_now
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import people_by_uid
from kpss.addon.notices.posting import post
from kpss.addon.notices.rules.ways import WAITING
from kpss.addon.process.uids import uid_of


#: Name of the utility that completes these letters.
KIND = "kpss.poll"


def recipients(body, asked: Iterable[Asked]) -> list[Recipient]:
    people = people_by_uid(body)
    return [
        recipient_of(body, one.person, one.kind, one.name, people.get(one.person))
        for one in asked
    ]


def send(poll: Poll, what: str, asked: Iterable[Asked]) -> int:
    """One letter to each who has an address; how many."""
    found = [one for one in recipients(poll.body, asked) if one.to]
    for one in found:
        _send(poll, what, one)
    return len(found)


def _send(poll: Poll, what: str, one: Recipient) -> None:
    key = f"{len(poll.sendings):05}"
    uid = uid_of(poll.body) or ""
    reference = {"kind": KIND, "body": uid, "poll": poll.key, "sending": key}
    post(
        to=one.to,
        language=one.language,
        user=one.user,
        reference=reference,
        **letter(poll, what, one),
    )
    # Without the address: it may be private, and the log does not need it
    poll.sendings[key] = {
        "what": what,
        "to": one.key,
        "at": now().isoformat(timespec="seconds"),
        "state": WAITING,
        "done": None,
        "error": None,
    }


def silent(poll: Poll) -> list[Asked]:
    """Who sits in the body still and has not answered."""
    sitting = sitting_now(poll.body)
    return [
        one
        for one in poll.asked
        if one.person in sitting and one.person not in poll.answers
    ]


def refuse_closed(poll: Poll) -> None:
    """Raises Refusal when no answers are taken."""
    if not poll.takes_answers:
        code = "over" if poll.is_open else poll.state
        raise Refusal("", FLAWS[code], code)


def remind(poll: Poll, seen: int | None = None) -> int:
    """A letter to each who is silent; how many. ``seen``: how many letters there were.

    Raises Outdated when somebody else reminds them at the same time, Refusal when
    answers are closed or nobody can be reminded.
    """
    if seen is not None and seen != len(poll.sendings):
        raise Outdated(poll)
    refuse_closed(poll)
    count = send(poll, REMINDER, silent(poll))
    if not count:
        message = _("Nobody who has not answered has an e-mail address.")
        raise Refusal("", message, "nobody_to_remind")
    return count
