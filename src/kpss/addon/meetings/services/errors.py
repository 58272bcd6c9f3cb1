"""What services of meetings raise beside ``approval.services.approval.refused``."""

from kpss.addon.i18n import _
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from kpss.addon.restapi_errors import FlatConflict


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
