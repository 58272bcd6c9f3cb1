"""What services of meetings raise beside ``approval.services.approval.refused``."""

from collections.abc import Iterable
from kpss.addon.i18n import _
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.restapi_errors import FlatConflict
from kpss.addon.restapi_errors import refuse_field


def outdated(meeting) -> FlatConflict:
    """Something was recorded since; the answer carries what is so now."""
    return FlatConflict(
        _("Meanwhile somebody else recorded something; look at the meeting again."),
        code="outdated",
        params={
            "revision": records_of(meeting).revision,
            "state": state_of(meeting),
        },
        fields={},
    )


def refuse_unknown(sent: Iterable[str], known: Iterable[str], at: str = "") -> None:
    """Raises FlatBadRequest for a key that the service does not know: a slip of the pen.

    ``at``: how the names of fields begin.
    """
    names = tuple(known)
    for name in sent:
        if name not in names:
            message = _("Possible keys: ${known}.", mapping={"known": ", ".join(names)})
            raise refuse_field(f"{at}{str(name)[:50]}", message, code="unknown_key")
