"""Sentences about how often a body met."""

from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.rules import frequency as rules
from kpss.addon.meetings.rules.frequency import Finding
from typing import Any
from zope.i18nmessageid import Message


SENTENCES = {
    rules.TOO_FEW: _(
        "too_few_meetings",
        default="Met too seldom: held in ${year}: ${held}; the rules ask for ${least}.",
    ),
    rules.STILL_TO_HOLD: _(
        "meetings_still_to_hold",
        default=(
            "Held in ${year} so far: ${held}; the rules ask for ${least}, still to "
            "hold: ${missing}."
        ),
    ),
    rules.LONG_PAUSE: _(
        "long_pause_between_meetings",
        default="Too long without a meeting: from ${first} to ${last}, more than ${months}.",
    ),
    rules.PAUSE_LASTS: _(
        "pause_lasts",
        default=(
            "Too long without a meeting: the last one was on ${last}, the next one was "
            "to be held by ${until} (${months})."
        ),
    ),
    rules.USUAL_PASSED: _(
        "usual_interval_passed",
        default=(
            "The last meeting was on ${last}; it is usual to meet again within ${months}."
        ),
    ),
}


def finding_text(found: Finding) -> Message:
    params = {name: _said(name, value) for name, value in found.params.items()}
    return Message(SENTENCES[found.code], mapping=params)


def _said(name: str, value: Any) -> Message | str:
    if name in ("first", "last", "until"):
        return day(value)
    if name == "months":
        return plural(
            value,
            _("month_one", default="${number} month"),
            _("month_few", default="${number} months"),
            _("month_many", default="${number} months"),
        )
    return str(value)
