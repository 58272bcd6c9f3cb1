"""How a Czech noun declines, where its ending leaves no doubt (PRA-35)."""

import re


#: Nominative, genitive, accusative and locative; nominative and genitive of several.
Forms = tuple[str, ...]

_CONSONANT = "[bcčdďfghjklmnňpqrřsštťvwxzž]"
_SHORT = "[aeěiouy]"
_NOT_MASCULINE = r"(?!.*(?:[eěů].|s[tl]|uv)$)"

#: What the endings in the second place follow, with the pattern of school grammars. Some
#: nouns stay without forms on purpose: téma, síla, práce, stůl, den, radost.
PATTERNS = (
    # stavení: setkání, sezení
    (r"(.+í)", ("", "", "", "", "", "")),
    # žena: schůzka; přednáška; beseda; komora; škola
    (rf"(.*{_CONSONANT})ka", ("ka", "ky", "ku", "ce", "ky", "ek")),
    (rf"(.*{_SHORT}[bdfnptv])a", ("a", "y", "u", "ě", "y", "")),
    (rf"(.*{_SHORT})ra", ("ra", "ry", "ru", "ře", "ry", "r")),
    (rf"(.*{_SHORT}[lsz])a", ("a", "y", "u", "e", "y", "")),
    # růže: schůze, komise, konference
    (r"(.*(?:[szžš]|[^iíá]c))e", ("e", "e", "i", "i", "e", "í")),
    # město, of Latin words: kolokvium; plénum
    (r"(.*i)um", ("um", "a", "um", "u", "a", "í")),
    (rf"(.*[aáeéioóuy]{_CONSONANT})um", ("um", "a", "um", "u", "a", "")),
    # hrad: sraz, sjezd, workshop
    (rf"{_NOT_MASCULINE}(.*[bdfghklmnprstvz])", ("", "u", "", "u", "y", "ů")),
)


def declined(word: str) -> Forms | None:
    """The forms of one word in small letters; None where nobody can tell them surely."""
    if not word.isalpha():
        return None
    for pattern, endings in PATTERNS:
        found = re.fullmatch(pattern, word)
        if found:
            return tuple(found[1] + ending for ending in endings)
    return None
