"""Letters that belong to an act, such as an invitation: they go whatever people chose.

They come into the outbox with the act itself, so each goes once or not at all. Who had
them written may complete the text when it goes (a secret that is kept nowhere) and hears
how it ended.
"""

from datetime import datetime
from kpss.addon.notices.background import deliver_after_commit
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.outbox import make_outbox
from kpss.addon.notices.rules.ways import NOW
from typing import Any
from zope.component import queryUtility
from zope.interface import Interface


class IOfficialLetters(Interface):
    """Named utility of a room for its letters; the name is ``kind`` of a reference."""

    def whole_text(letter: Letter) -> str:
        """The text as it goes; asked in the transaction that marks it as sent."""

    def told(letter: Letter) -> None:
        """The letter is in another state now (waiting again, sent or failed)."""


def add_official(
    *,
    to: str,
    language: str,
    subject: str,
    text: str,
    reference: dict[str, str],
    attachment: dict[str, Any] | None = None,
    user: str | None = None,
) -> Letter:
    """Put a letter into the outbox; it is sent after the commit.

    ``reference``: ``kind`` names the utility, the rest is its own. ``attachment``:
    ``name``, ``subtype`` of text, ``params`` of the type and ``text``.
    """
    letter = make_outbox().add_letter(
        datetime.now().astimezone(),
        user=user,
        to=to,
        language=language,
        way=NOW,
        subject=" ".join(subject.split()),
        text=text,
        reference=reference,
        attachment=attachment,
    )
    deliver_after_commit()
    return letter


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
