"""How an item ends that is not voted on, and the record of its discussion."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.attendance.marking import refuse_state
from kpss.addon.meetings.progress import meeting_of
from kpss.addon.meetings.rules.progress import HEADING
from kpss.addon.meetings.voting.agreeing import agreements
from kpss.addon.meetings.voting.agreeing import record_agreement
from kpss.addon.meetings.voting.agreeing import take_back
from kpss.addon.meetings.voting.keeping import AGREED
from kpss.addon.meetings.voting.keeping import refuse_item
from kpss.addon.meetings.voting.keeping import settle_outcome
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.restapi_errors import sentence
from zope.schema.interfaces import ValidationError


DISCUSSED, TAKEN_NOTE, POSTPONED = "discussed", "taken_note", "postponed"
WITHDRAWN = "withdrawn"
#: Outcomes that somebody says; those of votes follow from the votes.
SAID = (DISCUSSED, TAKEN_NOTE, AGREED, POSTPONED, WITHDRAWN)
#: Nothing of it comes before the meeting.
DEALT_WITH = (DISCUSSED, TAKEN_NOTE, AGREED)
#: Possible also after a vote, for example on putting the item off.
ALWAYS = (POSTPONED, WITHDRAWN)


def end_item(item, outcome: str | None) -> None:
    """Say how the item ended; None: it is open again. Raises Refusal."""
    scene = Scene(item)
    if item.kind == HEADING:
        raise Refusal("outcome", _("A heading has no outcome."), "heading")
    refuse_state(scene.meeting)
    if outcome is not None and outcome not in SAID:
        raise Refusal("outcome", _("Choose how the item ended."), "unknown_outcome")
    if outcome in DEALT_WITH:
        refuse_item(scene)
    voted = was_voted_on(scene)
    reopened = outcome is None and item.outcome in ALWAYS
    if voted and outcome not in ALWAYS and not reopened:
        raise Refusal(
            "outcome",
            _("The item was voted on: its outcome follows from the vote."),
            "was_voted_on",
        )
    if item.outcome == POSTPONED and outcome != POSTPONED and item.postponed_to:
        raise Refusal(
            "outcome",
            _("The item is already on the agenda of another meeting."),
            "already_postponed",
        )
    if outcome == AGREED:
        record_agreement(item)
    else:
        take_back(scene, "outcome")
    item.outcome = outcome
    if voted and reopened:
        settle_outcome(item)
    item.reindexObject()


def was_voted_on(scene: Scene) -> bool:
    """Whether a vote says how the item ended."""
    return scene.decisive is not None and scene.decisive not in agreements(scene)


def save_notes(item, text: str) -> bool:
    """Keep the record of the discussion; whether it changed. Raises Refusal."""
    notes = text.strip() or None
    if notes == (item.notes or None):
        return False
    refuse_state(meeting_of(item))
    try:
        IAgendaItem["notes"].bind(item).validate(notes)
    except ValidationError as error:
        raise Refusal("notes", sentence(error), "bad_notes") from error
    item.notes = notes
    return True
