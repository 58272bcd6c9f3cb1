"""On what basis somebody becomes a member (requirements BER-53, ZAT-44, 68, PRA-11..22)."""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


MEMBERSHIP_BASES = (
    ("application", _("By application")),
    ("vote", _("Admitted by a vote")),
    ("ex_officio", _("By office")),
    ("election", _("Elected")),
    ("appointment", _("Appointed")),
    ("delegation", _("Delegated")),
    ("other", _("Otherwise")),
)

membership_bases = factory(MEMBERSHIP_BASES)
