"""Which person of a process a user account belongs to."""

from kpss.addon.process.sections import process_of


def holder_of(context, user_id: str):
    """The person that the account is linked to in the process of ``context``, or None.

    ``context`` itself is not meant: it is the person being changed. Not asked of the
    catalogue, where whoever sees people could find out their accounts.
    """
    process = process_of(context)
    section = process.get("people") if process is not None else None
    own = getattr(context, "id", None)
    for person in section.objectValues() if section is not None else ():
        if getattr(person, "user_id", None) == user_id and person.getId() != own:
            return person
    return None
