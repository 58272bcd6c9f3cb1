"""Who had an official letter written: completes it, and hears what became of it.

So a secret that is kept nowhere is put into the text only when the letter goes.
"""

from datetime import datetime
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.outbox import Outbox
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


def move(
    box: Outbox,
    letter: Letter,
    state: str,
    *,
    error: str | None = None,
    done: datetime | None = None,
    not_before: datetime | None = None,
) -> None:
    """The letter is in this state now; whoever had it written hears of it."""
    letter.state, letter.error = state, error
    letter.done, letter.not_before = done, not_before
    box.keep(letter)
    writer = _writer(letter)
    if writer is not None:
        writer.told(letter)


def _writer(letter: Letter):
    if letter.reference is None:
        return None
    return queryUtility(IOfficialLetters, name=letter.reference["kind"])
