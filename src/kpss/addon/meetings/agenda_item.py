"""``kpss.AgendaItem``: what a meeting deals with; its papers are the files in it."""

from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.meetings.fields import PersonRef
from kpss.addon.meetings.meeting import INSIDE
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IAgendaItem(model.Schema):
    """An item or a heading; numbers follow from the order (``rules/agenda.py``)."""

    title = Name(
        title=_("Item"),
        description=_("Read by everybody where the item is public: name nobody here."),
    )
    kind = schema.Choice(
        title=_("Kind of item"), vocabulary="kpss.addon.item_kinds", default="item"
    )
    level = schema.Int(
        title=_("Level"),
        description=_("2 is a part of the item before it."),
        min=1,
        max=2,
        default=1,
        required=False,
    )
    publicity = schema.Choice(
        title=_("Who sees the item"),
        vocabulary="kpss.addon.item_publicity",
        default="public",
    )
    directives.read_permission(
        presenter=INSIDE, text=INSIDE, proposal=INSIDE, notes=INSIDE
    )
    presenter = Name(title=_("Presented by"), required=False)
    minutes = schema.Int(
        title=_("item_minutes", default="Minutes"),
        description=_("How long it is expected to take."),
        min=0,
        max=1440,
        required=False,
    )
    text = LongText(
        title=_("What it is about"),
        description=_("Read by those who are invited."),
        maximum=20000,
        required=False,
    )
    proposal = LongText(
        title=_("Proposed resolution"),
        description=_("The wording on which the body votes."),
        maximum=20000,
        required=False,
    )
    notes = LongText(
        title=_("Record of the discussion"),
        description=_("Goes into the minutes."),
        maximum=50000,
        required=False,
    )

    # Written by forms of our own; readonly is what follows from what is recorded
    directives.omitted(
        "late",
        "outcome",
        "subject_uid",
        "proposed_by",
        "put_forward_by",
        "refusal",
        "postponed_to",
        "postponed_from",
        "public_papers",
    )
    directives.read_permission(
        subject_uid=INSIDE,
        proposed_by=INSIDE,
        put_forward_by=INSIDE,
        refusal=INSIDE,
        postponed_to=INSIDE,
        postponed_from=INSIDE,
        public_papers=INSIDE,
    )
    late = schema.Bool(
        title=_("Added after the invitations were sent"),
        required=False,
        default=False,
        readonly=True,
    )
    outcome = schema.Choice(
        title=_("How the item ended"),
        vocabulary="kpss.addon.item_outcomes",
        required=False,
        readonly=True,
    )
    subject_uid = schema.ASCIILine(title=_("What it deals with"), required=False)
    proposed_by = PersonRef(
        title=_("Only put forward, by"),
        description=_("Until the proposal is put on the agenda."),
        required=False,
        readonly=True,
    )
    put_forward_by = PersonRef(title=_("Put forward by"), required=False, readonly=True)
    refusal = LongText(
        title=_("Why the proposal is not on the agenda"), required=False, readonly=True
    )
    postponed_to = schema.ASCIILine(
        title=_("Postponed to"), required=False, readonly=True
    )
    postponed_from = schema.ASCIILine(
        title=_("Postponed from"), required=False, readonly=True
    )
    public_papers = schema.List(
        title=_("Papers that everybody may read"),
        value_type=schema.ASCIILine(),
        required=False,
    )


@implementer(IAgendaItem, IKpssContent)
class AgendaItem(Container):
    """An item; ``public_papers`` are ids of files in it."""

    outcome = subject_uid = proposed_by = postponed_to = postponed_from = None
    put_forward_by = refusal = None
    public_papers = None
    late = False
