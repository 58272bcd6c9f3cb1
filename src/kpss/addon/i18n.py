"""Messages of the add-on: one domain, Czech plural forms, translation at the edge."""

from zope.globalrequest import getRequest
from zope.i18n import translate as zope_translate
from zope.i18nmessageid import Message
from zope.i18nmessageid import MessageFactory


_ = MessageFactory("kpss.addon")


def plural(number: int, one: Message, few: Message, many: Message) -> Message:
    """Choose the message for a whole number by the Czech plural categories.

    1 → one, 2 to 4 → few, everything else (0 included) → many. English puts the same
    words into the last two. i18ndude cannot extract gettext plurals, so the three
    forms are three messages; ``${number}`` is filled in.
    """
    form = one if number == 1 else few if 2 <= number <= 4 else many
    return Message(form, mapping={**(form.mapping or {}), "number": number})


def translate(message: str, language: str | None = None) -> str:
    """Translate for the present request, or into the given language."""
    if language:
        return zope_translate(message, target_language=language)
    return zope_translate(message, context=getRequest())
