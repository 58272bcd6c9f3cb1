"""Who the rows speak of, and what they say of a person beside what is recorded."""

from datetime import date
from kpss.addon.bodies.importing.plans import PersonPlan
from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.bodies.importing.rules.cells import text_of
from kpss.addon.bodies.importing.rules.columns import BY_NAME
from kpss.addon.bodies.importing.rules.columns import CONSENT
from kpss.addon.bodies.importing.rules.columns import PERSON
from kpss.addon.bodies.importing.rules.headings import fold
from kpss.addon.bodies.importing.rules.matching import Somebody
from kpss.addon.bodies.importing.rules.verdicts import CHANGED
from kpss.addon.bodies.importing.rules.verdicts import compare
from kpss.addon.bodies.importing.rules.verdicts import NEW
from kpss.addon.bodies.importing.rules.verdicts import Problem
from kpss.addon.bodies.importing.rules.verdicts import SAME
from kpss.addon.bodies.importing.rules.verdicts import WARNING
from kpss.addon.bodies.importing.scene import Scene
from kpss.addon.bodies.importing.scene import somebody
from kpss.addon.bodies.people.naming import random_id
from plone import api


Plans = dict[str, PersonPlan]


def plan_people(rows: list[RowDraft], scene: Scene, *, today: date) -> Plans:
    """Give each row its person; answer the plans by the person's id.

    All rows are matched with the site before people of the file are told from each
    other, so that the order of rows does not matter.
    """
    plans: Plans = {}
    named = [row for row in rows if _has_name(row)]
    for row in sorted(named, key=lambda row: not _speaks_of_recorded(row, scene)):
        _plan(row, scene, plans)
    for row in rows:
        if row.person is not None:
            _judge(row, row.person)
            _judge_consents(row, row.person, today)
    return plans


def _has_name(row: RowDraft) -> bool:
    for name in ("given_name", "family_name"):
        if name not in row.raw:
            row.refuse(name, "required")
    return "given_name" in row.values and "family_name" in row.values


def _speaks_of_recorded(row: RowDraft, scene: Scene) -> bool:
    return scene.people.match(_somebody("", row)).found is not None


def _somebody(person_id: str, row: RowDraft) -> Somebody:
    say = row.values.get
    addresses = (say("office_email"), say("private_email"))
    given, family = say("given_name", ""), say("family_name", "")
    name = " ".join(part for part in (say("title_before"), given, family) if part)
    after = say("title_after")
    return Somebody(
        person_id,
        given,
        family,
        say("user_id"),
        frozenset(address for address in addresses if address),
        f"{name}, {after}" if after else name,
    )


def _plan(row: RowDraft, scene: Scene, plans: Plans) -> None:
    match = scene.people.match(_somebody("", row))
    if match.candidates:
        names = [_candidate(one) for one in match.candidates]
        row.refuse("family_name", "several_people", names=names)
        return
    if match.shared is not None:
        name = "office_email" if "office_email" in row.values else "private_email"
        problem = Problem(
            "shared_email", {"person": match.shared.title}, row.number, name
        )
        row.judge(name, WARNING, problem=problem)
    if not _account_fits(row, match.found, scene):
        return
    person_id = match.found.id if match.found is not None else random_id("p")
    obj = scene.person(person_id) if match.found is not None else None
    plan = plans.setdefault(person_id, PersonPlan(person_id, obj))
    row.person = plan
    _say(row, plan)
    scene.people.add(_somebody(person_id, row))
    if obj is not None:
        # Not to be forgotten for what the row leaves out
        scene.people.add(somebody(obj))
        if api.content.get_state(obj, None) == "archived":
            problem = Problem("archived", {}, row.number, "family_name")
            row.judge("family_name", WARNING, problem=problem)


def _candidate(one: Somebody) -> str:
    """A person so that namesakes can be told apart by who may see them."""
    more = [one.user_id or "", *sorted(one.emails)]
    known = ", ".join(part for part in more if part)
    return f"{one.title} ({known})" if known else one.title


def _account_fits(row: RowDraft, found: Somebody | None, scene: Scene) -> bool:
    """The account exists and is not somebody else's."""
    user_id = row.values.get("user_id")
    if not user_id:
        return True
    if found is not None and found.user_id == user_id:
        names = (row.values["given_name"], row.values["family_name"])
        if all(map(_differ, names, (found.given, found.family))):
            row.refuse("user_id", "account_of_other", id=user_id, person=found.title)
            return False
    elif not scene.has_account(user_id):
        row.refuse("user_id", "no_account", id=user_id)
        return False
    return True


def _differ(one: str, other: str) -> bool:
    return fold(one) != fold(other)


def _say(row: RowDraft, plan: PersonPlan) -> None:
    """The first row that says something counts; a later one may not say otherwise."""
    for name, value in row.values.items():
        if BY_NAME[name].about != PERSON:
            continue
        first, number = plan.said.setdefault(name, (value, row.number))
        if first != value:
            row.refuse(name, "says_otherwise", row=number, value=text_of(first))


def _judge(row: RowDraft, plan: PersonPlan) -> None:
    exists = plan.obj is not None
    for name, value in row.values.items():
        if BY_NAME[name].about != PERSON:
            continue
        current = getattr(plan.obj, name, None)
        if not exists and plan.said[name][1] != row.number:
            verdict = SAME
        else:
            verdict = compare(value, current, exists=exists)
        if verdict in (NEW, CHANGED) and exists:
            plan.changed.add(name)
        row.judge(name, verdict, value=value, current=current or "")


def _judge_consents(row: RowDraft, plan: PersonPlan, today: date) -> None:
    for name, given_on in row.values.items():
        if BY_NAME[name].about != CONSENT:
            continue
        what = name.removeprefix("consent_")
        known = [
            one
            for one in getattr(plan.obj, "consents", None) or ()
            if one["what"] == what
        ]
        withdrawn = [one["withdrawn_on"] for one in known if one.get("withdrawn_on")]
        if given_on > today:
            row.refuse(name, "consent_in_future")
        elif any(one["given_on"] == given_on for one in known):
            row.judge(name, SAME, value=text_of(given_on))
        elif any(given_on <= end for end in withdrawn):
            row.refuse(name, "consent_withdrawn", day=max(withdrawn))
        elif plan.consents.get(what, given_on) != given_on:
            row.refuse(name, "consent_twice")
        else:
            verdict = SAME if what in plan.consents else NEW
            plan.consents[what] = given_on
            row.judge(name, verdict, value=text_of(given_on))
