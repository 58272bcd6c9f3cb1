"""A template that somebody wants to use: checked, and its rows where it is right."""

from collections.abc import Container
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import cached_property
from kpss.addon.fields import Refused
from kpss.addon.process.template_row import Row
from kpss.addon.process.template_values import tidy
from kpss.addon.townsetup.checking import check
from kpss.addon.townsetup.formats import is_name
from kpss.addon.townsetup.permission import may_hold_process
from kpss.addon.townsetup.plan import address_problem
from kpss.addon.townsetup.plan import known_in
from kpss.addon.townsetup.plan import plan
from kpss.addon.townsetup.plan import plan_new
from kpss.addon.townsetup.plan import refused
from kpss.addon.townsetup.plan import titled
from kpss.addon.townsetup.reading import Reading
from kpss.addon.townsetup.rules.problem import key_path
from kpss.addon.townsetup.rules.problem import Problem
from plone.i18n.normalizer.interfaces import IURLNormalizer
from typing import Any
from zope.component import getUtility


#: As many characters as a title may have, see schema.json.
MAX_TITLE = 250


@dataclass(frozen=True)
class Draft:
    """``rows`` are empty as long as there are problems; ``address`` is the id meant."""

    reading: Reading
    problems: list[Problem] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    address: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be applied."""
        return not self.problems and not refused(self.rows)

    @property
    def data(self) -> dict[str, Any]:
        return self.reading.data or {}

    @cached_property
    def lines(self) -> dict[str, int]:
        """Lines of the text by key path."""
        return {key_path(path): line for path, line in self.reading.lines.items()}

    def line_of(self, row: Row) -> int | None:
        """The line in the text where the row comes from."""
        return self.lines.get(row.key)


def draft_new(
    container, reading: Reading, *, address: str = "", title: str = ""
) -> Draft:
    """A draft of a new process; without an address the template's own is meant."""
    if not may_hold_process(container):
        return Draft(reading, [Problem("not_here")])
    title = tidy(title) or ""
    problems = title_problems(title)
    if reading.data is not None and title and not problems:
        reading = replace(reading, data=titled(reading.data, title))
    problems += check(reading)
    address = address.strip() or proposed_address(reading.data)
    wrong = address_problem(container, address) if address or not problems else None
    problems += [wrong] if wrong else []
    rows = [] if problems else plan_new(container, reading.data or {}, address)
    return Draft(reading, problems, rows, address)


def draft_again(process, reading: Reading, ticked: Container[str]) -> Draft:
    """A draft of applying a template to an existing process."""
    problems = check(reading, known_in(process))
    rows = [] if problems else plan(process, reading.data or {}, ticked)
    return Draft(reading, problems, rows, process.getId())


def title_problems(title: str) -> list[Problem]:
    """The title that was typed beside the template."""
    if len(title) > MAX_TITLE:
        params = {"length": len(title), "maximum": MAX_TITLE}
        return [Problem("too_long", ("title",), params)]
    try:
        is_name(title or "-")
    except Refused as refusal:
        return [Problem("refused", ("title",), {"message": refusal.message})]
    return []


def proposed_address(data: Any) -> str:
    """The template's id, else the municipality as an address; empty when there is none."""
    if not isinstance(data, dict):
        return ""
    municipality = data.get("municipality")
    name = municipality.get("title") if isinstance(municipality, dict) else None
    own = data.get("id")
    if isinstance(own, str) and own:
        return own
    return getUtility(IURLNormalizer).normalize(name) if isinstance(name, str) else ""
