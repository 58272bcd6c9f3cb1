"""Bad input over plone.restapi: flat errors, each naming its field.

plone.restapi's own readers take the shape of the JSON for granted: they fail on a list
where a text belongs, and they make True of any text. What they are to read is looked at
first; what they refuse is said in our sentences.
"""

from collections.abc import Iterator
from kpss.addon.fields import check_shape
from kpss.addon.fields import code_of
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.interfaces import InvalidField
from kpss.addon.restapi_errors import FlatBadRequest
from kpss.addon.restapi_errors import malformed
from kpss.addon.restapi_errors import REQUIRED
from kpss.addon.restapi_errors import sentence
from plone.dexterity.utils import iterSchemata
from plone.folder.interfaces import IExplicitOrdering
from plone.restapi.deserializer import json_body
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.exceptions import DeserializationError
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from typing import Any
from zExceptions import BadRequest
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.schema import getFields


@implementer(IDeserializeFromJson)
@adapter(IKpssContent, IKpssLayer)
class NamingDeserializer(DeserializeFromJson):
    """Raises FlatBadRequest with the sentence of every field that is to be mended."""

    def __call__(
        self, validate_all=False, data=None, create=False, mask_validation_errors=True
    ):
        if data is None:
            data = self.sent()
        try:
            return super().__call__(
                validate_all, data, create, mask_validation_errors=False
            )
        except BadRequest as refusal:
            errors = refusal.args[0]
            if not isinstance(errors, list):
                raise
            raise FlatBadRequest(
                _("The data were not accepted; nothing was saved."),
                code="invalid",
                fields={field_of(error): error["message"] for error in errors},
            ) from refusal

    def sent(self) -> dict[str, Any]:
        """The JSON of the request."""
        try:
            return json_body(self.request)
        except DeserializationError as error:
            raise malformed() from error

    def get_schema_data(self, data, validate_all, create=False):
        refused = dict(self.refused(data))
        values, errors = super().get_schema_data(
            {name: raw for name, raw in data.items() if name not in refused},
            validate_all,
            create,
        )
        said = [
            {**error, "message": message_of(error)}
            for error in errors
            if error["field"] not in refused
        ]
        said += [{"field": name, "message": refused[name]} for name in refused]
        return values, said

    def refused(self, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """Names and sentences of what must not reach the readers of plone.restapi."""
        for schema in iterSchemata(self.context):
            for name, field in getFields(schema).items():
                if name not in data:
                    continue
                if field.readonly:
                    yield from self.refused_new(field.bind(self.context), data[name])
                    continue
                if data[name] is None:
                    yield from refused_removal(field.bind(self.context))
                    continue
                reader = getMultiAdapter(
                    (field, self.context, self.request), IFieldDeserializer
                )
                try:
                    check_for(reader, field, data[name])
                except Refused as refusal:
                    yield name, refusal.message
        layouts = self.context.getTypeInfo().view_methods
        if "layout" in data and data["layout"] not in layouts:
            yield "layout", _not_among(data["layout"], layouts)
        yield from self.refused_order(data)

    def refused_new(self, field, raw: Any) -> Iterator[tuple[str, str]]:
        """What only its own room writes may be sent back as it was read."""
        name = field.__name__
        if name == "title":
            # Made of other fields; usual clients send one with everything
            return
        reader = getMultiAdapter((field, self.context, self.request), IFieldSerializer)
        now = reader()
        if code_of(raw) != code_of(now) and (raw or now):
            yield name, NOT_SENT

    def refused_order(self, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """Sentences of an order that plone.restapi could not put the content into."""
        folder = IExplicitOrdering.providedBy(
            getattr(self.context, "getOrdering", _none)()
        )
        move = data.get("ordering", {})
        if "ordering" in data and not (folder and _is_move(move, self.context)):
            yield (
                "ordering",
                _(
                    "Send “obj_id” of something in this folder and “delta”: top, "
                    "bottom or a whole number; the folder must have an order."
                ),
            )
        by = data.get("sort")
        if "sort" in data and not (folder and _is_sorting(by)):
            yield (
                "sort",
                _(
                    "Send “on”, the name of an index, and “order”: ascending or "
                    "descending; the folder must have an order."
                ),
            )


NOT_SENT = _("This follows from what is recorded elsewhere and is not sent here.")


def refused_removal(field) -> Iterator[tuple[str, str]]:
    """Null is not read by the field; some rows must not be removed all the same."""
    try:
        getattr(field, "check_removed", lambda value: None)(None)
    except Refused as refusal:
        yield field.__name__, refusal.message


def check_for(reader, field, raw: Any) -> None:
    """Raise Refused when the reader would fail on ``raw`` or twist it.

    Readers of our own see to the shape themselves.
    """
    if isinstance(reader, DefaultFieldDeserializer):
        check_shape(field, raw)


def field_of(error: dict) -> str:
    """The field of an error; that of an invariant is kept by the exception."""
    cause = error.get("error")
    return cause.field if isinstance(cause, InvalidField) else error.get("field", "")


def message_of(error: dict) -> str:
    """Our sentence; plone.restapi has no exception where a required value is null."""
    return sentence(error["error"]) if "error" in error else REQUIRED


def _not_among(value: Any, allowed: tuple[str, ...]):
    return _(
        "“${value}” cannot be used here. Possible values: ${allowed}.",
        mapping={"value": str(value)[:100], "allowed": ", ".join(allowed)},
    )


def _none() -> None:
    """The order of what is no folder."""


def _is_move(move: Any, folder) -> bool:
    if not isinstance(move, dict) or move.get("obj_id") not in folder.objectIds():
        return False
    delta, others = move.get("delta"), move.get("subset_ids") or []
    whole = isinstance(delta, int) and not isinstance(delta, bool)
    return (whole or delta in ("top", "bottom")) and isinstance(others, list)


def _is_sorting(by: Any) -> bool:
    orders = ("ascending", "descending", "reverse", "")
    return (
        isinstance(by, dict)
        and isinstance(by.get("on"), str)
        and by.get("order") in orders
    )
