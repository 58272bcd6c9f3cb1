"""Passing a document or resolution on to the members of bodies, and its record (BER-60)."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import datetime
from kpss.addon.notices.outbox import make_outbox
from kpss.addon.notices.outbox import outbox
from kpss.addon.notices.rules.telling import PASSED_ON
from kpss.addon.notices.subscribers import tell
from plone import api
from typing import Any


def pass_on(obj, body_ids: Iterable[str], message: str | None) -> None:
    """Tell everybody who is a member of one of the bodies today, once."""
    bodies = tuple(body_ids)
    tell(obj, PASSED_ON, bodies=bodies, message=message)
    book = make_outbox().passed_on
    entry = {
        "at": datetime.now().astimezone(),
        "by": api.user.get_current().getId(),
        "bodies": bodies,
    }
    book[obj.UID()] = (*book.get(obj.UID(), ()), entry)


def passed_on(obj) -> tuple[Mapping[str, Any], ...]:
    """What was passed on before, oldest first; for those who may pass on."""
    found = outbox()
    return () if found is None else found.passed_on.get(obj.UID(), ())
