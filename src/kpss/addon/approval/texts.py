"""Words of the approval where a sentence needs them."""

from kpss.addon.i18n import _


ACTION_TITLES = {
    "start": _("Submit for approval"),
    "decide": _("Record a decision"),
    "skip": _("Go on without the advice"),
    "withdraw": _("Withdraw"),
}
