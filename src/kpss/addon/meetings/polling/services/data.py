"""A date poll as programs get it: all of it, or what somebody who was asked may see."""

from kpss.addon.i18n import translate
from kpss.addon.meetings.polling.kept import Asked
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import Proposed
from kpss.addon.meetings.polling.reading import Outcome
from kpss.addon.meetings.polling.texts import forecast_text
from typing import Any


Data = dict[str, Any]


def address(poll: Poll) -> str:
    return f"{poll.body.absolute_url()}/@date-poll/{poll.key}"


def summary_data(poll: Poll) -> Data:
    return {
        "@id": address(poll),
        "poll": poll.key,
        "title": poll.title,
        "state": poll.state,
        "until": poll.until.isoformat(),
        "takes_answers": poll.takes_answers,
    }


def poll_data(poll: Poll, own: str | None, *, everything: bool) -> Data:
    """``own``: the person who reads, if asked. ``everything``: who runs the poll reads.

    Notes are for who runs the poll; who answered what also for those who were asked,
    where the poll shows it.
    """
    outcome = Outcome(poll)
    found = {
        **summary_data(poll),
        "note": poll.note or None,
        "shows_answers": poll.shows_answers,
        "chosen": poll.facts["chosen"],
        "dates": [_date(outcome, one, everything=everything) for one in outcome.dates],
        "own": _own(poll, own),
    }
    if everything:
        found["meeting"] = poll.facts["meeting"]
        found["reason"] = poll.facts["reason"]
        unreached = {one.person for one in outcome.calls if not one.has_address}
        found["people"] = [
            {**_person(poll, one), "to_be_called": one.person in unreached}
            for one in outcome.asked
        ]
    elif poll.shows_answers:
        found["people"] = [
            {"title": one.name, "answers": outcome.said.get(one.person)}
            for one in outcome.asked
        ]
    return found


def _date(outcome: Outcome, one: Proposed, *, everything: bool) -> Data:
    prospect = outcome.prospects[one.key]
    tally, forecast = prospect.tally, prospect.forecast
    found: Data = {
        "date": one.key,
        "start": one.start.isoformat(),
        "end": one.end.isoformat() if one.end else None,
        "place": one.place or None,
        "yes": tally.yes,
        "if_needed": tally.if_needed,
        "no": tally.no,
        "silent": tally.silent,
    }
    if everything:
        found["best"] = one.key in outcome.best
        found["quorum"] = {
            "members": forecast.members,
            "coming": forecast.coming,
            "required": forecast.needed,
            "missing": forecast.missing,
            "message": translate(forecast_text(forecast)),
        }
    return found


def _own(poll: Poll, own: str | None) -> Data | None:
    answer = poll.answer_of(own) if own is not None else None
    if answer is None:
        return None
    return {"answers": dict(answer.said), "note": answer.note or None}


def _person(poll: Poll, one: Asked) -> Data:
    answer = poll.answer_of(one.person)
    return {
        "person": one.person,
        "title": one.name,
        "kind": one.kind,
        "answers": dict(answer.said) if answer is not None else None,
        "note": (answer.note or None) if answer is not None else None,
        "by": answer.by if answer is not None else None,
    }
