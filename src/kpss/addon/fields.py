"""Schema fields that refuse bad input with a sentence, and the JSON that fields take."""

from datetime import date
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone.app.textfield.interfaces import IRichText
from plone.namedfile.interfaces import INamedField
from plone.schema.jsonfield import IJSONField
from typing import Any
from zope.schema import Dict
from zope.schema import Field
from zope.schema import interfaces
from zope.schema import List
from zope.schema import Text
from zope.schema import TextLine
from zope.schema.interfaces import ValidationError
import binascii
import re
import unicodedata


class Refused(ValidationError):
    """A value is refused; ``doc()`` is the sentence for the form and for REST."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def doc(self) -> str:
        return translate(self.message)


#: Unicode categories that no name contains: control, surrogate, private use,
#: unassigned, other symbols (emoji, pictures).
_NOT_IN_NAMES = {"Cc", "Cs", "Co", "Cn", "So"}
_ALLOWED_SYMBOLS = set("°©®™№")
#: Spaces at which no line breaks, as Word and our own dates have them.
_FIXED_SPACES = re.compile("[\u00a0\u2007\u202f]")
#: Joins and colours emoji; invisible on its own.
_INVISIBLE = {"\u200d", "\ufe0f", "\u20e3"}


def plain_spaces(text: str) -> str:
    """Fixed spaces as ordinary ones: they look alike, so they are alike."""
    return _FIXED_SPACES.sub(" ", text)


def check_length(value: str, maximum: int) -> None:
    """Raise Refused when the text is longer than ``maximum`` characters."""
    if len(value) > maximum:
        raise Refused(
            _(
                "The text has ${length} characters; at most ${maximum} are allowed.",
                mapping={"length": len(value), "maximum": maximum},
            )
        )


def check_characters(value: str) -> None:
    """Raise Refused for characters that do not belong into a name (emoji, controls)."""
    for character in plain_spaces(value):
        if character in _ALLOWED_SYMBOLS:
            continue
        if character in _INVISIBLE or not character.isprintable():
            raise Refused(
                _(
                    "The text has the invisible character ${code}, which cannot be "
                    "used here. Leave it out.",
                    mapping={"code": f"U+{ord(character):04X}"},
                )
            )
        if unicodedata.category(character) in _NOT_IN_NAMES:
            raise Refused(
                _(
                    "The character “${character}” cannot be used here. "
                    "Use letters, numbers and ordinary punctuation.",
                    mapping={"character": character},
                )
            )


class Name(TextLine):
    """A title or another short text of one line: at most 250 characters, no emoji."""

    def __init__(self, maximum: int = 250, **kw):
        self.maximum = maximum
        super().__init__(**kw)

    def fromUnicode(self, value):
        """Typed or pasted, in forms and over REST."""
        return super().fromUnicode(plain_spaces(value))

    def _validate(self, value):
        if isinstance(value, str):
            check_length(value, self.maximum)
            check_characters(value)
        super()._validate(value)
        if self.required and not value.strip():
            raise Refused(_("The text must not be empty."))


class LongText(Text):
    """A plain text of several lines: at most 5,000 characters."""

    def __init__(self, maximum: int = 5000, **kw):
        self.maximum = maximum
        super().__init__(**kw)

    def _validate(self, value):
        if isinstance(value, str):
            check_length(value, self.maximum)
        super()._validate(value)


class Rows(List):
    """Plain data that only its own room writes."""

    def __init__(self, **kw):
        value_type = Dict(key_type=TextLine(), value_type=Field(required=False))
        super().__init__(value_type=value_type, readonly=True, required=False, **kw)


def check_shape(field, raw: Any) -> None:
    """Raise Refused when ``raw`` is not the JSON that the type of the field takes."""
    for kind, fits, message in SHAPES:
        if kind.providedBy(field):
            if not fits(raw):
                raise Refused(message)
            break
    if interfaces.IDate.providedBy(field):
        _check_date(raw)
    elif interfaces.ICollection.providedBy(field):
        _check_entries(field.value_type, raw)


def _check_date(raw: str) -> None:
    try:
        date.fromisoformat(raw if re.fullmatch(r"\d{4}-\d\d-\d\d", raw) else "")
    except ValueError as error:
        raise Refused(
            _(
                "${value} is not a date: write YYYY-MM-DD.",
                mapping={"value": raw[:100]},
            )
        ) from error


def _check_entries(kind, entries: list) -> None:
    """Each entry fits; codes stand once; a text that is an entry has one line."""
    seen = set()
    for number, entry in enumerate(entries, 1):
        check_shape(kind, entry)
        if interfaces.IChoice.providedBy(kind):
            code = code_of(entry)
            if code in seen:
                raise Refused(
                    _("${value} stands there twice.", mapping={"value": code})
                )
            seen.add(code)
        elif interfaces.IText.providedBy(kind) and re.search(r"[\r\n]", entry):
            raise Refused(
                _(
                    "Entry ${number} has several lines: send one entry for each line.",
                    mapping={"number": number},
                )
            )


def code_of(raw: Any) -> Any:
    """A code, also when it comes as plone.restapi writes it."""
    return raw["token"] if isinstance(raw, dict) and "token" in raw else raw


def _is_text(raw: Any) -> bool:
    """A text that can be written in UTF-8; halves of surrogate pairs cannot."""
    return isinstance(raw, str) and not re.search("[\ud800-\udfff]", raw)


def _is_rich_text(raw: Any) -> bool:
    if not isinstance(raw, dict):
        return _is_text(raw)
    return (
        _is_text(raw.get("data"))
        and raw.get("content-type", "text/html") in ("text/html", "text/plain")
        and raw.get("encoding", "utf-8") in ("utf-8", "utf8")
    )


def _is_file(raw: Any) -> bool:
    """An object with the file, or the one that was read, without ``data``."""
    if not isinstance(raw, dict):
        return False
    if "data" not in raw:
        return "download" in raw
    texts = ("data", "content-type", "filename")
    if not all(_is_text(raw.get(name, "")) for name in texts):
        return False
    if raw.get("encoding", "base64") != "base64":
        return False
    try:
        binascii.a2b_base64(raw["data"].encode() if "encoding" in raw else b"")
    except binascii.Error:
        return False
    return True


#: Kinds of fields, whether a JSON value is what they take, and what to say if not.
SHAPES = (
    (
        IRichText,
        _is_rich_text,
        _(
            "Send a text, or an object with the text in “data” and text/html "
            "or text/plain in “content-type”."
        ),
    ),
    (
        INamedField,
        _is_file,
        _(
            "Send an object with “data” in base64, “encoding”, “content-type” "
            "and “filename”."
        ),
    ),
    (
        IJSONField,
        lambda raw: isinstance(raw, (list, dict)),
        _("Send a list or an object, not a text."),
    ),
    (
        interfaces.IBool,
        lambda raw: isinstance(raw, bool),
        _("Send true or false, without quotes."),
    ),
    (
        interfaces.IInt,
        lambda raw: isinstance(raw, int) and not isinstance(raw, bool),
        _("Send a whole number, without quotes."),
    ),
    (
        interfaces.IChoice,
        lambda raw: _is_text(code_of(raw)),
        _("Send one code, as a text."),
    ),
    (interfaces.IDate, _is_text, _("Send a date as a text: YYYY-MM-DD.")),
    (interfaces.ICollection, lambda raw: isinstance(raw, list), _("Send a list.")),
    (interfaces.IDict, lambda raw: isinstance(raw, dict), _("Send an object.")),
    (interfaces.IText, _is_text, _("Send a text.")),
)
