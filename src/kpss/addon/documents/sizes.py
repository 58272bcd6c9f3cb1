"""Sizes of files as people read them."""

from kpss.addon.i18n import _
from zope.i18nmessageid import Message


def size(number: int) -> Message:
    """A number of bytes in kB or MB; never less than one kB."""
    if number < 1_000_000:
        kilobytes = max(1, round(number / 1000))
        return _("${number} kB", mapping={"number": kilobytes})
    megabytes = f"{number / 1_000_000:.1f}".removesuffix(".0")
    return _(
        "size_mb",
        default="${number} MB",
        mapping={"number": megabytes, "czech": megabytes.replace(".", ",")},
    )
