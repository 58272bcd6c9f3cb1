"""Values of rules as they come over REST, checked by their fields.

plone.restapi's own readers take a wrong shape (a text for a row, a list for an answer)
for granted and fail on it; here it is refused like any other bad value.
"""

from kpss.addon.bodies.procedure.fields import IRuleField
from kpss.addon.bodies.rules.procedure import plain
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.schema import getFieldNames
from zope.schema import List
from zope.schema.interfaces import ValidationError
from zope.schema.interfaces import WrongContainedType


@implementer(IFieldDeserializer)
@adapter(IRuleField, IKpssContent, IKpssLayer)
class RuleDeserializer:
    """Reads one rule from JSON."""

    def __init__(self, field, context, request):
        self.field = field.bind(context)

    def __call__(self, raw: Any) -> Any:
        return read_value(self.field, raw)


def read_value(field, raw: Any) -> Any:
    """The value to store, or None for an unset rule; raises ValidationError.

    ``field`` is bound. An answer may come as ``{"token": …}``, as plone.restapi
    writes it; columns that a row leaves out are empty.
    """
    value = plain(raw)
    if value is None:
        return None
    if isinstance(field, List):
        value = [_item(field.value_type, item) for item in _list(value)]
    else:
        value = _token(value)
    try:
        field.validate(value)
    except WrongContainedType as wrong:
        raise _first_sentence(wrong) from wrong
    return value


def _first_sentence(wrong: ValidationError) -> ValidationError:
    """What one of the items was refused for, rather than that one was."""
    for error in getattr(wrong, "errors", None) or ():
        found = _first_sentence(error)
        if isinstance(found, Refused):
            return found
    return wrong


def _list(value: Any) -> list:
    return value if isinstance(value, list) else [value]


def _token(value: Any) -> Any:
    return value["token"] if isinstance(value, dict) and "token" in value else value


def _item(field, raw: Any) -> Any:
    schema = getattr(field, "schema", None)
    if schema is None:
        return _token(raw)
    columns = getFieldNames(schema)
    if not isinstance(raw, dict):
        raise Refused(
            _(
                "A row is an object with: ${columns}.",
                mapping={"columns": ", ".join(columns)},
            )
        )
    for name in raw:
        if name not in columns:
            raise Refused(
                _(
                    "A row has no ${name}; it has: ${columns}.",
                    mapping={"name": name, "columns": ", ".join(columns)},
                )
            )
    return {name: plain(_token(raw.get(name))) for name in columns}
