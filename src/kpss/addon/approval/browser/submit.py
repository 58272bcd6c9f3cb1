"""Submitting, going on without advice, withdrawing."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.browser.acting_form import ActingForm
from kpss.addon.approval.possible import judge_plain
from kpss.addon.approval.possible import SKIP
from kpss.addon.approval.possible import START
from kpss.addon.approval.possible import WITHDRAW
from kpss.addon.approval.sentences import sentence
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class PlainForm(ActingForm):
    """Refused as a whole when the rules do not allow the action at all."""

    action: str

    @property
    def refused(self) -> Message | None:
        if self.was_sent:
            # Judged when it is done: somebody may have been quicker
            return None
        for reason in judge_plain(self.case, self.action, date.today()):
            return sentence(reason, self.case)
        return None


class Submit(PlainForm):
    """``{x}/@@kpss-submit``."""

    action = START
    button = _("Submit")

    @property
    def heading(self) -> Message:
        return _("Submit for approval: ${title}", mapping={"title": self.context.title})

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "The chain is taken as it is today; later changes of the chain do not "
                "touch this document."
            )
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        offered = tuple((one.id, one.title) for one in self.case.offered)
        fields = [
            Field(
                "date",
                _("Submitted on"),
                kind="date",
                required=True,
                initial=date.today().isoformat(),
            ),
            Field(
                "comment",
                _("Word with it"),
                kind="textarea",
                help=_("Read by those who take part, never by the public."),
            ),
        ]
        if offered:
            chain = Field(
                "chain",
                _("Approval chain"),
                kind="select" if len(offered) > 1 else "radio",
                options=offered,
                initial=offered[0][0],
            )
            fields.insert(0, chain)
        return [Fieldset("kpss-submit", _("Submission"), tuple(fields))]

    def act(self) -> Message | None:
        on = self.sent.day("date", self.errors)
        if self.errors:
            return None
        actions.start(
            self.context,
            on=on,
            chain=self.sent.text("chain") or None,
            comment=self.sent.text("comment") or None,
            revision=self.seen_revision,
        )
        return _("${title} was submitted.", mapping={"title": self.context.title})


class Skip(PlainForm):
    """``{x}/@@kpss-skip``."""

    action = SKIP
    button = _("Go on without the advice")

    @property
    def heading(self) -> Message:
        return _(
            "Go on without the advice: ${title}", mapping={"title": self.context.title}
        )

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "The deadline for the opinion is over. The document goes on to the next "
                "step; the history says that the step was passed over."
            )
        ]

    def act(self) -> Message:
        actions.skip(self.context, self.seen_step, revision=self.seen_revision)
        return _("${title} goes on.", mapping={"title": self.context.title})


class Withdraw(PlainForm):
    """``{x}/@@kpss-withdraw``."""

    action = WITHDRAW
    button = _("Withdraw")

    @property
    def heading(self) -> Message:
        return _("Withdraw: ${title}", mapping={"title": self.context.title})

    @property
    def notes(self) -> list[Message]:
        return [_("What was decided stays in the history; it may be submitted again.")]

    @property
    def fieldsets(self) -> list[Fieldset]:
        field = Field("comment", _("Why"), kind="textarea")
        return [Fieldset("kpss-withdraw", _("Withdrawal"), (field,))]

    def act(self) -> Message:
        actions.withdraw(
            self.context,
            comment=self.sent.text("comment") or None,
            revision=self.seen_revision,
        )
        return _("${title} was withdrawn.", mapping={"title": self.context.title})
