"""Full text of our content: the named fields and nothing else.

Any index can be probed by anonymous search, so what goes in is listed, not guessed.
"""

from collections.abc import Iterable
from lxml import html
from plone.app.textfield.value import RichTextValue
import re


def full_text(obj, fields: Iterable[str]) -> str:
    """The texts of the fields, one after another; lists and rich text included."""
    words = []
    for name in fields:
        value = getattr(obj, name, None)
        values = value if isinstance(value, list | tuple) else [value]
        words += [_plain(item) for item in values if item]
    return " ".join(words)


def _plain(value: str | RichTextValue) -> str:
    if isinstance(value, RichTextValue):
        raw = value.raw or ""
        return html.fromstring(raw).text_content() if raw.strip() else ""
    return str(value)


#: Words that a full-text query would read as commands.
_COMMANDS = {"and", "or", "not"}


def escaped(words: str) -> str:
    """A query for all the words or their beginnings, whatever signs stand among them.

    The lexicon of the site folds diacritics: řídící and řídicí are found by each other.
    """
    found = re.findall(r"\w+", words)
    plain = [word for word in found if word.casefold() not in _COMMANDS]
    return " AND ".join(f"{word}*" for word in plain)
