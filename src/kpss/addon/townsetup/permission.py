"""Where a process may be created."""


def may_hold_process(container) -> bool:
    """Whether the person may create a process here and this place allows it."""
    return any(fti.getId() == "kpss.Process" for fti in container.allowedContentTypes())
