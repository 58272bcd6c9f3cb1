"""Who had an official letter written: completes it, and hears what became of it.

So a secret that is kept nowhere is put into the text only when the letter goes.
"""

from kpss.addon.notices.outbox import Letter
from zope.component import queryUtility
from zope.interface import Interface


class IOfficialLetters(Interface):
    """Named utility of a room for its letters; the name is ``kind`` of a reference."""

    def whole_text(letter: Letter) -> str:
        """The text as it goes; asked in the transaction that marks it as sent."""

    def told(letter: Letter) -> None:
        """The letter is in another state now (waiting again, sent or failed)."""


def whole_text(letter: Letter) -> str:
    writer = _writer(letter)
    return letter.text if writer is None else writer.whole_text(letter)


def tell_writer(letter: Letter) -> None:
    """Whoever had the letter written hears what has become of it."""
    writer = _writer(letter)
    if writer is not None:
        writer.told(letter)


def _writer(letter: Letter):
    if letter.reference is None:
        return None
    return queryUtility(IOfficialLetters, name=letter.reference["kind"])
