"""Copying a body or a process copies its people: not for everybody who sees the page."""

from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone import api
from zExceptions import BadRequest


def refuse_copying_people(copy, event) -> None:
    """Subscriber: only who records memberships there takes them elsewhere.

    The copy would show them to whoever coordinates the place it is pasted into. Asked
    also when a folder around it is copied.
    """
    inside = copy.getPhysicalPath()[len(event.object.getPhysicalPath()) :]
    original = event.original
    for name in inside:
        original = original[name]
    if not api.user.has_permission("kpss.addon: Manage Members", obj=original):
        message = _(
            "“${title}” cannot be copied: people are recorded in it, and only its "
            "coordinator may copy them.",
            mapping={"title": original.title},
        )
        raise BadRequest(translate(message))
