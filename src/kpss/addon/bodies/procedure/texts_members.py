"""Sentences of the rules on membership, guests and delegation, by reason code."""

from kpss.addon.bodies.procedure.words import Counted
from kpss.addon.bodies.procedure.words import GENITIVE
from kpss.addon.bodies.procedure.words import MASCULINE
from kpss.addon.bodies.procedure.words import NEUTER
from kpss.addon.i18n import _


MEMBERSHIP = {
    "admission.open": _("Membership is open to everyone interested."),
    "admission.application": _(
        "Membership arises by an application form and by signing the rules of "
        "procedure."
    ),
    "admission.by_vote": _("The members vote on the admission of new members."),
    "admission.ex_officio": _("Membership arises by virtue of a function."),
    "admission.appointed": _("The members are appointed."),
    "appointed_by": _("The members are appointed by: ${body}."),
    "trial_meetings": Counted(
        _(
            "trial_meetings_one",
            default="An applicant first attends ${number} meeting as a guest.",
        ),
        _(
            "trial_meetings_few",
            default="An applicant first attends ${number} meetings as a guest.",
        ),
        _(
            "trial_meetings_many",
            default="An applicant first attends ${number} meetings as a guest.",
        ),
        GENITIVE,
    ),
    "voluntary.yes": _("Membership is voluntary."),
    "voluntary.no": _("Membership is not voluntary."),
    "composition_check.on": _("It is watched whether all parties are represented."),
    "composition_check.off": _(
        "It is not watched whether all parties are represented."
    ),
    "composition_parties": _("These should be represented: ${parties}."),
    "merge_parties.yes": _(
        "Parties that count as one in the process count as one here."
    ),
    "merge_parties.no": _(
        "Parties that count as one in the process count separately here."
    ),
    "transferable.yes": _("Membership may pass to another person."),
    "transferable.no": _("Membership cannot pass to another person."),
    "substitutes.allowed": _("A member may be represented by a substitute."),
    "substitutes.not_allowed": _("A member cannot be represented by a substitute."),
    "absence_consequence.proposed": _(
        "For absences without apology the end of the membership is proposed."
    ),
    "absence_consequence.automatic": _(
        "By absences without apology the membership ends."
    ),
}

BY_OFFICE = {
    "ex_officio.leaders_of_working_groups": _(
        "The leaders of the working groups are members by virtue of their function."
    ),
    "ex_officio.chair": _("The chair is a member by virtue of the function."),
    "ex_officio.function": _("Whoever holds the function “${function}” is a member."),
    "ex_officio.representatives": _(
        "The representative with the function “${function}” is a member."
    ),
    "ex_officio.members_of": _(
        "Seats are reserved for members of the body “${body}”; the rules do not say "
        "how many."
    ),
    "ex_officio.members_of.seats": Counted(
        _(
            "reserved_seats_one",
            default="For members of the body “${body}” ${number} seat is reserved.",
        ),
        _(
            "reserved_seats_few",
            default="For members of the body “${body}” ${number} seats are reserved.",
        ),
        _(
            "reserved_seats_many",
            default="For members of the body “${body}” ${number} seats are reserved.",
        ),
        NEUTER,
    ),
    "ex_officio.note": _("Note on membership by office: ${text}."),
    "seats": _("The seats are divided like this: ${seats}."),
    "seats.uncounted": _(
        "Seats are reserved for: ${parties}; the rules do not say how many."
    ),
}

#: One party in the list of seats.
SEATS_OF = Counted(
    _("seats_of_one", default="${party} ${number} seat"),
    _("seats_of_few", default="${party} ${number} seats"),
    _("seats_of_many", default="${party} ${number} seats"),
    NEUTER,
)

LIMITS = {
    "max_per_organisation": Counted(
        _(
            "max_per_organisation_one",
            default="At most ${number} member may represent one organisation.",
        ),
        _(
            "max_per_organisation_few",
            default="At most ${number} members may represent one organisation.",
        ),
        _(
            "max_per_organisation_many",
            default="At most ${number} members may represent one organisation.",
        ),
        MASCULINE,
    ),
    "max_per_organisation.party": Counted(
        _(
            "max_per_organisation_party_one",
            default="At most ${number} member may represent one organisation; this "
            "concerns only: ${party}.",
        ),
        _(
            "max_per_organisation_party_few",
            default="At most ${number} members may represent one organisation; this "
            "concerns only: ${party}.",
        ),
        _(
            "max_per_organisation_party_many",
            default="At most ${number} members may represent one organisation; this "
            "concerns only: ${party}.",
        ),
        MASCULINE,
    ),
    "max_per_organisation_party": _(
        "The limit of members from one organisation concerns only: ${party}."
    ),
    "absences": Counted(
        _(
            "absences_one",
            default="Whoever misses ${number} meeting without apology may lose the "
            "membership.",
        ),
        _(
            "absences_few",
            default="Whoever misses ${number} consecutive meetings without apology may "
            "lose the membership.",
        ),
        _(
            "absences_many",
            default="Whoever misses ${number} consecutive meetings without apology may "
            "lose the membership.",
        ),
        NEUTER,
    ),
    "absences.automatic": Counted(
        _(
            "absences_automatic_one",
            default="Whoever misses ${number} meeting without apology loses the "
            "membership.",
        ),
        _(
            "absences_automatic_few",
            default="Whoever misses ${number} consecutive meetings without apology "
            "loses the membership.",
        ),
        _(
            "absences_automatic_many",
            default="Whoever misses ${number} consecutive meetings without apology "
            "loses the membership.",
        ),
        NEUTER,
    ),
    "absences.proposed": Counted(
        _(
            "absences_proposed_one",
            default="When somebody misses ${number} meeting without apology, the end "
            "of the membership is proposed.",
        ),
        _(
            "absences_proposed_few",
            default="When somebody misses ${number} consecutive meetings without "
            "apology, the end of the membership is proposed.",
        ),
        _(
            "absences_proposed_many",
            default="When somebody misses ${number} consecutive meetings without "
            "apology, the end of the membership is proposed.",
        ),
        NEUTER,
    ),
}

GUESTS = {
    "guests.without_vote": _("Guests may attend meetings; they have no vote."),
    "guests.not_allowed": _("Guests do not attend meetings."),
    "permanent_guests": _("Permanent guests are: ${functions}."),
    "guests_text": _("Guests usually are: ${text}."),
    "papers_to_all.yes": _("All members get the papers at the same time."),
    "papers_to_all.no": _("The members need not all get the papers at the same time."),
    "delegation.allowed": _("The power to decide may be delegated."),
    "delegation.not_allowed": _("The power to decide cannot be delegated."),
}
