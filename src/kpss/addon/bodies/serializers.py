"""References over REST: whoever may not see a body gets neither its id nor its functions.

Whoever may change the content gets everything, as the form needs it.
"""

from collections.abc import Callable
from kpss.addon.approval.delegations.delegation import IDelegation
from kpss.addon.bodies.fields import BodyRef
from kpss.addon.bodies.procedure.fields import ProcessRef
from kpss.addon.bodies.procedure.fields import Several
from kpss.addon.bodies.registry import hidden_functions
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from plone import api
from plone.restapi.serializer.dxfields import ChoiceFieldSerializer
from plone.restapi.serializer.dxfields import CollectionFieldSerializer
from typing import Any
from zope.component import adapter
from zope.schema import List
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IField


#: Whether the reader may see what an id means.
Sees = Callable[[str], bool]


def seen_value(field: IField, value: Any, context) -> Any:
    """The value of a field without what refers to something hidden from the reader.

    A list loses items, and is None when none is left; so is a single hidden value.
    """
    sees = _sees(context)
    if not isinstance(field, List):
        return value if _is_seen(field, value, sees) else None
    kept = [item for item in value or () if _is_seen(field.value_type, item, sees)]
    return kept or (None if value else value)


def _is_seen(field: IField | None, value: Any, sees: dict[str, Sees]) -> bool:
    columns = getattr(field, "schema", None)
    if columns is not None:
        return all(
            _is_seen(columns[name], cell, sees)
            for name, cell in value.items()
            if name in columns
        )
    # A named vocabulary, or one that a column of a row looks up by itself
    source = getattr(field, "vocabulary", None)
    name = getattr(field, "vocabularyName", None) or getattr(source, "name", None)
    return not value or name not in sees or sees[name](value)


def _sees(context) -> dict[str, Sees]:
    """By the vocabulary that an id comes from."""

    def body(id_: str) -> bool:
        return may_see_body(context, id_)

    def function(id_: str) -> bool:
        return id_ not in hidden_functions(context)

    return {
        "kpss.addon.bodies": body,
        "kpss.addon.functions": function,
        "kpss.addon.recipients": lambda id_: body(id_) and function(id_),
    }


class SeenValue:
    """Reads the value as far as the reader may see it."""

    def get_value(self, default=None):
        value = super().get_value(default)
        if api.user.has_permission("Modify portal content", obj=self.context):
            return value
        return seen_value(self.field, value, self.context)


@adapter(BodyRef, IKpssContent, IKpssLayer)
class BodyRefSerializer(SeenValue, ChoiceFieldSerializer):
    """Another body."""


@adapter(IChoice, IDelegation, IKpssLayer)
class DelegatedSerializer(SeenValue, ChoiceFieldSerializer):
    """To which body powers were passed."""


@adapter(ProcessRef, IKpssContent, IKpssLayer)
class ProcessRefSerializer(SeenValue, ChoiceFieldSerializer):
    """A function, party or body of the process in a rule."""


@adapter(Several, IKpssContent, IKpssLayer)
class SeveralSerializer(SeenValue, CollectionFieldSerializer):
    """Several of them, or rows that name them."""
