"""The rules of a body in sentences, with where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from kpss.addon.bodies.procedure import words
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.procedure.facts import ProcedureFacts
from kpss.addon.bodies.procedure.options import CHAIR_POWERS
from kpss.addon.bodies.procedure.rules_of_procedure import IRules
from kpss.addon.bodies.procedure.shares import share_of
from kpss.addon.bodies.procedure.texts_meetings import DEADLINES
from kpss.addon.bodies.procedure.texts_meetings import MEETINGS
from kpss.addon.bodies.procedure.texts_meetings import MINUTES
from kpss.addon.bodies.procedure.texts_members import BY_OFFICE
from kpss.addon.bodies.procedure.texts_members import GUESTS
from kpss.addon.bodies.procedure.texts_members import LIMITS
from kpss.addon.bodies.procedure.texts_members import MEMBERSHIP
from kpss.addon.bodies.procedure.texts_members import SEATS_OF
from kpss.addon.bodies.procedure.texts_voting import ELECTIONS
from kpss.addon.bodies.procedure.texts_voting import LEADERS
from kpss.addon.bodies.procedure.texts_voting import VOTING
from kpss.addon.bodies.procedure.titles import Titles
from kpss.addon.bodies.registry import hidden_functions
from kpss.addon.bodies.rules import sentences as said_by
from kpss.addon.bodies.rules.procedure import PartySeats
from kpss.addon.bodies.rules.procedure import unset
from kpss.addon.bodies.rules.said import Said
from kpss.addon.bodies.rules.sources import DEFAULT
from kpss.addon.codelists.codelist import title_of
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.meeting_words import forms_in
from plone.supermodel.interfaces import FIELDSETS_KEY
from plone.supermodel.utils import mergedTaggedValueList
from typing import Any
from zope.i18nmessageid import Message


#: reason code → the sentence, or its plural forms.
TEXTS = {
    **VOTING,
    **ELECTIONS,
    **LEADERS,
    **MEETINGS,
    **DEADLINES,
    **MEMBERSHIP,
    **BY_OFFICE,
    **LIMITS,
    **GUESTS,
    **MINUTES,
}

DEFAULT_SOURCE = _("default value, the rules do not state it")


@dataclass(frozen=True)
class ProcedureSentence:
    """A sentence for the page, in the reader's language.

    ``rules``: the rules that it tells. ``source``: where the value comes from, in
    words, None when nobody said. ``is_default``: no document states it. ``group``: the
    heading under which it belongs.
    """

    rules: tuple[str, ...]
    text: str
    source: str | None
    is_default: bool
    group: str


def sentences(
    body, on: date | None = None, language: str | None = None
) -> list[ProcedureSentence]:
    """What the rules in force on a day (None: today) say, in the order of the form."""
    return sentences_of(procedure_of(body, on), body, language)


def sentences_of(
    facts: ProcedureFacts, context, language: str | None = None
) -> list[ProcedureSentence]:
    """The same for rules at hand; ``context`` is anything in their process.

    Nothing is said of a function that sits in a body hidden from the reader.
    """
    hidden = hidden_functions(context)
    say = partial(translate, language=language)
    writer = Writer(Titles(context), say)
    groups = {name: say(title) for name, title in _group_of_rules().items()}
    return [
        ProcedureSentence(
            rules=said.rules,
            text=writer.text(said),
            source=_source(said.rules, facts.sources, say),
            is_default=_is_default(said.rules, facts.sources),
            group=groups[said.rules[0]],
        )
        for said in said_by.sentences(facts.settings)
        if hidden.isdisjoint(_functions_in(said))
    ]


def _functions_in(said: Said) -> list[str]:
    """Ids in a sentence that may be functions'."""
    one = [said.params.get(name) for name in ("function", "fallback")]
    several = [said.params.get(name) or () for name in ("functions", "recipients")]
    return [*filter(None, one), *chain.from_iterable(several)]


def unset_rules(facts: ProcedureFacts, language: str | None = None) -> list[str]:
    """Titles of the rules that are not set."""
    return [translate(IRules[name].title, language) for name in unset(facts.settings)]


def _group_of_rules() -> dict[str, Any]:
    fieldsets = mergedTaggedValueList(IRules, FIELDSETS_KEY)
    return {name: part.label for part in fieldsets for name in part.fields}


def _is_default(rules: tuple[str, ...], sources: Mapping[str, str]) -> bool:
    named = {sources[name] for name in rules if name in sources}
    return named == {DEFAULT}


def _source(rules: tuple[str, ...], sources: Mapping[str, str], say) -> str | None:
    named = dict.fromkeys(sources[name] for name in rules if name in sources)
    texts = [say(DEFAULT_SOURCE) if name == DEFAULT else name for name in named]
    return "; ".join(texts) or None


class Writer:
    """Turns reason codes into sentences of one language."""

    def __init__(self, titles: Titles, say: words.Say):
        self.titles = titles
        self.say = say
        self.meeting = forms_in(titles.context, say)

    def text(self, said: Said) -> str:
        form = TEXTS[said.code]
        if isinstance(form, words.Counted):
            form = form.message(said.params["number"], self.say)
        named = {
            name: self.named(name, value)
            for name, value in said.params.items()
            if name != "number"
        }
        mapping = {**self.meeting, **(form.mapping or {}), **named}
        return self.say(Message(form, mapping=mapping))

    def named(self, name: str, value: Any) -> str:
        """A parameter in words; its name says what it is."""
        match name:
            case "share":
                return self.say(share_of(value))
            case "times":
                return self.say(words.times(value))
            case "every":
                return words.every_months(value, self.say)
            case "months":
                return words.months(value, self.say)
            case "term":
                return words.term(value, self.say)
            case "days":
                return words.days(value, self.say)
            case "within":
                return words.days_within(value, self.say)
            case "function" | "fallback":
                return self.titles.function(value)
            case "party":
                return self.titles.party(value)
            case "body":
                return self.say(self.titles.body(value))
            case "text":
                return value.strip().rstrip(".")
        return self.listed(name, value)

    def listed(self, name: str, value: Any) -> str:
        """Several titles in a row; other values as they are."""
        item = {
            "functions": self.titles.function,
            "parties": self.titles.party,
            "recipients": self.titles.recipient,
            "powers": partial(title_of, CHAIR_POWERS),
            "seats": self.seats,
        }.get(name)
        if item is None:
            return str(value)
        return ", ".join(self.say(item(one)) for one in value)

    def seats(self, row: PartySeats) -> Message:
        message = SEATS_OF.message(row.number, self.say)
        mapping = {**message.mapping, "party": self.titles.party(row.party)}
        return Message(message, mapping=mapping)
