"""What the catalogue knows of minutes: only what everybody may read."""

from kpss.addon.minutes.minutes import IMinutes
from plone.indexer import indexer


@indexer(IMinutes)
def searchable_text(minutes) -> str:
    """The title and the public version; whoever searches may be anybody."""
    texts = [minutes.title]
    for part in minutes.public_parts or ():
        texts += [part["title"], part["text"]]
    return " ".join(texts)
