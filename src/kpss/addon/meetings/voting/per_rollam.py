"""Outside a meeting (per rollam) members vote themselves, until the deadline.

Behind their signed link, or with an account; who records enters what came by telephone.
A ballot stands under the member until the
vote is recorded from all of them, by name. A secret vote is never taken this way: who
chose what would have to be kept.
"""

from AccessControl import Unauthorized
from collections.abc import Mapping
from datetime import datetime
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings.attendance.judging import has_vote
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.convening.links import expires
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CONVENED
from kpss.addon.meetings.rules.progress import HEADING
from kpss.addon.meetings.rules.progress import IN_SESSION
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.rules.quorum import Said
from kpss.addon.meetings.rules.visibility import HIDDEN
from kpss.addon.meetings.rules.voting import ABSTAINED
from kpss.addon.meetings.rules.voting import AGAINST
from kpss.addon.meetings.rules.voting import FOR
from kpss.addon.meetings.rules.voting import NOT_VOTED
from kpss.addon.meetings.times import now
from kpss.addon.meetings.voting.judging import ballot_refusal
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.who import may_record
from typing import Any


#: What somebody may choose; who does not answer does not vote.
OFFERED = (FOR, AGAINST, ABSTAINED)


def _recorded() -> Refusal:
    return Refusal("", _("The result was recorded already."), "was_recorded")


def _choose() -> Refusal:
    message = _("Choose for, against or abstained.")
    return Refusal("choice", message, "unknown_choice")


def until(meeting) -> datetime | None:
    """To when members vote; where nobody said it, as long as their links open."""
    return meeting.end or expires(meeting)


def closed(meeting) -> Refusal | None:
    """Why nobody votes by themselves now; None: those who have a vote do."""
    if meeting.kind != PER_ROLLAM:
        return Refusal(
            "",
            _("Members vote by themselves only where they decide outside a meeting."),
            "not_per_rollam",
        )
    if state_of(meeting) not in (CONVENED, IN_SESSION):
        return Refusal("", _("Nothing is voted on here now."), "wrong_state")
    last = until(meeting)
    if last is not None and now() >= last:
        return Refusal("", _("The time for voting is over."), "deadline_passed")
    return None


def refusal(scene: Scene, member: str) -> Refusal | None:
    """Why the member cannot vote on the item; None: nothing forbids it."""
    return closed(scene.meeting) or _without_vote(scene, member)


def _without_vote(scene: Scene, member: str) -> Refusal | None:
    """Why the member has no vote on the item, whenever it is."""
    line = scene.sheet.by_member.get(member)
    if line is None or not has_vote(line):
        return Refusal("", _("You have no vote here."), "no_vote")
    if not is_voted_on(scene.item):
        return Refusal("", _("This item is not voted on."), "not_voted_on")
    if scene.records.votes or scene.item.outcome:
        return _recorded()
    if member in scene.declared:
        return Refusal(
            "", _("You declared an interest and do not vote."), "has_interest"
        )
    return None


def is_voted_on(item) -> bool:
    """Whether members are asked about it; who is invited reads no hidden item."""
    told = item.publicity != HIDDEN and not item.proposed_by
    return told and item.kind != HEADING


def give(item, member: str, choice: str) -> bool:
    """Keep the ballot of a member; answers whether it is a new one. Raises Refusals.

    Whoever calls it knows that it is the member who votes.
    """
    scene = Scene(item)
    found = refusal(scene, member)
    if found is None and choice not in OFFERED:
        found = _choose()
    if found is not None:
        raise Refusals([found])
    before = scene.records.ballots.get(member)
    if before is not None and _personal(before) == choice:
        return False
    _keep(scene, member, choice)
    return True


def _personal(value: Mapping[str, Any]) -> str | None:
    """What the member chose; None: somebody has entered it."""
    return None if value.get("entered") else value["choice"]


def enter(item, ballots: Mapping[str, str]) -> int:
    """Keep what members said by telephone or letter; how many are new.

    ``ballots``: choices by member; not voted takes back what was entered. Raises
    Unauthorized, Refusals; nothing is kept where one is refused. What somebody voted
    personally stays, and takes the place of what was entered.
    """
    if not may_record(meeting_of(item)):
        raise Unauthorized()
    scene = Scene(item)
    if not scene.per_rollam or scene.records.votes:
        raise Refusals([_recorded()])
    new = {
        member: choice
        for member, choice in ballots.items()
        if scene.given.get(member, NOT_VOTED) != choice
    }
    _refuse_entering(scene, new)
    for member, choice in new.items():
        if choice == NOT_VOTED:
            scene.records.drop("ballots", member)
            scene.records.touch()
        else:
            _keep(scene, member, choice, entered=True)
    return len(new)


def _refuse_entering(scene: Scene, new: Mapping[str, str]) -> None:
    personal = set(scene.given) - scene.entered
    found = [
        ballot_refusal(scene, Said("voted_otherwise", {"member": member}))
        for member in new
        if member in personal
    ]
    for member, choice in new.items():
        wrong = _without_vote(scene, member)
        if wrong is None and choice not in (*OFFERED, NOT_VOTED):
            wrong = _choose()
        found += [wrong] if wrong is not None else []
    if found:
        raise Refusals(found)


def _keep(scene: Scene, member: str, choice: str, *, entered: bool = False) -> None:
    value = {"choice": choice, "at": now().isoformat(timespec="seconds")}
    if entered:
        value["entered"] = True
    scene.records.put("ballots", member, value)


def scenes_of(meeting) -> list[Scene]:
    """What members are asked about, in the order of the agenda."""
    sheet = Sheet(meeting)
    return [Scene(one, sheet=sheet) for one in sheet.points.items if is_voted_on(one)]


def silent(meeting) -> list[str]:
    """Names of those who have not voted on everything yet; for who records."""
    scenes = scenes_of(meeting)
    return [
        line.name
        for line in (scenes[0].sheet.lines if scenes else ())
        if any(_awaits(one, line.member) for one in scenes)
    ]


def _awaits(scene: Scene, member: str) -> bool:
    asked = member not in scene.records.ballots
    return asked and _without_vote(scene, member) is None
