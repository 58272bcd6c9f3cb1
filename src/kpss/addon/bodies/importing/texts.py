"""The sentences by their codes; parameters are filled in by ``sentences``."""

from kpss.addon.bodies.importing.texts_files import FILES
from kpss.addon.i18n import _


CELLS = {
    "no_such_day": _("The calendar has no day ${date}."),
    "american_date": _(
        "“${text}” may be read in two ways. Write day, month, year with dots: 13. 7. 2020."
    ),
    "short_year": _("Write the year in “${text}” with four digits: 13. 7. 2020."),
    "serial_number": _(
        "“${text}” is a number, not a day. Set the format of the cell to a date, or write "
        "13. 7. 2020."
    ),
    "not_a_date": _("“${text}” is not a day. Write 13. 7. 2020 or 2020-07-13."),
    "year_far": _("The year ${year} is too far: only 1900 to 2199 can be right."),
    "not_yes_no": _("“${text}” is neither yes nor no. Write “ano” or “ne”."),
    "broken_value": _(
        "The cell holds ${text}, which is not a value. Mend the formula in the sheet."
    ),
    "ambiguous": _(
        "“${text}” may be one of several: ${names}. Use the id or the full name."
    ),
    "unknown_body": _("The process has no body called “${text}”."),
    "unknown_function": _(
        "The process has no function called “${text}”. Leave the cell empty for a plain "
        "member."
    ),
    "unknown_party": _("The process has no party called “${text}”."),
    "unknown_unit": _("The process has no territory unit called “${text}”."),
    "unknown_basis": _(
        "“${text}” is not a way in which a membership arises. Write přihláška, hlasování, "
        "z funkce, volba, jmenování, delegování or jinak."
    ),
    "unknown_member": _(
        "No member of the body at that time is called “${text}”, here or in the file."
    ),
    "no_address": _("No free address was found for “${text}”."),
    "required": _("The cell is empty; a person needs it."),
    "required_for_membership": _(
        "The cell is empty; a membership needs it. To record only the person, leave all "
        "columns of the membership empty."
    ),
    "several_people": _(
        "Several people may be meant: ${names}. Add the user account or the e-mail to tell "
        "which."
    ),
    "shared_email": _(
        "${person} has the same e-mail and another name; this will be somebody else."
    ),
    "archived": _("This person is in the archive and will stay there."),
    "account_of_other": _("The account ${id} is already linked to ${person}."),
    "no_account": _("There is no user account ${id}."),
    "says_otherwise": _("Row ${row} says of the same person “${value}”."),
    "consent_in_future": _("A consent cannot be given on a day to come."),
    "consent_withdrawn": _(
        "The consent was withdrawn on ${day}; it holds again only when it is given after "
        "that day."
    ),
    "consent_twice": _("Another row gives another day of the same consent."),
    "row_twice": _("The same membership stands in row ${row}; it is recorded once."),
    "membership_twice": _(
        "Row ${row} speaks of the same membership and says something else."
    ),
}

SENTENCES = CELLS | FILES
