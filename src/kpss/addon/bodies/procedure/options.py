"""What a rule of procedure may be, where only certain answers exist."""

from kpss.addon.i18n import _


YES_NO = (("yes", _("yes")), ("no", _("no")))
ALLOWED = (("allowed", _("allowed")), ("not_allowed", _("not allowed")))
CHECK = (("on", _("is watched")), ("off", _("is not watched")))
DAY_KINDS = (("calendar", _("calendar days")), ("working", _("working days")))

MAJORITY_BASES = (
    ("present", _("members present")),
    ("all_members", _("all members")),
    ("valid_votes", _("valid votes")),
)
TIE_RULES = (
    ("rejected", _("the proposal is not passed")),
    ("chair_decides", _("the vote of the one who presides decides")),
    ("repeat_vote", _("the vote is repeated")),
    ("lot", _("the lot decides")),
)
INTERESTS = (
    ("excluded", _("does not vote and is not counted")),
    ("votes", _("votes all the same")),
    ("each_case", _("is decided in each case")),
)
LEADER_SELECTIONS = (
    ("elected_by_members", _("elected by the members")),
    ("appointed", _("by appointment")),
    ("by_office", _("by virtue of an office")),
)
TERM_ENDS = (
    ("same_day", _("on the day with the same number")),
    ("day_before", _("on the day before the day with the same number")),
)
RECALLS = (
    ("same_as_election", _("under the same conditions as the election")),
    ("majority_of_members", _("by a majority of the members")),
    ("by_confirming_body", _("by the body that appoints")),
    ("not_possible", _("not possible")),
)
CHAIR_POWERS = (
    ("convenes", _("convening meetings")),
    ("presides", _("presiding over meetings")),
    ("sets_agenda", _("setting the agenda")),
    ("casting_vote", _("casting vote in a tie")),
    ("signs_resolutions", _("signing resolutions")),
    ("verifies_minutes", _("verifying the minutes")),
    ("represents", _("representing the body")),
    ("informs_parent", _("informing the body above")),
)
PUBLICITY = (
    ("public", _("public meetings")),
    ("closed", _("closed meetings")),
    ("body_decides", _("the members decide")),
)
ADMISSIONS = (
    ("open", _("open to everyone interested")),
    ("application", _("application form and signed rules")),
    ("by_vote", _("by a vote of the members")),
    ("ex_officio", _("by virtue of a function")),
    ("appointed", _("by appointment")),
)
EX_OFFICIO_KINDS = (
    ("leaders_of_working_groups", _("leaders of the working groups")),
    ("chair", _("the body's own chair")),
    ("function", _("who holds a function")),
    ("members_of", _("members of another body, on reserved seats")),
    ("representatives", _("representative with a function")),
)
CONSEQUENCES = (
    ("proposed", _("the end of the membership is proposed")),
    ("automatic", _("the membership ends by itself")),
)
GUESTS = (
    ("without_vote", _("allowed, without a vote")),
    ("not_allowed", _("not allowed")),
)
NUMBERING_PERIODS = (
    ("calendar_year", _("calendar year")),
    ("electoral_term", _("electoral term")),
    ("continuous", _("without interruption")),
)
