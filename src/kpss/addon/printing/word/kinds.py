"""Kinds of papers that have Word templates, and what their templates may name."""

from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.i18n import _
from types import MappingProxyType
from zope.i18nmessageid import Message


Names = tuple[tuple[str, Message], ...]


@dataclass(frozen=True)
class Kind:
    """A kind of paper; ``facts`` and ``sections`` are names of what only it has."""

    id: str
    title: Message
    facts: Names
    sections: Names

    @property
    def texts(self) -> Names:
        """Names for a place inside a paragraph."""
        return (*COMMON, *self.facts)


#: What every paper has.
COMMON: Names = (
    ("municipality", _("Municipality")),
    ("process", _("Title of the process")),
    ("kind", _("What the paper is")),
    ("title", _("Title of the document")),
    ("day", _("Day on which the file was made")),
    ("publicity_text", _("Publicity text")),
)
#: Stands in a paragraph and has no text.
PICTURE = "publicity_logo"
#: What a template may go through, and the names in each row.
ROWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"facts": ("label", "value"), "sections": ("heading", "content")}
)
#: Of these names the content is paragraphs and tables.
CONTENT = "content"

SUBMISSION = Kind(
    id="submission",
    title=_("Submission for a meeting"),
    facts=(
        ("submitted_to", _("To whom it is submitted")),
        ("meeting_on", _("Day of the meeting")),
        ("submitted_by", _("Submitted by")),
        ("prepared_by", _("Prepared by")),
        ("document_kind", _("Kind of document")),
        ("reference_number", _("Reference number (č. j.)")),
        ("period", _("Period")),
    ),
    sections=(
        ("explanatory_report", _("Explanatory report")),
        ("draft_resolution", _("Draft resolution")),
        ("financial_impact", _("Financial impact")),
        ("history", _("History so far")),
        ("annexes", _("Annexes")),
        ("text", _("Wording of the document")),
    ),
)
#: What papers of a meeting say of it.
OF_MEETING: Names = (
    ("body", _("Body")),
    ("number", _("Number of the meeting")),
    ("time", _("When")),
    ("place", _("Place")),
)
INVITATION = Kind(
    id="invitation",
    title=_("Invitation to a meeting"),
    facts=(
        *OF_MEETING,
        ("online", _("Online")),
        ("presiding", _("Who presides")),
        ("state", _("State")),
    ),
    sections=(("message", _("Message")), ("agenda", _("Agenda"))),
)
AGENDA = Kind(
    id="agenda",
    title=_("Agenda of a meeting"),
    facts=(*OF_MEETING, ("state", _("State"))),
    sections=(("agenda", _("Agenda")), ("items", _("On the items"))),
)
ATTENDANCE = Kind(
    id="attendance",
    title=_("Attendance list"),
    facts=(*OF_MEETING, ("presiding", _("Who presides")), ("quorum", _("Quorum"))),
    sections=(("members", _("Members")), ("guests", _("Guests"))),
)
EXTRACT = Kind(
    id="extract",
    title=_("Extract of a resolution"),
    facts=(
        ("body", _("Body")),
        ("number", _("Number of the resolution")),
        ("decided_on", _("Day of the resolution")),
        ("way", _("How it was adopted")),
        ("addressee", _("Addressee")),
        ("subject", _("What it decides")),
        ("state", _("State")),
    ),
    sections=(
        ("resolution", _("Resolution")),
        ("vote", _("How it was voted on")),
        ("corrections", _("Corrections")),
        ("signature", _("Signature")),
    ),
)
MINUTES = Kind(
    id="minutes",
    title=_("Minutes of a meeting"),
    facts=(
        *OF_MEETING,
        ("version", _("Version")),
        ("state", _("State")),
        ("checksum", _("Checksum")),
    ),
    sections=(
        ("minutes", _("Minutes")),
        ("appendices", _("Appendices")),
        ("verification", _("Verification")),
    ),
)
ALL = (SUBMISSION, INVITATION, AGENDA, ATTENDANCE, EXTRACT, MINUTES)
KINDS: Mapping[str, Kind] = MappingProxyType({one.id: one for one in ALL})
