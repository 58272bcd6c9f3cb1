"""What happened is put among the news, in the transaction in which it happened."""

from datetime import date
from datetime import datetime
from kpss.addon.approval.case import Case
from kpss.addon.approval.entering import ENTERED
from kpss.addon.approval.history import EFFECT
from kpss.addon.approval.history import FOLLOWED
from kpss.addon.approval.history import NOTE
from kpss.addon.notices.background import deliver_after_commit
from kpss.addon.notices.outbox import make_outbox
from kpss.addon.notices.rules.telling import is_news
from kpss.addon.notices.rules.telling import PROPOSED
from kpss.addon.notices.rules.telling import PUBLISHED
from kpss.addon.notices.rules.telling import TASK_DONE
from kpss.addon.notices.rules.telling import TASK_IMPOSED
from kpss.addon.tasks.rules import DONE
from kpss.addon.tasks.rules import UNFINISHED
from plone import api
from typing import Any
from urllib.parse import urlsplit


#: Entries of which nobody is told.
SILENT = frozenset((FOLLOWED, NOTE, EFFECT))
#: Hosts of requests that a script makes up.
NOBODY = ("nohost", "foo")


def step_recorded(obj, event) -> None:
    """News of an entry in the history of a document."""
    entry = event.entry
    case = Case(obj)
    if entry.kind in SILENT or not is_news(entry.on, date.today()):
        return
    if case.chain.id == ENTERED:
        # It was decided long ago
        return
    kinds = [one.kind for one in case.records]
    tell(
        obj,
        entry.kind,
        # Others may have followed it meanwhile: the state catches up with the dates
        index=len(kinds) - 1 - kinds[::-1].index(entry.kind),
        before=event.before.current,
        after=event.after.current,
    )


def resolution_published(resolution, event) -> None:
    """News of a resolution that everybody may read now."""
    if is_news(resolution.decided_on or date.today(), date.today()):
        tell(resolution, PUBLISHED)


def document_proposed(document, event) -> None:
    """News of what a member has put forward (BER-62, BER-72)."""
    tell(document, PROPOSED)


def task_imposed(task, event) -> None:
    """News of a task that is not done already (BER-74)."""
    if api.content.get_state(task, default="") in UNFINISHED:
        tell(task, TASK_IMPOSED)


def task_moved(task, event) -> None:
    """News of a task that is done."""
    if event.transition is not None and event.new_state.getId() == DONE:
        tell(task, TASK_DONE)


def tell(obj, kind: str, **more: Any) -> None:
    """Put it among the news; the letters are written and sent after the commit."""
    site_url = api.portal.get().absolute_url()
    box = make_outbox()
    if box.site_url != site_url and urlsplit(site_url).hostname not in NOBODY:
        box.site_url = site_url
    box.add_news(
        {
            "kind": kind,
            "uid": obj.UID(),
            "actor": api.user.get_current().getId(),
            "at": datetime.now().astimezone(),
            # Letters are written where there is no request, so no address of the site
            "site_url": site_url,
            **more,
        }
    )
    deliver_after_commit()
