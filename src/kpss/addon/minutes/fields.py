"""Fields of minutes that hold plain data, each refused with a sentence."""

from kpss.addon.fields import check_length
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.papers import too_large
from kpss.addon.minutes.rules.anonymising import unpaired
from plone.namedfile.field import NamedBlobFile
from zope import schema


#: Characters of one part; a long discussion has some twenty thousand.
LONGEST_PART = 50_000


class MinutesFile(NamedBlobFile):
    """As large as a paper of a meeting may be."""

    def _validate(self, value):
        super()._validate(value)
        refused = too_large(value.getSize()) if value is not None else None
        if refused is not None:
            raise Refused(refused)


class Passages(schema.Dict):
    """Texts written by hand, by the key of their part; null restores the generated one."""

    def __init__(self, **kw):
        super().__init__(
            key_type=schema.TextLine(),
            value_type=schema.Text(required=False),
            required=False,
            **kw,
        )

    def _validate(self, value):
        super()._validate(value)
        known = {row["key"] for row in getattr(self.context, "parts", None) or ()}
        for key, text in (value or {}).items():
            if key not in known:
                raise Refused(
                    _("The minutes have no part ${key}.", mapping={"key": key[:100]})
                )
            check_text(text)


def check_text(text: str | None) -> None:
    """Raises Refused for a text that is too long or marked by halves."""
    check_length(text or "", LONGEST_PART)
    if unpaired(text or ""):
        raise Refused(
            _(
                "A passage begins with ⟦ and does not end with ⟧, or the other way round."
            )
        )
