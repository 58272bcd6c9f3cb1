"""What somebody else is editing right now is not changed under their hands."""

from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.process.template_content import refuse_locked


def refuse_locked_rows(rows: list[RowDraft]) -> None:
    """Refuse rows that would change a locked person or membership."""
    for row in rows:
        for name, plan in (("family_name", row.person), ("body", row.membership)):
            if plan is not None and plan.obj is not None and plan.acts:
                _refuse(row, name, plan.obj)


def _refuse(row: RowDraft, name: str, obj) -> None:
    reason = refuse_locked(obj)
    if reason is not None:
        row.refuse(name, "refused", message=reason)
