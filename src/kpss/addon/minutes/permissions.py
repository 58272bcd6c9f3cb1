"""Permissions that the room asks."""

RECORD = "kpss.addon: Record Meeting"
INSIDE = "kpss.addon: View Meeting Inside"
