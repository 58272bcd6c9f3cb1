"""States of resolutions in the words of readers."""

from kpss.addon.i18n import _


STATE_TITLES = {
    "draft": _("resolution_draft", default="draft"),
    "adopted": _("resolution_adopted", default="adopted"),
    "rejected": _("resolution_rejected", default="not adopted"),
    "published": _("resolution_published", default="published"),
    "fulfilled": _("resolution_fulfilled", default="fulfilled"),
    "repealed": _("resolution_repealed", default="repealed"),
}
