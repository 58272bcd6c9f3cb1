"""States and groups of tasks in the words of readers."""

from kpss.addon.i18n import _


STATE_TITLES = {
    "open": _("task_open", default="not begun"),
    "in_progress": _("task_in_progress", default="in progress"),
    "done": _("task_done", default="done"),
    "cancelled": _("task_cancelled", default="cancelled"),
}

#: Headings of a list.
GROUP_TITLES = {
    "overdue": _("tasks_overdue", default="Overdue"),
    "due_soon": _("tasks_due_soon", default="Due soon"),
    "later": _("tasks_later", default="Later"),
    "undated": _("tasks_undated", default="Without a due day"),
    "done": _("tasks_done", default="Done"),
    "cancelled": _("tasks_cancelled", default="Cancelled"),
}
