"""Words that somebody must write: judged before anything is kept."""

from kpss.addon.approval.refusals import Refusal
from kpss.addon.i18n import _
from zope.i18nmessageid import Message


def checked_words(
    text: str | None, field: str, missing: Message, *, longest: int
) -> str:
    """Without blanks around; raises Refusal when nothing is left or it is too long.

    ``longest``: in characters.
    """
    said = (text or "").strip()
    if not said:
        raise Refusal(field, missing, "no_text")
    if len(said) > longest:
        raise Refusal(
            field,
            _(
                "The text has ${length} characters; at most ${maximum} are allowed.",
                mapping={"length": len(said), "maximum": longest},
            ),
            "too_long",
        )
    return said
