"""The fields of an answer, the same for everybody who enters one."""

from collections.abc import Iterator
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings.polling.answering import record_answer
from kpss.addon.meetings.polling.kept import Answer
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.texts import ANSWERS
from kpss.addon.meetings.polling.texts import date_text
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.sent import Sent


DATE = "date-"


def fields_of(poll: Poll, before: Answer | None) -> tuple[Field, ...]:
    """What was answered before is filled in."""
    return (
        *_dates(poll, before),
        Field(
            "note",
            _("Your note"),
            help=_(
                "note_help", default="Not necessary. Write nothing about your health."
            ),
            initial=before.note if before is not None else "",
        ),
    )


def _dates(poll: Poll, before: Answer | None) -> Iterator[Field]:
    said = before.said if before is not None else {}
    for one in poll.dates:
        yield Field(
            f"{DATE}{one.key}",
            date_text(one),
            kind="radio",
            options=ANSWERS,
            initial=said.get(one.key, ""),
        )


def save_answer(poll: Poll, person: str, sent: Sent, by: str) -> None:
    """Raises Refusals whose fields are those of the form."""
    said = {one.key: sent.text(f"{DATE}{one.key}") for one in poll.dates}
    given = {key: answer for key, answer in said.items() if answer}
    try:
        record_answer(poll, person, given, sent.text("note"), by)
    except Refusals as refusals:
        for one in refusals.refusals:
            if one.field in said:
                one.field = f"{DATE}{one.field}"
        raise
