"""Rows over REST: each cell is read by its column; errors name row and column."""

from kpss.addon.deserializer import check_for
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.fields import ReferringRows
from kpss.addon.restapi_errors import sentence
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import ValidationError


@implementer(IFieldDeserializer)
@adapter(ReferringRows, IDexterityContent, IKpssLayer)
class RowsDeserializer:
    """Reads a list of objects; columns that a row leaves out are empty."""

    def __init__(self, field, context, request):
        self.field = field.bind(context)
        self.context = context
        self.request = request
        self.columns = dict(getFieldsInOrder(field.value_type.schema))

    def __call__(self, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list):
            raise Refused(_("Send a list of objects, one for each row."))
        rows = [self.row(number, row) for number, row in enumerate(value, 1)]
        self.field.validate(rows)
        return rows

    def row(self, number: int, row: Any) -> dict[str, Any]:
        """The row as it is stored; ``number`` counts from 1."""
        names = ", ".join(self.columns)
        if not isinstance(row, dict):
            raise Refused(
                _(
                    "Row ${number} is not an object with the columns: ${columns}.",
                    mapping={"number": number, "columns": names},
                )
            )
        for name in row:
            if name not in self.columns:
                raise Refused(
                    _(
                        "Row ${number} has an unknown column ${column}; "
                        "the columns are: ${columns}.",
                        mapping={"number": number, "column": name, "columns": names},
                    )
                )
        return {name: self.cell(number, name, row.get(name)) for name in self.columns}

    def cell(self, number: int, name: str, raw: Any) -> Any:
        """The value of a column."""
        column = self.columns[name]
        try:
            if raw is None:
                column.bind(self.context).validate(None)
                return None
            reader = getMultiAdapter(
                (column, self.context, self.request), IFieldDeserializer
            )
            check_for(reader, column, raw)
            return reader(raw)
        except ValidationError as error:
            raise Refused(
                _(
                    "Row ${number}, column ${column}: ${reason}",
                    mapping={
                        "number": number,
                        "column": name,
                        "reason": translate(sentence(error)),
                    },
                )
            ) from error
