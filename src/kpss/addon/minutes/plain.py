"""Minutes as one text, for when our pages are gone."""

from collections.abc import Iterator
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.rules.anonymising import full_text
from kpss.addon.minutes.rules.states import PUBLISHED


def minutes_as_text(minutes) -> str:
    """All of it, but of published minutes what everybody may read."""
    return "\n\n".join(f"{title}\n{text}" for title, text in _told(minutes))


def _told(minutes) -> Iterator[tuple[str, str]]:
    if minutes_state(minutes) == PUBLISHED:
        for row in minutes.public_parts or ():
            yield row["title"], row["text"]
        return
    for part in parts_of(minutes):
        yield part.title, full_text(part.text)
