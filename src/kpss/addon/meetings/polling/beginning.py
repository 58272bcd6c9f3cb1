"""Beginning a poll: judged whole, then kept, then everybody is asked by one mail."""

from collections.abc import Iterator
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.planning.making import Wanted
from kpss.addon.meetings.polling.kept import add_poll
from kpss.addon.meetings.polling.kept import Asked
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.sending import refuse_closed
from kpss.addon.meetings.polling.sending import send
from kpss.addon.meetings.polling.texts import ASKED
from kpss.addon.meetings.polling.texts import refusal
from kpss.addon.meetings.polling.who import people_to_ask
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.times import now
from kpss.addon.process.uids import uid_of
from kpss.addon.restapi_errors import sentence
from zope.schema.interfaces import ValidationError


TITLE = Name(title=_("What the date is looked for"), maximum=200)
NOTE = LongText(title=_("Message to those who are asked"), maximum=2000, required=False)
ENDED = _("The body has ended.")


@dataclass(frozen=True)
class Wish:
    """A poll to be begun. ``meeting``: a planned one whose date is looked for."""

    title: str
    note: str
    dates: tuple[Wanted, ...]
    until: date | None
    substitutes: bool = False
    guests: bool = False
    shows_answers: bool = False
    meeting: object | None = None


def begin(body, wish: Wish) -> tuple[Poll, int]:
    """The poll and how many letters go. Raises Refusals; who may was judged before."""
    asked = _asked(body, wish)
    refused = [*flaws(body, wish, asked)]
    if refused:
        raise Refusals(refused)
    poll = add_poll(
        body,
        {
            "title": wish.title,
            "note": wish.note or None,
            "dates": [*_dates(wish)],
            "until": wish.until.isoformat() if wish.until else None,
            "substitutes": wish.substitutes,
            "guests": wish.guests,
            "shows_answers": wish.shows_answers,
            "asked": [asdict(one) for one in asked],
            "meeting": uid_of(wish.meeting) if wish.meeting is not None else None,
            "begun": now().isoformat(timespec="seconds"),
            "state": rules.OPEN,
            "chosen": None,
            "reason": None,
        },
    )
    return poll, send(poll, ASKED, asked)


def refused_to_begin(body, wish: Wish) -> list[Refusal]:
    """Why it cannot be begun, all at once; fields as in ``flaws``."""
    return [*flaws(body, wish, _asked(body, wish))]


def _asked(body, wish: Wish) -> list[Asked]:
    return people_to_ask(body, substitutes=wish.substitutes, guests=wish.guests)


def newcomers(poll: Poll) -> list[Asked]:
    """Who came to the body since, of those whom the poll asks."""
    found = people_to_ask(
        poll.body, substitutes=poll.facts["substitutes"], guests=poll.facts["guests"]
    )
    return [one for one in found if poll.who(one.person) is None]


def ask_newcomers(poll: Poll) -> int:
    """Ask them too; how many letters go. Raises Refusal."""
    found = newcomers(poll)
    refuse_closed(poll)
    if not found:
        message = _("Everybody who sits in the body was asked.")
        raise Refusal("", message, "no_newcomers")
    asked = [*poll.facts["asked"], *(asdict(one) for one in found)]
    poll.change(asked=asked)
    return send(poll, ASKED, found)


def _dates(wish: Wish) -> Iterator[dict]:
    ordered = sorted(wish.dates, key=lambda one: one.start)
    for number, one in enumerate(ordered, 1):
        yield {
            "key": f"d{number}",
            "start": one.start.isoformat(),
            "minutes": one.minutes,
            "place": one.place or None,
        }


def flaws(body, wish: Wish, asked: list[Asked]) -> Iterator[Refusal]:
    """Why it cannot be begun; fields as in ``Wish``, a date is ``dates.0`` and so on."""
    if not exists_on(date.today(), None, body.valid_to):
        yield Refusal("", ENDED, "body_ended")
    elif not asked:
        message = _("Nobody sits in the body today, so there is nobody to ask.")
        yield Refusal("", message, "nobody_to_ask")
    if wish.meeting is not None and state_of(wish.meeting) != PLANNED:
        yield Refusal("meeting", NOT_PLANNED, "not_planned")
    for name, field in (("title", TITLE), ("note", NOTE)):
        yield from _unfit(name, field, getattr(wish, name))
    yield from _date_flaws(body, wish)


NOT_PLANNED = _("The meeting has been convened or is over; its date stays.")


def _date_flaws(body, wish: Wish) -> Iterator[Refusal]:
    starts = [one.start for one in wish.dates]
    for flaw in rules.date_flaws(starts, now()):
        yield refusal(flaw, _field(flaw.params.get("number")))
    for number, one in enumerate(wish.dates):
        if not exists_on(one.start.date(), None, body.valid_to):
            message = _("The body will have ended by then.")
            yield Refusal(f"dates.{number}", message, "body_ended")
        yield from _unfit(f"dates.{number}", IMeeting["place"], one.place or "")
    if wish.until is None:
        yield Refusal("until", _("Give a day."), "until_missing")
    else:
        ahead = [one for one in starts if one > now()]
        flaw = rules.deadline_flaw(wish.until, ahead, now())
        if flaw is not None:
            yield refusal(flaw)


def _field(number: int | None) -> str:
    return "dates" if number is None else f"dates.{number}"


def _unfit(name: str, field, value: str) -> Iterator[Refusal]:
    try:
        field.validate(value or None)
    except ValidationError as error:
        yield Refusal(name, sentence(error), "unfit")
