"""Kinds of organisations, their founders (ZAT-10) and reach (BER-25)."""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


ORGANISATION_KINDS = (
    ("municipality", _("Municipality")),
    ("region", _("Region")),
    ("district", _("City district")),
    ("state", _("State institution")),
    ("office", _("Department or office")),
    ("provider", _("Provider of services")),
    ("school", _("School")),
    ("church", _("Church")),
    ("association", _("Association")),
    ("other", _("Other organisation")),
)

SCOPES = (
    ("local", _("local")),
    ("regional", _("regional")),
    ("national", _("national")),
)

FOUNDERS = (
    ("ngo", _("non-governmental organisation")),
    ("municipal", _("founded by the municipality")),
    ("regional", _("founded by the region")),
    ("state", _("founded by the state")),
    ("church", _("founded by a church")),
    ("private", _("private")),
    ("other", _("other founder")),
)

organisation_kinds = factory(ORGANISATION_KINDS)
scopes = factory(SCOPES)
founders = factory(FOUNDERS)
