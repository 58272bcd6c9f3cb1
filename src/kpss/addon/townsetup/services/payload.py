"""The body of a request about a template, its types checked."""

from kpss.addon.i18n import _
from kpss.addon.restapi_errors import FlatBadRequest
from kpss.addon.restapi_errors import refuse_field
from kpss.addon.townsetup.reading import read
from kpss.addon.townsetup.reading import Reading
from kpss.addon.townsetup.shipped import shipped_template
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from typing import Any


class Payload:
    """JSON that was sent; every getter raises a flat error that names its field."""

    def __init__(self, request):
        try:
            self.data = json_body(request)
        except DeserializationError:
            message = _("The body of the request must be a JSON object.")
            raise FlatBadRequest(message, code="bad_json") from None

    def text(self, name: str) -> str:
        """A text; empty when it was not sent."""
        return self._typed(name, str, "", _("A text is expected here."))

    def flag(self, name: str) -> bool:
        return self._typed(name, bool, False, _("Write true or false."))

    def texts(self, name: str) -> list[str]:
        message = _("A list of texts is expected here.")
        found = self._typed(name, list, [], message)
        if not all(isinstance(item, str) for item in found):
            raise refuse_field(name, message, code="bad_type")
        return found

    def template(self) -> Reading:
        """The template: the id of a shipped one, or a text."""
        name, yaml = self.text("template"), self.text("yaml")
        if bool(name) == bool(yaml):
            message = _("Send either the id of a template, or its text in “yaml”.")
            raise refuse_field("template", message, code="template_or_yaml")
        if yaml:
            return read(yaml)
        shipped = shipped_template(name)
        if shipped is None:
            message = _("There is no template ${id}.", mapping={"id": name})
            raise refuse_field("template", message, code="unknown_template", id=name)
        return shipped.reading

    def _typed(self, name: str, wanted: type, default: Any, message: str) -> Any:
        value = self.data.get(name)
        if value is None:
            return default
        if not isinstance(value, wanted):
            raise refuse_field(name, message, code="bad_type")
        return value
