"""``{item}/@@kpss-judge-proposal``: a proposal is put on the agenda, or not, and why."""

from kpss.addon.fields import LongText
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.browser.agenda_form import AgendaForm
from kpss.addon.meetings.agenda.proposing import accept
from kpss.addon.meetings.agenda.proposing import refuse
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.tasks.naming import known_name
from zope.i18nmessageid import Message


ACCEPT, REFUSE = "accept", "refuse"
CHOICES = (
    (ACCEPT, _("put it on the agenda")),
    (REFUSE, _("do not put it on the agenda")),
)
REASON = LongText(title=_("Reason"), required=False)


class JudgeProposal(AgendaForm):
    """For who records the meeting."""

    button = _("Save")

    @property
    def heading(self) -> Message:
        return _(
            "Proposal of a member: ${title}", mapping={"title": self.context.title}
        )

    @property
    def refused(self) -> Message | None:
        if self.context.proposed_by:
            return super().refused
        return _("The item is on the agenda already.")

    @property
    def notes(self) -> list[Message | str]:
        name = known_name(self.process, self.context.put_forward_by)
        told = _("Put forward by: ${name}", mapping={"name": name}) if name else ""
        return [one for one in (told, self.context.text) if one]

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset(
                "kpss-judgement",
                _("What becomes of it"),
                (
                    Field(
                        "what",
                        _("Decision"),
                        kind="radio",
                        required=True,
                        options=CHOICES,
                        initial=ACCEPT,
                    ),
                    Field(
                        "reason",
                        REASON.title,
                        kind="textarea",
                        help=_(
                            "Needed when it is not put on the agenda; who proposed it "
                            "reads it."
                        ),
                    ),
                ),
            )
        ]

    def act(self) -> Message | None:
        what, reason = self.sent.text("what"), self.sent.text("reason") or None
        if what not in dict(CHOICES):
            self.errors["what"] = _("Choose one of the possibilities.")
        self.judge("reason", REASON, reason)
        if what == REFUSE and reason is None:
            self.errors["reason"] = _("Say why; who proposed it reads it.")
        if self.errors:
            return None
        if what == ACCEPT:
            accept(self.context)
            return _("The item is on the agenda.")
        refuse(self.context, reason)
        return _("The proposal is refused; who made it reads why.")
