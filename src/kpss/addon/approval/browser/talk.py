"""Comments, advice and the guarantor's acknowledgement: one text, or none."""

from kpss.addon.approval import talking
from kpss.addon.approval.browser.acting_form import ActingForm
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class Talk(ActingForm):
    """One text that is added to the history."""

    what: Message
    label: Message
    done: Message
    button = _("Add")

    @property
    def heading(self) -> Message:
        return _(
            "${what}: ${title}",
            mapping={"what": self.what, "title": self.context.title},
        )

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "Read by those who take part in the approval, never by the public. It "
                "stays in the history and cannot be changed."
            )
        ]

    @property
    def fieldsets(self) -> list[Fieldset]:
        field = Field("comment", self.label, kind="textarea", required=True)
        return [Fieldset("kpss-talk", self.what, (field,))]

    def say_it(self, text: str) -> None:
        raise LookupError(self)

    def act(self) -> Message:
        self.say_it(self.sent.text("comment"))
        return self.done


class Comment(Talk):
    """``{x}/@@kpss-comment`` (BER-62)."""

    what = _("Comment")
    label = _("Your comment")
    done = _("The comment was added.")

    def say_it(self, text: str) -> None:
        talking.comment(self.context, text)


class AskAdvice(Talk):
    """``{x}/@@kpss-ask-advice`` (BER-18)."""

    what = _("Ask for advice")
    label = _("What you ask the methodologist")
    done = _("The methodologist was asked; the document goes on meanwhile.")
    button = _("Ask")

    def say_it(self, text: str) -> None:
        talking.ask_advice(self.context, text)


class GiveAdvice(Talk):
    """``{x}/@@kpss-give-advice`` (BER-39)."""

    what = _("Advice")
    label = _("Your advice")
    done = _("The advice was added.")

    def say_it(self, text: str) -> None:
        talking.give_advice(self.context, text)


class Acknowledge(ActingForm):
    """``{x}/@@kpss-acknowledge`` (BER-38, ZAT-37)."""

    button = _("Acknowledge")

    @property
    def heading(self) -> Message:
        return _(
            "Acknowledge the submission: ${title}",
            mapping={"title": self.context.title},
        )

    @property
    def notes(self) -> list[Message]:
        return [_("The document goes on when the guarantor has acknowledged it.")]

    def act(self) -> Message:
        talking.acknowledge(self.context)
        return _("The submission was acknowledged.")
