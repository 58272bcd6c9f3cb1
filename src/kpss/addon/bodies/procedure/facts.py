"""The rules of a body as plain values, for those who judge by them and show them."""

from Acquisition import aq_parent
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from kpss.addon.bodies.procedure.sources import values_of
from kpss.addon.bodies.rules.procedure import in_force
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.procedure import procedure
from plone import api
from typing import Any


@dataclass(frozen=True)
class ProcedureFacts:
    """The rules in force; without any (``url`` None) no rule is set.

    ``settings`` is for judging, ``values`` the same as stored; ``sources`` names
    where a value comes from, ``default`` if from nowhere.
    """

    settings: Procedure = field(default_factory=Procedure)
    values: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    title: str | None = None
    document: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


def facts_of(rules) -> ProcedureFacts:
    """Plain values of one ``kpss.Rules``."""
    values = values_of(rules)
    return ProcedureFacts(
        settings=procedure(values),
        values=values,
        sources=rules.sources or {},
        url=rules.absolute_url(),
        title=rules.title,
        document=rules.document,
        valid_from=rules.valid_from,
        valid_to=rules.valid_to,
    )


def procedure_of(body, on: date | None = None) -> ProcedureFacts:
    """The rules of the body in force on a day (None: today), past or future.

    Everybody is judged by the same rules, so they are read without restriction.
    """
    rules = in_force(rules_of(body), on or date.today())
    return ProcedureFacts() if rules is None else facts_of(rules)


def rules_of(body) -> list:
    """All ``kpss.Rules`` of the body, in the order in which they were made."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        path={"query": "/".join(body.getPhysicalPath()), "depth": 1},
        portal_type="kpss.Rules",
    )
    # The index knows minutes only, and orders those of the same one by chance
    found = [brain._unrestrictedGetObject() for brain in brains]
    return sorted(found, key=lambda one: one.created())


def body_of(rules):
    """The body that the rules belong to."""
    return aq_parent(rules)
