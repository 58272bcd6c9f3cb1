"""``kpss.submission``: what goes with a document to a meeting (BER-17).

Prepared by the department for council and assembly. It is not what a body decides
about, so it may be written anew for every body, and it is read only inside: an approved
document is public, what was said in its favour is not.
"""

from kpss.addon.approval.pinning import ACCOMPANYING
from kpss.addon.bodies.fields import BodyRef
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import provider


READ = "kpss.addon.DownloadSubmission"


@provider(IFormFieldProvider)
class ISubmission(model.Schema):
    """Texts of the submission package beside the document itself."""

    model.fieldset(
        "submission",
        label=_("Submission for a meeting"),
        fields=[
            "submitted_to",
            "meeting_on",
            "submitted_by",
            "explanatory_report",
            "draft_resolution",
            "financial_impact",
        ],
    )
    directives.read_permission(
        submitted_to=READ,
        meeting_on=READ,
        submitted_by=READ,
        explanatory_report=READ,
        draft_resolution=READ,
        financial_impact=READ,
    )
    submitted_to = BodyRef(
        title=_("To whom it is submitted"),
        description=_(
            "Left empty: to the council or assembly at which the document is, or is next."
        ),
        required=False,
    )
    meeting_on = schema.Date(title=_("Day of the meeting"), required=False)
    submitted_by = Name(
        title=_("Submitted by"),
        description=_("As it stands on the cover: the department, the deputy mayor."),
        required=False,
    )
    explanatory_report = RichText(title=_("Explanatory report"), required=False)
    draft_resolution = RichText(
        title=_("Draft resolution"),
        description=_("The words on which the body is to vote."),
        required=False,
    )
    financial_impact = RichText(title=_("Financial impact"), required=False)


ISubmission.setTaggedValue(ACCOMPANYING, True)
