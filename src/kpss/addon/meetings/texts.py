"""States of meetings, what is done to them, and why not, in the words of readers."""

from collections.abc import Callable
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from zope.i18nmessageid import Message


STATE_TITLES = {
    "planned": _("meeting_planned", default="planned"),
    "convened": _("meeting_convened", default="convened"),
    "in_session": _("meeting_in_session", default="in session"),
    "held": _("meeting_held", default="held"),
    "closed": _("meeting_closed", default="closed"),
    "cancelled": _("meeting_cancelled", default="cancelled"),
}

#: Buttons, by transition.
ACTION_TITLES = {
    "convene": _("Convene the meeting"),
    "open": _("Open the meeting"),
    "adjourn": _("Adjourn the meeting"),
    "end": _("End the meeting"),
    "close": _("Close the meeting"),
    "reopen_session": _("Go on with the meeting"),
    "reopen": _("Reopen the records"),
    "cancel": _("Cancel the meeting"),
    "renew": _("Plan the meeting again"),
}


def _wrong_state(params) -> Message:
    return _(
        "This is not possible now: the meeting is ${state}.",
        mapping={"state": STATE_TITLES[params["state"]]},
    )


def _not_its_day(params) -> Message:
    return _(
        "The meeting is on ${day}; it can be opened on that day.",
        mapping={"day": day(params["day"])},
    )


def _undecided(params) -> Message:
    items = "; ".join(params["items"][:5])
    mapping = {"items": items}
    return plural(
        params["number"],
        _(
            "undecided_one",
            default="One item has no outcome yet: ${items}.",
            mapping=mapping,
        ),
        _(
            "undecided_few",
            default="${number} items have no outcome yet: ${items}.",
            mapping=mapping,
        ),
        _(
            "undecided_many",
            default="${number} items have no outcome yet: ${items}.",
            mapping=mapping,
        ),
    )


#: Sentences by code; a function makes one of parameters.
REASONS: dict[str, Message | Callable[[dict], Message]] = {
    "wrong_state": _wrong_state,
    "nothing_to_adjourn": _("Outside a meeting there is nothing to adjourn."),
    "no_start": _("The meeting has no beginning yet."),
    "no_deadline": _(
        "Say until when members answer: it is the end of a decision outside a meeting."
    ),
    "in_the_past": _("The beginning of the meeting is in the past; choose another."),
    "was_opened": _(
        "The meeting was opened: its beginning stays. Adjourn it to go on another time."
    ),
    "deadline_stays": _(
        "Members were told until when they answer: the time can only be prolonged."
    ),
    "way_stays": _(
        "Members were told of it as it is: cancel it and plan another one instead."
    ),
    "in_the_future": _("Only a meeting of the past can be entered in this way."),
    "not_convened": _("The meeting was not convened yet."),
    "not_its_day": _not_its_day,
    "undecided_items": _undecided,
    "no_reason": _("Say why; the reason stays with the meeting."),
    "who": _("Somebody else convenes and records meetings of this body."),
}


def sentence(reason: Reason) -> Message:
    found = REASONS[reason.code]
    return found(reason.params) if callable(found) else found
