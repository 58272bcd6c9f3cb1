"""Events of a YAML parser put together to plain data, within limits."""

from collections.abc import Iterable
from collections.abc import Iterator
from kpss.addon.townsetup.rules.problem import Path
from kpss.addon.townsetup.rules.problem import Problem
from typing import Any
import re
import unicodedata
import yaml


MAX_DEPTH = 20
#: Keys, items and values together; the largest town has a few thousand.
MAX_NODES = 100_000
#: Longer digits are a text: Python refuses to read very long numbers.
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Unreadable(ValueError):
    """The text cannot be read further; ``problem`` says why."""

    def __init__(self, problem: Problem):
        super().__init__(problem.code)
        self.problem = problem


class TreeBuilder:
    """Builds the data; ``lines`` and ``problems`` fill on the way."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.nodes = 0

    def build(self, events: Iterable[yaml.Event]) -> dict[str, Any]:
        """The root mapping; raises Unreadable and yaml.YAMLError."""
        stream = iter(events)
        data: Any = None
        documents = 0
        for event in stream:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse("two_documents", event)
                event = next(stream)
                data = self.node(event, stream, ())
                if not isinstance(data, dict):
                    self.refuse("not_mapping", event)
        if not documents:
            raise Unreadable(Problem("empty"))
        return data

    def node(self, event: yaml.Event, stream: Iterator[yaml.Event], path: Path) -> Any:
        """The value that begins with the event."""
        self.check(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(stream, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(stream, path)
        return scalar(event)

    def mapping(self, stream: Iterator[yaml.Event], path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for event in stream:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self.check(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse("key_not_text", event, path)
            key = event.value
            place = (*path, key)
            if key in data:
                first = self.lines[place]
                self.report("duplicate_key", event, place, key=key, first=first)
                self.node(next(stream), stream, place)
                continue
            self.lines[place] = line_of(event)
            data[key] = self.node(next(stream), stream, place)
        return data

    def sequence(self, stream: Iterator[yaml.Event], path: Path) -> list[Any]:
        items: list[Any] = []
        for event in stream:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            place = (*path, len(items))
            self.lines[place] = line_of(event)
            items.append(self.node(event, stream, place))
        return items

    def check(self, event: yaml.Event, path: Path) -> None:
        """Refuse what the format does not have; raises Unreadable."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse("too_many_values", event, path, maximum=MAX_NODES)
        if len(path) > MAX_DEPTH:
            self.refuse("too_deep", event, path[:3], maximum=MAX_DEPTH)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse("alias", event, path, name=event.anchor)
        if event.tag is not None:
            self.refuse("tag", event, path, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent) and has_control(event.value):
            self.refuse("control_character", event, path)

    def report(
        self, code: str, event: yaml.Event, path: Path = (), **params: Any
    ) -> None:
        self.problems.append(Problem(code, path, params, line_of(event)))

    def refuse(
        self, code: str, event: yaml.Event, path: Path = (), **params: Any
    ) -> None:
        raise Unreadable(Problem(code, path, params, line_of(event)))


def line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1


def has_control(text: str) -> bool:
    r"""Escapes such as ``"\0"`` write what the text itself must not contain."""
    return any(
        unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r\x85" for c in text
    )


def scalar(event: yaml.ScalarEvent) -> Any:
    """A quoted text stays text; a plain one may be a number, true, false or null."""
    text = event.value
    if event.style or not event.implicit[0]:
        return text
    if text in WORDS:
        return WORDS[text]
    return int(text) if WHOLE_NUMBER.match(text) else text
