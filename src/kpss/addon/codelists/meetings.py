"""Kinds of meetings and items, who sees them, how items end."""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


MEETING_KINDS = (
    ("regular", _("Regular meeting")),
    ("extraordinary", _("Extraordinary meeting")),
    ("per_rollam", _("Decision outside a meeting (per rollam)")),
)
MEETING_PUBLICITY = (
    ("public", _("public meeting")),
    ("closed", _("closed meeting")),
)
ITEM_KINDS = (
    ("item", _("Item")),
    ("heading", _("Heading")),
    ("tasks_check", _("Check of tasks")),
    ("minutes_approval", _("Approval of the last minutes")),
)
ITEM_PUBLICITY = (
    ("public", _("everybody, where the meeting is public")),
    ("internal", _("those who are invited")),
    ("hidden", _("only who prepares the meeting")),
)
OUTCOMES = (
    ("discussed", _("item_discussed", default="discussed")),
    ("taken_note", _("item_taken_note", default="taken note of")),
    ("agreed", _("item_agreed", default="agreed without objection")),
    ("passed", _("item_passed", default="passed")),
    ("not_passed", _("item_not_passed", default="not passed")),
    ("postponed", _("item_postponed", default="postponed to the next meeting")),
    ("withdrawn", _("item_withdrawn", default="withdrawn from the agenda")),
)

meeting_kinds = factory(MEETING_KINDS)
meeting_publicity = factory(MEETING_PUBLICITY)
item_kinds = factory(ITEM_KINDS)
item_publicity = factory(ITEM_PUBLICITY)
item_outcomes = factory(OUTCOMES)
