"""What a move, a rename or a deletion means to one object in a process."""

from Acquisition import aq_base
from kpss.addon.process.sections import process_of


def is_itself(obj, event) -> bool:
    """The event is about the object, not about something that it stands in."""
    return aq_base(event.object) is aq_base(obj)


def stays_in_process(event) -> bool:
    """It goes to another place of the same process; not when it is deleted or added."""
    if event.oldParent is None or event.newParent is None:
        return False
    old, new = process_of(event.oldParent), process_of(event.newParent)
    return aq_base(old) is aq_base(new)


def is_taken_over(obj, event) -> bool:
    """It goes from one process to another by itself, not with what it stands in."""
    if event.oldParent is None or event.newParent is None:
        return False
    return is_itself(obj, event) and not stays_in_process(event)


def leaves_process(obj, event) -> bool:
    """It is deleted or taken to another process, by itself."""
    if event.oldParent is None:
        return False
    return is_itself(obj, event) and not stays_in_process(event)


def is_renamed(obj, event) -> bool:
    """It was there and is there under another id."""
    if event.oldParent is None or event.newParent is None:
        return False
    return is_itself(obj, event) and event.oldName != event.newName
