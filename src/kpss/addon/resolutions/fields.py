"""The number of a resolution: one that another has already is refused."""

from kpss.addon.fields import Name
from kpss.addon.fields import Refused
from kpss.addon.i18n import _


class Number(Name):
    """A number as the body writes it; any text, such as 518/20."""

    def __init__(self, **kw):
        super().__init__(maximum=50, **kw)

    def _validate(self, value):
        super()._validate(value)
        if value and is_taken(self.context, value):
            raise Refused(
                _(
                    "The number ${number} belongs to another resolution of this body.",
                    mapping={"number": value},
                )
            )


def is_taken(context, value: str) -> bool:
    """Whether another resolution of the body has the number in any period.

    A number that repeats in another year differs by the year that it is written with.
    """
    from kpss.addon.resolutions.numbering import others_with

    return bool(others_with(context, value))
