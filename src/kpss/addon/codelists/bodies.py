"""Kinds of bodies, of functions and of what a body does.

Source: requirements section 5 and 6, glossary of the reference (D).
"""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


BODY_KINDS = (
    ("assembly", _("Assembly")),
    ("council", _("Council")),
    ("commission", _("Commission of the council")),
    ("department", _("Department of the office")),
    ("steering", _("Steering group")),
    ("support", _("Methodological support")),
    ("working_group", _("Working group")),
    ("other", _("Other body")),
)

ACTS = (
    ("decides", _("decides")),
    ("manages", _("manages the process")),
    ("advises", _("advises")),
    ("prepares", _("prepares")),
    ("initiates", _("initiates")),
)

FUNCTION_KINDS = (
    ("member", _("Member")),
    ("substitute", _("Substitute")),
    ("chair", _("Chair")),
    ("vice_chair", _("Vice-chair")),
    ("leader", _("Leader of a working group")),
    ("secretary", _("Secretary")),
    ("guarantor", _("Guarantor")),
    ("coordinator", _("Coordinator")),
    ("city_coordinator", _("Coordinator of the city")),
    ("district_coordinator", _("Coordinator of a district")),
    ("methodologist", _("Methodologist")),
    ("clerk", _("Department clerk")),
    ("representative", _("Representative in another body")),
    ("permanent_guest", _("Permanent guest")),
    ("office", _("Office")),
)

body_kinds = factory(BODY_KINDS)
acts = factory(ACTS)
function_kinds = factory(FUNCTION_KINDS)
