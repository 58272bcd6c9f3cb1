"""Fields of the rules of procedure. None, or nothing, means that the rule is not set.

Each refuses a bad value with a sentence, from the form, over REST and in a template.
"""

from Acquisition import aq_base
from kpss.addon.bodies.fields import BodyRef
from kpss.addon.bodies.procedure.shares import ShareVocabulary
from kpss.addon.bodies.rules.patterns import pattern_problem
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.codelists.codelist import Items
from kpss.addon.codelists.codelist import vocabulary
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from typing import Any
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IRuleField(Interface):
    """Read from JSON and YAML by ``values.read_value``."""


@implementer(IRuleField)
class RuleField:
    """A field that may stay unset."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **{"required": False, **kw})


class Option(RuleField, schema.Choice):
    """One of a few answers; stored as its code."""

    def __init__(self, options: Items, **kw):
        super().__init__(vocabulary=vocabulary(options), **kw)

    def _validate(self, value):
        if value not in self.vocabulary:
            allowed = ", ".join(term.token for term in self.vocabulary)
            raise Refused(
                _(
                    "${value} is not one of: ${allowed}.",
                    mapping={"value": str(value), "allowed": allowed},
                )
            )
        super()._validate(value)


class Share(RuleField, schema.Choice):
    """A share such as >1/2 or >=2/3, stored as this text."""

    def __init__(self, **kw):
        super().__init__(vocabulary=ShareVocabulary(), **kw)

    def bind(self, context):
        clone = super().bind(context)
        current = getattr(aq_base(context), self.__name__, None)
        clone.vocabulary = ShareVocabulary(current)
        return clone

    def _validate(self, value):
        if value not in self.vocabulary:
            raise Refused(
                _(
                    "${value} is not a share: write >1/2 for more than half, "
                    ">=2/3 for at least two thirds.",
                    mapping={"value": str(value)},
                )
            )
        super()._validate(value)


class Count(RuleField, schema.Int):
    """A whole number in sane limits."""

    def __init__(self, minimum: int = 1, maximum: int = 100, **kw):
        self.minimum = minimum
        self.maximum = maximum
        super().__init__(min=minimum, max=maximum, **kw)

    def _validate(self, value):
        whole = isinstance(value, int) and not isinstance(value, bool)
        if not whole or not self.minimum <= value <= self.maximum:
            raise Refused(
                _(
                    "${value} is not a whole number from ${minimum} to ${maximum}.",
                    mapping={
                        "value": str(value),
                        "minimum": self.minimum,
                        "maximum": self.maximum,
                    },
                )
            )
        super()._validate(value)


class ProcessRef(RuleField, schema.Choice):
    """A row of the process's settings, by its id."""

    def _validate(self, value):
        if value not in self.vocabulary:
            raise Refused(
                _("There is no ${id} in this process.", mapping={"id": str(value)})
            )
        super()._validate(value)


class FunctionRef(ProcessRef):
    """A function of the process, by its id."""

    def __init__(self, **kw):
        super().__init__(vocabulary="kpss.addon.functions", **kw)


class PartyRef(ProcessRef):
    """A party of the process, by its id."""

    def __init__(self, **kw):
        super().__init__(vocabulary="kpss.addon.parties", **kw)


class RecipientRef(ProcessRef):
    """A function or a body of the process, by its id."""

    def __init__(self, **kw):
        super().__init__(vocabulary="kpss.addon.recipients", **kw)


class RuleBodyRef(RuleField, BodyRef):
    """A body of the process, by its id."""


def check_text(value: Any) -> None:
    """Raise Refused when the value is not a text."""
    if not isinstance(value, str):
        raise Refused(_("${value} is not a text.", mapping={"value": str(value)}))


class Several(RuleField, schema.List):
    """Several of the same; each at most once, an empty list is no value."""

    def __init__(self, **kw):
        super().__init__(unique=True, **kw)


class RuleText(RuleField, LongText):
    """A rule in words."""

    def _validate(self, value):
        check_text(value)
        super()._validate(value)


class NumberingPattern(RuleField, Name):
    """How a number is put together, such as {number}/{year:2}."""

    def _validate(self, value):
        check_text(value)
        super()._validate(value)
        problem = pattern_problem(value)
        if problem is not None:
            code, what = problem
            raise Refused(_PATTERN_PROBLEMS[code](what))


_PATTERN_PROBLEMS = {
    "unknown_field": lambda what: _(
        "{${field}} is not known; use {number}, {year}, {year:2}, {body}, {period} "
        "or {meeting}.",
        mapping={"field": what},
    ),
    "stray_brace": lambda what: _(
        "In ${pattern} a brace has no other half.", mapping={"pattern": what}
    ),
    "no_number": lambda what: _(
        "${pattern} would give every resolution the same number; it needs {number}.",
        mapping={"pattern": what},
    ),
}


class Sources(RuleField, schema.Dict):
    """Where the values come from: rule → document, or ``default``."""

    def __init__(self, **kw):
        key = schema.ASCIILine()
        super().__init__(key_type=key, value_type=Name(maximum=500), **kw)

    def _validate(self, value):
        for name, source in value.items() if isinstance(value, dict) else ():
            if name not in RULES:
                raise Refused(_("There is no rule ${name}.", mapping={"name": name}))
            check_text(source)
        super()._validate(value)
