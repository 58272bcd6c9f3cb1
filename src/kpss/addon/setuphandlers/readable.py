"""A stock model of what people can read in a type of ours, for after uninstalling."""

from kpss.addon.i18n import translate
from plone.app.textfield import RichText
from plone.app.textfield.interfaces import IRichText
from plone.supermodel import model
from plone.supermodel import serializeSchema
from zope import schema
from zope.interface.interface import InterfaceClass
from zope.schema import interfaces
from zope.schema.interfaces import IField


def readable_model(schema_interface) -> str:
    """XML of a schema with the texts, dates and lists of texts of the given one.

    Choices become the stored codes; rows, pictures and data kept as data are left out.
    """
    fields = {}
    for name, field in schema.getFieldsInOrder(schema_interface):
        plain = plain_field(field)
        if plain is not None:
            fields[name] = plain
    plain_schema = InterfaceClass("IReadable", (model.Schema,), fields)
    return serializeSchema(plain_schema)


def plain_field(field: IField) -> IField | None:
    """The stock field for the same values, or None when there is none."""
    keywords = {"title": translate(field.title), "required": False}
    if IRichText.providedBy(field):
        return RichText(**keywords)
    for interface, factory in (
        (interfaces.IChoice, schema.TextLine),
        (interfaces.ITextLine, schema.TextLine),
        (interfaces.IASCIILine, schema.TextLine),
        (interfaces.IText, schema.Text),
        (interfaces.IDate, schema.Date),
        (interfaces.IBool, schema.Bool),
        (interfaces.IInt, schema.Int),
    ):
        if interface.providedBy(field):
            return factory(**keywords)
    if interfaces.IList.providedBy(field) and holds_texts(field.value_type):
        return schema.List(value_type=schema.TextLine(), **keywords)
    return None


def holds_texts(field: IField) -> bool:
    return interfaces.IText.providedBy(field) or interfaces.IChoice.providedBy(field)
