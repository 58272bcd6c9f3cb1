"""What in a process refers to a body: kept right on renaming, asked before deleting."""

from collections.abc import Iterator
from kpss.addon.approval.chains.following import chains_naming
from kpss.addon.approval.chains.following import follow_body
from kpss.addon.bodies.membership.finding import reserving
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import REFERENCES
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.process.sections import process_of
from zope.i18nmessageid import Message


#: Columns of the functions that hold the id of a body.
FUNCTION_COLUMNS = ("body", "represents_in")
#: Rules of procedure that hold the id of a body.
RULE_FIELDS = ("leader_confirmed_by", "appointed_by")
#: Keys in stages that hold the id of a body.
DATA_KEYS = ("body", "gate", "by", "creates")


def referrers(body) -> list[Message]:
    """Sentences naming everything in the process that refers to the body."""
    return [*_members(body), *_referrers(process_of(body), body.getId())]


def _members(body) -> Iterator[Message]:
    """Its memberships, past ones too: they belong to the records of the process."""
    # The catalogue has forgotten them when a body is about to go
    number = sum(one.portal_type == "kpss.Membership" for one in body.objectValues())
    if number:
        yield plural(
            number,
            _("members_recorded_one", default="one membership recorded in it"),
            _("members_recorded_few", default="${number} memberships recorded in it"),
            _("members_recorded_many", default="${number} memberships recorded in it"),
        )


def _referrers(process, body_id: str) -> Iterator[Message]:
    for fact in body_facts(process):
        if fact["id"] != body_id and any(fact[name] == body_id for name in REFERENCES):
            yield _("the body ${title}", mapping={"title": fact["title"]})
    for row in process.functions or ():
        if any(row.get(column) == body_id for column in FUNCTION_COLUMNS):
            yield _("the function ${title}", mapping={"title": row["title"]})
    for owner, rules in all_rules(process):
        if owner.getId() != body_id and _rules_name(rules, body_id):
            yield _("the rules of ${title}", mapping={"title": owner.title})
    for membership in reserving(process, body_id):
        yield _("the reserved seat of ${title}", mapping={"title": membership.title})
    for chain in chains_naming(process, body_id):
        yield _("the approval chain ${title}", mapping={"title": chain.title})
    for title in _stages(process.stages, body_id):
        yield _("the stage ${title}", mapping={"title": title})


def all_rules(process) -> Iterator[tuple]:
    """Pairs of body and rules of procedure of the whole process."""
    for body in process["bodies"].objectValues():
        for rules in body.objectValues():
            if rules.portal_type == "kpss.Rules":
                yield body, rules


def _rules_name(rules, body_id: str) -> bool:
    rows = getattr(rules, "ex_officio", None) or ()
    recipients = getattr(rules, "minutes_recipients", None) or ()
    return (
        any(getattr(rules, name, None) == body_id for name in RULE_FIELDS)
        or any(row.get("body") == body_id for row in rows)
        or body_id in recipients
    )


def _stages(stages, body_id: str) -> Iterator[str]:
    """Titles of the stages with a step that names the body."""
    for stage in stages or ():
        steps = stage.get("steps", ())
        if any(step.get(key) == body_id for step in steps for key in DATA_KEYS):
            yield stage["title"]


def rename_references(process, old: str, new: str) -> None:
    """Everything that referred to the id ``old`` refers to ``new``."""
    for body in process["bodies"].objectValues():
        changed = [name for name in REFERENCES if getattr(body, name, None) == old]
        for name in changed:
            setattr(body, name, new)
        if changed:
            body.reindexObject(idxs=["kpss_body"])
    process.functions = [
        _replaced(row, FUNCTION_COLUMNS, old, new) for row in process.functions or ()
    ]
    for _body, rules in all_rules(process):
        _rename_in_rules(rules, old, new)
    for membership in reserving(process, old):
        membership.reserved_by = new
    if process.stages:
        process.stages = [_renamed_steps(one, old, new) for one in process.stages]
    follow_body(process, old, new)


def _replaced(row: dict, keys, old: str, new: str) -> dict:
    return {
        key: new if key in keys and value == old else value
        for key, value in row.items()
    }


def _renamed_steps(stage: dict, old: str, new: str) -> dict:
    if "steps" not in stage:
        return stage
    return {
        **stage,
        "steps": [_replaced(step, DATA_KEYS, old, new) for step in stage["steps"]],
    }


def _rename_in_rules(rules, old: str, new: str) -> None:
    for name in RULE_FIELDS:
        if getattr(rules, name, None) == old:
            setattr(rules, name, new)
    if getattr(rules, "ex_officio", None):
        rules.ex_officio = [
            _replaced(row, ("body",), old, new) for row in rules.ex_officio
        ]
    if getattr(rules, "minutes_recipients", None):
        rules.minutes_recipients = [
            new if r == old else r for r in rules.minutes_recipients
        ]
