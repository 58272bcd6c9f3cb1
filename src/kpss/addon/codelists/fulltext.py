"""Full text of our content: the named fields and nothing else.

Any index can be probed by anonymous search, so what goes in is listed, not guessed.
"""

from collections.abc import Iterable
from lxml import html
from plone.app.textfield.value import RichTextValue


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
