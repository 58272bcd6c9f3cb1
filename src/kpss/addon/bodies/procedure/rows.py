"""Rows of the rules of procedure: members by office and seats of parties."""

from collective.z3cform.datagridfield.row import DictRow
from kpss.addon.bodies.procedure.fields import Count
from kpss.addon.bodies.procedure.fields import Option
from kpss.addon.bodies.procedure.fields import ProcessRef
from kpss.addon.bodies.procedure.fields import RuleText
from kpss.addon.bodies.procedure.fields import Several
from kpss.addon.bodies.procedure.options import EX_OFFICIO_KINDS
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.process.fields import IRowsCheckedTogether
from kpss.addon.process.sections import process_of
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import IContextSourceBinder
from zope.schema.interfaces import IVocabularyFactory


@implementer(IContextSourceBinder)
class RowVocabulary:
    """A vocabulary of the process, for a column of a row."""

    def __init__(self, name: str):
        self.name = name

    def __call__(self, context):
        return getUtility(IVocabularyFactory, self.name)(context)


class RowRef(ProcessRef):
    """A function, party or body of the process, chosen in a row by its id."""

    def __init__(self, name: str, **kw):
        super().__init__(source=RowVocabulary(name), **kw)

    def bind(self, context):
        return super().bind(in_process(context))

    def _validate(self, value):
        # A form checks the columns of a row without binding them
        field = self if self.context is not None else self.bind(None)
        super(RowRef, field)._validate(value)


def in_process(context):
    """Something in the process: the context, or what is being published.

    In a form the context of a column is the row or nothing, not the content.
    """
    request = getRequest()
    parents = request.get("PARENTS", ()) if request is not None else ()
    for candidate in (context, *parents):
        if candidate is not None and process_of(candidate) is not None:
            return candidate
    return getSite() if context is None else context


class IExOfficioRow(Interface):
    """Who is a member by office (BER-63, ZAT-43..45, PRA-11)."""

    kind = Option(EX_OFFICIO_KINDS, title=_("Who is a member by office"), required=True)
    function = RowRef(
        "kpss.addon.functions",
        title=_("Function of the member"),
        description=_("For a function or a representative."),
    )
    body = RowRef(
        "kpss.addon.bodies",
        title=_("The other body"),
        description=_("For members of another body."),
    )
    seats = Count(
        maximum=1000,
        title=_("Reserved seats"),
        description=_("For members of another body; empty: the rules do not say."),
    )
    note = RuleText(title=_("Note"), maximum=500)


class ISeatsRow(Interface):
    """Seats of a party (NAM-23..25)."""

    party = RowRef("kpss.addon.parties", title=_("Party"), required=True)
    number = Count(
        maximum=1000,
        title=_("Seats"),
        description=_("Empty: the rules do not say how many."),
    )


#: What a row of a kind must name.
_NEEDS = {
    "function": ("function", _("This kind of membership needs a function.")),
    "representatives": ("function", _("This kind of membership needs a function.")),
    "members_of": ("body", _("This kind of membership needs the other body.")),
}


@implementer(IRowsCheckedTogether)
class RowsField(Several):
    """Rows of a table."""


class ExOfficioRows(RowsField):
    """Who is a member by office."""

    def __init__(self, **kw):
        row = DictRow(title=_("Membership by office"), schema=IExOfficioRow)
        super().__init__(value_type=row, **kw)

    def _validate(self, value):
        super()._validate(value)
        for row in value:
            column, message = _NEEDS.get(row["kind"], (None, None))
            if column and not row[column]:
                raise Refused(message)


class SeatsRows(RowsField):
    """Seats of the parties, each party once."""

    def __init__(self, **kw):
        row = DictRow(title=_("Seats of a party"), schema=ISeatsRow)
        super().__init__(value_type=row, **kw)

    def _validate(self, value):
        super()._validate(value)
        parties = [row["party"] for row in value]
        for party in parties:
            if parties.count(party) > 1:
                raise Refused(_("The party ${id} has two rows.", mapping={"id": party}))
