"""Date polls of the marked town: one that shows counts only, one that shows names.

Only who was asked reads what is asked; notes and addresses are for nobody of the readers.
"""

from datetime import timedelta
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.meetings.polling.kept import add_poll
from kpss.addon.meetings.times import now


SENIORI, RODINY = ("member",), ("stranger",)


def make_polls(town) -> None:
    make_poll(town, "a poll with counts", "seniori", SENIORI, ())
    make_poll(town, "a poll with names", "rodiny", RODINY, RODINY, shows_answers=True)


def make_poll(town, what, body, seen_by, names_seen_by, *, shows_answers=False):
    """Asked are the reader with an account, and somebody whose name is marked."""
    mark = town.secrets.mark
    [reader] = seen_by
    own = ledger().person_of(town.process.UID(), town.accounts[reader])
    other = mark(f"key of somebody asked in {what}")
    asked = [
        {"person": own.uid, "name": "Vy", "kind": "member"},
        {
            "person": other,
            "name": mark(f"name in {what}", names_seen_by),
            "kind": "member",
        },
    ]
    dates = [
        {
            "key": f"d{number}",
            "start": (now() + timedelta(days=20 + number)).isoformat(),
            "minutes": 60,
            "place": mark(f"place {number} of {what}", seen_by),
        }
        for number in (1, 2)
    ]
    poll = add_poll(
        town.bodies[body],
        {
            "title": mark(f"title of {what}", seen_by),
            "note": mark(f"note of {what}", seen_by),
            "dates": dates,
            "until": (now() + timedelta(days=9)).date().isoformat(),
            "substitutes": False,
            "guests": False,
            "shows_answers": shows_answers,
            "asked": asked,
            "meeting": None,
            "begun": now().isoformat(),
            "state": "open",
            "chosen": None,
            "reason": mark(f"reason of {what}"),
        },
    )
    poll.answers[other] = {
        "said": {"d1": "yes"},
        "note": mark(f"note of somebody in {what}"),
        "at": now().isoformat(),
        "by": "self",
    }
    digest = mark(f"digest in {what}")
    poll.links[digest] = {"to": other, "purpose": "dates", "sending": "00000"}
    poll.sendings["00000"] = {
        "what": "asked",
        "to": other,
        "at": now().isoformat(),
        "state": "failed",
        "done": None,
        "error": mark(f"what the mail server said in {what}"),
    }
