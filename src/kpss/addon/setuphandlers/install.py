"""After the default profile."""

from collections.abc import Callable
from kpss.addon.bodies.ledger.rebuilding import rebuild
from kpss.addon.bodies.rights.installing import add_plugin
from kpss.addon.process.sections import add_sections
from kpss.addon.setuphandlers.types import content_of
from kpss.addon.setuphandlers.types import follow_fti
from kpss.addon.setuphandlers.types import our_types


#: What rooms set up in the site beside the profile, in this order; each may be called
#: again. Taken away by ``uninstall.ROOMS``.
ROOMS: tuple[Callable[[], object], ...] = (rebuild, add_plugin)


def after_install(context) -> None:
    """Content that stayed readable from an earlier installation is ours again."""
    found = [obj for portal_type in our_types() for obj in content_of(portal_type)]
    # All of it before the catalogue asks one object about another
    for obj in found:
        follow_fti(obj)
    for obj in found:
        obj.reindexObject()
        if workflow_security := getattr(obj, "reindexObjectSecurity", None):
            workflow_security()
    # Folders that came to the add-on after the process
    for process in content_of("kpss.Process"):
        add_sections(process)
    for set_up in ROOMS:
        set_up()
