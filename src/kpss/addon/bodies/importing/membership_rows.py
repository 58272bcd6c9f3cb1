"""What the rows say of memberships beside what is recorded in the bodies."""

from kpss.addon.bodies.importing.plans import MembershipPlan
from kpss.addon.bodies.importing.plans import RowDraft
from kpss.addon.bodies.importing.rules.cells import text_of
from kpss.addon.bodies.importing.rules.columns import BY_NAME
from kpss.addon.bodies.importing.rules.columns import MEMBERSHIP
from kpss.addon.bodies.importing.rules.verdicts import CHANGED
from kpss.addon.bodies.importing.rules.verdicts import compare
from kpss.addon.bodies.importing.rules.verdicts import NEW
from kpss.addon.bodies.importing.rules.verdicts import Problem
from kpss.addon.bodies.importing.rules.verdicts import SAME
from kpss.addon.bodies.importing.rules.verdicts import WARNING
from kpss.addon.bodies.importing.scene import Scene
from kpss.addon.bodies.importing.substitutes import find_principal
from kpss.addon.bodies.ledger.gathering import fact_from
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.naming import random_id
from kpss.addon.bodies.rules.facts import MembershipFact
from typing import Any
from zope.schema import getFieldNames


FIELDS = tuple(name for name in getFieldNames(IMembership) if name != "title")
#: Besides person, body, function and first day, what tells memberships apart where the
#: file has a column for it.
TELLING = ("unit", "substitute_of")


class Memberships:
    """Plans of the file by body, beside what the ledger knows to be recorded."""

    def __init__(self, scene: Scene):
        self.scene = scene
        self.plans: list[MembershipPlan] = []
        self._of_key: dict[tuple, list[MembershipPlan]] = {}
        self._recorded: dict[str, dict[tuple, list]] = {}

    def plan(self, row: RowDraft) -> None:
        """The membership that the row speaks of, if it speaks of one."""
        said = {
            name: value
            for name, value in row.values.items()
            if BY_NAME[name].about == MEMBERSHIP and name != "body"
        }
        about = [name for name in row.raw if BY_NAME[name].about == MEMBERSHIP]
        if not about:
            return
        for name in ("body", "valid_from"):
            if name not in row.raw:
                row.refuse(name, "required_for_membership")
        if row.failed or row.person is None:
            return
        body = self.scene.body(row.values["body"])
        said["person"] = row.person.id
        if "substitute_of" in said:
            principal = find_principal(row, self.facts_in(body), self.scene)
            if principal is None:
                return
            said["substitute_of"] = principal.id
        earlier = self._earlier_row(row, body, said)
        if earlier is None:
            row.membership = self._plan(row, body, said)
            self._judge(row, row.membership)

    def _earlier_row(self, row, body, said) -> MembershipPlan | None:
        """A row of the file that speaks of the same membership."""
        for plan in self._of_key.get(_key(body.getId(), said), ()):
            if not _tells(said, plan.values):
                continue
            if all(plan.values.get(name) == value for name, value in said.items()):
                problem = Problem("row_twice", {"row": plan.row}, row.number, "body")
                row.judge("body", WARNING, problem=problem)
            else:
                row.refuse("body", "membership_twice", row=plan.row)
            return plan
        return None

    def _plan(self, row, body, said: dict[str, Any]) -> MembershipPlan:
        obj = self._find(body, said)
        values = {"voting": True, "basis": "other"}
        if obj is not None:
            values = {name: getattr(obj, name, None) for name in FIELDS}
        own = random_id("m") if obj is None else obj.getId()
        uid = f"row-{row.number}" if obj is None else obj.UID()
        plan = MembershipPlan(own, uid, body, row.number, {**values, **said}, said, obj)
        plan.fact = fact_from(plan.values, uid=uid, id=own, body=body)
        self.plans.append(plan)
        self._of_key.setdefault(_key(body.getId(), said), []).append(plan)
        return plan

    def _find(self, body, said: dict[str, Any]):
        """The membership recorded in the body, or None."""
        if body.getId() not in self._recorded:
            table: dict[tuple, list] = {}
            for fact in ledger().recorded_in(body.UID()):
                table.setdefault(_key(body.getId(), vars(fact)), []).append(fact)
            self._recorded[body.getId()] = table
        for fact in self._recorded[body.getId()].get(_key(body.getId(), said), ()):
            if _tells(said, vars(fact)):
                return body.get(fact.id)
        return None

    def _judge(self, row: RowDraft, plan: MembershipPlan) -> None:
        exists = plan.obj is not None
        row.judge("body", SAME if exists else NEW)
        for name in plan.said:
            if name == "person":
                continue
            current = getattr(plan.obj, name, None)
            verdict = compare(plan.said[name], current, exists=exists)
            if verdict in (NEW, CHANGED):
                plan.changed.add(name)
            if (
                name == "organisation"
                and plan.said[name] in self.scene.new_organisations
            ):
                verdict = NEW
            row.judge(name, verdict, current=self._shown(name, current, plan.body))

    def _shown(self, name: str, value: Any, body) -> str:
        """What is recorded, for people to read."""
        options = self.scene.options.get(BY_NAME[name].kind)
        if options is not None and value in options.by_id:
            return options.by_id[value].title
        if name == "substitute_of" and value in body:
            return body[value].title
        return text_of(value)

    def facts_in(self, body) -> list[MembershipFact]:
        """Everything in the body as it would be after the import."""
        planned = [
            plan.fact for plan in self.plans if plan.body.getId() == body.getId()
        ]
        known = {fact.uid for fact in planned}
        return planned + [
            fact for fact in ledger().recorded_in(body.UID()) if fact.uid not in known
        ]


def _key(body_id: str, values: dict[str, Any]) -> tuple:
    return (
        body_id,
        values["person"],
        values.get("function") or None,
        values["valid_from"],
    )


def _tells(said: dict[str, Any], known: dict[str, Any]) -> bool:
    """Whether nothing that the row says tells it from the known membership."""
    return all(
        (said[name] or None) == (known.get(name) or None)
        for name in TELLING
        if name in said
    )
