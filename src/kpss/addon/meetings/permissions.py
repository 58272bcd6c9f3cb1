"""Titles of the permissions that this room asks for."""

ADD = "kpss.addon: Add Meeting"
CONVENE = "kpss.addon: Convene Meeting"
RECORD = "kpss.addon: Record Meeting"
INSIDE = "kpss.addon: View Meeting Inside"
