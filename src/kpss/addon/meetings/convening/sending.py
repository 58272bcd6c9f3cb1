"""Sending to everybody who is invited, and the log of it (PRA-18, BER-55).

Nothing is ever sent to a part of the members. What was told is kept, so that later the
difference can be said. Letters go through the outbox, after the commit: each once, and
none when the request fails.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from kpss.addon.meetings.calendar.sequence import raise_above
from kpss.addon.meetings.calendar.sequence import sequence_of
from kpss.addon.meetings.convening.agenda import as_told
from kpss.addon.meetings.convening.letters import INVITATION
from kpss.addon.meetings.convening.letters import Sending
from kpss.addon.meetings.convening.letters import Writer
from kpss.addon.meetings.convening.recipients import as_logged
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.recipients import recipients
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules import tellings as rules
from kpss.addon.meetings.rules.invitation_changes import Difference
from kpss.addon.meetings.rules.invitation_changes import differences
from kpss.addon.meetings.rules.invitation_changes import moves_time
from kpss.addon.meetings.rules.invitation_changes import public_part
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.times import now
from kpss.addon.notices.posting import post
from kpss.addon.notices.rules.ways import WAITING
from kpss.addon.process.uids import uid_of
from plone import api
from typing import Any


#: Name of the utility that completes these letters.
KIND = "kpss.meeting"


def send_to_all(
    meeting, what: str, changes: Sequence[Difference] = (), reason: str = ""
) -> int:
    """What each is to get (``rules.tellings``), to who has an address; how many letters.

    When the time has changed, answers that were given for the old one are forgotten.
    """
    records, before, told = records_of(meeting), last_telling(meeting), as_told(meeting)
    if before is not None and moves_time(before["told"], told):
        for key in list(records.replies):
            records.drop("replies", key)
    # Asked after answers were forgotten: substitutes come with answers
    found = recipients(meeting)
    public = changes_to_tell(meeting, public=True) if changes else ()
    sending = Sending(what, _next_sequence(meeting), changes, public, reason)
    number = f"{len(records.tellings):04}"
    telling = {
        "what": what,
        "at": now().isoformat(timespec="seconds"),
        "sequence": sending.sequence,
        "reason": reason or None,
        "told": told,
    }
    records.put("tellings", number, telling)
    keys, rest = [one.key for one in found], untouched(found, changes, public)
    wanted = rules.letters(what, keys, holders(meeting), rest)
    return _post(meeting, number, sending, _to(meeting, found, wanted))


def send_to_rest(meeting) -> int:
    """As ``send_to_all`` when those who are invited know everything."""
    found = recipients(meeting)
    wanted = rules.letters(None, [one.key for one in found], holders(meeting))
    gone = rules.WITHDRAWAL in wanted.values()
    sequence = _next_sequence(meeting) if gone else sequence_of(meeting)
    number, sending = records_of(meeting).tellings.maxKey(), Sending("", sequence)
    return _post(meeting, number, sending, _to(meeting, found, wanted))


def send_invitation(meeting, found: Iterable[Recipient]) -> int:
    """What the others have already, to those of them who have none; how many.

    To substitutes whom a member sends.
    """
    number = max(records_of(meeting).tellings, default=None)
    if number is None:
        return 0
    held = holders(meeting)
    new = [(INVITATION, one) for one in found if one.key not in held]
    return _post(meeting, number, Sending(INVITATION, sequence_of(meeting)), new)


def _next_sequence(meeting) -> int:
    """Higher than that of any letter that went; feeds have the number of the mail."""
    sent = (one["sequence"] for one in records_of(meeting).sendings.values())
    sequence = raise_above(meeting, max(sent, default=None))
    meeting.reindexObject()
    return sequence


def _to(
    meeting, found: Iterable[Recipient], wanted: Mapping[str, str]
) -> list[tuple[str, Recipient]]:
    """What to whom; who is not invited any more at the address of the last letter."""
    people = {key: as_logged(one) for key, one in holders(meeting).items()}
    people |= {one.key: one for one in found}
    return [(what, people[key]) for key, what in wanted.items()]


def _post(
    meeting, number: str, sending: Sending, wanted: Iterable[tuple[str, Recipient]]
) -> int:
    """``sending``: what of it has not changed goes to who gets another letter too."""
    records, count, writers = records_of(meeting), 0, {}
    uid = uid_of(meeting) or ""
    for what, one in wanted:
        if not one.to:
            continue
        if what not in writers:
            writers[what] = Writer(meeting, _said(sending, what))
        key = f"{number}-{len(records.sendings):05}"
        reference = {"kind": KIND, "meeting": uid, "sending": key}
        letter = post(
            to=one.to,
            language=one.language,
            user=one.user,
            reference=reference,
            **writers[what].letter(one),
        )
        value = _logged(number, writers[what].sending, one)
        records.put("sendings", key, {**value, "letter": letter.key})
        count += 1
    return count


def _said(sending: Sending, what: str) -> Sending:
    """Changes are said to who knew what was before, the reason to who is to come."""
    if what == sending.what:
        return sending
    reason = sending.reason if what == INVITATION else ""
    return replace(sending, what=what, changes=(), public=(), reason=reason)


def _logged(number: str, sending: Sending, one: Recipient) -> dict[str, Any]:
    return {
        "telling": number,
        "what": sending.what,
        "sequence": sending.sequence,
        "to": one.key,
        "kind": one.kind,
        "name": one.name,
        "address": one.to,
        "source": one.source,
        "language": one.language,
        "at": now().isoformat(timespec="seconds"),
        "state": WAITING,
        "done": None,
        "error": None,
    }


def holders(meeting) -> dict[str, Any]:
    """Who has an invitation now, with the letter of the log that went last."""
    return rules.holders(records_of(meeting).sendings.values())


def last_telling(meeting) -> dict[str, Any] | None:
    """What everybody was told last; None before convening."""
    tellings = records_of(meeting).tellings
    return tellings[tellings.maxKey()] if len(tellings) else None


def changes_to_tell(meeting, *, public: bool = False) -> list[Difference]:
    """What is another now than those who are invited were told.

    ``public``: what of it concerns who is invited to the public items only.
    """
    before = last_telling(meeting)
    if before is None or state_of(meeting) != CONVENED:
        return []
    part = public_part if public else dict
    return differences(part(before["told"]), part(as_told(meeting)))


def untouched(
    found: Iterable[Recipient],
    changes: Sequence[Difference],
    public: Sequence[Difference],
) -> set[str]:
    """Who gets the public items only, while nothing of them has changed."""
    if public or not changes:
        return set()
    return {one.key for one in found if not one.everything}


def log_of(meeting) -> list[dict[str, Any]]:
    """Sendings, the newest first; an address that is private only for who may know it."""
    private = api.user.has_permission("kpss.addon: View Private Contact", obj=meeting)
    found = []
    for key in reversed(list(records_of(meeting).sendings)):
        one = records_of(meeting).sendings[key]
        hidden = one["source"] == "private" and not private
        # What the mail server says may name the address too
        shown = {"address": "", "error": None} if hidden else {}
        found.append({**one, "key": key, **shown})
    return found
