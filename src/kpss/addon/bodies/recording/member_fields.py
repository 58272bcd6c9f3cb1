"""The part of a form that says what somebody is in a body."""

from datetime import date
from functools import cached_property
from kpss.addon.bodies.ledger.gathering import REFERENCES
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.recording.choices import choices
from kpss.addon.bodies.recording.choices import principals
from kpss.addon.bodies.recording.choices import rows
from kpss.addon.bodies.rules.procedure import Procedure
from kpss.addon.bodies.rules.stints import PRESIDING
from kpss.addon.bodies.rules.succession import reserved_for
from kpss.addon.bodies.rules.usual import usual_basis
from kpss.addon.bodies.rules.usual import usual_end
from kpss.addon.bodies.rules.usual import usual_vote
from kpss.addon.codelists.organisations import ORGANISATION_KINDS
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.sent import Sent
from kpss.addon.process.sections import process_of
from typing import Any
from zope.i18nmessageid import Message


#: Choices and texts that are taken as they are sent.
PLAIN = (
    *REFERENCES,
    "appointed_by_text",
    "delegation_letter",
    "rules_signed_version",
)
DAYS = ("valid_from", "valid_to", "elected_on", "appointed_on", "rules_signed_on")
NONE = _("– none –")


class MemberFields:
    """Fields of a membership in a body with these rules of procedure."""

    def __init__(self, body, rules: Procedure):
        self.body = body
        self.rules = rules
        self.process = process_of(body)

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset("kpss-seat", _("In this body"), tuple(self._seat())),
            Fieldset(
                "kpss-acts",
                _("Acts and letters"),
                tuple(self._acts()),
                folded=self.rules.admission != "application",
            ),
        ]

    def _seat(self) -> list[Field]:
        context = self.body
        fields = [
            _select("function", choices(context, "functions_of_body", empty=MEMBER)),
            _select("party", rows(self.process, "parties", empty=NONE)),
            _select("organisation", choices(context, "organisations", empty=NONE)),
            Field("organisation_title", _("Or a new organisation: its name")),
            Field(
                "organisation_kind",
                _("Kind of the new organisation"),
                kind="select",
                options=ORGANISATION_KINDS,
                initial="other",
            ),
        ]
        if self.process.units:
            fields.append(_select("unit", rows(self.process, "units", empty=NONE)))
        fields += [
            _day("valid_from", required=True, initial=date.today().isoformat()),
            _day("valid_to"),
            *self._term(),
            Field("voting", IMembership["voting"].title, "select", options=VOTES),
            Field(
                "basis",
                IMembership["basis"].title,
                kind="select",
                options=choices(context, "membership_bases", empty=USUAL),
            ),
        ]
        return [*fields, *self._reserved(), *self._substitute()]

    def _term(self) -> list[Field]:
        """Offered where the rules give a term to a leader (ZAT-60)."""
        months = self.rules.leader_term_months
        if months is None or not self._presiding:
            return []
        return [
            Field(
                "term_by_rules",
                _("Last day by the rules, when left empty"),
                kind="checkbox",
                help=_term_help(months),
                initial="1",
            )
        ]

    @cached_property
    def structure(self):
        return ledger().structure(self.process.UID())

    @property
    def _presiding(self) -> bool:
        """Whether the body may have a chair or a leader at all."""
        return any(
            one.kind in PRESIDING and one.body in (None, self.body.getId())
            for one in self.structure.functions.values()
        )

    def _reserved(self) -> list[Field]:
        ids = reserved_for(self.rules)
        if not ids:
            return []
        titles = {key: one.title for key, one in self.process["bodies"].objectItems()}
        known = [(key, titles[key]) for key in ids if key in titles]
        return [_select("reserved_by", (("", _("– not a reserved seat –")), *known))]

    def _substitute(self) -> list[Field]:
        if self.rules.substitutes == "not_allowed":
            return []
        return [_select("substitute_of", principals(self.body, date.today()))]

    def _acts(self) -> list[Field]:
        return [
            _day("rules_signed_on"),
            _text("rules_signed_version"),
            _day("elected_on"),
            _day("appointed_on"),
            _text("appointed_by_text"),
            _text("delegation_letter"),
        ]

    # What was sent

    def read(self, sent: Sent, errors: dict[str, Message | str]) -> dict[str, Any]:
        """Values of the membership; what is missing is filled in by what is usual."""
        values: dict[str, Any] = {name: sent.text(name) or None for name in PLAIN}
        values |= {name: sent.day(name, errors) for name in DAYS}
        kind = self.structure.function_kind(values["function"])
        values["basis"] = sent.text("basis") or usual_basis(
            self.rules, self.body.kind, kind
        )
        values["voting"] = {"yes": True, "no": False}.get(
            sent.text("voting"), usual_vote(self.rules, values["function"], kind)
        )
        first = values["valid_from"]
        if first is None:
            errors.setdefault("valid_from", _("Give the first day."))
        elif values["valid_to"] is None and sent.flag("term_by_rules"):
            values["valid_to"] = usual_end(self.rules, kind, first)
        return values


MEMBER = _("– plain member –")
USUAL = _("– as usual for the function and this body –")
VOTES = (
    ("", _("– by the function: guests and methodologists do not vote –")),
    ("yes", _("Votes")),
    ("no", _("Does not vote")),
)


def _select(name: str, options: tuple) -> Field:
    field = IMembership[name]
    return Field(
        name, field.title, kind="select", help=_help(name), options=tuple(options)
    )


def _day(name: str, *, required: bool = False, initial: str = "") -> Field:
    return Field(
        name,
        IMembership[name].title,
        kind="date",
        help=_help(name),
        required=required,
        initial=initial,
    )


def _text(name: str) -> Field:
    return Field(name, IMembership[name].title, help=_help(name))


def _help(name: str) -> Message | str:
    # The choice itself says what no function means
    return "" if name == "function" else IMembership[name].description


def _term_help(months: int) -> Message:
    return plural(
        months,
        _(
            "term_help_one",
            default="For a chair or a leader: by the rules the term lasts one month.",
        ),
        _(
            "term_help_few",
            default="For a chair or a leader: by the rules the term lasts ${number} "
            "months.",
        ),
        _(
            "term_help_many",
            default="For a chair or a leader: by the rules the term lasts ${number} "
            "months.",
        ),
    )
