"""Permissions of the room by the names that security knows."""

#: The whole text of a resolution, and correcting it.
INSIDE = "kpss.addon: View Whole Resolution"
#: Stock: attachments, before the resolution is published.
ADD_FILE = "plone.app.contenttypes: Add File"
#: Adopting one, and correcting it once it is published.
ADOPT = "kpss.addon: Adopt Resolution"
