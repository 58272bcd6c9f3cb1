"""A stock model of what people can read in a type of ours, for after uninstalling."""

from collections.abc import Callable
from kpss.addon.approval.chains.plain import steps_as_text
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.minutes.plain import minutes_as_text
from kpss.addon.tasks.notes import notes_as_text
from plone.app.textfield import RichText
from plone.app.textfield.interfaces import IRichText
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.field import NamedBlobFile
from plone.namedfile.interfaces import INamedBlobFileField
from plone.supermodel import model
from plone.supermodel import serializeSchema
from plone.supermodel.utils import mergedTaggedValueDict
from typing import Any
from zope import schema
from zope.i18nmessageid import Message
from zope.interface.interface import InterfaceClass
from zope.schema import interfaces
from zope.schema.interfaces import IField


#: What is kept as data, told in words: type → name of a text, its title, what makes it.
IN_WORDS: dict[str, tuple[str, Message, Callable[[Any], str]]] = {
    "kpss.ApprovalChain": ("steps_text", _("Steps"), steps_as_text),
    "kpss.Task": ("notes_text", _("Notes"), notes_as_text),
    "kpss.Minutes": ("minutes_text", _("Text"), minutes_as_text),
}


#: What not everybody may read is left to those who manage the content.
PRIVATE = "cmf.ModifyPortalContent"


def readable_model(portal_type: str) -> str:
    """XML of a schema with the texts, files, dates and lists of texts of a type.

    Those of our behaviours too. Choices become the stored codes; rows, pictures and data
    kept as data are left out, unless they are told in words. A field that was private
    stays so.
    """
    fields: dict[str, IField] = {}
    private: dict[str, str] = {}
    for interface in iterSchemataForType(portal_type):
        if not interface.__identifier__.startswith("kpss.addon."):
            continue
        closed = mergedTaggedValueDict(interface, READ_PERMISSIONS_KEY)
        for name, field in schema.getFieldsInOrder(interface):
            plain = plain_field(field)
            if plain is not None:
                fields[name] = plain
                private.update({name: PRIVATE} if name in closed else {})
    if portal_type in IN_WORDS:
        name, title, _make = IN_WORDS[portal_type]
        fields[name] = schema.Text(title=translate(title), required=False)
    plain_schema = InterfaceClass("IReadable", (model.Schema,), fields)
    plain_schema.setTaggedValue(READ_PERMISSIONS_KEY, private)
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
        (INamedBlobFileField, NamedBlobFile),
    ):
        if interface.providedBy(field):
            return factory(**keywords)
    if interfaces.IList.providedBy(field) and holds_texts(field.value_type):
        return schema.List(value_type=schema.TextLine(), **keywords)
    return None


def holds_texts(field: IField) -> bool:
    return interfaces.IText.providedBy(field) or interfaces.IChoice.providedBy(field)
