"""Contacts, birth numbers, addresses and names of files in a text.

What § 5 of 110/2019 and the office's practice keep out of what is published from a
distance (reference C, "Publication of minutes").
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from kpss.addon.minutes.rules.forms import plain
import re


EMAIL, PHONE, BIRTH, BORN, ADDRESS, FILE = (
    *("email", "phone", "birth_number", "born", "address", "file"),
)

_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.I)
_PHONE = re.compile(
    r"(?<![\d/.,-])(?:(?:\+|00)\s?420[\s-]?)?[2-9]\d{2}[\s-]?\d{3}[\s-]?\d{3}(?![\d/])"
    r"(?!\s*(?:Kč|korun|tis|mil|EUR|€|,-|,–|%))"
)
_FOREIGN = re.compile(r"(?<![\w+])\+\d{2,3}(?:[\s-]?\d{2,4}){2,4}(?!\d)")
_BIRTH = re.compile(r"(?<!\d)(\d{6})\s?/\s?(\d{3,4})(?!\d)")
_BARE_BIRTH = re.compile(r"(?<![\d/])(\d{6})(\d{4})(?![\d/])")
_BORN = re.compile(
    r"\b(?:nar\.|naroz\.|narozen[aáý]?\b|datum narození:?)\s*(?:dne\s*)?"
    r"(\d{1,2}\.\s?(?:\d{1,2}\.|[a-zá-ž]+)\s?\d{4})",
    re.I,
)
_NUMBER = r"\s+(?:č\.\s?p\.\s?)?\d{1,4}(?:/\d{1,4})?\s?[a-z]?\b"
_TOWN = r"(?:,?\s+\d{3}\s?\d{2}\s+[A-ZÁ-Ž][\wÁ-ž]+)?"
_STREET = r"(?:[A-ZÁ-Ž][\wÁ-ž.]*(?:\s+(?:[A-ZÁ-Ž]|[a-zá-ž])[\wÁ-ž.]*){0,3}?)"
#: After such a word stands an address, whatever the street is called.
_TOLD = re.compile(
    r"\b(?:[Uu]l\.|[Uu]lic[eií]|[Nn]ám\.|[Nn]áměstí|[Tt]ř\.|[Tt]říd[aěy]|[Bb]ytem|"
    r"[Bb]ydliště:?|[Bb]ydlí(?:cí)?(?:\s+(?:v|na|ve))?|[Aa]dres[aeuy]:?)\s+"
    r"(?:(?:v|na|ve)\s+(?:ulici\s+|adrese\s+)?)?"
    rf"{_STREET}{_NUMBER}{_TOWN}"
)
#: Otherwise only a word shaped as the name of a street.
_SHAPED = re.compile(
    r"\b[A-ZÁ-Ž][\wÁ-ž]{2,}(?:ova|ově|ovo|ská|ské|cká|cké|(?<![aáeě])ní|(?<!t)ná)"
    rf"(?:\s+nám(?:\.|ěstí))?{_NUMBER}{_TOWN}"
)
_FILE = re.compile(
    r"[\w.()%+-]+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|jpe?g|png|zip|msg|eml)\b",
    re.I,
)


@dataclass(frozen=True)
class Found:
    """What stands from ``start`` to ``end``. ``sure``: it can be nothing else."""

    start: int
    end: int
    what: str
    sure: bool = True


def contacts_in(text: str, known: Iterable[str] = ()) -> list[Found]:
    """Contacts, birth numbers and addresses; ``known``: those of offices, which stay."""
    stay = [_bare(one) for one in known if one]
    return [
        one
        for one in sorted(_every(text), key=lambda found: (found.start, -found.end))
        if not (
            one.what in (EMAIL, PHONE, ADDRESS)
            and any(_bare(text[one.start : one.end]) in each for each in stay)
        )
    ]


def files_in(text: str) -> list[Found]:
    """Names of files; whether one names somebody is asked elsewhere."""
    return [Found(one.start(), one.end(), FILE) for one in _FILE.finditer(text)]


def is_birth_number(date_part: str, rest: str) -> tuple[bool, bool]:
    """Whether digits may be a birth number, and whether they surely are.

    The month of women is higher by 50, of full series by 20 more (133/2000 § 13); ten
    digits are divisible by 11, up to 1985 the remainder may be 10 with a last digit 0.
    """
    month, day = int(date_part[2:4]), int(date_part[4:6])
    if month % 50 > 20:
        month -= 20
    if not (1 <= month % 50 <= 12 and 1 <= day <= 31):
        return False, False
    if len(rest) == 3:
        return True, int(date_part[:2]) < 54
    number = int(date_part + rest)
    remainder = int(date_part + rest[:3]) % 11
    return True, number % 11 == 0 or (remainder == 10 and rest[3] == "0")


def _every(text: str) -> Iterator[Found]:
    for one in _EMAIL.finditer(text):
        yield Found(one.start(), one.end(), EMAIL)
    for pattern in (_PHONE, _FOREIGN):
        for one in pattern.finditer(text):
            yield Found(one.start(), one.end(), PHONE)
    for one in _BIRTH.finditer(text):
        possible, sure = is_birth_number(one[1], one[2])
        if possible:
            yield Found(one.start(), one.end(), BIRTH, sure)
    for one in _BARE_BIRTH.finditer(text):
        if is_birth_number(one[1], one[2])[1]:
            yield Found(one.start(), one.end(), BIRTH)
    for one in _BORN.finditer(text):
        yield Found(one.start(1), one.end(1), BORN)
    for pattern in (_TOLD, _SHAPED):
        for one in pattern.finditer(text):
            yield Found(one.start(), one.end(), ADDRESS, sure=False)


def _bare(text: str) -> str:
    return re.sub(r"[\s,;-]+", "", plain(text))
