"""Sending to everybody who is invited, and the log of it (PRA-18, BER-55).

Nothing is ever sent to a part of the members. What was told is kept, so that later the
difference can be said. Letters go through the outbox, after the commit: each once, and
none when the request fails.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace
from kpss.addon.meetings.calendar.sequence import raise_above
from kpss.addon.meetings.calendar.sequence import sequence_of
from kpss.addon.meetings.convening.agenda import as_told
from kpss.addon.meetings.convening.letters import INVITATION
from kpss.addon.meetings.convening.letters import Sending
from kpss.addon.meetings.convening.letters import Writer
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.convening.recipients import recipients
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.rules.invitation_changes import Difference
from kpss.addon.meetings.rules.invitation_changes import differences
from kpss.addon.meetings.rules.invitation_changes import moves_time
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
    """One letter to each who has an address; how many.

    Who gets something for the first time gets the whole invitation. When the time has
    changed, answers that were given for the old one are forgotten.
    """
    records, before = records_of(meeting), last_telling(meeting)
    told, known = as_told(meeting), told_keys(meeting)
    if before is not None and moves_time(before["told"], told):
        for key in list(records.replies):
            records.drop("replies", key)
    # Asked after answers were forgotten: substitutes come with answers
    found = recipients(meeting)
    sequence = raise_above(meeting, before["sequence"] if before is not None else None)
    number = f"{len(records.tellings):04}"
    sending = Sending(what, sequence, tuple(changes), reason)
    telling = {
        "what": what,
        "at": now().isoformat(timespec="seconds"),
        "sequence": sequence,
        "reason": reason or None,
        "told": told,
    }
    records.put("tellings", number, telling)
    first = replace(sending, what=INVITATION, changes=())
    count = _post(meeting, number, sending, (one for one in found if one.key in known))
    new = [one for one in found if one.key not in known]
    # Feeds have the number of the mail
    meeting.reindexObject()
    return count + _post(meeting, number, first if known else sending, new)


def send_invitation(meeting, found: Iterable[Recipient]) -> int:
    """What the others have already, to those who have got nothing; how many.

    To substitutes whom a member sends, and to who came to the body later.
    """
    number = max(records_of(meeting).tellings, default=None)
    if number is None:
        return 0
    known = told_keys(meeting)
    new = [one for one in found if one.key not in known]
    return _post(meeting, number, Sending(INVITATION, sequence_of(meeting)), new)


def _post(meeting, number: str, sending: Sending, found: Iterable[Recipient]) -> int:
    records, writer, count = records_of(meeting), Writer(meeting, sending), 0
    uid = uid_of(meeting) or ""
    for one in found:
        if not one.to:
            continue
        key = f"{number}-{len(records.sendings):05}"
        reference = {"kind": KIND, "meeting": uid, "sending": key}
        letter = post(
            to=one.to,
            language=one.language,
            user=one.user,
            reference=reference,
            **writer.letter(one),
        )
        value = _logged(number, sending, one)
        records.put("sendings", key, {**value, "letter": letter.key})
        count += 1
    return count


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
        "at": now().isoformat(timespec="seconds"),
        "state": WAITING,
        "done": None,
        "error": None,
    }


def told_keys(meeting) -> set[str]:
    """Those who got something already."""
    return {one["to"] for one in records_of(meeting).sendings.values()}


def last_telling(meeting) -> dict[str, Any] | None:
    """What everybody was told last; None before convening."""
    tellings = records_of(meeting).tellings
    return tellings[tellings.maxKey()] if len(tellings) else None


def changes_to_tell(meeting) -> list[Difference]:
    """What is another now than those who are invited were told."""
    before = last_telling(meeting)
    if before is None or state_of(meeting) != CONVENED:
        return []
    return differences(before["told"], as_told(meeting))


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
