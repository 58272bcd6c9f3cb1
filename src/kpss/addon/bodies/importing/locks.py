"""What somebody else is editing right now is not changed under their hands."""

from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.process.template_content import refuse_locked


def refuse_locked_rows(rows: list[RowDraft]) -> None:
    """Refuse rows that would change a locked person or membership."""
    for row in rows:
        plan = row.person
        if (
            plan is not None
            and plan.obj is not None
            and (plan.changed or plan.consents)
        ):
            _refuse(row, "family_name", plan.obj)
        membership = row.membership
        if membership is not None and membership.obj is not None and membership.changed:
            _refuse(row, "body", membership.obj)


def _refuse(row: RowDraft, name: str, obj) -> None:
    reason = refuse_locked(obj)
    if reason is not None:
        row.refuse(name, "refused", message=reason)
