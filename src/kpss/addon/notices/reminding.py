"""Once a day: tasks that are due soon or overdue become news (BER-20, BER-21, BER-74)."""

from datetime import date
from datetime import datetime
from kpss.addon.approval.indexed import indexed
from kpss.addon.notices.outbox import Outbox
from kpss.addon.notices.rules.telling import TASK_DUE_SOON
from kpss.addon.notices.rules.telling import TASK_OVERDUE
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.rules import DUE_SOON
from kpss.addon.tasks.rules import group_of
from kpss.addon.tasks.rules import OVERDUE
from kpss.addon.tasks.rules import UNFINISHED
from kpss.addon.tasks.searching import notice_of
from plone import api


NEWS = {DUE_SOON: TASK_DUE_SOON, OVERDUE: TASK_OVERDUE}


def remind(box: Outbox, today: date) -> int:
    """How many tasks became news: each once when it gets near, once when it is late.

    A day on which nothing was delivered is made up for on the next.
    """
    if box.reminded_on == today or box.site_url is None:
        return 0
    box.reminded_on = today
    told, known = 0, set()
    for brain in indexed(portal_type="kpss.Task", review_state=UNFINISHED):
        task = brain._unrestrictedGetObject()
        group = _group(task, today)
        known.add(task.UID())
        if group in NEWS and box.reminded.get(task.UID()) != group:
            box.add_news(
                {
                    "kind": NEWS[group],
                    "uid": task.UID(),
                    "actor": None,
                    "at": datetime.now().astimezone(),
                    "site_url": box.site_url,
                }
            )
            told += 1
        box.reminded[task.UID()] = group
    for uid in [one for one in box.reminded if one not in known]:
        del box.reminded[uid]
    return told


def _group(task, today: date) -> str:
    state = api.content.get_state(task)
    return group_of(state, task.due, today=today, notice=notice_of(process_of(task)))
