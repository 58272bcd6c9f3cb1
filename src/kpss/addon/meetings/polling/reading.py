"""What the answers to a poll come to; unrestricted: whoever shows it judges for whom."""

from dataclasses import dataclass
from functools import cached_property
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.meetings.convening.recipients import phones_of
from kpss.addon.meetings.polling.kept import Asked
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import Proposed
from kpss.addon.meetings.polling.sending import recipients
from kpss.addon.meetings.polling.sending import silent
from kpss.addon.meetings.polling.who import seats_on
from kpss.addon.meetings.rules import polls as rules
from kpss.addon.meetings.rules.polls import Prospect


@dataclass(frozen=True)
class Call:
    """Whom to call; ``phone`` of the office, empty where it is not known."""

    person: str
    name: str
    phone: str
    has_address: bool


class Outcome:
    """Of one poll; gathers once what a page asks for often."""

    def __init__(self, poll: Poll):
        self.poll = poll

    @cached_property
    def dates(self) -> list[Proposed]:
        return self.poll.dates

    @cached_property
    def asked(self) -> list[Asked]:
        return self.poll.asked

    @cached_property
    def said(self) -> dict[str, dict[str, str]]:
        """Answers by person and date."""
        return {key: dict(one["said"]) for key, one in self.poll.answers.items()}

    @cached_property
    def prospects(self) -> dict[str, Prospect]:
        """By date: counts of all who were asked; the quorum by the roster of that day."""
        people = [one.person for one in self.asked]
        tallies = rules.tally([one.key for one in self.dates], self.said, people)
        return {
            one.key: Prospect(tally, self._forecast(one))
            for one, tally in zip(self.dates, tallies, strict=True)
        }

    def _forecast(self, one: Proposed) -> rules.Forecast:
        body, on = self.poll.body, one.start.date()
        settings = procedure_of(body, on).settings
        return rules.forecast(
            one.key,
            seats_on(body, on),
            self.said,
            settings.quorum,
            substitutes=settings.substitutes,
            votes_per_organisation=settings.votes_per_organisation,
        )

    @cached_property
    def best(self) -> list[str]:
        return rules.best(self.prospects.values())

    @cached_property
    def calls(self) -> list[Call]:
        """Who is silent: those first who could not be asked by mail."""
        phones = phones_of(self.poll.body)
        found = [
            Call(one.key, one.name, phones.get(one.key, ""), bool(one.to))
            for one in recipients(self.poll.body, silent(self.poll))
        ]
        return sorted(found, key=lambda one: one.has_address)
