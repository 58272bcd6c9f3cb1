"""Which person of a process a user account belongs to."""

from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.process.sections import process_of


def holder_of(context, user_id: str):
    """The person that the account is linked to in the process of ``context``, or None.

    ``context`` itself is not meant: it is the person being changed. Not asked of the
    catalogue, where whoever sees people could find out their accounts.
    """
    process = process_of(context)
    own = getattr(context, "id", None)
    for known, person_id in ledger().people_of(user_id) if process is not None else ():
        if known == process.UID() and person_id != own:
            return person_by_id(process, person_id)
    return None
