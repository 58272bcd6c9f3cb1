"""Kinds of territory and the acts that municipalities are governed by."""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


TERRITORY_KINDS = (
    ("municipality", _("municipality")),
    ("capital", _("capital city")),
    ("district", _("city district")),
    ("region", _("region")),
)

MUNICIPAL_ACTS = (
    ("128/2000", _("Act No. 128/2000, on municipalities")),
    ("131/2000", _("Act No. 131/2000, on the Capital City of Prague")),
)

territory_kinds = factory(TERRITORY_KINDS)
municipal_acts = factory(MUNICIPAL_ACTS)
