"""``GET`` and ``POST {agendaitem}/@ballot``: one's own vote outside a meeting."""

from AccessControl import Unauthorized
from kpss.addon.i18n import translate
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.services.payload import sent
from kpss.addon.meetings.services.payload import told
from kpss.addon.meetings.times import local
from kpss.addon.meetings.voting.per_rollam import give
from kpss.addon.meetings.voting.per_rollam import refusal
from kpss.addon.meetings.voting.per_rollam import until
from kpss.addon.meetings.voting.scene import Scene
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class BallotGet(Service):
    """Only that of the present user; ``refusal``: why nothing can be chosen now."""

    def reply(self) -> dict[str, Any]:
        return ballot_data(self.context, own_key(self.context))


class BallotPost(Service):
    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        member, data = own_key(self.context), sent(self.request, {"choice": str})
        meeting, choice = meeting_of(self.context), data.get("choice", "")
        told(meeting, lambda: give(self.context, member, choice))
        return ballot_data(self.context, member)


def own_key(item) -> str:
    """Of the present user on the roster; raises Unauthorized."""
    found = Answers(meeting_of(item)).own_key()
    if found is None:
        raise Unauthorized()
    return found


def ballot_data(item, member: str) -> dict[str, Any]:
    scene = Scene(item)
    kept = scene.records.ballots.get(member) or {}
    last, why = local(until(scene.meeting)), refusal(scene, member)
    return {
        "@id": f"{item.absolute_url()}/@ballot",
        "member": member,
        "choice": kept.get("choice"),
        "at": kept.get("at"),
        "until": last.isoformat() if last is not None else None,
        "refusal": translate(why.message) if why is not None else None,
    }
