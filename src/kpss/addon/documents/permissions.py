"""Permissions of the room by the names that security knows."""

ADD = "kpss.addon: Add Document"
