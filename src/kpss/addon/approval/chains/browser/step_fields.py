"""The fields of one step in the form of a chain, and what was typed into them."""

from collections.abc import Container
from collections.abc import Iterator
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
from kpss.addon.process.template_values import tidy
from zope.i18nmessageid import Message


BLANK = Step(act="")
PUBLIC, BODY, KIND = "public", "body:", "kind:"
MOST_DAYS = 3650


def step_fields(process, index: int, step: Step) -> tuple[Field, ...]:
    """Fields named ``step-<index>-<what>``; the first three are order, who and act."""

    def named(what: str, label: Message, **more) -> Field:
        return Field(f"step-{index}-{what}", label, **more)

    return (
        named("order", _("Order"), initial=str(index + 1)),
        *_who_does_what(named, process, step),
        *_by_when(named, step),
        named(
            "recorded_by",
            _("Recorded by the function"),
            kind="select",
            options=(("", _("as usual")), *_functions(process, step)),
            initial=step.recorded_by or "",
        ),
        named(
            "delegation",
            _("May be delegated"),
            kind="checkbox",
            initial="1" if step.delegation else "",
        ),
        named("note", _("Note"), kind="textarea", initial=step.note or ""),
        named("source", _("Source"), initial=step.source or ""),
    )


def _who_does_what(named, process, step: Step) -> Iterator[Field]:
    yield named(
        "actor",
        _("Who"),
        kind="select",
        options=(("", _("choose")), *_actors(process, step)),
        initial=_actor(step),
    )
    yield named(
        "act",
        _("What is done"),
        kind="select",
        options=(("", _("no step")), *STEP_ACTS.items()),
        initial=step.act,
    )
    yield named(
        "outcomes",
        _("Possible outcomes; none chosen: all that belong to the act"),
        kind="checks",
        options=OUTCOMES,
        initial=" ".join(step.outcomes),
    )
    yield named(
        "resolution",
        _("A resolution is required"),
        kind="checkbox",
        initial="1" if step.resolution_required else "",
    )


def _by_when(named, step: Step) -> Iterator[Field]:
    yield named(
        "days",
        _("Deadline in days"),
        initial="" if step.deadline_days is None else str(step.deadline_days),
    )
    yield named(
        "days_kind",
        _("Days of the deadline"),
        kind="select",
        options=((CALENDAR, _("calendar days")), (WORKING, _("working days"))),
        initial=step.deadline_kind,
    )
    yield named(
        "skip",
        _("After the deadline it goes on without the opinion"),
        kind="checkbox",
        initial="1" if step.skip_after_deadline else "",
    )


def _functions(process, step: Step) -> list[tuple[str, Message | str]]:
    titles = IActingBodies(process).function_titles()
    return [*titles.items(), *_missing(step.recorded_by, titles)]


def _missing(
    name: str | None, known: Container[str], prefix: str = ""
) -> list[tuple[str, Message | str]]:
    """What a step names although the process does not have it: not lost by saving."""
    if not name or name in known:
        return []
    return [(prefix + name, _("${id} (not in this process)", mapping={"id": name}))]


def _actors(process, step: Step) -> list[tuple[str, Message | str]]:
    bodies = IActingBodies(process)
    found: list[tuple[str, Message | str]] = [
        (BODY + body.id, body.title)
        for body in bodies.bodies().values()
        if body.exists or body.id == step.body
    ]
    found += _missing(step.body, bodies.bodies(), BODY)
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


#: A number that a step was given, whether it went up or down, the number of its row.
Place = tuple[int, int, int]


def read_step(
    sent: Sent, index: int, errors: dict[str, Message | str]
) -> tuple[Step | None, Place]:
    """The step of a row and where it is to stand; None for a row without an act."""

    def text(what: str) -> str:
        return sent.text(f"step-{index}-{what}")

    act = text("act")
    if not act:
        return None, (0, 0, 0)
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
        note=tidy(text("note")),
        source=text("source") or None,
    )
    return step, _place(text("order"), index, errors)


def _place(text: str, index: int, errors: dict[str, Message | str]) -> Place:
    """Of two with one number, who came up goes before, who came down after the other."""
    own = index + 1
    if text and not (text.isdecimal() and len(text) < 4):
        errors[f"step-{index}-order"] = _("Write a whole number.")
    number = int(text) if text.isdecimal() and len(text) < 4 else own
    return number, (number > own) - (number < own), index


def _days(text: str, name: str, errors: dict[str, Message | str]) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or len(text) > 4 or int(text) > MOST_DAYS:
        errors[name] = _(
            "Write the number of days, at most ${most}.", mapping={"most": MOST_DAYS}
        )
        return None
    return int(text)
