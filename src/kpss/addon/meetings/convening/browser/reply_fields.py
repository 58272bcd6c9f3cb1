"""The fields of an answer, the same for everybody who enters one."""

from kpss.addon.i18n import _
from kpss.addon.meetings.convening.replying import Answers
from kpss.addon.meetings.convening.texts import REPLIES
from kpss.addon.meetings.convening.texts import REPLY_TITLES
from kpss.addon.meetings.rules import replies as rules
from kpss.addon.meetings.rules.replies import Reply
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.sent import Sent
from zope.i18nmessageid import Message


def fields_of(
    answers: Answers, key: str, *, by_office: bool = False
) -> tuple[Field, ...]:
    """What this person may answer; what was answered before is filled in.

    ``by_office``: somebody else writes it down, and reads of the person.
    """
    before = answers.of(key)
    reply = before.reply if before is not None else Reply("")
    allowed = [
        (state, REPLY_TITLES[state] if by_office else title)
        for state, title in REPLIES
        if (state != rules.ONLINE or answers.online)
        and (state != rules.SUBSTITUTE or answers.may_substitute(key))
    ]
    found = [
        Field(
            "state",
            _("What they answered") if by_office else _("Your answer"),
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
        label = _("Substitute") if by_office else _("Who comes instead")
        found += _substitute(label, _choices(answers, key), reply)
    return tuple(found)


def _choices(answers: Answers, key: str) -> list[tuple[str, Message | str]]:
    """Of another member is said that no vote comes with them."""
    return [
        (one, name if answers.brings_vote(one) else _only_own_vote(name))
        for one, name in answers.substitutes_for(key)
    ]


def _only_own_vote(name: str) -> Message:
    return _(
        "${name} – another member, has only their own vote", mapping={"name": name}
    )


def _substitute(
    label: Message, choices: list[tuple[str, Message | str]], reply: Reply
) -> list[Field]:
    return [
        Field(
            "substitute",
            label,
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
