"""What somebody saw of a person on the sheet, in a hidden field as JSON."""

from kpss.addon.meetings.attendance.sheet import KEPT
from kpss.addon.meetings.attendance.sheet import kept
from typing import Any
import json


NOTHING = kept({})


def seen_text(value: dict[str, Any]) -> str:
    return json.dumps([value[name] for name in KEPT], separators=(",", ":"))


def seen_of(text: str) -> dict[str, Any]:
    """What was seen; nothing where the field says something else."""
    try:
        found = json.loads(text)
    except ValueError:
        return NOTHING
    if not isinstance(found, list) or len(found) != len(KEPT):
        return NOTHING
    value = kept(dict(zip(KEPT, found, strict=True)))
    return value if _is_kept(value) else NOTHING


def _is_kept(value: dict[str, Any]) -> bool:
    again = value["again"] or []
    if not isinstance(again, list) or not all(isinstance(one, dict) for one in again):
        return False
    texts = [text for name, text in value.items() if name != "again"]
    texts += [one.get(name) for one in again for name in ("arrived", "left")]
    return all(text is None or isinstance(text, str) for text in texts)
