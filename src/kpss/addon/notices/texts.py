"""Words of the letters."""

from kpss.addon.i18n import _


#: Why somebody is told.
REASONS = {
    "your_turn": _("You are told because it is your turn to record what is decided."),
    "before_body": _(
        "You are told because you are a member of the body that deals with it now; you "
        "can comment on it there."
    ),
    "acknowledge": _(
        "You are told as the guarantor: it goes on only after you acknowledge it."
    ),
    "submitted": _("You are told as the guarantor of what the coordinator submits."),
    "guarantor": _("You are told as the guarantor."),
    "coordinator": _("You are told as the coordinator."),
    "department": _(
        "You are told as the department, which passes on what concerns others."
    ),
    "managing": _(
        "You are told as a member of the managing body of what elected bodies decide."
    ),
    "member": _("You are told as a member of the body that adopted it."),
    "minutes_member": _("You are told as a member of the body that met."),
    "minutes_recipient": _(
        "You are told because the rules of procedure say that you get the minutes."
    ),
    "own": _("You are told because your body has prepared the document."),
    "was_yours": _("You are told because it was your turn."),
    "at_you": _("You are told because your body deals with it now."),
    "advise": _("You are told as the methodologist whose advice is asked for."),
    "advised": _("You are told because you have asked for the advice."),
    "responsible": _("You are told because you are responsible for the task."),
    "task_of_body": _("You are told because your body is responsible for the task."),
    "passed_on": _(
        "You are told because the department passes it on to the members of your body."
    ),
}

#: What happened, in the subject; other kinds are called as in the history.
WHAT = {
    "published": _("resolution published"),
    "minutes_published": _("minutes published"),
    "proposed": _("put forward"),
    "passed_on": _("for your information"),
    "task_imposed": _("a task for you"),
    "task_due_soon": _("a task is due soon"),
    "task_overdue": _("a task is overdue"),
    "task_done": _("a task is done"),
}

WAYS = (
    ("now", _("at once, each by itself")),
    ("daily", _("once a day, all together")),
    ("off", _("not at all")),
)

STATES = {
    "waiting": _("letter_waiting", default="waiting"),
    "sent": _("letter_sent", default="sent"),
    "failed": _("letter_failed", default="given up"),
}
