"""What happens to a resolution when it is adopted, copied and deleted."""

from Acquisition import aq_base
from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.numbering.book import NumberTaken
from kpss.addon.resolutions.numbering import free_number
from kpss.addon.resolutions.numbering import number_it
from kpss.addon.resolutions.numbering import taken
from plone import api
from zExceptions import BadRequest
from zope.i18nmessageid import Message


ADOPT = "adopt"
#: States in which it may still be deleted.
UNADOPTED = ("draft", "rejected")


def number_adopted(resolution, event) -> None:
    """An adopted resolution has a number; raises Refusal when it is taken."""
    if event.transition is None or event.transition.getId() != ADOPT:
        return
    try:
        number_it(resolution)
    except NumberTaken as clash:
        raise Refusal("number", taken(resolution.number), "number_taken") from clash
    resolution.reindexObject()


def forget_number(resolution, event) -> None:
    """A copy is a new draft, without the number of the original."""
    resolution.number = None
    resolution.corrections = None


def refuse_losing(resolution, event) -> None:
    """An adopted resolution stays; nothing is asked when its body goes."""
    if aq_base(event.object) is not aq_base(resolution) or event.oldParent is None:
        return
    reason = why_it_stays(resolution)
    if reason is not None:
        raise BadRequest(translate(reason))
    if event.newParent is None:
        free_number(resolution)


def why_it_stays(resolution) -> Message | None:
    """Why it is neither deleted nor moved; None when it may."""
    state = api.content.get_state(resolution)
    if state not in UNADOPTED:
        return _(
            "The resolution ${number} has been adopted, so it belongs to the records.",
            mapping={"number": resolution.number or resolution.title},
        )
    return None
