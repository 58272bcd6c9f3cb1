"""Permissions of the room by the names that security knows."""

ADD = "kpss.addon: Add Task"
#: Percent and notes: the coordinator, who is responsible, who presides over the body.
REPORT = "kpss.addon: Report Task Progress"
#: Cancel, take up again.
MANAGE = "kpss.addon: Manage Tasks"
