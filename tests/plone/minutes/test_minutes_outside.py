"""Minutes of a decision outside a meeting speak of answers, not of a meeting."""

from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.minutes.making import build
from plone import api
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.test_ballots import decision


def test_nobody_was_present_and_nothing_ended_at_an_hour(written):
    with api.env.adopt_roles(["Manager"]):
        members = body_with(
            written,
            "rolam",
            3,
            quorum=">1/2",
            majority=">1/2",
            majority_basis="present",
        )
        meeting = decision(written["rolam"])
        ballots = tuple(Ballot(one, "for") for one in members)
        record_vote(items_of(meeting)[0], VoteSaid(method="named", ballots=ballots))
        minutes = build(bring(meeting, "end"))
    said = "\n".join(one["generated"] for one in minutes.parts)
    assert "Decided outside a meeting; votes were taken until" in said
    assert "3 of 3 members with a vote answered, 2 needed" in said
    for word in ("Held on", "ended at", "present", "Presided"):
        assert word not in said, word
