"""Words of the submission package."""

from collections.abc import Mapping
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.printing.rules.missing import Lack
from kpss.addon.printing.word.kinds import SUBMISSION
from types import MappingProxyType
from zope.i18nmessageid import Message


#: Names of facts and sections → what stands before and above them.
LABELS: Mapping[str, Message] = MappingProxyType(
    {**dict(SUBMISSION.facts), **dict(SUBMISSION.sections)}
)
CONTENTS = _("paper_contents", default="Contents")
EMBEDDED = _("Picture: ")
MADE_ON = _("Made on")
HISTORY_HEAD = (_("Day"), _("Body"), _("What it decided"), _("Resolution"))
ANNEX_HEAD = (_("No."), _("Annex"), _("Files in the package"))
HISTORY_CAPTION = _("How the document was considered")
ANNEX_CAPTION = _("Annexes of the document")
THE_PUBLIC = _("The public")
OTHER_BODY = _("Another body")

LACKS = {
    "no_addressee": _(
        "It is not known to whom it is submitted: choose the body in the document."
    ),
    "other_addressee": _(
        "It is addressed to another body than the one that decides now or next."
    ),
    "no_meeting_day": _("The day of the meeting is not filled in."),
    "meeting_day_passed": _("The day of the meeting has passed already."),
    "no_submitter": _("It does not say who submits it."),
    "no_explanatory_report": _("The explanatory report is missing."),
    "no_draft_resolution": _("The draft resolution is missing."),
    "no_financial_impact": _(
        "The financial impact is missing; write so if there is none."
    ),
    "no_wording": _("The document has neither a text nor a file."),
    "logo_not_printed": _(
        "The logos of the funders are of a kind that cannot be printed, so only their "
        "description is. Upload them to the process as PNG or JPEG."
    ),
}


def sentence(lack: Lack) -> Message:
    if lack.code == "empty_annex":
        return _(
            "Annex no. ${number} (${title}) has neither a text nor a file.",
            mapping={"number": lack.number, "title": lack.title},
        )
    if lack.code == "unseen_annexes":
        return plural(
            lack.number,
            _(
                "unseen_annexes_one",
                default="One annex that you may not see is left out.",
            ),
            _(
                "unseen_annexes_few",
                default="${number} annexes that you may not see are left out.",
            ),
            _(
                "unseen_annexes_many",
                default="${number} annexes that you may not see are left out.",
            ),
        )
    if lack.code == "pictures_left_out":
        mapping = {"what": lack.title}
        return plural(
            lack.number,
            _(
                "pictures_left_out_one",
                default="One picture in the texts is not printed, only its description: "
                "${what}. Attach it as an annex.",
                mapping=mapping,
            ),
            _(
                "pictures_left_out_few",
                default="${number} pictures in the texts are not printed, only their "
                "descriptions: ${what}. Attach them as annexes.",
                mapping=mapping,
            ),
            _(
                "pictures_left_out_many",
                default="${number} pictures in the texts are not printed, only their "
                "descriptions: ${what}. Attach them as annexes.",
                mapping=mapping,
            ),
        )
    return LACKS[lack.code]
