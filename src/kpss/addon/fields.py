"""Schema fields that refuse bad input with a sentence."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from zope.schema import Text
from zope.schema import TextLine
from zope.schema.interfaces import ValidationError
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
#: Joins and colours emoji; invisible on its own.
_INVISIBLE = {"\u200d", "\ufe0f", "\u20e3"}


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
    for character in value:
        if character in _ALLOWED_SYMBOLS:
            continue
        if character in _INVISIBLE or unicodedata.category(character) in _NOT_IN_NAMES:
            raise Refused(
                _(
                    "The character ${character} cannot be used here. "
                    "Use letters, numbers and ordinary punctuation.",
                    mapping={
                        "character": f"“{character}”"
                        if character.isprintable()
                        else repr(character)
                    },
                )
            )


class Name(TextLine):
    """A title or another short text of one line: at most 250 characters, no emoji."""

    def __init__(self, maximum: int = 250, **kw):
        self.maximum = maximum
        super().__init__(**kw)

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
