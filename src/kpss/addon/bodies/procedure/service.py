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
import re


class ProcedureGet(Service):
    """Rules in force on a day, today by default."""

    def reply(self) -> dict[str, Any]:
        on = requested_day(self.request.form.get("on"))
        facts = procedure_of(self.context, on)
        sentences = sentences_of(facts, self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@procedure",
            "on": on.isoformat(),
            "rules": rules_data(facts),
            "items": items_data(facts, sentences, self.context),
            "sentences": [sentence_data(sentence) for sentence in sentences],
        }


def requested_day(text: Any) -> date:
    """The day that a client asks about; today when it names none.

    Raises FlatBadRequest that names the field ``on``.
    """
    if text is None:
        return date.today()
    if isinstance(text, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise refuse_field(
        "on",
        _("${value} is not a date: write YYYY-MM-DD.", mapping={"value": str(text)}),
        code="bad_date",
        value=str(text),
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
