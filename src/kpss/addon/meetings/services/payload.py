"""What is sent to services of meetings: known keys of the right types; and refusals."""

from collections.abc import Callable
from collections.abc import Mapping
from kpss.addon.approval.services.refusing import refusals_told
from kpss.addon.i18n import _
from kpss.addon.meetings.services.errors import outdated
from kpss.addon.meetings.services.errors import refuse_unknown
from kpss.addon.restapi_body import json_object
from kpss.addon.restapi_errors import refuse_field
from typing import Any


def sent(request, kinds: Mapping[str, type]) -> dict[str, Any]:
    """Raises flat errors; null counts as left out."""
    data = json_object(request)
    refuse_unknown(data, kinds)
    for name, value in data.items():
        if value is not None and type(value) is not kinds[name]:
            raise refuse_field(
                name, _("This value is of another type."), code="bad_shape"
            )
    return {name: value for name, value in data.items() if value is not None}


def told(meeting, act: Callable[[], Any]) -> Any:
    """What ``act`` gives; its refusals become flat errors."""
    with refusals_told(lambda _outdated: outdated(meeting)):
        return act()
