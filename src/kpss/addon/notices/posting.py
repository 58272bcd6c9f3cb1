"""Letters that belong to an act, such as an invitation: they go whatever people chose.

They come into the outbox with the act itself, so each goes once or not at all.
"""

from datetime import datetime
from kpss.addon.notices.background import deliver_after_commit
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.outbox import make_outbox
from kpss.addon.notices.rules.ways import NOW
from typing import Any


def post(
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

    ``reference``: ``kind`` names the utility (``official``), the rest is its own.
    ``attachment``: ``name``, ``subtype`` of text, ``params`` of the type and ``text``.
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
