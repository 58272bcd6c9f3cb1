"""Whether two texts say the same: an editor writes the same HTML in another form."""

from collections.abc import Iterator
from lxml import etree
from lxml import html
from typing import Any


def same(one: Any, other: Any) -> bool:
    """Compare plain values of fields as pinned copies have them."""
    return _essence(one) == _essence(other)


def _essence(value: Any) -> Any:
    """What of a value counts; nothing chosen comes from a form as an empty value."""
    if isinstance(value, dict) and value.keys() == {"text", "type"}:
        return list(tokens(value["text"])) or None
    if isinstance(value, dict):
        return {key: _essence(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_essence(one) for one in value] or None
    if isinstance(value, str):
        return value.split() or None
    return value


def tokens(text: str | None) -> Iterator[str | tuple]:
    """Words, and marks with their attributes; spaces and line ends do not count."""
    if not (text or "").strip():
        return
    root = html.fragment_fromstring(text, create_parent="div")
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "start":
            yield element.tag, *sorted(element.attrib.items())
            yield from (element.text or "").split()
        else:
            if event == "end":
                yield ("/", element.tag)
            if element is not root:
                yield from (element.tail or "").split()
