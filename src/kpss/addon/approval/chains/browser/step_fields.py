"""The fields of one step in the form of a chain, and what was typed into them."""

from dataclasses import replace
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.chain import CALENDAR
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.chain import WORKING
from kpss.addon.approval.texts import STEP_ACTS
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.sent import Sent
from zope.i18nmessageid import Message


BLANK = Step(act="")
PUBLIC, BODY, KIND = "public", "body:", "kind:"
MOST_DAYS = 3650


def step_fields(process, index: int, step: Step) -> tuple[Field, ...]:
    """Fields named ``step-<index>-<what>``."""
    fields = (*_what(process, index, step), *_conditions(process, step))
    return tuple(replace(one, name=f"step-{index}-{one.name}") for one in fields)


def _what(process, index: int, step: Step) -> tuple[Field, ...]:
    """Who does what, and with which outcomes."""
    return (
        Field("order", _("Order"), initial=str(index + 1)),
        Field(
            "actor",
            _("Who"),
            kind="select",
            options=(("", _("choose")), *_actors(process)),
            initial=_actor(step),
        ),
        Field(
            "act",
            _("What is done"),
            kind="select",
            options=(("", _("no step")), *STEP_ACTS.items()),
            initial=step.act,
        ),
        Field(
            "outcomes",
            _("Possible outcomes; none chosen: all that belong to the act"),
            kind="checks",
            options=OUTCOMES,
            initial=" ".join(step.outcomes),
        ),
        _box("resolution", _("A resolution is required"), step.resolution_required),
    )


def _conditions(process, step: Step) -> tuple[Field, ...]:
    """Until when, who records, who else may decide; where it comes from."""
    functions = IActingBodies(process).function_titles().items()
    days = "" if step.deadline_days is None else str(step.deadline_days)
    return (
        Field("days", _("Deadline in days"), initial=days),
        Field(
            "days_kind",
            _("Days of the deadline"),
            kind="select",
            options=((CALENDAR, _("calendar days")), (WORKING, _("working days"))),
            initial=step.deadline_kind,
        ),
        _box(
            "skip",
            _("After the deadline it goes on without the opinion"),
            step.skip_after_deadline,
        ),
        Field(
            "recorded_by",
            _("Recorded by the function"),
            kind="select",
            options=(("", _("as usual")), *functions),
            initial=step.recorded_by or "",
        ),
        _box("delegation", _("May be delegated"), step.delegation),
        Field("note", _("Note"), kind="textarea", initial=step.note or ""),
        Field("source", _("Source"), initial=step.source or ""),
    )


def _box(name: str, label: Message, is_on: bool) -> Field:
    return Field(name, label, kind="checkbox", initial="1" if is_on else "")


def _actors(process) -> list[tuple[str, Message | str]]:
    bodies = IActingBodies(process)
    found: list[tuple[str, Message | str]] = [
        (BODY + body.id, body.title)
        for body in bodies.bodies().values()
        if bodies.may_see(body.id)
    ]
    found += [
        (
            KIND + kind,
            _("any body of the kind: ${kind}", mapping={"kind": translate(title)}),
        )
        for kind, title in BODY_KINDS
    ]
    return [*found, (PUBLIC, _("The public"))]


def _actor(step: Step) -> str:
    if step.public:
        return PUBLIC
    if step.body_kind:
        return KIND + step.body_kind
    return BODY + step.body if step.body else ""


def read_step(
    sent: Sent, index: int, errors: dict[str, Message | str]
) -> tuple[Step | None, int]:
    """The step of a row and its place in the order; None for a row without an act."""

    def text(what: str) -> str:
        return sent.text(f"step-{index}-{what}")

    act = text("act")
    if not act:
        return None, 0
    actor = text("actor")
    known = {code for code, _title in OUTCOMES}
    step = Step(
        act=act,
        body=actor.removeprefix(BODY) if actor.startswith(BODY) else None,
        body_kind=actor.removeprefix(KIND) if actor.startswith(KIND) else None,
        public=actor == PUBLIC,
        outcomes=tuple(
            one for one in sent.several(f"step-{index}-outcomes") if one in known
        ),
        resolution_required=bool(text("resolution")),
        deadline_days=_days(text("days"), f"step-{index}-days", errors),
        deadline_kind=text("days_kind") or CALENDAR,
        skip_after_deadline=bool(text("skip")),
        recorded_by=text("recorded_by") or None,
        delegation=bool(text("delegation")),
        note=text("note") or None,
        source=text("source") or None,
    )
    return step, sent.number(f"step-{index}-order", index + 1, 999)


def _days(text: str, name: str, errors: dict[str, Message | str]) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or len(text) > 4 or int(text) > MOST_DAYS:
        errors[name] = _(
            "Write the number of days, at most ${most}.", mapping={"most": MOST_DAYS}
        )
        return None
    return int(text)
