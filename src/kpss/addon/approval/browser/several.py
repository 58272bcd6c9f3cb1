"""``{process}/@@kpss-record-several``: one meeting of a body decides several documents."""

from datetime import date
from functools import cached_property
from kpss.addon.approval.browser.acting_form import OUTDATED
from kpss.addon.approval.case import Case
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.possible import may_record_for
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.rules.chain import EFFECTS
from kpss.addon.approval.rules.chain import RETURNS
from kpss.addon.approval.rules.chain import WAITS
from kpss.addon.approval.said import NewResolution
from kpss.addon.approval.said import Said
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from zope.i18nmessageid import Message
import transaction


class RecordSeveral(RecordingForm):
    """A day, and a row for each document that waits for the body; all or nothing.

    Returning and postponing need more words: they are done one by one.
    """

    button = _("Record the decisions")

    @property
    def heading(self) -> Message | str:
        if self.body is None:
            return _("Record several decisions at once")
        return _("Decisions of ${body}", mapping={"body": self.body[1]})

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "A document without an outcome is left as it is. What is returned or "
                "postponed is recorded on its own page."
            )
        ]

    @property
    def refused(self) -> Message | None:
        if not self.bodies:
            return _("No document waits for a decision that you record.")
        return None

    @cached_property
    def waiting(self) -> list[Case]:
        """Documents that wait for a body for which the reader records."""
        found = []
        for obj in IApprovals(self.context).under_way():
            case = case_of(obj)
            index = case.standing.current
            body = case.chain.steps[index].body if index is not None else None
            if body is not None and may_record_for(case, body):
                found.append(case)
        return found

    @cached_property
    def bodies(self) -> list[tuple[str, str]]:
        """Id and title of the bodies that something waits for."""
        return sorted(
            {(self._body(one), one.body_title(self._body(one))) for one in self.waiting}
        )

    def _body(self, case: Case) -> str:
        return case.chain.steps[case.standing.current or 0].body or ""

    @cached_property
    def body(self) -> tuple[str, str] | None:
        asked = self.request.form.get("body", "")
        found = [one for one in self.bodies if one[0] == asked]
        return (found or self.bodies or [None])[0]

    @property
    def cases(self) -> list[Case]:
        return [
            one for one in self.waiting if self.body and self._body(one) == self.body[0]
        ]

    @property
    def others(self) -> list[dict[str, str]]:
        """Other bodies that something waits for."""
        url = f"{self.context.absolute_url()}/@@kpss-record-several"
        return [
            {"title": title, "url": f"{url}?body={name}"}
            for name, title in self.bodies
            if self.body is None or name != self.body[0]
        ]

    @property
    def hidden(self) -> dict[str, str]:
        """What was seen of each document."""
        seen = {
            f"revision-{one.obj.getId()}": str(one.standing.revision)
            for one in self.cases
        }
        return {"body": self.body[0] if self.body else "", **seen}

    @property
    def fieldsets(self) -> list[Fieldset]:
        day = Field(
            "date",
            _("Day of the decision"),
            kind="date",
            required=True,
            initial=date.today().isoformat(),
        )
        sets = [Fieldset("kpss-day", _("When"), (day,))]
        return [*sets, *(self._row(case) for case in self.cases)]

    def _row(self, case: Case) -> Fieldset:
        name = case.obj.getId()
        step = case.chain.steps[case.standing.current or 0]
        outcomes = [
            (one, title_of(OUTCOMES, one))
            for one in step.allowed
            if EFFECTS[one] not in (RETURNS, WAITS)
        ]
        fields = (
            Field(
                f"outcome-{name}",
                _("What was decided"),
                kind="select",
                options=(("", _("nothing")), *outcomes),
            ),
            Field(
                f"number-{name}",
                _("Number of the resolution"),
                help=_(
                    "Left empty where one is required: the next number of the body."
                ),
            ),
            Field(f"comment-{name}", _("Comment or reason")),
        )
        return Fieldset(f"kpss-{name}", case.obj.title, fields)

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/documents?what=under_way"

    def handle(self) -> str | None:
        on = self.sent.day("date", self.errors)
        if on is None:
            self.errors.setdefault("date", _("Give the day of the decision."))
            return None
        savepoint, done = transaction.savepoint(), 0
        for case in self.cases:
            name = case.obj.getId()
            outcome = self.sent.text(f"outcome-{name}")
            if outcome:
                self._record(case, name, outcome, on)
                done += 1
        if not done and not self.errors:
            self.errors[""] = _("Choose what was decided about at least one document.")
        if self.errors:
            savepoint.rollback()
            return None
        self.say(
            plural(
                done,
                _("decisions_one", default="${number} decision was recorded."),
                _("decisions_few", default="${number} decisions were recorded."),
                _("decisions_many", default="${number} decisions were recorded."),
            )
        )
        return self.back_url

    def _record(self, case: Case, name: str, outcome: str, on: date) -> None:
        index = case.standing.current or 0
        said = Said(
            step=index,
            outcome=outcome,
            on=on,
            resolution=self._resolution(case, name, on),
            comment=self.sent.text(f"comment-{name}") or None,
        )
        try:
            decide(
                case.obj, said, revision=self.sent.number(f"revision-{name}", -1, 10**5)
            )
        except Outdated:
            self.errors[f"outcome-{name}"] = OUTDATED
        except Refusals as refusals:
            for one in refusals.refusals:
                self._refuse(one, name)
        except Refusal as refusal:
            self._refuse(refusal, name)

    def _refuse(self, refusal: Refusal, name: str) -> None:
        shown = {"resolution": "number", "number": "number", "date": None}
        field = shown.get(refusal.field, "outcome")
        self.errors.setdefault(f"{field}-{name}" if field else "date", refusal.message)

    def _resolution(
        self, case: Case, name: str, on: date
    ) -> ResolutionView | NewResolution | None:
        number = self.sent.text(f"number-{name}")
        step = case.chain.steps[case.standing.current or 0]
        if number:
            return ResolutionView(None, step.body or "", number, on)
        return NewResolution() if step.resolution_required else None
