"""The text of a question for the date, its reminder, and how it ended.

Written in the request that asks; the signed link is put in only when the letter goes.
No name of anybody and no answer is in it.
"""

from collections.abc import Iterator
from functools import partial
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.convening.letters import TOKEN
from kpss.addon.meetings.convening.recipients import Recipient
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.texts import ASKED
from kpss.addon.meetings.polling.texts import CANCELLED
from kpss.addon.meetings.polling.texts import CHOSEN
from kpss.addon.meetings.polling.texts import date_text
from kpss.addon.meetings.polling.texts import REMINDER
from kpss.addon.process.sections import process_of
from zope.i18nmessageid import Message


PAGE = "@@kpss-dates"

SUBJECTS = {
    ASKED: _("mail_dates", default="Which date suits you? ${title} – ${body}"),
    REMINDER: _(
        "mail_dates_reminder",
        default="We wait for your answer about the date: ${title} – ${body}",
    ),
    CHOSEN: _("mail_dates_chosen", default="The date is chosen: ${title} – ${body}"),
    CANCELLED: _(
        "mail_dates_cancelled",
        default="The question about the date is off: ${title} – ${body}",
    ),
}
OPENINGS = {
    ASKED: _(
        "dates_asked",
        default="we look for a date on which most of you can come (${body}):",
    ),
    REMINDER: _(
        "dates_reminder",
        default="you have not told us yet which dates suit you (${body}):",
    ),
    CHOSEN: _("dates_chosen", default="thank you, the date is chosen (${body}):"),
    CANCELLED: _(
        "dates_cancelled",
        default="we no longer look for a date, do not answer any more (${body}):",
    ),
}


def letter(poll: Poll, what: str, one: Recipient) -> dict[str, str]:
    """Subject and text for one recipient."""
    said = partial(translate, language=one.language)
    names = {"title": poll.title, "body": poll.body.title}
    return {
        "subject": said(Message(SUBJECTS[what], mapping=names)),
        "text": "\n\n".join(_paragraphs(poll, what, said)),
    }


def _paragraphs(poll: Poll, what: str, said) -> Iterator[str]:
    process = process_of(poll.body)
    yield said(_("Good day,"))
    yield said(Message(OPENINGS[what], mapping={"body": poll.body.title}))
    yield poll.title
    if what == CHOSEN and poll.chosen is not None:
        yield said(date_text(poll.chosen))
        yield said(_("An invitation with the agenda will follow."))
    elif what == CANCELLED:
        if poll.facts["reason"]:
            yield said(_("Reason: ${why}", mapping={"why": poll.facts["reason"]}))
    else:
        yield from _question(poll, said)
    yield process.municipality or process.title


def _question(poll: Poll, said) -> Iterator[str]:
    yield "\n".join(f"- {said(date_text(one))}" for one in poll.dates)
    if poll.note:
        yield poll.note
    yield said(
        _(
            "Answer for each date at this address. It is yours alone, do not pass it "
            "on; you can change your answer until the end of ${day}:",
            mapping={"day": said(day(poll.until))},
        )
    )
    yield f"{poll.body.absolute_url()}/{PAGE}/{TOKEN}"
