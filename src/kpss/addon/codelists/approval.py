"""Settings of the approval in a process."""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


#: What the guarantor has to do with the coordinator's submissions (BER-38, ZAT-37).
GUARANTOR_INVOLVEMENT = (
    ("not_told", _("is not told")),
    ("told", _("is told")),
    ("must_acknowledge", _("must acknowledge them before they go on")),
)

#: What it takes to change a text about which a body has decided already.
TEXT_CHANGES = (
    ("note", _("may be changed; later steps see what has changed")),
    ("return", _("may be changed only when it is returned to the draft")),
)

guarantor_involvement = factory(GUARANTOR_INVOLVEMENT)
text_changes = factory(TEXT_CHANGES)
