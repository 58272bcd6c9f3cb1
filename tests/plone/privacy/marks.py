"""Marked values: planted where nobody from outside may look, and found again in answers.

A mark is plain ASCII in small letters, so it survives folding, escaping and addresses.
"""

from dataclasses import dataclass
from datetime import date
from itertools import count
from kpss.addon.bodies.people.fields import Email
from kpss.addon.bodies.people.fields import Phone
from typing import Any
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IText
from zope.schema.interfaces import ITextLine
import re


#: Every mark begins with this, so that a leak is seen even when nobody knows its mark.
STEM = "qzx"
_MARK = re.compile(rf"{STEM}[0-9]{{4}}k")
_PHONE = re.compile(r"\+420 999 [0-9]{3} 0[0-9]{2}")
_ADDRESS = re.compile(r"\b[0-9a-f]{32}\b|\b[mp]-[0-9a-f]{12}\b")


@dataclass(frozen=True)
class Secret:
    """``what`` it is, in the words of a failure; ``seen_by`` may read it after all."""

    what: str
    seen_by: frozenset[str] = frozenset()


class Secrets:
    """Everything planted, by its text."""

    def __init__(self):
        self.known: dict[str, Secret] = {}
        self._number = count(1)

    def mark(self, what: str, seen_by=()) -> str:
        """A new mark."""
        return self.keep(f"{STEM}{next(self._number):04}k", what, seen_by)

    def phone(self, what: str, seen_by=()) -> str:
        number = next(self._number)
        return self.keep(f"+420 999 {number:03} 0{number % 100:02}", what, seen_by)

    def keep(self, text: str, what: str, seen_by=()) -> str:
        """A text that is there anyway, such as the UID of something hidden."""
        self.known[text.lower()] = Secret(what, frozenset(seen_by))
        return text

    def value(self, field, what: str, seen_by=()) -> Any:
        """A marked value for a field of a schema; None where none can be marked."""
        if isinstance(field, Email):
            return f"{self.mark(what, seen_by)}@posta.example"
        if isinstance(field, Phone):
            return self.phone(what, seen_by)
        if IChoice.providedBy(field) or field.readonly:
            return None
        if ITextLine.providedBy(field) or IText.providedBy(field):
            return self.mark(what, seen_by)
        return None

    def fill(self, schema, what: str, given: dict, seen_by: dict) -> dict[str, Any]:
        """``given`` values, and marks in every other text of the schema.

        ``seen_by``: by the name of the field who may read it; ``None`` for the others.
        """
        values = dict(given)
        for name, field in getFieldsInOrder(schema):
            if name in given:
                continue
            allowed = seen_by.get(name, seen_by.get(None, ()))
            marked = self.value(field, f"{name} of {what}", allowed)
            if marked is not None:
                values[name] = marked
        return values

    def leaked(self, text: str, reader: str, asked: str = "") -> dict[str, str]:
        """What the reader should not have found in an answer, by what was found.

        What the reader asked with is no news to the reader.
        """
        text, asked = text.lower(), asked.lower()
        found = {
            *_MARK.findall(text),
            *_PHONE.findall(text),
            *_ADDRESS.findall(text),
        }
        told = {one: self.known.get(one) for one in found if one not in asked}
        return {
            one: secret.what if secret else "a mark that nobody knows"
            for one, secret in told.items()
            if (secret is not None and reader not in secret.seen_by)
            or (secret is None and one.startswith(STEM))
        }


def unmarked(schema, values: dict[str, Any]) -> set[str]:
    """Fields that hold neither a mark nor anything that cannot tell of a person."""
    silent = (IBool, IChoice, IDate)
    return {
        name
        for name, field in getFieldsInOrder(schema)
        if name not in values and not any(kind.providedBy(field) for kind in silent)
    }


#: Long before any other date of the town.
BEGAN = date(2021, 3, 4)
