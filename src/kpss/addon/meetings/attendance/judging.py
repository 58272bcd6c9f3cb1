"""Judging what is to be recorded of a person: when somebody was there, and who for whom."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.roster import RosterLine
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.sheet import stays_of
from kpss.addon.meetings.rules.presence import MEMBER
from kpss.addon.meetings.rules.presence import NOT_ALLOWED
from kpss.addon.meetings.rules.presence import SUBSTITUTE
from kpss.addon.meetings.rules.stays import STATUSES
from kpss.addon.meetings.rules.stays import stays_flaw
from typing import Any
from zope.i18nmessageid import Message


#: Nobody comes back more often in a day.
MOST_STAYS = 20


def judged(sheet: Sheet, change: Change) -> dict[str, Any]:
    """What is to be kept of the member, all of KEPT. Raises Refusal."""
    line = sheet.by_member.get(change.member)
    if line is None:
        raise refusal_of(change, "member", "not_on_roster")
    value = sheet.kept_of(change.member)
    value.update({name: change.values[name] or None for name in change.values})
    if value["status"] not in (*STATUSES, None):
        raise refusal_of(change, "status", "unknown_status")
    value.update(_stays(sheet, change, line, value))
    if value["substitute"] and value["proxy"]:
        raise refusal_of(change, "proxy", "substitute_or_proxy", name=line.name)
    _judge_substitute(sheet, change, value["substitute"])
    _judge_proxy(sheet, change, line, value["proxy"])
    return value


def _stays(
    sheet: Sheet, change: Change, line: RosterLine, value: Mapping[str, Any]
) -> dict[str, Any]:
    """The points as they are kept; a later stay of which nothing is said is none."""
    typed = stays_of(value)
    if len(typed) > MOST_STAYS:
        raise refusal_of(change, "again", "too_many_stays", most=MOST_STAYS)
    read = [
        tuple(
            sheet.points.read(change.at + field_of(number, name), text)
            for name, text in zip(("arrived", "left"), stay, strict=True)
        )
        for number, stay in enumerate(typed)
    ]
    (arrived, left), *again = read
    later = [
        {"arrived": since, "left": until} for since, until in again if since or until
    ]
    kept = {"arrived": arrived, "left": left, "again": later or None}
    flaw = stays_flaw(sheet.mark(kept).stays)
    if flaw is not None:
        number, name, code = flaw
        raise refusal_of(change, field_of(number, name), code, name=line.name)
    return kept


def field_of(number: int, name: str) -> str:
    """The field of a stay, as a refusal names it."""
    return name if number == 0 else f"again.{number - 1}.{name}"


def _judge_substitute(sheet: Sheet, change: Change, substitute: str | None) -> None:
    if substitute is None:
        return
    if sheet.rules.substitutes == NOT_ALLOWED:
        raise refusal_of(change, "substitute", "no_substitutes")
    line = sheet.by_member.get(substitute)
    if line is None or line.seat.kind != SUBSTITUTE:
        raise refusal_of(change, "substitute", "not_a_substitute")
    if line.seat.substitute_of not in (None, change.member):
        raise refusal_of(change, "substitute", "substitute_of_another")


def _judge_proxy(
    sheet: Sheet, change: Change, line: RosterLine, proxy: str | None
) -> None:
    if proxy is None or proxy == sheet.kept_of(change.member)["proxy"]:
        # What was allowed when it was recorded stands in nobody's way
        return
    if not sheet.rules.proxies:
        raise refusal_of(change, "proxy", "no_proxies")
    if not has_vote(line):
        raise refusal_of(change, "proxy", "no_vote_to_give", name=line.name)
    if proxy == change.member:
        raise refusal_of(change, "proxy", "proxy_of_oneself", name=line.name)
    other = sheet.by_member.get(proxy)
    if other is None or not has_vote(other):
        raise refusal_of(change, "proxy", "proxy_without_vote")


def has_vote(line: RosterLine) -> bool:
    """Whether it is a member with a vote; a substitute's is the member's."""
    return line.seat.kind == MEMBER and line.seat.voting


def proxies_beyond(
    sheet: Sheet, changes: Sequence[Change], found: Mapping[str, Mapping[str, Any]]
) -> Iterator[Refusal]:
    """Votes given to somebody who would have more than the rules allow."""
    if not any(value["proxy"] for value in found.values()):
        return
    kept = {one.member: sheet.kept_of(one.member) for one in sheet.lines}
    given = Counter(value["proxy"] for value in {**kept, **found}.values())
    most = sheet.rules.proxies or 0
    for change in changes:
        proxy = found.get(change.member, {}).get("proxy")
        if proxy and proxy != kept[change.member]["proxy"] and given[proxy] > most:
            name = sheet.by_member[proxy].name
            yield refusal_of(change, "proxy", "too_many_proxies", name=name, most=most)


MESSAGES = {
    "not_on_roster": _("This person was not on the roster of the meeting."),
    "twice": _("The same person stands there twice."),
    "unknown_status": _(
        "Write one of these: ${allowed}.", mapping={"allowed": ", ".join(STATUSES)}
    ),
    "left_before_arriving": _("${name} cannot leave before arriving."),
    "back_without_leaving": _(
        "${name} came back: write at which item or time ${name} left before."
    ),
    "back_when": _("Write at which item or time ${name} came back."),
    "back_before_leaving": _("${name} cannot come back before leaving."),
    "too_many_stays": _("Nobody comes and goes more than ${most} times."),
    "no_substitutes": _("The rules of this body allow no substitutes."),
    "not_a_substitute": _("This person is no substitute on the roster."),
    "substitute_of_another": _("This person is the substitute of another member."),
    "substitute_or_proxy": _(
        "${name} has either a substitute, or gave the vote to a member; not both."
    ),
    "no_proxies": _("The rules of this body allow nobody to vote for another member."),
    "no_vote_to_give": _("${name} has no vote that could be given to somebody else."),
    "proxy_of_oneself": _("${name} cannot vote by proxy for ${name}."),
    "proxy_without_vote": _("Only a member with a vote may vote for another member."),
    "too_many_proxies": _(
        "${name} would vote for more absent members than the rules allow (${most})."
    ),
}


def refusal_of(change: Change, field: str, code: str, **named: Any) -> Refusal:
    message = MESSAGES[code]
    if named:
        message = Message(message, mapping=named)
    return Refusal(
        f"{change.at}{field}", message, code, {"member": change.member[:100]}
    )
