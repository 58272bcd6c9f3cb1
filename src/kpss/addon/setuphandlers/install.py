"""After the default profile."""

from kpss.addon.setuphandlers.types import content_of
from kpss.addon.setuphandlers.types import follow_fti
from kpss.addon.setuphandlers.types import our_types


def after_install(context) -> None:
    """Content that stayed readable from an earlier installation is ours again."""
    for portal_type in our_types():
        for obj in content_of(portal_type):
            follow_fti(obj)
            obj.reindexObject()
            if workflow_security := getattr(obj, "reindexObjectSecurity", None):
                workflow_security()
