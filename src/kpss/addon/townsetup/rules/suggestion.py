"""What somebody probably meant to write."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any


#: Comparing takes time; among more words than this nobody is helped.
MAX_KNOWN = 300


def suggest(word: Any, known: Iterable[str]) -> str | None:
    """The known word nearest to what was written, or None when nothing is near."""
    known = list(known)
    # Nobody mistypes a whole sentence
    if not isinstance(word, str) or len(word) > 80 or len(known) > MAX_KNOWN:
        return None
    near = get_close_matches(word, known, n=1, cutoff=0.7)
    return near[0] if near else None
