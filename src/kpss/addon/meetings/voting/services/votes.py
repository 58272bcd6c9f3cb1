"""``GET`` and ``POST {agendaitem}/@votes``."""

from AccessControl import Unauthorized
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import translate
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.services.payload import told
from kpss.addon.meetings.voting.fitting import misfits
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.reading import interest_lines
from kpss.addon.meetings.voting.reading import InterestLine
from kpss.addon.meetings.voting.reading import vote_lines
from kpss.addon.meetings.voting.reading import VoteLine
from kpss.addon.meetings.voting.recording import correct_vote
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.services.payload import Interest
from kpss.addon.meetings.voting.services.payload import Payload
from kpss.addon.meetings.voting.services.payload import payload
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from kpss.addon.process.batching import bounded_batch
from kpss.addon.process.querying import parameters
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


def address(item) -> str:
    return f"{item.absolute_url()}/@votes"


class VotesGet(Service):
    """Numbers for everybody who sees the item; names and questions only inside.

    ``given``: ballots that members gave themselves outside a meeting, for who records.
    """

    def reply(self) -> dict[str, Any]:
        scene, inside = Scene(self.context), sees_inside(meeting_of(self.context))
        more = {}
        if scene.per_rollam and may_record(scene.meeting):
            more["given"] = [
                {
                    "member": member,
                    "title": scene.sheet.by_member[member].name,
                    "entered": False,
                    **value,
                }
                for member, value in scene.records.ballots.items()
                if member in scene.given
            ]
        sent = parameters(self.request, ("b_start", "b_size"))
        page = bounded_batch(vote_lines(scene), address(self.context), sent)
        return {
            **page.data,
            "outcome": self.context.outcome,
            "items": [vote_data(scene, one, inside) for one in page.items],
            "interests": [interest_data(one) for one in interest_lines(scene)],
            **more,
        }


def vote_data(scene: Scene, line: VoteLine, inside: bool) -> dict[str, Any]:
    """``counts`` null: agreed without objection. ``required`` null: nothing to reach."""
    found: dict[str, Any] = {
        "@id": address(scene.item),
        "vote": line.key,
        "method": line.method,
        "result": line.result,
        "counts": line.counts,
        "required": line.required,
        "basis": line.basis,
        "base": line.base,
        "present": line.present,
        "members": line.members,
        "quorum_met": line.quorate,
        "explanation": " ".join(line.explanation),
        "repeats": line.repeats,
        "amends": line.amends,
        "resolution": line.resolution,
        "corrected": line.is_corrected,
        "decisive": line.is_decisive,
    }
    if inside:
        found |= {
            "question": line.question,
            "at": line.at,
            "by_party": line.by_party,
            "ballots": [
                {
                    "member": one.member,
                    "title": one.name,
                    "choice": one.choice,
                    "proxy": one.proxy,
                }
                for one in line.ballots
            ],
            "history": list(line.history),
            "misfits": [
                translate(one.message)
                for one in misfits(scene.item, scene.sheet)
                if one.key == line.key
            ],
        }
    return found


def interest_data(line: InterestLine) -> dict[str, Any]:
    return {
        "member": line.member,
        "title": line.name,
        "reason": line.reason,
        "excluded": line.excluded,
    }


class VotesPost(Service):
    """Record a vote, or correct one; interests that are sent along are judged with it."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not may_record(meeting_of(self.context)):
            raise Unauthorized()
        sent = payload(self.request)
        key = told(meeting_of(self.context), lambda: self.record(sent))
        scene = Scene(self.context)
        [line] = [one for one in vote_lines(scene) if one.key == key]
        if sent.correct is None:
            self.request.response.setStatus(201)
            self.request.response.setHeader("Location", address(self.context))
        interests = [interest_data(one) for one in interest_lines(scene)]
        return {**vote_data(scene, line, True), "interests": interests}

    def record(self, sent: Payload) -> str:
        item = self.context
        for number, one in enumerate(sent.interests):
            self.declare(one, f"interests.{number}.")
        if sent.correct is None:
            return record_vote(item, sent.said)
        correct_vote(item, sent.correct, sent.said, sent.why)
        return sent.correct

    def declare(self, one: Interest, at: str) -> None:
        """Raises Refusal at the field of this interest."""
        try:
            declare_interest(
                self.context, one.member, one.reason, excluded=one.excluded
            )
        except Refusal as refusal:
            if not refusal.field:
                raise
            raise Refusal(
                f"{at}{refusal.field}", refusal.message, refusal.code, refusal.params
            ) from refusal
