"""The town's word for a meeting in sentences, in the case that they need (PRA-35).

A message that has ``${meeting}`` or another of the forms is said by ``named``. Czech words
decline, so each has its forms in the catalogue; a word that is not here is said as it was
written, where it does not decline, else in the nominative only.
"""

from collections.abc import Callable
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from zope.i18nmessageid import Message


Say = Callable[[Message], str]
#: Nominative, genitive, accusative, locative; nominative and genitive of several.
FORMS = (
    "meeting",
    "meeting_gen",
    "meeting_acc",
    "meeting_loc",
    "meetings",
    "meetings_gen",
)
ONE, SEVERAL = FORMS[:4], FORMS[4:]
USUAL = "jednání"
#: Words that do not decline in these cases: one form, and several in languages that have.
SAME = {
    "jednání": (
        _("word_jednani", default="meeting"),
        _("word_jednani_several", default="meetings"),
    ),
    "setkání": (
        _("word_setkani", default="meeting"),
        _("word_setkani_several", default="meetings"),
    ),
    "zasedání": (
        _("word_zasedani", default="meeting"),
        _("word_zasedani_several", default="meetings"),
    ),
}
DECLINED = {
    "schůze": (
        _("word_schuze", default="meeting"),
        _("word_schuze_gen", default="meeting"),
        _("word_schuze_acc", default="meeting"),
        _("word_schuze_loc", default="meeting"),
        _("word_schuze_several", default="meetings"),
        _("word_schuze_several_gen", default="meetings"),
    ),
}


def forms(word: str | None, say: Say = translate) -> dict[str, str]:
    """All forms of a word by their names; with a capital letter too."""
    found = _forms((word or USUAL).strip().lower(), say)
    capital = {
        name.capitalize(): text[:1].upper() + text[1:] for name, text in found.items()
    }
    return {**found, **capital}


def _forms(word: str, say: Say) -> dict[str, str]:
    if word in DECLINED:
        return dict(zip(FORMS, map(say, DECLINED[word]), strict=True))
    if word in SAME:
        one, several = map(say, SAME[word])
        return {**dict.fromkeys(ONE, one), **dict.fromkeys(SEVERAL, several)}
    if word.endswith("í"):
        return dict.fromkeys(FORMS, word)
    return {**_forms(USUAL, say), "meeting": word}


def named(message: Message, context, say: Say = translate) -> Message:
    """The message with the word of the town of ``context``."""
    process = process_of(context)
    word = process.label_meeting if process is not None else None
    return Message(message, mapping={**(message.mapping or {}), **forms(word, say)})
