"""Something that people do with a document, made of chance; right, odd or plainly wrong."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from kpss.addon.approval import actions
from kpss.addon.approval import talking
from kpss.addon.approval.case import Case
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.transitions import TARGETS
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.documents.deserializing import DocumentDeserializer
from kpss.addon.documents.reverting import reverted
from plone import api
from random import Random
from tests.plone.approval.test_way import ruling
from typing import Any
from zope.globalrequest import getRequest


def start(document, case: Case, chance: Random, today: date) -> None:
    chain = "neni" if chance.random() < 0.1 else None
    actions.start(document, on=_day(chance, today), chain=chain)


def withdraw(document, case: Case, chance: Random, today: date) -> None:
    actions.withdraw(document, comment="dost", on=_day(chance, today))


def skip(document, case: Case, chance: Random, today: date) -> None:
    actions.skip(document, _current(case))


def record(document, case: Case, chance: Random, today: date) -> None:
    """A decision, usually a fitting one."""
    step = _current(case)
    allowed = case.chain.steps[step].allowed if case.chain.steps else ("approved",)
    leading = [one for one in allowed if EFFECTS[one] == "advances"] or list(allowed)
    outcome = chance.choice(chance.choice((allowed, leading, leading, leading)))
    on = _day(chance, today)
    returned = outcome == "returned"
    to_step = returned and step > 0 and chance.random() < 0.5
    values: dict[str, Any] = {
        "step": step,
        "outcome": outcome,
        "on": on,
        "resolution": _resolution(case, chance, step, on),
        "return_to": chance.randrange(step) if to_step else None,
        "to_draft": returned and not to_step,
        "until": on + timedelta(days=2) if outcome == "postponed" else None,
        "wording": outcome == "approved_with_changes",
    }
    for name in chance.choices(list(ODD), k=chance.choice((0, 0, 0, 0, 1))):
        values[name] = ODD[name](chance, on)
    revision = 0 if chance.random() < 0.05 else case.standing.revision
    decide(document, Said(**values), revision=revision)


def _resolution(case: Case, chance: Random, step: int, on: date):
    body = case.chain.steps[step].body if case.chain.steps else "rs"
    kind = chance.choice(("new", "new", "new", "number", "number", "known", "odd"))
    if kind == "new":
        return NewResolution()
    if kind == "number":
        return ruling(f"{chance.randint(1, 99)}/x", on, body or "")
    if kind == "odd":
        return NewResolution(number="1" * 60, verb="neni")
    known = IResolutionBook(case.process).of_body(body or "rs", on)
    return chance.choice(known) if known else None


#: What people get wrong.
ODD: dict[str, Callable[[Random, date], Any]] = {
    "step": lambda chance, on: chance.randint(-1, 5),
    "outcome": lambda chance, on: chance.choice(sorted(EFFECTS)),
    "body": lambda chance, on: chance.choice(("rs", "rm", "neni")),
    "resolution": lambda chance, on: None,
    "delegation": lambda chance, on: "neni",
    "return_to": lambda chance, on: chance.choice((-1, 0, 1, 5)),
    "until": lambda chance, on: on,
    "effect_on": lambda chance, on: on - timedelta(days=1),
}


def talk(document, case: Case, chance: Random, today: date) -> None:
    said = chance.choice((talking.comment, talking.ask_advice, talking.give_advice))
    if chance.random() < 0.2:
        talking.acknowledge(document)
    else:
        said(document, chance.choice(("slovo", "slovo", " ")))


def click(document, case: Case, chance: Random, today: date) -> None:
    """The state menu, or ``@workflow``."""
    tool = api.portal.get_tool("portal_workflow")
    offered = [one["id"] for one in tool.getTransitionsFor(document)]
    transition = chance.choice([*offered, *offered, *sorted(TARGETS)])
    tool.doActionFor(document, transition, comment="klik")


def edit(document, case: Case, chance: Random, today: date) -> None:
    """``PATCH``; only a refusal that ends the request leaves something behind."""
    data: dict[str, Any] = {"text": f"<p>{chance.randint(0, 9)}</p>"}
    if chance.random() < 0.7:
        data["changeNote"] = "oprava"
    DocumentDeserializer(document, getRequest())(data=data)


def revert(document, case: Case, chance: Random, today: date) -> None:
    repository = api.portal.get_tool("portal_repository")
    history = repository.getHistoryMetadata(document)
    version = chance.randrange(history.getLength(countPurged=False))
    with reverted(document, version):
        repository.revert(document, version)


def lose(document, case: Case, chance: Random, today: date) -> None:
    """Delete or rename; a draft that nobody has seen may be, so it is let be."""
    if not case.moving:
        return
    if chance.random() < 0.5:
        api.content.delete(document)
    else:
        api.content.rename(document, "jinak")


def copy(document, case: Case, chance: Random, today: date) -> None:
    made = api.content.copy(document, document.aq_parent)
    assert Case(made).records == []
    assert api.content.get_state(made) == "draft"


def change_chain(document, case: Case, chance: Random, today: date) -> None:
    """The coordinator changes the chain under way."""
    content = chance.choice(case.process["chains"].objectValues())
    steps = list(content.steps)
    chance.shuffle(steps)
    content.steps = steps[: chance.randint(1, len(steps))]


#: Kinds and purposes of documents: chains of three steps, of one and of six.
DOCUMENTS = (
    ("organisational_rules", "adoption"),
    ("organisational_rules", "amendment"),
    ("grant_rules", "adoption"),
)


def _current(case: Case) -> int:
    return 0 if case.standing.current is None else case.standing.current


def _day(chance: Random, today: date) -> date:
    return today - timedelta(days=chance.choice((0,) * 12 + (1, -1)))


#: Action -> how often, while it is under way and otherwise.
KINDS: dict[Callable, tuple[int, int]] = {
    start: (1, 12),
    withdraw: (1, 1),
    skip: (1, 0),
    record: (16, 1),
    talk: (2, 1),
    click: (2, 1),
    edit: (3, 2),
    revert: (2, 1),
    lose: (1, 1),
    copy: (1, 1),
    change_chain: (1, 1),
}
#: These end the request when they are refused: nothing of it is saved.
WHOLE_REQUEST = (edit, revert, lose)
