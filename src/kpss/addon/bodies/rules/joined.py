"""Rules that belong together and are said in one sentence, or a rule in several."""

from collections.abc import Callable
from kpss.addon.bodies.rules.patterns import example
from kpss.addon.bodies.rules.procedure import ExOfficio
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.said import Days
from kpss.addon.bodies.rules.said import Said
from kpss.addon.bodies.rules.said import single
from typing import Any


def majority(name: str) -> Callable[[Procedure], list[Said]]:
    """A majority together with its basis; all of all members is unanimity."""
    basis_name = f"{name}_basis"

    def say(p: Procedure) -> list[Said]:
        share, basis = getattr(p, name), getattr(p, basis_name)
        if share is None:
            return single(p, basis_name)
        if basis is None:
            return [Said(name, (name,), {"share": share})]
        both = (name, basis_name)
        if basis == "all_members" and share.is_all:
            return [Said(f"{name}.unanimous", both)]
        return [Said(f"{name}.of_{basis}", both, {"share": share})]

    return say


def proxies(p: Procedure) -> list[Said]:
    """None at all is said too."""
    if p.proxies is None:
        return []
    if p.proxies == 0:
        return [Said("proxies.none", ("proxies",))]
    return [Said("proxies", ("proxies",), {"number": p.proxies})]


def leader(p: Procedure) -> list[Said]:
    """How the leader is found, who appoints, for how long (ZAT-59, ZAT-60, PRA-14)."""
    values = {
        "leader_selection": p.leader_selection,
        "leader_confirmed_by": p.leader_confirmed_by,
        "leader_term_months": p.leader_term_months,
    }
    told = tuple(name for name, value in values.items() if value is not None)
    if not told:
        return []
    code = f"leader.{p.leader_selection}" if p.leader_selection else "leader"
    params: dict[str, Any] = {}
    if p.leader_confirmed_by is not None:
        code += ".confirmed"
        params["body"] = p.leader_confirmed_by
    if p.leader_term_months is not None:
        code += ".term"
        params["term"] = p.leader_term_months
    return [Said(code, told, params)]


def recall(p: Procedure) -> list[Said]:
    if p.recall == "by_confirming_body" and p.leader_confirmed_by is not None:
        body = {"body": p.leader_confirmed_by}
        return [Said("recall.by_named_body", ("recall",), body)]
    return single(p, "recall")


def presiding(p: Procedure) -> list[Said]:
    """Who presides, and who instead (BER-69, ZAT-74)."""
    if p.presiding is not None and p.presiding_fallback is not None:
        both = {"function": p.presiding, "fallback": p.presiding_fallback}
        return [Said("presiding.fallback", ("presiding", "presiding_fallback"), both)]
    if p.presiding is not None:
        return [Said("presiding", ("presiding",), {"function": p.presiding})]
    if p.presiding_fallback is not None:
        instead = {"function": p.presiding_fallback}
        return [Said("presiding_fallback", ("presiding_fallback",), instead)]
    return []


def deadline(name: str, days: str = "days") -> Callable[[Procedure], list[Said]]:
    """A number of days and how they are counted; ``days`` names the parameter."""
    kind_name = f"{name}_kind"

    def say(p: Procedure) -> list[Said]:
        number, kind = getattr(p, name), getattr(p, kind_name)
        if number is None:
            return single(p, kind_name)
        told = (name,) if kind is None else (name, kind_name)
        if number == 0:
            return [Said(f"{name}.same_day", told)]
        return [Said(name, told, {days: Days(number, kind)})]

    return say


def frequency(p: Procedure) -> list[Said]:
    """How often the body meets at least, and usually (BER-57, BER-58)."""
    least, usually = p.min_meetings_per_year, p.usual_interval_months
    if least is not None and usually is not None:
        rules = ("usual_interval_months", "min_meetings_per_year")
        return [Said("meets.least_usually", rules, {"times": least, "every": usually})]
    if least is not None:
        return [Said("meets.least", ("min_meetings_per_year",), {"times": least})]
    if usually is not None:
        return [Said("meets.usually", ("usual_interval_months",), {"every": usually})]
    return []


def admission(p: Procedure) -> list[Said]:
    """How members come; who appoints them joins in where they are appointed."""
    if p.appointed_by is None:
        return single(p, "admission")
    by = {"body": p.appointed_by}
    if p.admission == "appointed":
        return [Said("appointed_by", ("admission", "appointed_by"), by)]
    return [*single(p, "admission"), Said("appointed_by", ("appointed_by",), by)]


def ex_officio(p: Procedure) -> list[Said]:
    """One sentence for each row (BER-63, ZAT-43..45, PRA-11)."""
    said: list[Said] = []
    for row in p.ex_officio or ():
        params = _ex_officio_params(row)
        code = f"ex_officio.{row.kind}"
        if row.kind == "members_of" and row.seats is not None:
            code += ".seats"
        said.append(Said(code, ("ex_officio",), params))
        if row.note is not None:
            said.append(Said("ex_officio.note", ("ex_officio",), {"text": row.note}))
    return said


def _ex_officio_params(row: ExOfficio) -> dict[str, Any]:
    if row.kind in ("function", "representatives"):
        return {"function": row.function}
    if row.kind == "members_of":
        seats = {} if row.seats is None else {"number": row.seats}
        return {"body": row.body, **seats}
    return {}


def seats(p: Procedure) -> list[Said]:
    """Seats with a number in one sentence, seats without in another (NAM-23..25)."""
    rows = p.seats or ()
    counted = tuple(row for row in rows if row.number is not None)
    uncounted = tuple(row.party for row in rows if row.number is None)
    said = []
    if counted:
        said.append(Said("seats", ("seats",), {"seats": counted}))
    if uncounted:
        said.append(Said("seats.uncounted", ("seats",), {"parties": uncounted}))
    return said


def per_organisation(p: Procedure) -> list[Said]:
    """At most so many from one organisation, perhaps of one party only (ZAT-64)."""
    limit, party = p.max_per_organisation, p.max_per_organisation_party
    rules = ("max_per_organisation", "max_per_organisation_party")
    if limit is not None and party is not None:
        params = {"number": limit, "party": party}
        return [Said("max_per_organisation.party", rules, params)]
    if limit is not None:
        return [Said("max_per_organisation", rules[:1], {"number": limit})]
    if party is not None:
        return [Said("max_per_organisation_party", rules[1:], {"party": party})]
    return []


def absences(p: Procedure) -> list[Said]:
    """What follows from absences in a row without apology (ZAT-70)."""
    limit, consequence = p.max_unexcused_absences, p.absence_consequence
    if limit is None:
        return single(p, "absence_consequence")
    rules = ("max_unexcused_absences", "absence_consequence")
    if consequence is None:
        return [Said("absences", rules[:1], {"number": limit})]
    return [Said(f"absences.{consequence}", rules, {"number": limit})]


def verifiers(p: Procedure) -> list[Said]:
    """All of them must verify the minutes (PRA-19)."""
    if p.minutes_verifiers is None:
        return []
    if len(p.minutes_verifiers) == 1:
        one = {"function": p.minutes_verifiers[0]}
        return [Said("minutes_verifiers.one", ("minutes_verifiers",), one)]
    every = {"functions": p.minutes_verifiers}
    return [Said("minutes_verifiers.all", ("minutes_verifiers",), every)]


def numbering(p: Procedure) -> list[Said]:
    if p.numbering_pattern is None:
        return []
    params = {"pattern": p.numbering_pattern, "example": example(p.numbering_pattern)}
    return [Said("numbering_pattern", ("numbering_pattern",), params)]
