"""The body of a request to our REST services."""

from kpss.addon.restapi_errors import malformed
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from typing import Any


def json_object(request) -> dict[str, Any]:
    """The JSON object that was sent, empty when nothing was; raises ``malformed``."""
    try:
        return json_body(request)
    except DeserializationError as error:
        raise malformed() from error
