"""Which roles follow from what somebody is, in the body and in the process."""

from kpss.addon.bodies.rules.grants import group_id
from kpss.addon.bodies.rules.stints import GUEST
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import SUBSTITUTE
from kpss.addon.process.localroles import IMPLIED
from kpss.addon.process.roles import BODY_CHAIR
from kpss.addon.process.roles import BODY_GUEST
from kpss.addon.process.roles import BODY_MEMBER
from kpss.addon.process.roles import COORDINATOR
from kpss.addon.process.roles import COUNCIL_SECRETARY
from kpss.addon.process.roles import DEPARTMENT_CLERK
from kpss.addon.process.roles import GUARANTOR
from kpss.addon.process.roles import METHODOLOGIST
from kpss.addon.process.sections import process_of
from kpss.addon.process.uids import uid_of


Roles = tuple[str, ...]
OF_MEMBER: Roles = (BODY_MEMBER, "Reader")
#: Who has nothing else gets what is sent, see meetings/convening/recipients.py.
OF_GUEST: Roles = (BODY_GUEST,)
#: Of the groups that every body has, whatever functions there are.
SITTING = {MEMBER: OF_MEMBER, SUBSTITUTE: OF_MEMBER, GUEST: OF_GUEST}
#: Adds and edits pages in the body; what the body is allowed to be, its workflow says.
OF_CHAIR: Roles = (BODY_CHAIR, *OF_MEMBER, "Contributor", "Editor")
PRESIDING_KINDS = ("chair", "vice_chair", "leader")
#: In the whole process, by the kind of the function (BER-09, BER-16, BER-18).
IN_PROCESS: dict[str, Roles] = {
    "coordinator": (COORDINATOR, *IMPLIED),
    "city_coordinator": (COORDINATOR, *IMPLIED),
    "guarantor": (GUARANTOR, "Reader"),
    "methodologist": (METHODOLOGIST, "Reader"),
    "clerk": (DEPARTMENT_CLERK,),
}


def roles_in_body(body) -> dict[str, Roles]:
    """Roles by group in the body.

    A function that has the id of one of the groups of all members gives no more than
    they have.
    """
    uid = uid_of(body)
    table = {group_id(uid, name): roles for name, roles in SITTING.items()}
    process = process_of(body)
    for row in (process.functions or ()) if process is not None else ():
        held_here = row.get("body") in (None, "", body.getId())
        if row["kind"] in PRESIDING_KINDS and held_here:
            table.setdefault(group_id(uid, row["id"]), OF_CHAIR)
    return table


def members_in_body(body) -> dict[str, Roles]:
    """Of them the groups that read what the body deals with; not the guests."""
    found = roles_in_body(body)
    return {group: roles for group, roles in found.items() if BODY_MEMBER in roles}


def roles_in_process(process) -> dict[str, Roles]:
    """Roles by group in the whole process."""
    uid = uid_of(process)
    table = {}
    for row in process.functions or ():
        if row["kind"] in IN_PROCESS:
            table[group_id(uid, row["id"])] = IN_PROCESS[row["kind"]]
        elif row["kind"] == "secretary" and _is_council(process, row.get("body")):
            table[group_id(uid, row["id"])] = (COUNCIL_SECRETARY,)
    return table


def _is_council(process, body_id: str | None) -> bool:
    bodies = process.get("bodies") if body_id else None
    body = bodies.get(body_id) if bodies is not None else None
    return body is not None and body.kind == "council"
