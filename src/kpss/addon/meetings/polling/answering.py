"""Answers of those who were asked: by the link, with an account, or by telephone."""

from collections.abc import Mapping
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.sending import refuse_closed
from kpss.addon.meetings.polling.texts import refusal
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.meetings.times import now


def record_answer(
    poll: Poll, person: str, said: Mapping[str, str], note: str, by: str
) -> None:
    """Keep an answer instead of the one before. Raises Refusals.

    Whoever calls it knows that the answer is that of ``person``.
    """
    if poll.who(person) is None:
        message = _("This person was not asked.")
        raise Refusals([Refusal("person", message, "not_asked")])
    keys = [one.key for one in poll.dates]
    flaw = rules.answer_flaw(said, note, keys, state=poll.state, over=poll.over)
    if flaw is not None:
        raise Refusals([refusal(flaw)])
    poll.answers[person] = {
        "said": dict(said),
        "note": note or None,
        "at": now().isoformat(timespec="seconds"),
        "by": by,
    }


def withdraw_answer(poll: Poll, person: str) -> None:
    """As if nothing had been answered. Raises Refusal when answers are closed."""
    refuse_closed(poll)
    poll.answers.pop(person, None)
