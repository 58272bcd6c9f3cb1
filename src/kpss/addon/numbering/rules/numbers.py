"""Numbers as they are written, and read back (ZAT-98: ``518/20``)."""

from dataclasses import dataclass
from datetime import date
import re


#: What a body without a pattern of its own has.
USUAL = "{number}/{year}"
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Place:
    """What a number is written with: the day, the body's abbreviation, the period."""

    day: date
    body: str = ""
    period: str = ""
    meeting: int | None = None


def written(pattern: str, number: int, place: Place) -> str:
    """The number as the body writes it; a meeting that is not known is left out."""
    values = {
        "number": str(number),
        "year": str(place.day.year),
        "year:2": f"{place.day.year % 100:02}",
        "body": place.body,
        "period": place.period,
        "meeting": "" if place.meeting is None else str(place.meeting),
    }
    text = _FIELD.sub(lambda match: values[match[1]], pattern)
    # What stood beside something left out
    return re.sub(r"([-/. ])\1+", r"\1", text).strip("-/. ")


def number_in(pattern: str, text: str, place: Place) -> int | None:
    """The running number of a written one; None when it is not of this pattern."""
    parts = _FIELD.split(pattern)
    found = ""
    for index, part in enumerate(parts):
        if index % 2 == 0:
            found += re.escape(part)
        elif part == "number":
            found += r"(?P<number>\d+)"
        elif part == "meeting":
            found += r"\d*"
        else:
            found += re.escape(written("{" + part + "}", 0, place))
    match = re.fullmatch(found, same(text))
    return int(match["number"]) if match else None


def same(text: str) -> str:
    """What of a number counts when two are compared: "518 / 20" is "518/20"."""
    return re.sub(r"\s*([/\-–.])\s*", r"\1", " ".join(text.split()))


def order(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which 9/20 comes before 10/20."""
    parts = re.findall(r"\d+|\D+", same(text).casefold())
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts
    )
