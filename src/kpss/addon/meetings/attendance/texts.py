"""Attendance and quorum in the words of readers."""

from collections.abc import Mapping
from kpss.addon.i18n import _
from kpss.addon.meetings.rules.quorum import Quorum
from kpss.addon.meetings.rules.quorum import Said
from typing import Any
from zope.i18nmessageid import Message


STATUS_TITLES = {
    "present": _("attendance_present", default="present"),
    "online": _("attendance_online", default="online"),
    "excused": _("attendance_excused", default="excused"),
    "absent": _("attendance_absent", default="absent"),
}

#: What a person may be marked as; empty: as if nobody had said anything.
MARKS = (*STATUS_TITLES.items(), ("", "–"))

#: The same of several people, as a heading.
GROUP_TITLES = {
    "present": _("attendance_group_present", default="Present"),
    "online": _("attendance_group_online", default="Online"),
    "excused": _("attendance_group_excused", default="Excused"),
    "absent": _("attendance_group_absent", default="Absent"),
}

#: Keys of the sheet: one letter each.
KEYS = {
    "present": _("attendance_key_present", default="P"),
    "online": _("attendance_key_online", default="O"),
    "excused": _("attendance_key_excused", default="E"),
    "absent": _("attendance_key_absent", default="A"),
    "": _("attendance_key_nothing", default="X"),
}

#: What somebody answered to the invitation.
REPLY_TITLES = {
    "coming": _("reply_coming", default="answered: coming"),
    "online": _("reply_online", default="answered: joins online"),
    "excused": _("reply_excused", default="answered: excused"),
    "substitute": _("reply_substitute", default="answered: sends a substitute"),
}

#: What somebody who is not on the roster is here.
GUEST_KINDS = (
    ("expert", _("expert")),
    ("stakeholder", _("representative of those concerned")),
    ("representative", _("another representative of a member's organisation")),
    ("office", _("from the office")),
    ("public", _("from the public")),
)

#: Sentences on a quorum, by code.
QUORUM = {
    "quorate": _(
        "${present} of ${members} members present, ${required} needed: quorate."
    ),
    "not_quorate": _(
        "${present} of ${members} members present, ${required} needed: not quorate."
    ),
    "quorum_not_set": _(
        "${present} of ${members} members present; the rules set no quorum."
    ),
    "no_members": _("The body had no member with a vote on that day."),
    "online": _("Online: ${number}."),
    "substitutes": _("Substitutes voting for members: ${number}."),
    "proxies": _("Members voting by proxy: ${number}."),
    "excused": _("Excused: ${number}."),
    "unexcused": _("Absent without an apology: ${number}."),
    "unmarked": _("Not recorded yet: ${number}."),
    "beyond_organisation": _(
        "Present without a vote, because others vote for their organisation: ${number}."
    ),
}
#: The assembly is neuter in Czech, the other bodies that decide are feminine.
OF_ASSEMBLY = {
    "quorate": _(
        "quorate_assembly",
        default="${present} of ${members} members present, ${required} needed: quorate.",
    ),
    "not_quorate": _(
        "not_quorate_assembly",
        default="${present} of ${members} members present, ${required} needed: "
        "not quorate.",
    ),
}
#: Of a meeting that is over, or of a paper of it.
AT_BEGINNING = {
    "quorate": _(
        "At the beginning ${present} of ${members} members present, ${required} needed: "
        "quorate."
    ),
    "not_quorate": _(
        "At the beginning ${present} of ${members} members present, ${required} needed: "
        "not quorate."
    ),
    "quorum_not_set": _(
        "At the beginning ${present} of ${members} members present; the rules set no "
        "quorum."
    ),
}
AT_BEGINNING_OF_ASSEMBLY = {
    "quorate": _(
        "quorate_assembly_beginning",
        default="At the beginning ${present} of ${members} members present, ${required} "
        "needed: quorate.",
    ),
    "not_quorate": _(
        "not_quorate_assembly_beginning",
        default="At the beginning ${present} of ${members} members present, ${required} "
        "needed: not quorate.",
    ),
}
IN_COURSE = _(
    "${present} of ${members} members were there at some time of the meeting."
)


#: Points in a sentence, after "from" and after "to".
OF_ITEM = _("item ${number}")
BEFORE_ITEM = _("the beginning of item ${number}")


def stay_text(arrived: str, left: str) -> Message | None:
    """From when to when somebody was there; None: all the time. Points as shown."""
    mapping = {"arrived": arrived, "left": left}
    if arrived and left:
        return _("from ${arrived} to ${left}", mapping=mapping)
    if arrived:
        return _("from ${arrived}", mapping=mapping)
    return _("to ${left}", mapping=mapping) if left else None


def said_text(said: Said, texts: Mapping[str, Message]) -> Message:
    return Message(texts[said.code], mapping=dict(said.params))


def quorum_sentences(
    judged: Quorum, body_kind: str, *, at_beginning: bool = False
) -> list[Message]:
    """The first one says whether the body can decide, the others who is missing."""
    texts: dict[str, Any] = {**QUORUM, **(AT_BEGINNING if at_beginning else {})}
    if body_kind == "assembly":
        texts |= AT_BEGINNING_OF_ASSEMBLY if at_beginning else OF_ASSEMBLY
    return [said_text(one, texts) for one in judged.explanation]


def in_course(whole: Quorum) -> Message:
    """How many were there at any time."""
    mapping = {"present": whole.present, "members": whole.members}
    return Message(IN_COURSE, mapping=mapping)
