"""What a client sends to ``@approval``, checked before anything else is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.case import case_of
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.i18n import _
from kpss.addon.restapi_body import json_object
from kpss.addon.restapi_errors import FlatBadRequest
from kpss.addon.restapi_errors import refuse_field
from typing import Any
import re


#: Actions that need to know where the client saw the document.
OF_A_STEP = ("decide", "skip")
ACTIONS = (
    "start",
    *OF_A_STEP,
    "withdraw",
    "comment",
    "ask_advice",
    "give_advice",
    "acknowledge",
)
#: The longest comment, in characters.
LONGEST = 5000


@dataclass(frozen=True)
class Payload:
    """The keys of the contract as values of the right types."""

    action: str
    step: int | None = None
    revision: int | None = None
    outcome: str | None = None
    resolution: Any = None
    body: str | None = None
    chain: str | None = None
    meeting: str | None = None
    delegation: str | None = None
    comment: str | None = None
    day: date | None = None
    return_to: Any = None
    until: date | None = None
    effect_on: date | None = None
    wording: bool = False

    @property
    def needed_step(self) -> int:
        assert self.step is not None
        return self.step


def payload(request) -> Payload:
    """Raises FlatBadRequest that names the field."""
    data = json_object(request)
    for name in data:
        if name not in CHECKS:
            raise refuse_field(
                name,
                _("There is no such key: ${name}.", mapping={"name": str(name)[:50]}),
                code="unknown_key",
            )
    values = {
        KEYS.get(name, name): CHECKS[name](name, value)
        for name, value in data.items()
        if value is not None
    }
    if "action" not in values:
        raise _wrong("action", _("Say what to do: one of ${allowed}."), ACTIONS)
    for name in ("step", "revision") if values["action"] in OF_A_STEP else ():
        if name not in values:
            raise refuse_field(
                name,
                _("Say which step and revision of the document you saw."),
                code="missing",
            )
    if values["action"] == "decide" and "outcome" not in values:
        raise _wrong("outcome", _("Say what was decided: one of ${allowed}."), EFFECTS)
    return Payload(**values)


def said_of(data: Payload, obj) -> Said:
    """What was decided; a resolution is looked up or taken by its number."""
    case = case_of(obj)
    on = data.day or date.today()
    return Said(
        step=data.needed_step,
        outcome=data.outcome or "",
        on=on,
        body=_body(data, case),
        resolution=_resolution(data, case, on),
        delegation=data.delegation,
        comment=data.comment,
        return_to=None if data.return_to == "draft" else data.return_to,
        to_draft=data.return_to == "draft",
        until=data.until,
        effect_on=data.effect_on,
        meeting=data.meeting,
        wording=data.wording,
    )


def _body(data: Payload, case) -> str | None:
    """The id of the body that decided, also by its UID."""
    if data.body is None or data.body in case.bodies:
        return data.body
    for one in case.bodies.values():
        if one.uid == data.body:
            return one.id
    raise refuse_field(
        "body", _("There is no such body in this process."), code="body_unknown"
    )


def _resolution(data: Payload, case, on: date):
    sent = data.resolution
    if sent is None:
        return None
    if isinstance(sent, str):
        seen = IResolutionBook(case.process).get(sent)
        if seen is None:
            raise refuse_field(
                "resolution",
                _("There is no such resolution in this process."),
                code="resolution_unknown",
            )
        return seen
    if sent.get("create"):
        return NewResolution(
            number=sent.get("number"),
            verb=sent.get("verb"),
            title=sent.get("title"),
            text=sent.get("text"),
        )
    steps = case.chain.steps
    step = steps[data.needed_step] if data.needed_step < len(steps) else None
    body = _body(data, case) or (step.body if step is not None else None)
    day = sent.get("date")
    return ResolutionView(
        uid=None,
        body=body or "",
        number=sent["number"],
        on=_day("resolution", day) if day else on,
    )


def _wrong(name: str, message, allowed) -> FlatBadRequest:
    text = type(message)(message, mapping={"allowed": ", ".join(allowed)})
    return refuse_field(name, text, code="not_allowed", allowed=list(allowed))


def _one_of(allowed):
    def check(name: str, value: Any) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise _wrong(name, _("Possible values: ${allowed}."), allowed)
        return value

    return check


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or re.search("[\ud800-\udfff]", value):
        raise refuse_field(name, _("Send a text."), code="not_text")
    if len(value) > LONGEST:
        raise refuse_field(
            name,
            _("At most ${number} characters.", mapping={"number": LONGEST}),
            code="too_long",
        )
    return value.strip()


def _number(name: str, value: Any) -> int:
    if type(value) is not int or not 0 <= value < 10**9:
        raise refuse_field(
            name, _("Send a whole number, without quotes."), code="not_number"
        )
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise refuse_field(
            name, _("Send true or false, without quotes."), code="not_flag"
        )
    return value


def _day(name: str, value: Any) -> date:
    text = value if isinstance(value, str) else ""
    try:
        return date.fromisoformat(
            text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else ""
        )
    except ValueError as error:
        raise refuse_field(
            name,
            _(
                "${value} is not a date: write YYYY-MM-DD.",
                mapping={"value": str(value)[:100]},
            ),
            code="bad_date",
        ) from error


def _place(name: str, value: Any) -> int | str:
    """A step, or the word draft."""
    return value if value == "draft" else _number(name, value)


def _ruling(name: str, value: Any) -> str | dict[str, Any]:
    if isinstance(value, str):
        return _text(name, value)
    if not isinstance(value, Mapping) or not set(value) <= {
        "create",
        "date",
        "number",
        "text",
        "title",
        "verb",
    }:
        raise refuse_field(
            name,
            _("Send the UID of a resolution, or an object with its number and date."),
            code="malformed",
        )
    for key, one in value.items():
        if key == "create":
            _flag(name, one)
        elif key == "date":
            _day(name, one)
        elif one is not None:
            _text(name, one)
    if not value.get("create") and not value.get("number"):
        raise refuse_field(
            name, _("Write the number of the resolution."), code="number_missing"
        )
    return dict(value)


#: Keys that are called otherwise here.
KEYS = {"date": "day"}

CHECKS = {
    "action": _one_of(ACTIONS),
    "step": _number,
    "revision": _number,
    "outcome": _one_of(tuple(EFFECTS)),
    "resolution": _ruling,
    "body": _text,
    "chain": _text,
    "meeting": _text,
    "delegation": _text,
    "comment": _text,
    "date": _day,
    "return_to": _place,
    "until": _day,
    "effect_on": _day,
    "wording": _flag,
}
