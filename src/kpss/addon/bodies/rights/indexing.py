"""The catalogue follows which groups have a role in the process.

Nothing is reindexed when people come and go, only when the process gets a function
with a role, loses one, or a body becomes a council.
"""

from Acquisition import aq_base
from kpss.addon.bodies.rights.roles import roles_in_process
from kpss.addon.process.process import IProcess
from kpss.addon.process.sections import process_of


#: Where a process keeps which groups its content was indexed with.
INDEXED = "_kpss_groups_with_roles"


def follow_groups(context, event) -> None:
    """Subscriber of processes and bodies: index who may see what, where it changed."""
    process = process_of(context)
    if process is None:
        return
    groups = tuple(sorted(roles_in_process(process).items()))
    if getattr(aq_base(process), INDEXED, ()) == groups:
        return
    setattr(process, INDEXED, groups)
    process.reindexObjectSecurity()


def forget_groups(process: IProcess, event) -> None:
    """A copy has other groups than the original."""
    setattr(process, INDEXED, ())
