"""The town's word for a meeting in sentences, in the case that they need (PRA-35).

A message that has ``${meeting}`` or another of the forms, or whose Czech text has, is said
by ``named``. Nothing in a text may agree with the word, whose gender nobody knows; a text
that does without the word is better still.
"""

from collections.abc import Callable
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.rules.declension import declined
from kpss.addon.process.sections import process_of
from zope.i18nmessageid import Message


Say = Callable[[Message], str]
FORMS = (
    "meeting",
    "meeting_gen",
    "meeting_acc",
    "meeting_loc",
    "meetings",
    "meetings_gen",
)
USUAL = "jednání"
#: Czech says the form, other languages their own word.
ONE = _("one_meeting", default="meeting")
SEVERAL = _("several_meetings", default="meetings")


def forms(word: str | None, say: Say = translate) -> dict[str, str]:
    """All forms of a word by their names; with a capital letter too.

    Of a word that cannot be declined the nominative only, the others of the usual one.
    """
    given = (word or USUAL).strip().lower()
    czech = declined(given) or (given, *(declined(USUAL) or ())[1:])
    found = {
        name: say(Message(_number(name), mapping={"form": form}))
        for name, form in zip(FORMS, czech, strict=True)
    }
    capital = {
        name.capitalize(): text[:1].upper() + text[1:] for name, text in found.items()
    }
    return {**found, **capital}


def _number(name: str) -> Message:
    return SEVERAL if name.startswith("meetings") else ONE


def forms_in(context, say: Say = translate) -> dict[str, str]:
    """Forms of the word of the town of ``context``."""
    process = process_of(context)
    return forms(process.label_meeting if process is not None else None, say)


def named(message: Message, context, say: Say = translate) -> Message:
    """The message with the word of the town of ``context``."""
    return Message(
        message, mapping={**(message.mapping or {}), **forms_in(context, say)}
    )
