"""Permissions of the room by the names that security knows."""

#: The whole text of a resolution, and correcting it.
INSIDE = "kpss.addon: View Whole Resolution"
