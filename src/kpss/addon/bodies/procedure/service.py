"""``GET {body}/@procedure?on=DATE``: the rules of procedure as data and as sentences."""

from datetime import date
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.procedure.facts import ProcedureFacts
from kpss.addon.bodies.procedure.rules_of_procedure import IRules
from kpss.addon.bodies.procedure.sentences import ProcedureSentence
from kpss.addon.bodies.procedure.sentences import sentences_of
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.serializers import seen_value
from kpss.addon.i18n import _
from kpss.addon.restapi_errors import refuse_field
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from urllib.parse import parse_qsl
import re


class ProcedureGet(Service):
    """Rules in force on a day, today by default."""

    def reply(self) -> dict[str, Any]:
        on = requested_day(self.request.get("QUERY_STRING", ""))
        facts = procedure_of(self.context, on)
        sentences = sentences_of(facts, self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@procedure",
            "on": on.isoformat(),
            "rules": rules_data(facts),
            "items": items_data(facts, sentences, self.context),
            "sentences": [sentence_data(sentence) for sentence in sentences],
        }


def requested_day(query: str) -> date:
    """The day that a client asks about; today when it names none.

    Reads the query as it was sent: what Zope's converters (``on:record=5``) make of the
    parameter may not even be there any more. Raises FlatBadRequest that names the field
    ``on``.
    """
    asked = [
        value
        for name, value in parse_qsl(query, keep_blank_values=True)
        if re.split("[:.]", name)[0] == "on"
    ]
    if not asked:
        return date.today()
    if len(asked) == 1 and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", asked[0]):
        try:
            return date.fromisoformat(asked[0])
        except ValueError:
            pass
    text = ", ".join(asked)[:100]
    raise refuse_field(
        "on",
        _("${value} is not a date: write YYYY-MM-DD.", mapping={"value": text}),
        code="bad_date",
        value=text,
    )


def rules_data(facts: ProcedureFacts) -> dict[str, Any] | None:
    if facts.url is None:
        return None
    return {
        "@id": facts.url,
        "title": facts.title,
        "document": facts.document,
        "valid_from": json_compatible(facts.valid_from),
        "valid_to": json_compatible(facts.valid_to),
    }


def items_data(
    facts: ProcedureFacts, sentences: list[ProcedureSentence], context
) -> dict[str, Any]:
    """Every rule by its name; a sentence about several rules stands at each of them.

    A value that names only what is hidden from the reader is null like an unset one.
    """
    seen = {
        name: seen_value(IRules[name], facts.values.get(name), context)
        for name in RULES
    }
    return {
        name: {
            "value": json_compatible(value),
            "source": facts.sources.get(name) if value is not None else None,
            "sentence": " ".join(s.text for s in sentences if name in s.rules) or None,
        }
        for name, value in seen.items()
    }


def sentence_data(sentence: ProcedureSentence) -> dict[str, Any]:
    return {
        "rules": list(sentence.rules),
        "text": sentence.text,
        "source": sentence.source,
        "is_default": sentence.is_default,
        "group": sentence.group,
    }
