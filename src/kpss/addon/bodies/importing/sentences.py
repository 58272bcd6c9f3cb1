"""Sentences for what is wrong with a file, a row or a cell."""

from collections.abc import Mapping
from kpss.addon.bodies.importing.rules.columns import BY_NAME
from kpss.addon.bodies.importing.rules.verdicts import Problem
from kpss.addon.bodies.importing.texts import SENTENCES
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import numeric
from kpss.addon.i18n import _
from plone import api
from typing import Any
from zope.i18nmessageid import Message


def sentence(problem: Problem) -> Message:
    """The sentence without the place."""
    if problem.message is not None:
        return problem.message
    params = dict(problem.params)
    if problem.code == "no_such_day":
        params = {"date": numeric(**params)}
    return Message(SENTENCES[problem.code], mapping=_shown(params))


def _shown(params: Mapping[str, Any]) -> dict[str, Any]:
    """Lists as one text, days as people write them, columns by their headings."""
    shown = {}
    for name, value in params.items():
        if isinstance(value, list | tuple):
            value = "; ".join(map(str, value))
        elif name == "day":
            value = day(value)
        elif name == "column":
            value = heading_of(value)
        shown[name] = value
    return shown


def heading_of(name: str) -> str:
    """What a column is called in the language of the site."""
    column = BY_NAME[name]
    czech = (api.portal.get_current_language() or "").startswith("cs")
    return column.cs if czech else column.en


def place(problem: Problem, draft) -> Message | None:
    """Row and column as named in the sheet; None for what concerns the whole file."""
    if problem.row is None:
        return None
    if problem.column is None:
        return _("row ${row}", mapping={"row": problem.row})
    heading = draft.heading(problem.column) if draft is not None else None
    return _(
        "row ${row}, column ${column}",
        mapping={
            "row": problem.row,
            "column": heading or heading_of(problem.column),
        },
    )


def place_and_sentence(problem: Problem, draft) -> Message:
    """For a log or an exception: all in one."""
    where = place(problem, draft)
    if where is None:
        return sentence(problem)
    return _(
        "${place}: ${sentence}",
        mapping={"place": where, "sentence": sentence(problem)},
    )
