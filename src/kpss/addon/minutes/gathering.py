"""What a meeting left behind, from its records: the one place that knows their shape.

Unrestricted: what is gathered is kept in the minutes behind their permission.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.presiding import presiding_name
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.browser.times import clock
from kpss.addon.meetings.browser.times import moment
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.presence import GUEST
from kpss.addon.meetings.rules.presence import MEMBER
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.quorum import quorum_required
from kpss.addon.meetings.rules.stays import HERE
from kpss.addon.meetings.rules.voting import CHOICES
from kpss.addon.meetings.sittings import Sitting
from kpss.addon.meetings.sittings import sittings_of
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.times import is_unknown
from kpss.addon.meetings.voting.reading import ballot_lines
from kpss.addon.meetings.voting.reading import BallotLine
from kpss.addon.meetings.voting.texts import explained
from kpss.addon.meetings.who import body_of
from kpss.addon.minutes.rules.gathered import Attendee
from kpss.addon.minutes.rules.gathered import Gathered
from kpss.addon.minutes.rules.gathered import Imposed
from kpss.addon.minutes.rules.gathered import Item
from kpss.addon.minutes.rules.gathered import Resolved
from kpss.addon.minutes.rules.gathered import Sat
from kpss.addon.minutes.rules.gathered import Vote
from kpss.addon.minutes.wording import said
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.finding import tasks_with
from kpss.addon.tasks.interfaces import IImposer
from plone import api
from typing import Any
from zope.i18nmessageid import Message


LINKS = {
    "repeats": _("It repeats the vote on: ${question}"),
    "amends": _("It is on a change of: ${question}"),
}


def gathered(meeting) -> Gathered:
    """Everything that the minutes are built of."""
    sheet = Sheet(meeting)
    names = _names(meeting)
    per_rollam = meeting.kind == PER_ROLLAM
    return Gathered(
        title=meeting.title,
        body=body_of(meeting).title,
        sittings=list(_sittings(meeting)),
        place=meeting.place,
        presiding=_presiding(sheet),
        minute_taker=names.get(meeting.minute_taker or ""),
        attendees=() if per_rollam else list(_attendees(sheet)),
        guests=list(_guests(sheet)),
        quorum=None if per_rollam else _quorum(sheet),
        items=[_item(sheet, names, one) for one in items_of(meeting) if _counts(one)],
        tasks=_tasks(meeting, meeting.UID(), names),
        deadline=said(moment(meeting.end)) if per_rollam and meeting.end else None,
    )


def _presiding(sheet: Sheet) -> str | None:
    """None while nothing is known of who came: the rules would only guess."""
    known = sheet.was_recorded or sheet.meeting.presiding
    return presiding_name(sheet) if known else None


def _names(meeting) -> dict[str, str]:
    """Names of the people of the process by id."""
    people = ledger().people(process_of(meeting).UID())
    return {one.id: one.name for one in people}


def _sittings(meeting) -> Iterator[Sat]:
    """When it really sat, a line a day; else when it was to."""
    found: dict[date, list[Sitting]] = {}
    for one in sittings_of(meeting):
        found.setdefault(one.since.date(), []).append(one)
    for on, sat in found.items():
        yield Sat(_day(on), _hour(sat[0].since), _hour(sat[-1].until))
    if not found:
        yield Sat(_day(day_of(meeting)), _hour(meeting.start), _hour(meeting.end))


def _hour(value: datetime | None) -> str | None:
    unknown = value is None or is_unknown(value)
    return None if unknown else said(clock(value))


def _day(value: date | str | None) -> str:
    return said(day(value))


def _attendees(sheet: Sheet) -> Iterator[Attendee]:
    if is_unknown(sheet.meeting.start) and not sheet.was_recorded:
        # A meeting of the past, of whose people nothing is known
        return
    for line in sheet.lines:
        kept, kind = sheet.kept_of(line.member), line.seat.kind
        if kind == GUEST or (kept["status"] is None and kind != MEMBER):
            # Guests stand elsewhere, a substitute who did not come nowhere
            continue
        yield Attendee(
            line.name,
            kept["status"],
            party=line.party_title or None,
            function=", ".join(line.functions) or None,
            voting=line.seat.voting,
            stays=sheet.stays_said(kept, said),
            instead=_member(sheet, kept["substitute"]) or None,
            proxy=_member(sheet, kept["proxy"]) or None,
        )


def _guests(sheet: Sheet) -> Iterator[str]:
    """Who was there without being of the body: permanent guests and others."""
    for line in sheet.lines:
        here = sheet.kept_of(line.member)["status"] in HERE
        if here and line.seat.kind == GUEST:
            yield _beside(line.name, ", ".join(line.functions) or line.party_title)
    for kept in sheet.records.guests.values():
        yield _beside(kept.get("name") or "", kept.get("organisation"))


def _beside(name: str, more: str | None) -> str:
    return f"{name} ({more})" if more else name


def _quorum(sheet: Sheet) -> dict[str, int] | None:
    """At the beginning, ``whole`` in the course; None where the rules set none.

    Also None when nobody recorded who was there.
    """
    found = sheet.quorum(sheet.points.first)
    known = any(one.get("status") for one in sheet.records.attendance.values())
    if found.required is None or not known:
        return None
    return {
        "members": found.members,
        "present": found.present,
        "required": found.required,
        "whole": sheet.quorum(None).present,
    }


def _quorum_of(sheet: Sheet, vote: Mapping[str, Any]) -> dict[str, int] | None:
    """As the vote was judged by it; None where the rules set none."""
    members, present = vote.get("members"), vote.get("present")
    if vote.get("quorate") is None or members is None or present is None:
        return None
    required = quorum_required(sheet.rules.quorum, members)
    if required is None:
        return None
    return {"members": members, "present": present, "required": required}


def _counts(item) -> bool:
    """What members only put forward was not dealt with."""
    return not item.proposed_by


def _item(sheet: Sheet, names: Mapping[str, str], item) -> Item:
    uid, records = item.UID(), votes_of(item)
    votes = list(records.votes.values())
    resolutions = list(_resolutions(votes, item.subject_uid))
    told = bool(process_of(item).public_tasks)
    tasks = [
        one
        for each in resolutions
        for one in _tasks(
            item, each.UID(), names, public=told and IImposer(each).is_public
        )
    ]
    return Item(
        uid,
        item.title,
        number=sheet.points.numbers.get(uid) or None,
        kind=item.kind,
        publicity=item.publicity,
        presenter=item.presenter,
        notes=item.notes,
        outcome=item.outcome,
        postponed_to=_postponed_to(item),
        interests=[
            (_member(sheet, member), kept["reason"])
            for member, kept in records.interests.items()
        ],
        votes=[_vote(sheet, one, records.votes) for one in votes],
        resolutions=[_resolved(one) for one in resolutions],
        tasks=tasks,
    )


def _resolved(one) -> Resolved:
    texts = one.text or None, one.public_text or None
    return Resolved(one.number, one.verb, *texts, title=one.title)


def _member(sheet: Sheet, member: str | None) -> str:
    line = sheet.by_member.get(member or "")
    return line.name if line is not None else ""


def _vote(
    sheet: Sheet, kept: Mapping[str, Any], votes: Mapping[str, Mapping[str, Any]]
) -> Vote:
    linked = list(_linked(kept, votes))
    return Vote(
        kept.get("question") or None,
        kept["method"],
        votes_for=kept.get("for"),
        against=kept.get("against"),
        abstained=kept.get("abstained"),
        not_voted=kept.get("not_voted"),
        quorum=_quorum_of(sheet, kept),
        explained=[*linked, *map(said, explained(kept, inside=True))],
        public=[*map(said, explained(kept))],
        ballots=list(_ballots(sheet, kept)),
        answered=sheet.meeting.kind == PER_ROLLAM,
    )


def _linked(
    kept: Mapping[str, Any], votes: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    """What the vote has to do with an earlier one of the item."""
    for name, sentence in LINKS.items():
        other = votes.get(kept.get(name) or "")
        if other is not None:
            question = other.get("question") or said(_("the proposal"))
            yield said(Message(sentence, mapping={"question": question}))


def _ballots(sheet: Sheet, vote: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Choice and who made it, in the order of the roster."""
    lines = list(ballot_lines(sheet, vote))
    for choice in CHOICES:
        voted = [_voter(one) for one in lines if one.choice == choice]
        if voted:
            yield choice, voted


def _voter(one: BallotLine) -> str:
    if not one.proxy_name:
        return one.name
    mapping = {"name": one.name, "proxy": one.proxy_name}
    return said(_("${name} (by proxy: ${proxy})", mapping=mapping))


def _resolutions(votes: list[Mapping[str, Any]], subject: str | None) -> Iterator[Any]:
    """Those of the votes; of a meeting of the past the one that the item is about."""
    uids = [(vote.get("resolution") or {}).get("uid") for vote in votes]
    for uid in dict.fromkeys([*uids, subject]):
        found = _by_uid(uid)
        if found is not None and found.portal_type == "kpss.Resolution":
            yield found


def _postponed_to(item) -> str | None:
    """The day of the meeting to which it was postponed."""
    other = _by_uid(item.postponed_to)
    if other is None:
        return None
    meeting = other.aq_parent if other.portal_type == "kpss.AgendaItem" else other
    return _day(day_of(meeting)) or None


def _tasks(
    context, imposed_by: str, names: Mapping[str, str], *, public: bool = False
) -> list[Imposed]:
    found = sorted(
        tasks_with(context, kpss_subject=imposed_by), key=lambda one: one.created()
    )
    return [
        Imposed(
            one.title,
            names.get(one.responsible or "") or _body_title(one),
            _day(one.due) or None,
            public,
        )
        for one in found
    ]


def _body_title(task) -> str | None:
    found = process_of(task)["bodies"].get(task.body) if task.body else None
    return found.title if found is not None else None


def _by_uid(uid: str | None):
    if not uid:
        return None
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid)
    return brains[0]._unrestrictedGetObject() if brains else None
