"""What is sent to services of meetings: known keys of the right types; and refusals."""

from collections.abc import Callable
from collections.abc import Mapping
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.services.approval import refused
from kpss.addon.i18n import _
from kpss.addon.meetings.services.errors import outdated
from kpss.addon.meetings.services.errors import refuse_unknown
from kpss.addon.restapi_errors import malformed
from kpss.addon.restapi_errors import refuse_field
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from typing import Any


def sent(request, kinds: Mapping[str, type]) -> dict[str, Any]:
    """Raises flat errors; null counts as left out."""
    try:
        data = json_body(request)
    except DeserializationError as error:
        raise malformed() from error
    if not isinstance(data, dict):
        raise malformed()
    refuse_unknown(data, kinds)
    for name, value in data.items():
        if value is not None and type(value) is not kinds[name]:
            raise refuse_field(
                name, _("This value is of another type."), code="bad_shape"
            )
    return {name: value for name, value in data.items() if value is not None}


def told(meeting, act: Callable[[], Any]) -> Any:
    """What ``act`` gives; its refusals become flat errors."""
    try:
        return act()
    except Outdated as error:
        raise outdated(meeting) from error
    except Refusals as error:
        raise refused(error.refusals) from error
    except Refusal as error:
        raise refused([error]) from error
