"""The fields of an answer, the same for everybody who enters one."""

from kpss.addon.i18n import _
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.texts import REPLIES
from kpss.addon.meetings.rules import replies as rules
from kpss.addon.meetings.rules.replies import Reply
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.sent import Sent


def fields_of(answers: Answers, key: str) -> tuple[Field, ...]:
    """What this person may answer; what was answered before is filled in."""
    before = answers.of(key)
    reply = before.reply if before is not None else Reply("")
    allowed = [
        (state, title)
        for state, title in REPLIES
        if (state != rules.ONLINE or answers.online)
        and (state != rules.SUBSTITUTE or answers.may_substitute(key))
    ]
    found = [
        Field(
            "state",
            _("Your answer"),
            kind="radio",
            required=True,
            options=tuple(allowed),
            initial=reply.state,
        ),
        Field(
            "reason",
            _("Reason of the apology"),
            help=_("Not necessary. Write nothing about your health."),
            initial=reply.reason,
        ),
    ]
    if answers.may_substitute(key):
        found += _substitute(answers.substitutes_for(key), reply)
    return tuple(found)


def _substitute(choices: list[tuple[str, str]], reply: Reply) -> list[Field]:
    return [
        Field(
            "substitute",
            _("Who comes instead"),
            kind="select",
            options=(("", _("somebody who is not in the list")), *choices),
            initial=reply.substitute or "",
        ),
        Field(
            "name",
            _("Name of somebody who is not in the list"),
            help=_("Comes without a vote."),
            initial=reply.name,
        ),
    ]


def read_reply(sent: Sent) -> Reply:
    """As it was typed; only what belongs to the chosen answer."""
    state = sent.text("state")
    sends = state == rules.SUBSTITUTE
    substitute = sent.text("substitute") if sends else ""
    return Reply(
        state,
        reason=sent.text("reason")
        if state in (rules.EXCUSED, rules.SUBSTITUTE)
        else "",
        substitute=substitute or None,
        name=sent.text("name") if sends and not substitute else "",
    )
