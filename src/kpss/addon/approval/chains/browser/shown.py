"""A chain as people read it; hidden bodies and their functions are not named."""

from kpss.addon.approval.chains.reading import flaws_in
from kpss.addon.approval.chains.texts import of_step
from kpss.addon.approval.interfaces import ActingBody
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.acting import OUTSIDE
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.chain import WORKING
from kpss.addon.approval.texts import RECORDERS
from kpss.addon.approval.texts import STEP_ACTS
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.codelists.documents import PURPOSES
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from typing import Any
from zope.i18nmessageid import Message


DEFAULT = "default"


class ShownChain:
    """What the template of the steps asks for, for the present reader."""

    def __init__(self, process, content, chain: Chain):
        self.process = process
        self.content = content
        self.chain = chain
        self.bodies = IActingBodies(process)

    @property
    def title(self) -> str:
        return self.chain.title

    @property
    def id(self) -> str:
        return self.chain.id

    @property
    def url(self) -> str:
        return self.content.absolute_url()

    @property
    def active(self) -> bool:
        return self.chain.active

    @property
    def kinds(self) -> str:
        kinds = self.chain.document_kinds
        return ", ".join(translate(kind_title(self.process, one)) for one in kinds)

    @property
    def purpose(self) -> Message | str:
        return title_of(PURPOSES, self.chain.purpose)

    @property
    def source(self) -> Message | str | None:
        return source(self.chain.source)

    @property
    def flaws(self) -> list[Message]:
        """Why the chain cannot be used; for the eyes of those who may mend it."""
        return [of_step(one) for one in flaws_in(self.process, self.chain)]

    @property
    def steps(self) -> list[dict[str, Any]]:
        return [self.step(step) for step in self.chain.steps]

    def step(self, step: Step) -> dict[str, Any]:
        return {
            **self.actor(step),
            "act": STEP_ACTS.get(step.act, step.act),
            "outcomes": ", ".join(
                translate(title_of(OUTCOMES, one)) for one in step.allowed
            ),
            "deadline": deadline(step),
            "needs_resolution": step.resolution_required,
            "delegation": step.delegation,
            "recorded_by": self.recorded_by(step),
            "note": step.note,
            "source": source(step.source),
        }

    def actor(self, step: Step) -> dict[str, Any]:
        if step.public:
            return {"who": _("The public"), "url": None}
        if step.body_kind:
            return {"who": title_of(BODY_KINDS, step.body_kind), "url": None}
        body = self.body(step)
        if body is None:
            return {"who": _("A body that you do not see"), "url": None}
        return {"who": body.title, "url": body.url}

    def body(self, step: Step) -> ActingBody | None:
        """The body of the step, when it is there and the reader may see it."""
        body = self.bodies.bodies().get(step.body or "")
        return body if body is not None and self.bodies.may_see(body.id) else None

    def recorded_by(self, step: Step) -> Message | str | None:
        """The function that the chain names, else who records for such a body."""
        if step.recorded_by is not None:
            return self.bodies.function_titles().get(step.recorded_by)
        if step.public:
            return RECORDERS["public"]
        body = self.body(step)
        kind = step.body_kind or (body.kind if body is not None else None)
        if kind is None:
            return None
        return RECORDERS["outside" if kind in OUTSIDE else "inside"]


def deadline(step: Step) -> Message | None:
    if step.deadline_days is None:
        return None
    number = step.deadline_days
    if step.deadline_kind == WORKING:
        said = plural(
            number,
            _("working_days_one", default="within one working day"),
            _("working_days_few", default="within ${number} working days"),
            _("working_days_many", default="within ${number} working days"),
        )
    else:
        said = plural(
            number,
            _("days_one", default="within one day"),
            _("days_few", default="within ${number} days"),
            _("days_many", default="within ${number} days"),
        )
    if step.skippable:
        return _(
            "${deadline}, then it goes on without it",
            mapping={"deadline": translate(said)},
        )
    return said


def source(value: str | None) -> Message | str | None:
    if value == DEFAULT:
        return _("default, the rules do not state it")
    return value
