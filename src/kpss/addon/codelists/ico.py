"""The identification number of an organisation (IČO)."""

from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from stdnum.cz import dic
from stdnum.exceptions import ValidationError
from zope.schema import TextLine


def normalise_ico(text: str) -> str:
    """Eight digits; spaces are dropped and leading zeros put back.

    Raises ValueError when the number is too long, has other characters than digits
    or its check digit does not fit (reference A.5).
    """
    digits = text.replace(" ", "").replace("\u00a0", "").zfill(8)
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        raise ValueError("format")
    try:
        dic.validate(digits)
    except ValidationError as error:
        raise ValueError("checksum") from error
    return digits


class Ico(TextLine):
    """An IČO as text; what was typed with spaces is stored as eight digits."""

    def fromUnicode(self, value):
        return super().fromUnicode(normalise_or_keep(value))

    def _validate(self, value):
        super()._validate(value)
        if value and value != normalise_or_keep(value):
            raise Refused(_("Write the identification number (IČO) as eight digits."))
        if value:
            try:
                normalise_ico(value)
            except ValueError:
                raise Refused(
                    _(
                        "${ico} is not a valid identification number (IČO): "
                        "it has eight digits and the last one checks the others.",
                        mapping={"ico": value},
                    )
                ) from None


def normalise_or_keep(value: str | None) -> str | None:
    """The stored form of a valid number, anything else untouched."""
    try:
        return normalise_ico(value) if value else value
    except ValueError:
        return value
