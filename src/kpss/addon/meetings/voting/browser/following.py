"""The part of the page that records what follows from a vote."""

from collections.abc import Iterator
from functools import cached_property
from kpss.addon.approval.browser.outcome import outcome_fields
from kpss.addon.approval.browser.outcome import sent_outcome
from kpss.addon.approval.said import NewResolution
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.codelists.documents import VERBS
from kpss.addon.i18n import _
from kpss.addon.meetings.rules.voting import PASSED
from kpss.addon.meetings.voting.following import decided_on
from kpss.addon.meetings.voting.following import follow
from kpss.addon.meetings.voting.following import Subject
from kpss.addon.meetings.voting.following import Wanted
from kpss.addon.meetings.who import body_of
from kpss.addon.process.forms.form import Field
from kpss.addon.resolutions.numbering import number_to_come
from kpss.addon.resolutions.resolution import IResolution
from zope.i18nmessageid import Message


class Following:
    """Mixed into the page of an item."""

    @cached_property
    def subject(self) -> Subject:
        return Subject(self.context)

    @property
    def to_follow(self) -> str:
        """Key of the vote from which something may be recorded; empty: there is none."""
        key = self.scene.decisive
        vote = self.scene.records.votes.get(key or "")
        if vote is None or vote.get("resolution") or vote.get("recorded"):
            return ""
        if vote["result"] == PASSED or self.subject.step is not None:
            return key
        return ""

    @property
    def next_number(self) -> str:
        return number_to_come(body_of(self.meeting), decided_on(self.context))

    @property
    def follow_button(self) -> Message:
        if self._is_passed:
            return _(
                "Record resolution ${number}", mapping={"number": self.next_number}
            )
        return _("Record the decision")

    @property
    def _is_passed(self) -> bool:
        vote = self.scene.records.votes.get(self.to_follow)
        return vote is not None and vote["result"] == PASSED

    @property
    def following_fields(self) -> list[Field]:
        if not self.to_follow:
            return []
        fields = list(self._resolution_fields())
        step, case = self.subject.step, self.subject.case
        if step is not None and case is not None:
            result = self.scene.records.votes[self.to_follow]["result"]
            options = tuple((one, title_of(OUTCOMES, one)) for one in step.allowed)
            fields.append(
                Field(
                    "resolution-outcome",
                    _("What the chain of the document is told"),
                    kind="select",
                    options=(("", _("nothing")), *options),
                    help=self.subject.document.title,
                    initial=self.subject.suggested(result) or "",
                )
            )
            fields += outcome_fields(case)
        return fields

    def _resolution_fields(self) -> Iterator[Field]:
        """From what failed only where the chain goes by a resolution all the same."""
        item, verb = self.context, "approves"
        if not self._is_passed:
            if not self.subject.needs_resolution:
                return
            verb = "approves_not"
            yield Field(
                "resolution-made",
                _("A resolution of the refusal is recorded"),
                kind="checkbox",
                help=_("The chain asks for one, unless it is returned or postponed."),
                initial="1",
            )
        yield Field(
            "resolution-verb",
            IResolution["verb"].title,
            kind="select",
            options=VERBS,
            initial=verb,
        )
        yield Field(
            "resolution-title",
            IResolution["title"].title,
            help=_("Public together with the resolution."),
            initial=item.title,
        )
        yield Field(
            "resolution-text",
            IResolution["text"].title,
            kind="textarea",
            # What was proposed is not what was decided
            initial=(item.proposal or "") if self._is_passed else "",
        )
        yield Field(
            "resolution-number",
            IResolution["number"].title,
            help=_("Left empty: the next number of the body."),
        )

    def follow(self) -> Message | None:
        """None: a field cannot be read."""
        sent, outcome = self.sent, self.sent.text("resolution-outcome")
        resolution = None
        if self._is_passed or sent.flag("resolution-made"):
            resolution = NewResolution(
                number=sent.text("resolution-number") or None,
                verb=sent.text("resolution-verb") or None,
                title=sent.text("resolution-title") or None,
                text=sent.text("resolution-text") or None,
            )
        more = sent_outcome(sent, self.errors, outcome)
        if self.errors:
            return None
        wanted = Wanted(resolution, outcome or None, **more)
        made = follow(self.context, sent.text("followed"), wanted)
        if made is None:
            return _("The decision is recorded.")
        return _(
            "Resolution ${number} is recorded.", mapping={"number": made["number"]}
        )

    @property
    def imposing_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-item-task"
