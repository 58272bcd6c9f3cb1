"""States of minutes and what was done with them, in the words of readers."""

from kpss.addon.i18n import _
from kpss.addon.minutes.rules import anonymising
from kpss.addon.minutes.rules import contacts
from kpss.addon.minutes.rules import mentions
from kpss.addon.minutes.rules import states
from kpss.addon.minutes.rules import unknown_names
from kpss.addon.minutes.rules import verification


STATE_TITLES = {
    states.DRAFT: _("minutes_draft", default="draft"),
    states.VERIFICATION: _("minutes_verification", default="waiting for verification"),
    states.VERIFIED: _("minutes_verified", default="closed"),
    states.PUBLISHED: _("minutes_published", default="published"),
}
STANDING_TITLES = {
    verification.UNSET: _("Nobody verifies: the rules do not say who."),
    verification.AWAITING: _("Somebody has not verified the minutes yet."),
    verification.OPPOSED: _("There is an objection that is not settled."),
    verification.COMPLETE: _("All have verified the minutes."),
}
#: What stands instead of what is hidden.
MARKS = {
    "": _("mark_name", default="[name]"),
    anonymising.MARKED: _("mark_hidden", default="[left out]"),
    contacts.EMAIL: _("mark_email", default="[e-mail]"),
    contacts.PHONE: _("mark_phone", default="[telephone]"),
    contacts.BIRTH: _("mark_birth_number", default="[birth number]"),
    contacts.BORN: _("mark_born", default="[date of birth]"),
    contacts.ADDRESS: _("mark_address", default="[address]"),
    contacts.FILE: _("mark_file", default="[file]"),
}
#: Why a passage is hidden, or refused.
WHY = {
    mentions.NAME: _("why_name", default="name"),
    mentions.FULL_NAME: _("why_full_name", default="whole name"),
    mentions.GIVEN: _("why_given", default="given name"),
    mentions.INITIALS: _("why_initials", default="initials"),
    mentions.LIKE_NAME: _("why_like_name", default="begins like a name"),
    mentions.DOUBTFUL: _("why_doubtful", default="perhaps a name"),
    unknown_names.MAYBE_NAME: _("why_maybe_name", default="might be a name"),
    anonymising.CONCEALED: _("why_concealed", default="hidden by the editor"),
    anonymising.MARKED: _("why_marked", default="marked by the editor"),
    contacts.EMAIL: _("why_email", default="e-mail"),
    contacts.PHONE: _("why_phone", default="telephone"),
    contacts.BIRTH: _("why_birth_number", default="birth number"),
    contacts.BORN: _("why_born", default="date of birth"),
    contacts.ADDRESS: _("why_address", default="address"),
    contacts.FILE: _("why_file", default="name of a file"),
}
TRANSITION_TITLES = {
    states.SUBMIT: _("Submit for verification"),
    states.RETURN: _("minutes_return", default="Return to the draft"),
    states.CLOSE: _("Close without verification"),
    states.PUBLISH: _("Publish"),
    states.HIDE: _("Withdraw from the public"),
}
#: Why a transition is not possible.
REASONS = {
    states.NOT_HELD: _("The meeting has not ended yet."),
    states.EMPTY: _("The minutes have no text and no file yet."),
    states.UNPAIRED: _(
        "A passage begins with ⟦ and does not end with ⟧, or the other way round."
    ),
    states.OUTDATED: _(
        "The records have changed since the minutes were built. Build them anew; what "
        "was written by hand stays."
    ),
    states.NOBODY_VERIFIES: _(
        "The rules do not say who verifies the minutes; close them without it, or name "
        "the verifiers of this meeting."
    ),
    states.SOMEBODY_VERIFIES: _(
        "Somebody is named to verify these minutes; submit them for verification."
    ),
    states.OBJECTIONS: _("There is an objection that is not settled."),
    states.NOT_VERIFIED: _("Not all who must have verified the minutes."),
    states.FORBIDDEN: _(
        "The public version has what must not be published; see what is marked in it."
    ),
    states.UNDECIDED: _(
        "The public version has words that might be names of people; hide them, or say "
        "why they stay."
    ),
}
NEED_PROBLEMS = {
    verification.VACANT: _("Nobody held the function on that day; name a substitute."),
    verification.AWAITS_APPOINTMENT: _(
        "Whoever was elected was not appointed yet and cannot verify; name a substitute."
    ),
}
