"""Forms that a Czech name takes in a sentence, without case and diacritics.

Rather one form too many: what is not a word of the text hides nothing. Endings follow
the patterns of Czech grammars; "direct" forms are those of the person, "derived" ones
also belong to somebody else of the family (Novák: Nováková, Novákovi) or are possessive.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from kpss.addon.bodies.rules.folding import folded


#: Signs that are not seen and may stand inside a word.
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DROPPED = {ord(sign): None for sign in UNSEEN}

_MASCULINE = ("", "a", "ovi", "e", "u", "i", "em", "um", "y", "ech", "ich", "o")
_POSSESSIVE = (
    *("uv", "ova", "ovo", "ovi", "ovy", "ove", "ovu", "ovou"),
    *("ovych", "ovym", "ovymi", "ovem"),
)
_FEMININE = ("ova", "ove", "ovou")
_ADJECTIVE_HE = ("y", "eho", "emu", "em", "ym", "i", "ych", "ymi")
_ADJECTIVE_SHE = ("a", "e", "ou")
_SOFT = ("i", "iho", "imu", "im", "ich", "imi", "ova", "ove", "ovou")
_OF_A = ("a", "y", "i", "ovi", "u", "o", "ou", "e", "um", "ach", "ech", "ami")
_OF_E = ("e", "eho", "emu", "em", "ete", "i", "ho", "mu", "m")
_HERS = (
    *("in", "ina", "ine", "inu", "ino", "inou", "ini", "iny", "inych", "inym"),
    *("inymi",),
)
#: Last consonants that change before some endings: Blanka, Blance; Olga, Olze.
_CHANGED = {"k": "c", "g": "z", "h": "z"}
_VOWELS = "aeiouy"


@dataclass(frozen=True)
class Forms:
    """Folded forms of one name."""

    direct: frozenset[str]
    derived: frozenset[str] = frozenset()
    #: Whether it is declined as an adjective, so that ordinary words look like it.
    adjective: bool = False


def plain(text: str) -> str:
    """A word without case, diacritics and signs that are not seen."""
    return folded(text).translate(_DROPPED)


@cache
def family_forms(name: str) -> Forms:
    """Forms of a family name; of both sexes, for the text may speak of either."""
    word = plain(name)
    if len(word) < 3:
        return Forms(frozenset((word,)))
    if word.endswith("ova"):
        return _of_ova(word)
    if word.endswith("y") or _long(name, "á"):
        return _of_adjective(word)
    if word.endswith("i"):
        soft = _ended([word[:-1]], _SOFT)
        return Forms(soft, adjective=_long(name, "í"))
    if word.endswith("a"):
        return _with_family(_ended([word[:-1]], _OF_A), [word[:-1]])
    if word.endswith("e"):
        own = _ended([word[:-1]], _OF_E) | _ended([word], ("ho", "mu", "m"))
        return _with_family(own, [word[:-1]])
    if word.endswith("o"):
        return _with_family(_ended([word[:-1]], _MASCULINE), [word[:-1]])
    if word.endswith("u"):
        return Forms(frozenset((word,)), _ended([word[:-1]], _MASCULINE))
    stems = _stems(name)
    own = _ended(stems, _MASCULINE) | _ended(_changed(stems), ("i", "ich"))
    return _with_family(own - _short(stems) | {word}, stems)


@cache
def given_forms(name: str, *, his: bool = False) -> frozenset[str]:
    """Forms of a given name, possessive ones included; of the one sex only.

    ``his``: a name in -a is a man's: Honza.
    """
    word = plain(name)
    if len(word) < 3:
        return frozenset((word,))
    if word.endswith("a"):
        stems = [word[:-1], *_changed([word[:-1]])]
        own = _ended([word[:-1]], (*_OF_A, *(_POSSESSIVE if his else ())))
        return own | _ended(stems, ("e", *_HERS))
    if word.endswith("ie"):
        return _ended([word[:-1]], ("e", "i", "ou", "im", "ich", "mi", "in", *_HERS))
    if word.endswith("e"):
        stems = [word[:-1]]
        return _ended(stems, ("e", "i", "", "im", "ich", "emi", *_HERS)) | _ended(
            stems, _OF_E
        )
    if word.endswith(("i", "y")):
        return _ended([word[:-1]], ("i", "y", "iho", "imu", "im", "yho", "ymu", "ym"))
    if word.endswith("o"):
        stems = [word[:-1]]
        return _ended(stems, (*_MASCULINE, *_POSSESSIVE)) - _short(stems) | {word}
    stems = _stems(name)
    declined = _ended(stems, (*_MASCULINE, *_POSSESSIVE, "ou")) - _short(stems)
    return declined | {word}


def stem(name: str) -> str:
    """What all forms of a family name begin with, as far as it goes."""
    word = plain(name)
    if word.endswith("ova"):
        return word[:-3]
    return word[:-1] if word[-1:] in _VOWELS else word


def _of_ova(word: str) -> Forms:
    """Nováková; her husband may be Novák, Vrba, Havel or Janko."""
    base = word[:-3]
    bases = [base, *_filled(base)]
    his = _ended(bases, (*_MASCULINE, *_POSSESSIVE)) | _ended([base], _OF_A)
    own = frozenset(base + end for end in _FEMININE)
    return Forms(own, his - own - {""})


def _of_adjective(word: str) -> Forms:
    """Novotný, Novotná: one stem, both sexes."""
    base = word[:-1]
    he, she = _ended([base], _ADJECTIVE_HE), _ended([base], _ADJECTIVE_SHE)
    if word.endswith("y"):
        foreign = _ended([word], ("ho", "mu", "m", "ova", "ove", "ovou"))
        return Forms(he, she | foreign | _ended([base], _POSSESSIVE), adjective=True)
    return Forms(she, he, adjective=True)


def _with_family(own: frozenset[str], stems: Iterable[str]) -> Forms:
    derived = _ended(stems, (*_POSSESSIVE, *_FEMININE))
    return Forms(own, derived - own)


def _stems(name: str) -> list[str]:
    """Of a name that ends in a consonant: Havel, Havl-; Hájek, Hájk-; Novák, Nováč-."""
    word = plain(name)
    found = [word]
    if len(word) > 3 and word[-2] == "e" and word[-3] not in _VOWELS:
        found.append(word[:-2] + word[-1])
    if len(name) > 1 and name[-2:-1].casefold() == "ů":
        found.append(word[:-2] + "o" + word[-1])
    return found


def _changed(stems: Iterable[str]) -> list[str]:
    return [one[:-1] + _CHANGED[one[-1]] for one in stems if one[-1:] in _CHANGED]


def _filled(base: str) -> list[str]:
    """Havl- may come from Havel."""
    if len(base) < 3 or base[-1] in _VOWELS or base[-2] in _VOWELS:
        return []
    return [base[:-1] + "e" + base[-1]]


def _short(stems: Iterable[str]) -> frozenset[str]:
    """Stems that are no words by themselves: Havl."""
    return frozenset(list(stems)[1:])


def _ended(stems: Iterable[str], endings: Iterable[str]) -> frozenset[str]:
    every = tuple(endings)
    return frozenset(one + end for one in stems for end in every)


def _long(name: str, vowel: str) -> bool:
    return name.casefold().endswith(vowel)
