"""What is sent to the services of minutes, and refusals; as in all of a meeting."""

from collections.abc import Callable
from kpss.addon.meetings.services import payload
from kpss.addon.minutes.making import meeting_of
from typing import Any


sent = payload.sent


def told(context, act: Callable[[], Any]) -> Any:
    """Of minutes or of their meeting."""
    return payload.told(meeting_of(context), act)
