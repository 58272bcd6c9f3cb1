"""``kpss.recordkeeping``: the file to work on, and how long the record is kept (BER-31).

Read inside only, whatever becomes public of the document; no change of what a body
decides about.
"""

from kpss.addon.approval.pinning import ACCOMPANYING
from kpss.addon.i18n import _
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import provider


READ = "kpss.addon.TakePartInApproval"


@provider(IFormFieldProvider)
class IRecordKeeping(model.Schema):
    """What the office keeps beside the document."""

    model.fieldset(
        "recordkeeping",
        label=_("Records of the office"),
        fields=["working_file", "retain_until"],
    )
    directives.read_permission(working_file=READ, retain_until=READ)
    working_file = NamedBlobFile(
        title=_("Working file"),
        description=_(
            "For example the DOCX that is being written. Never public, not even when "
            "the document is approved."
        ),
        required=False,
    )
    retain_until = schema.Date(
        title=_("To be kept until"),
        description=_("The end of the retention period by the filing plan."),
        required=False,
    )


IRecordKeeping.setTaggedValue(ACCOMPANYING, True)
