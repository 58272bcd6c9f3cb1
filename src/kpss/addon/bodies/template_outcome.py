"""What must be true of the bodies together after a town template was applied.

Which rows are ticked decides what comes out: two bodies, each right in the template,
may stand under each other because one of them was moved in the browser.
"""

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from kpss.addon.bodies.rules.lines import looped
from kpss.addon.i18n import _
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import Row
from typing import Any
from zope.i18nmessageid import Message


#: Fields that are judged together.
FACTS = ("parent", "supreme", "permanent", "valid_from", "valid_to", "closed_by")

Facts = dict[str, dict[str, Any]]
#: Id of a body, the fields that are to blame, the sentence.
Breach = tuple[str, tuple[str, ...], Message]


def refuse_breaches(
    rows: Iterable[Row], present: Facts, ticked: Container[str]
) -> list[Row]:
    """The rows, those refused that would break what must be true of all bodies.

    ``present`` has FACTS of the existing bodies by their ids. What is broken already,
    and not by a row, is not held against anybody.
    """
    rows = list(rows)
    after = {body: dict(facts) for body, facts in present.items()}
    for row in rows:
        if row.applies(ticked):
            after.setdefault(row.subject, {}).update(row.sets)
    for body, names, reason in breaches(after):
        for position, row in enumerate(rows):
            guilty = row.subject == body and any(name in row.sets for name in names)
            if guilty and row.applies(ticked):
                rows[position] = replace(row, verdict=REFUSE, reason=reason)
    return rows


def breaches(bodies: Facts) -> Iterator[Breach]:
    parents = {body: facts.get("parent") for body, facts in bodies.items()}
    for body in filter(looped(parents).__contains__, parents):
        yield body, ("parent",), _("The line in the chart would run in a circle.")
    supreme = sorted(body for body, facts in bodies.items() if facts.get("supreme"))
    if len(supreme) > 1:
        for body in supreme:
            other = next(one for one in supreme if one != body)
            reason = _(
                "The process already has a supreme managing body: ${id}.",
                mapping={"id": other},
            )
            yield body, ("supreme",), reason
    for body, facts in bodies.items():
        start, end = facts.get("valid_from"), facts.get("valid_to")
        if start and end and end < start:
            reason = _("The last day would be before the first one.")
            yield body, ("valid_from", "valid_to"), reason
        if facts.get("permanent") and end and not facts.get("closed_by"):
            reason = _("A permanent body is closed only by a resolution.")
            yield body, ("permanent", "valid_to"), reason
