"""``{x}/@@kpss-record-decision``: what was decided at the current step, in one form."""

from datetime import date
from functools import cached_property
from kpss.addon.approval.browser.acting_form import ActingForm
from kpss.addon.approval.browser.outcome import outcome_fields
from kpss.addon.approval.browser.outcome import sent_outcome
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.delegations.reading import Delegated
from kpss.addon.approval.delegations.reading import delegations_on
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.possible import may_decide
from kpss.addon.approval.possible import may_record_for
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.rules.chain import APPROVING
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.judging import needs_resolution
from kpss.addon.approval.rules.transitions import hands_on
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.codelists.documents import VERBS
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.component import queryAdapter
from zope.i18nmessageid import Message


NONE, NEW, BY_NUMBER = "none", "new", "number"


class RecordDecision(ActingForm):
    """Outcome, day, resolution, comment; everything else only where it can be needed."""

    button = _("Record the decision")

    @cached_property
    def step(self) -> Step | None:
        index = self.case.standing.current
        return None if index is None else self.case.chain.steps[index]

    @property
    def refused(self) -> Message | None:
        if self.was_sent:
            return None
        if self.case.standing.status != RUNNING or self.step is None:
            return _("The document is not being approved now.")
        if not may_decide(self.case, date.today()):
            return _("This is done by somebody else.")
        return None

    @property
    def heading(self) -> Message:
        mapping = {"title": self.context.title, "body": self.body_title}
        if self.step is not None and self.step.body:
            return _("${body} on: ${title}", mapping=mapping)
        return _("Record a decision: ${title}", mapping=mapping)

    @property
    def body_title(self) -> str:
        body = self.step.body if self.step is not None else None
        return self.case.body_title(body) if body else ""

    @property
    def notes(self) -> list[Message | str]:
        return [self.step.note] if self.step is not None and self.step.note else []

    @property
    def fieldsets(self) -> list[Fieldset]:
        if self.step is None:
            return []
        decision = [*self._body_fields(), self._outcome_field(), self._date_field()]
        sets = [Fieldset("kpss-decision", _("Decision"), tuple(decision))]
        if self.takes_resolution:
            sets.append(self._resolution_set())
        more = tuple(self._more_fields())
        sets.append(Fieldset("kpss-more", _("More"), more, folded=True))
        return sets

    def _body_fields(self) -> list[Field]:
        """Which body decided, where the chain names only a kind of body."""
        if self.step is None or self.step.body_kind is None:
            return []
        options = tuple(
            (one.id, one.title)
            for one in self.case.bodies.values()
            if one.kind == self.step.body_kind
            and one.exists
            and may_record_for(self.case, one.id)
        )
        return [Field("body", _("Body"), kind="select", required=True, options=options)]

    def _outcome_field(self) -> Field:
        allowed = self.step.allowed if self.step is not None else ()
        return Field(
            "outcome",
            _("What was decided"),
            kind="radio",
            required=True,
            options=tuple((one, title_of(OUTCOMES, one)) for one in allowed),
            initial=allowed[0] if allowed else "",
        )

    def _date_field(self) -> Field:
        return Field(
            "date",
            _("Day of the decision"),
            kind="date",
            required=True,
            help=_(
                "The text of that day is what was decided, even when recorded later."
            ),
            initial=date.today().isoformat(),
        )

    @property
    def takes_resolution(self) -> bool:
        """A step that only hands on has none, unless the chain asks for it."""
        step = self.step
        return step is not None and (
            step.resolution_required or not (hands_on(step) or step.public)
        )

    @cached_property
    def _is_required(self) -> bool:
        index = self.case.standing.current
        return index is not None and needs_resolution(
            self.case.chain, self.case.document, index
        )

    @cached_property
    def known(self) -> list[ResolutionView]:
        """Adopted resolutions of the body that the decision may name."""
        book = queryAdapter(self.case.process, IResolutionBook)
        body = self.step.body if self.step is not None else None
        return book.of_body(body) if book is not None and body else []

    def _resolution_set(self) -> Fieldset:
        kinds = [(BY_NUMBER, _("it has this number"))]
        if queryAdapter(self.case.process, IResolutionBook) is not None:
            kinds.append((NEW, _("record a new one, with the next number")))
        if not self._is_required:
            kinds.insert(0, (NONE, _("no resolution")))
        kinds += [(one.uid or "", f"{one.number} – {one.title}") for one in self.known]
        fields = (
            Field(
                "resolution",
                _("Resolution"),
                kind="radio",
                required=self._is_required,
                options=tuple(kinds),
                initial=kinds[0][0],
            ),
            Field(
                "number",
                _("Number of the resolution"),
                help=_("For example 518/20."),
            ),
            Field(
                "verb",
                _("A new resolution"),
                kind="select",
                options=(("", _("as it was decided")), *VERBS),
                help=_("Used only when a new one is recorded."),
            ),
        )
        return Fieldset("kpss-resolution", _("Resolution"), fields)

    def _more_fields(self) -> list[Field]:
        assert self.step is not None
        allowed, found = set(self.step.allowed), []
        found.append(
            Field(
                "comment",
                _("Comment or reason"),
                kind="textarea",
                help=_("Read by those who take part, never by the public."),
            )
        )
        found += outcome_fields(self.case)
        if self._delegations:
            options = tuple((one.uid, one.title) for one in self._delegations)
            found.append(
                Field(
                    "delegation",
                    _("Decided under a delegation"),
                    kind="select",
                    options=(("", _("no")), *options),
                )
            )
        if self.case.standing.current == self.case.chain.last and APPROVING & allowed:
            initial = self.context.effect_on
            found.append(
                Field(
                    "effect_on",
                    _("Takes effect on"),
                    kind="date",
                    help=_("Left empty: on the day of approval."),
                    initial=initial.isoformat() if initial else "",
                )
            )
        return found

    @cached_property
    def _delegations(self) -> list[Delegated]:
        if self.step is None or not self.step.delegation:
            return []
        return delegations_on(self.case.process, self.step.body, None)

    def field_of(self, name: str) -> str:
        """A number that is taken belongs to the number."""
        shown = {one.name for part in self.fieldsets for one in part.fields}
        return name if name in shown else ""

    def act(self) -> Message | None:
        said = self._said()
        if said is None:
            return None
        decide(self.context, said, revision=self.seen_revision)
        return _(
            "Recorded: ${outcome}, ${day}.",
            mapping={
                "outcome": title_of(OUTCOMES, said.outcome),
                "day": day(said.on),
            },
        )

    def _said(self) -> Said | None:
        """What was typed; None when a field cannot be read."""
        sent = self.sent
        on = sent.day("date", self.errors)
        outcome = sent.text("outcome")
        more = sent_outcome(sent, self.errors, outcome)
        effect_on = sent.day("effect_on", self.errors)
        if on is None:
            self.errors.setdefault("date", _("Give the day of the decision."))
        if not outcome:
            self.errors["outcome"] = _("Choose what was decided.")
        if self.errors or on is None:
            return None
        resolution = self._sent_resolution(on)
        if self.errors:
            return None
        return Said(
            step=self.seen_step,
            outcome=outcome,
            on=on,
            body=sent.text("body") or None,
            resolution=resolution,
            delegation=sent.text("delegation") or None,
            comment=sent.text("comment") or None,
            effect_on=effect_on,
            **more,
        )

    def _sent_resolution(self, on: date) -> ResolutionView | NewResolution | None:
        kind, number = self.sent.text("resolution"), self.sent.text("number")
        if kind == NEW:
            return NewResolution(
                number=number or None, verb=self.sent.text("verb") or None
            )
        if kind == BY_NUMBER:
            if not number and not self._is_required:
                return None
            if not number:
                self.errors["number"] = _("Write the number of the resolution.")
                return None
            body = self.sent.text("body") or (self.step.body if self.step else "")
            return ResolutionView(uid=None, body=body or "", number=number, on=on)
        for one in self.known:
            if one.uid == kind:
                return one
        return None
