"""Words of the papers of a meeting."""

from kpss.addon.i18n import _


AGENDA_HEAD = (_("No."), _("Item"), _("Begins"), _("Presented by"))
AGENDA_CAPTION = _("Agenda of the ${meeting_gen}")
PROPOSAL = _("Proposed resolution")
PAPERS = _("Papers")
LATE = _("added later")
INTERNAL = _("not public")

MEMBERS_HEAD = (_("No."), _("Name and surname"), _("Whom they represent"))
GUESTS_HEAD = (_("No."), _("Name and surname"), _("Organisation"))
SIGNATURE = _("Signature")
ATTENDANCE = _("Attendance")
MEMBERS_CAPTION = _("Members of the body")
GUESTS_CAPTION = _("Guests of the ${meeting_gen}")
NO_VOTE = _("without a vote")
SUBSTITUTE = _("standing in for ${name}")
SUBSTITUTE_OF_NOBODY = _("substitute")
INSTEAD = _("represented by ${name}")
PROXY = _("vote given to ${name}")

PER_ROLLAM = _("outside a meeting (per rollam)")
AT_A_MEETING = _("at_a_meeting", default="at a ${meeting_loc}")
CORRECTED = _("Corrected on ${day}: ${reason}")
DATE_AND_SIGNATURE = _("Made on, and signature")
#: Room for a signature.
SIGNED_HERE = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"
