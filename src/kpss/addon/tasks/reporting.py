"""Reporting how far a task is: by the form and over REST."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.fields import LongText
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.tasks import rules
from kpss.addon.tasks.notes import add_note
from plone import api
from zope.i18nmessageid import Message


#: A note is a few sentences.
NOTE = LongText(title=_("Note"), maximum=2000, required=False)


def report(task, *, percent: int | None, note: str | None) -> None:
    """Raises Refusal before anything is written. ``percent`` None: it stays.

    Whether the user may report is asked by the permission of the form and the service.
    """
    reason = why_not(task)
    if reason is not None:
        raise Refusal("percent", reason, "task_finished")
    said = (note or "").strip() or None
    _check_note(said)
    if percent is None and said is None:
        raise Refusal(
            "percent", _("Give the percent, a note or both."), "nothing_reported"
        )
    state = api.content.get_state(task)
    try:
        outcome = rules.reported(state, task.percent if percent is None else percent)
    except ValueError as error:
        raise Refusal(
            "percent", _("Send a whole number from 0 to 100."), "bad_percent"
        ) from error
    task.percent = outcome.percent
    if outcome.transition is not None:
        api.content.transition(task, outcome.transition, comment=said or "")
        return
    add_note(task, said, state)
    task.reindexObject()


def _check_note(said: str | None) -> None:
    if said is None:
        return
    try:
        NOTE.validate(said)
    except Refused as refused:
        raise Refusal("note", refused.message, "bad_note") from refused


def why_not(task) -> Message | None:
    """Why nothing may be reported of it; None when it may."""
    state = api.content.get_state(task)
    if state == rules.DONE:
        return _("The task is done. Take it up again first.")
    if state == rules.CANCELLED:
        return _("The task is cancelled, nothing is reported of it.")
    return None
