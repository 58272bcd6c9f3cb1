"""Lines that tell how somebody voted or declared an interest, in whatever words.

A word of voting beside a name. Whether it may be read is for an editor to say.
"""

from collections.abc import Callable
from collections.abc import Sequence
import re


_CHOICE = r"pro|proti|zdržel[aiy]?(?:\s+se)?|nehlasoval\w*"
#: Anywhere in a line.
_TELLS = re.compile(
    r"\b(?:ne)?hlasoval\w*|\bzdržel\w*\s+se\b|\bse\s+zdržel\w*"
    r"|\bbyl[aiy]?\s+(?:pro|proti)\b|\b(?:pro|proti)\s+byl[aiy]?\b"
    r"|\bstřet\w*\s+zájm\w*|\bpodjat\w*"
    rf"|(?:^|[.;,(–-])\s*(?:{_CHOICE})\s*[:(–]",
    re.IGNORECASE,
)
#: A line that says only this: names stand in those below it.
_HEADS = re.compile(rf"\W*(?:{_CHOICE})\W*", re.IGNORECASE)


def telling(lines: Sequence[str], names: Callable[[str], bool]) -> set[int]:
    """Numbers of the lines. ``names``: whether a line has the name of somebody."""
    found: set[int] = set()
    below = False
    for number, line in enumerate(lines):
        if _HEADS.fullmatch(line):
            below = True
        # Names last: they are looked for by all forms of everybody known
        elif (below or _TELLS.search(line)) and names(line):
            found.add(number)
        else:
            below = False
    return found
