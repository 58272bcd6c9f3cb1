"""What an import would record and has recorded, in sentences with counts."""

from collections.abc import Iterator
from kpss.addon.bodies.importing.applying import Recorded
from kpss.addon.bodies.importing.draft import Draft
from kpss.addon.bodies.importing.rules.verdicts import CHANGED
from kpss.addon.bodies.importing.rules.verdicts import ERROR
from kpss.addon.bodies.importing.rules.verdicts import NEW
from kpss.addon.bodies.importing.rules.verdicts import SAME
from kpss.addon.bodies.importing.rules.verdicts import WARNING
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from zope.i18nmessageid import Message


VERDICTS = {
    ERROR: _("import_verdict_error", default="error"),
    WARNING: _("import_verdict_warning", default="warning"),
    CHANGED: _("import_verdict_changed", default="will change"),
    NEW: _("import_verdict_new", default="new"),
    SAME: _("import_verdict_same", default="same"),
}
_ROWS = {
    ERROR: (
        _("import_error_one", default="${number} row has an error."),
        _("import_error_few", default="${number} rows have an error."),
        _("import_error_many", default="${number} rows have an error."),
    ),
    WARNING: (
        _("import_warning_one", default="${number} row has a warning."),
        _("import_warning_few", default="${number} rows have a warning."),
        _("import_warning_many", default="${number} rows have a warning."),
    ),
    SAME: (
        _("import_same_one", default="${number} row is already recorded."),
        _("import_same_few", default="${number} rows are already recorded."),
        _("import_same_many", default="${number} rows are already recorded."),
    ),
}
_NEW_ORGANISATIONS = (
    _("import_organisations_one", default="${number} new organisation"),
    _("import_organisations_few", default="${number} new organisations"),
    _("import_organisations_many", default="${number} new organisations"),
)
_NEW_PEOPLE = (
    _("import_people_one", default="${number} new person"),
    _("import_people_few", default="${number} new people"),
    _("import_people_many", default="${number} new people"),
)
_NEW_MEMBERSHIPS = (
    _("import_memberships_one", default="${number} new membership"),
    _("import_memberships_few", default="${number} new memberships"),
    _("import_memberships_many", default="${number} new memberships"),
)
_CHANGED_PEOPLE = (
    _("import_people_changed_one", default="${number} changed person"),
    _("import_people_changed_few", default="${number} changed people"),
    _("import_people_changed_many", default="${number} changed people"),
)
_CHANGED_MEMBERSHIPS = (
    _("import_memberships_changed_one", default="${number} changed membership"),
    _("import_memberships_changed_few", default="${number} changed memberships"),
    _("import_memberships_changed_many", default="${number} changed memberships"),
)


def meant(draft: Draft) -> Recorded:
    """What applying the draft would record."""
    people = list(draft.people.values())
    memberships = draft.memberships
    return Recorded(
        len(draft.organisations),
        sum(one.obj is None for one in people),
        sum(one.obj is None for one in memberships),
        sum(one.acts for one in people if one.obj is not None),
        sum(one.acts for one in memberships if one.obj is not None),
    )


def row_counts(draft: Draft) -> list[Message]:
    """How many rows have errors and warnings, and how many change nothing."""
    return [
        plural(draft.counts[verdict], *forms)
        for verdict, forms in _ROWS.items()
        if draft.counts[verdict]
    ]


def parts(recorded: Recorded) -> list[Message]:
    """New organisations, people, memberships; changed people and memberships."""
    return list(_parts(recorded))


def _parts(recorded: Recorded) -> Iterator[Message]:
    for number, forms in (
        (recorded.organisations, _NEW_ORGANISATIONS),
        (recorded.people, _NEW_PEOPLE),
        (recorded.memberships, _NEW_MEMBERSHIPS),
        (recorded.changed_people, _CHANGED_PEOPLE),
        (recorded.changed_memberships, _CHANGED_MEMBERSHIPS),
    ):
        if number:
            yield plural(number, *forms)
