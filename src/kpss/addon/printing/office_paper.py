"""A paper that the office makes of an object: the same for whoever may make it."""

from abc import ABC
from abc import abstractmethod
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from kpss.addon.i18n import translate
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Fact
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import Section
from kpss.addon.printing.publicity import publicity_of
from kpss.addon.printing.word.kinds import Kind
from kpss.addon.process.sections import process_of
from plone import api
from zope.i18nmessageid import Message


class OfficePaper(ABC):
    """A paper of the municipality in the language of the site, whoever makes it."""

    kind: Kind

    def __init__(self, context, today: date):
        self.context = context
        self.today = today
        self.process = process_of(context)

    @cached_property
    def language(self) -> str:
        return api.portal.get_default_language().partition("-")[0]

    def say(self, message: Message | str | None) -> str:
        return translate(message, self.language) if message else ""

    def paper(self) -> Paper:
        return replace(
            self.cover_of(self.kind.title, self.context.title),
            facts=tuple(self._given(self.facts())),
            sections=tuple(self._filled(self.sections())),
            cover=False,
        )

    def cover_of(self, kind: Message | str, title: str) -> Paper:
        """A paper of this kind and title, in which nothing stands yet."""
        return Paper(
            language=self.language,
            municipality=self.process.municipality,
            process=self.process.title,
            kind=self.say(kind),
            title=title,
            day=self.today,
            publicity=publicity_of(self.context),
        )

    @abstractmethod
    def facts(self) -> Mapping[str, Message | str | None]:
        """Values by the names of the kind; what is empty is left out."""

    @abstractmethod
    def sections(self) -> Mapping[str, Blocks]:
        """Contents by the names of the kind; what is empty is left out."""

    def _given(self, values: Mapping[str, Message | str | None]) -> Iterator[Fact]:
        for name, label in self.kind.facts:
            value = self.say(values.get(name))
            if value:
                yield Fact(name, self.say(label), value)

    def _filled(self, contents: Mapping[str, Blocks]) -> Iterator[Section]:
        for name, label in self.kind.sections:
            if contents.get(name):
                yield Section(name, self.say(label), contents[name])

    def said(self, messages: Iterable[Message]) -> list[str]:
        return [self.say(one) for one in messages]
