"""Words of the approval where a sentence needs them."""

from kpss.addon.i18n import _


ACTION_TITLES = {
    "start": _("Submit for approval"),
    "decide": _("Record a decision"),
    "skip": _("Go on without the advice"),
    "withdraw": _("Withdraw"),
}

#: What a body is to do at its step.
STEP_ACTS = {
    "prepares": _("prepares and hands on"),
    "initiates": _("gives the initiative"),
    "manages": _("approves as the managing body"),
    "advises": _("gives its opinion"),
    "decides": _("decides"),
}

#: Where a document is, in the words of its readers.
STATES = {
    "draft": _("Draft"),
    "working_group": _("At the working group"),
    "steering": _("At the managing body"),
    "department": _("At the department"),
    "public": _("Before the public"),
    "commission": _("At the commission"),
    "council": _("At the council"),
    "assembly": _("At the assembly"),
    "other": _("At another body"),
    "approved": _("Approved, not in force yet"),
    "in_force": _("document_in_force", default="In force"),
    "repealed": _("No longer in force"),
    "rejected": _("Rejected"),
    "withdrawn": _("Withdrawn"),
}

ENTRIES = {
    "started": _("submitted for approval"),
    "skipped": _("passed over, its deadline is over"),
    "withdrawn": _("withdrawn"),
    "comment": _("comment"),
    "note": _("note"),
    "advice_asked": _("advice asked for"),
    "advice_given": _("advice of the methodologist"),
    "acknowledged": _("acknowledged by the guarantor"),
    "changed": _("the text was changed"),
    "effect": _("dates corrected"),
}

#: Who records where the chain names no function.
RECORDERS = {
    "outside": _("the department clerk or the guarantor"),
    "inside": _("who presides over the body, or the coordinator"),
    "public": _("the coordinator"),
}
