"""A document approved before it came into this site: entered with its decision only.

It has a way of one step, that of the body that approved it; where it was before, the
old papers say.
"""

from datetime import date
from kpss.addon.approval.case import Case
from kpss.addon.approval.checks import refuse
from kpss.addon.approval.checks import require
from kpss.addon.approval.deciding import as_data
from kpss.addon.approval.effects import effect
from kpss.addon.approval.frozen import freeze
from kpss.addon.approval.history import Record
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.pinning import pin
from kpss.addon.approval.possible import MANAGE
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.rules.case import STARTABLE
from kpss.addon.approval.rules.case import STARTED
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import DECIDES
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.facts import Reason
from kpss.addon.approval.said import Said
from kpss.addon.approval.writing import write
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone import api
from typing import Any


#: Id of the chain that is frozen on such a document.
ENTERED = "entered"
APPROVED = "approved"


def enter_approved(
    obj, *, body: str, on: date, number: str | None, effect_on: date | None
) -> Record:
    """Record that ``body`` (id) approved the draft on a past day.

    ``number``: of the resolution as the body numbers it. Raises Refusals or Refusal as
    an approval does; nothing is half-saved.
    """
    case, today = Case(obj), date.today()
    require(api.user.has_permission(MANAGE, obj=obj))
    refuse(_wrong(case, body, on, today), case)
    chain = Chain(ENTERED, translate(_("Entered afterwards")), (Step(DECIDES, body),))
    write(case, Record(STARTED, on, chain=freeze(chain, case.bodies)), chain=chain)
    case = Case(obj)
    said = Said(0, APPROVED, on, effect_on=effect_on)
    more = effect(case, said)
    pinned, version = pin(obj, today)
    record = Record(
        DECIDED,
        on,
        step=0,
        body=body,
        act=DECIDES,
        outcome=APPROVED,
        resolution=_resolution(case, body, on, number),
        pinned=pinned,
        more={**version, **more, "wording": pinned},
    )
    return write(case, record)


def _wrong(case: Case, body: str, on: date, today: date) -> list[Reason]:
    reasons = []
    if case.standing.status not in STARTABLE or case.moving:
        reasons.append(Reason("action", "already_running"))
    if body not in case.bodies:
        reasons.append(Reason("body", "body_unknown"))
    if on > today:
        reasons.append(Reason("date", "in_future"))
    elif on >= case.process.created().asdatetime().date():
        reasons.append(Reason("date", "enter_only_older"))
    return reasons


def _resolution(
    case: Case, body: str, on: date, number: str | None
) -> dict[str, Any] | None:
    """The resolution of the register with this number, entered when it is not there."""
    if not number:
        return None
    book = IResolutionBook(case.process)
    one = book.numbered(body, number, on) or book.record(
        body,
        on=on,
        verb="approves",
        title=case.obj.title,
        text=None,
        number=number,
        subject=case.obj.UID(),
        external=True,
    )
    return as_data(one)
