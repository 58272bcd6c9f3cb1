"""Texts compared with neither case nor diacritics."""

import unicodedata


def folded(text: str) -> str:
    """Řídící and řídicí both become ridici."""
    plain = unicodedata.normalize("NFKD", text or "")
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def matches(words: list[str], text: str) -> bool:
    """Whether all folded words stand in the text, in any order."""
    known = folded(text)
    return all(word in known for word in words)
