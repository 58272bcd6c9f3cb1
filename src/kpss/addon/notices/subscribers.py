"""What happened is put among the news, in the transaction in which it happened."""

from datetime import date
from datetime import datetime
from kpss.addon.approval.case import case_of
from kpss.addon.approval.history import FOLLOWED
from kpss.addon.approval.history import NOTE
from kpss.addon.notices.background import deliver_after_commit
from kpss.addon.notices.outbox import make_outbox
from kpss.addon.notices.rules.telling import is_news
from kpss.addon.notices.rules.telling import PUBLISHED
from plone import api
from typing import Any


#: Entries of which nobody is told.
SILENT = frozenset((FOLLOWED, NOTE, "effect"))


def step_recorded(obj, event) -> None:
    """News of an entry in the history of a document."""
    entry = event.entry
    if entry.kind in SILENT or not is_news(entry.on, date.today()):
        return
    tell(
        obj,
        entry.kind,
        index=len(case_of(obj).records) - 1,
        before=event.before.current,
        after=event.after.current,
    )


def resolution_published(resolution, event) -> None:
    """News of a resolution that everybody may read now."""
    if is_news(resolution.decided_on or date.today(), date.today()):
        tell(resolution, PUBLISHED)


def tell(obj, kind: str, **more: Any) -> None:
    """Put it among the news; the letters are written and sent after the commit."""
    make_outbox().add_news(
        {
            "kind": kind,
            "uid": obj.UID(),
            "actor": api.user.get_current().getId(),
            "at": datetime.now().astimezone(),
            # Letters are written where there is no request, so no address of the site
            "site_url": api.portal.get().absolute_url(),
            **more,
        }
    )
    deliver_after_commit()
